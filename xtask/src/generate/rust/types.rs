//! The model's types in Rust.

use crate::model::{Kind, Name};

/// What another language hands over.
pub(super) fn crossing_type(kind: &Kind) -> String {
    match kind {
        Kind::Channel => "Option<String>".to_owned(),
        Kind::Channels => "Vec<(String, Option<String>)>".to_owned(),
        Kind::Time | Kind::IsoTime => "f64".to_owned(),
        Kind::Enum { .. } => "String".to_owned(),
        Kind::Record { name } => format!("Given{name}"),
        Kind::List { of } => format!("Vec<{}>", crossing_type(of)),
        Kind::Map { of } => format!("BTreeMap<String, {}>", crossing_type(of)),
        other => received_type(other),
    }
}

/// What is stored of a parameter, and read of an answer.
pub(super) fn received_type(kind: &Kind) -> String {
    match kind {
        Kind::Channel | Kind::Id | Kind::Text | Kind::Message => "String".to_owned(),
        Kind::Channels => "Vec<Channel>".to_owned(),
        Kind::Count => "i64".to_owned(),
        Kind::Number => "f64".to_owned(),
        Kind::Bool => "bool".to_owned(),
        Kind::Time | Kind::IsoTime => "SystemTime".to_owned(),
        Kind::Enum { name } | Kind::Record { name } => Name::new(name, None, None).pascal,
        Kind::List { of } => format!("Vec<{}>", received_type(of)),
        Kind::Map { of } => format!("BTreeMap<String, {}>", received_type(of)),
        Kind::AccessDeniedDetail => "AccessDeniedDetail".to_owned(),
        Kind::Error => "Error".to_owned(),
    }
}
