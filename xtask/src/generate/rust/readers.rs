//! By which of the core's functions a value of an answer is read.

use crate::model::{Absent, Field, Kind};

/// The function that reads a value leniently; `None` where its type does it.
pub(super) fn reader(field: &Field) -> Option<&'static str> {
    let optional = field.absent == Absent::Nothing;
    Some(match &field.kind {
        _ if field.placeholder => "meant_text",
        Kind::Text if optional => "optional_text",
        Kind::Text => "text",
        Kind::Count if optional => "optional_count",
        Kind::Count => "count",
        Kind::Number if optional => "optional_number",
        Kind::Number => "number",
        Kind::Bool if optional => "optional_flag",
        Kind::Bool => "flag",
        Kind::Time if optional => "optional_time",
        Kind::Time => "time",
        Kind::IsoTime if optional => "optional_iso_time",
        Kind::IsoTime => "iso_time",
        Kind::List { of } if is_lenient(of) && optional => "optional_items",
        Kind::List { of } if is_lenient(of) => "items",
        Kind::List { .. } if !optional => "list",
        Kind::Map { of } if is_lenient(of) && optional => "optional_item_map",
        Kind::Map { of } if is_lenient(of) => "item_map",
        Kind::Map { .. } if !optional => "map",
        _ => return None,
    })
}

/// Whether it is read leniently in a list or a map.
fn is_lenient(kind: &Kind) -> bool {
    matches!(kind, Kind::Text | Kind::Count | Kind::Number | Kind::Bool | Kind::Time)
}
