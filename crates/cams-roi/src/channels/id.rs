//! What is wrong with an ID or an ISV code that a person gave, before it is sent.

use super::refused::Refused;
use crate::operations::{LOST, describe, is_invisible, is_rounded};

const MOST: usize = 128;
const FORM: &str =
    "An ID has 1 to 128 letters, digits, '.', '_' or '-', for example cams-abc123; give one at a time.";
const MASKED: &str =
    "Copy the whole ID from the channel's page in the console: the asterisks stand for hidden characters.";
const AS_TEXT: &str =
    "Format the column as text in the spreadsheet before you enter the IDs, and save the list again.";

/// Refuses an ID that cannot be one.
pub(crate) fn check(id: &str) -> Result<(), Refused> {
    let refused = |problem: &str, hint| Err(Refused::new(format!("{}: {problem}", quoted(id)), hint));
    if id.is_empty() {
        return Err(Refused::new("the ID is empty", FORM));
    }
    if is_rounded(id) {
        return refused("a spreadsheet changed this ID to a number and rounded it", AS_TEXT);
    }
    if id.contains('*') {
        return refused("this ID is masked", MASKED);
    }
    let unfit = |it: &char| !it.is_ascii_alphanumeric() && !matches!(it, '.' | '_' | '-');
    if let Some((position, character)) = id.chars().enumerate().find(|(_, it)| unfit(it)) {
        let position = position + 1;
        let problem = match character {
            LOST => "this is not UTF-8 text".to_owned(),
            it if is_invisible(it) || it.is_whitespace() || it.is_control() || matches!(it, '"' | '\'') => {
                format!("{} at position {position} cannot be part of an ID", describe(it))
            }
            it => format!("{it:?} (U+{:04X}) at position {position} cannot be part of an ID", u32::from(it)),
        };
        return refused(&problem, FORM);
    }
    if id.len() > MOST {
        return refused(&format!("{} characters are too many for an ID", id.len()), FORM);
    }
    Ok(())
}

/// Refuses what a program writes into a list where it has no ID, too.
pub(super) fn check_listed(id: &str) -> Result<(), Refused> {
    if is_nothing(id) {
        let hint = "Put the channel's ID there, or take the line out.";
        return Err(Refused::new(format!("{} stands in place of an ID", quoted(id)), hint));
    }
    check(id)
}

/// Refuses an ISV code that could not be sent.
pub(crate) fn check_isv_code(code: &str) -> Result<(), Refused> {
    match crate::operations::spoilt("the ISV code", code) {
        Some(error) => Err(Refused::new(error.message(), "Copy the ISV code again.")),
        None => Ok(()),
    }
}

/// Refuses what spreadsheets and programs write into a list in place of an ISV code, too.
pub(super) fn check_listed_isv_code(code: &str) -> Result<(), Refused> {
    const HINT: &str = "Put the ISV code there, or leave the cell empty.";
    if is_nothing(code) || code.starts_with('#') {
        return Err(Refused::new(format!("{} stands in place of an ISV code", quoted(code)), HINT));
    }
    if is_rounded(code) {
        return Err(Refused::new(
            format!("{}: a spreadsheet changed this ISV code to a number and rounded it", quoted(code)),
            AS_TEXT,
        ));
    }
    check_isv_code(code)
}

/// A word by which programs say that there is nothing.
fn is_nothing(value: &str) -> bool {
    let nothing = ["null", "none", "nil", "nan", "undefined", "na"];
    nothing.iter().any(|word| value.eq_ignore_ascii_case(word))
}

/// The beginning of a value in quotes, escaped.
fn quoted(value: &str) -> String {
    const SHOWN: usize = 60;
    match value.char_indices().nth(SHOWN) {
        Some((end, _)) => format!("{:?}…", &value[..end]),
        None => format!("{value:?}"),
    }
}
