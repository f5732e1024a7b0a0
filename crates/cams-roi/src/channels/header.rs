//! Where a list's columns are, and whether it has any.

use super::refused::{FORM, Refused};

/// Where the columns are.
#[derive(Clone, Copy, Debug)]
pub(super) struct Columns {
    pub(super) id: usize,
    pub(super) isv_code: Option<usize>,
    pub(super) has_header: bool,
    /// How many the header names; one of a list without a header.
    pub(super) count: usize,
}

/// What the column of IDs may be called; where a list has several of them, the first of these counts.
const ID_COLUMNS: [&str; 5] = ["custspaceid", "spaceid", "channelid", "instanceid", "id"];
const ISV_CODE_COLUMNS: [&str; 2] = ["isvcode", "isv"];

/// A name as it is compared: `CustSpaceId`, `cust_space_id` and `Cust Space ID` are one.
pub(super) fn plain(name: &str) -> String {
    name.chars().filter(|it| it.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}

/// Whether a value is what a column of IDs is called.
pub(super) fn is_id_column(value: &str) -> bool {
    ID_COLUMNS.contains(&plain(value).as_str())
}

/// Reads the first line with text: a header, or the first ID of a list without one.
pub(super) fn columns(fields: &[String]) -> Result<Columns, Refused> {
    let names: Vec<String> = fields.iter().map(|field| plain(field)).collect();
    if let Some(wanted) = ID_COLUMNS.into_iter().find(|wanted| names.iter().any(|name| name == wanted)) {
        let (id, isv_code) = (only(&names, wanted)?, isv_code(&names)?);
        return Ok(Columns { id, isv_code, has_header: true, count: fields.len() });
    }
    let given: Vec<&String> = fields.iter().filter(|field| !field.is_empty()).collect();
    let holds_an_id = given.iter().any(|field| resembles_an_id(field) && !is_made_up_header(field));
    match given.as_slice() {
        [_] if holds_an_id && !fields[0].is_empty() => {
            Ok(Columns { id: 0, isv_code: None, has_header: false, count: 1 })
        }
        [_, _, ..] if holds_an_id => Err(two_columns()),
        // One word that is no ID: the header of a column whose name nobody knows.
        _ => {
            let seen: Vec<String> = given.iter().map(|name| format!("{:?}", shown(name))).collect();
            Err(Refused::new(
                format!("the header names no column of channel IDs; it names {}", seen.join(", ")),
                "Call the column of IDs cust_space_id.",
            ))
        }
    }
}

/// The error for a table without a header: which column holds the IDs would be a guess.
pub(super) fn two_columns() -> Refused {
    Refused::new(
        "there are several columns, and no header says which one holds the IDs",
        "Put a line cust_space_id and the other columns' names at the top, or give one ID a line.",
    )
}

fn isv_code(names: &[String]) -> Result<Option<usize>, Refused> {
    let wanted = ISV_CODE_COLUMNS.into_iter().find(|wanted| names.iter().any(|name| name == wanted));
    wanted.map(|wanted| only(names, wanted)).transpose()
}

/// The place of a column that must not be there twice.
fn only(names: &[String], wanted: &str) -> Result<usize, Refused> {
    let mut places = names.iter().enumerate().filter(|(_, name)| *name == wanted).map(|(place, _)| place);
    match (places.next(), places.next()) {
        (Some(place), None) => Ok(place),
        _ => Err(Refused::new(format!("the header names the column {wanted} twice"), FORM)),
    }
}

/// What spreadsheets and programs call a column that has no name, or one more of a name, in the languages of most users;
/// and names of columns that begin as IDs do.
fn is_made_up_header(value: &str) -> bool {
    const MADE_UP: [&str; 12] = [
        "column", "spalte", "colonne", "columna", "coluna", "colonna", "列", "sheet", "tabelle", "list",
        "feuille", "hoja",
    ];
    const NAMES: [&str; 5] = ["channel", "channels", "ids", "space", "waba"];
    let name = plain(value);
    let word = name.trim_end_matches(|it: char| it.is_ascii_digit());
    let word = word.strip_prefix("cams").filter(|rest| !rest.is_empty()).unwrap_or(word);
    word != name && (MADE_UP.contains(&word) || NAMES.contains(&word) || ID_COLUMNS.contains(&word))
}

/// Whether a first line is a header, also where it begins with a `#`.
pub(super) fn names_ids(fields: &[String]) -> bool {
    fields.len() > 1 && fields.iter().any(|field| is_id_column(field))
}

/// Whether a value may be a channel's ID: all that are known begin with `cams-`, or have digits.
pub(super) fn resembles_an_id(value: &str) -> bool {
    value.contains(|it: char| it.is_ascii_digit()) || is_prefixed(value)
}

/// Whether a value is what tables count their rows by: an ID of digits alone has more of them.
pub(super) fn is_row_number(value: &str) -> bool {
    const MOST: usize = 6;
    value.len() <= MOST && value.bytes().all(|it| it.is_ascii_digit())
}

/// Whether an ID begins as most do.
pub(super) fn is_prefixed(value: &str) -> bool {
    value.to_ascii_lowercase().starts_with("cams-")
}

/// The beginning of a name.
fn shown(name: &str) -> String {
    name.chars().take(40).collect()
}
