//! What copying, spreadsheets and editors leave in an ID, found before it is sent: the service would only answer that
//! no such channel is the account's.

use crate::error::Error;

/// What stands where bytes were no text, and where a text of another language had half of a surrogate pair.
pub(crate) const LOST: char = '\u{fffd}';

/// Why a value cannot be meant as it is, for the parameter `name`; `None` where it can.
pub(crate) fn spoilt(name: &str, value: &str) -> Option<Error> {
    if value.trim().is_empty() && !value.chars().any(is_invisible) {
        return Some(empty(name));
    }
    let Some((position, character)) = misplaced(value) else { return misread(name, value) };
    let hint = match character {
        '\n' | '\r' if matches!(name, "cust_space_id" | "CustSpaceId") => {
            format!("Remove it from {name}; read_channels reads the lines of a list.")
        }
        LOST => format!(
            "Give {name} as it was originally: it was read in a wrong encoding, or cut in the middle of a character."
        ),
        _ => format!(
            "Remove it from {name}; it often comes with text copied from a page, a file or a spreadsheet."
        ),
    };
    let what = describe(character);
    Some(Error::invalid_argument(
        format!("{name} holds {what} at position {}: {value:?}", position + 1),
        hint,
    ))
}

/// What a spreadsheet makes of a code or a number: what it rounded is another one, or none.
fn misread(name: &str, value: &str) -> Option<Error> {
    // Of a target, which people give; what the service itself lists is asked for as it is.
    if name == "phone_number" && value.starts_with('+') {
        return Some(Error::invalid_argument(
            format!("{name} holds '+' at position 1: {value:?}"),
            format!("Give {name} as digits that begin with the country code: the service writes no '+'."),
        ));
    }
    let is_code = matches!(
        name,
        "phone_number" | "PhoneNumber" | "template_code" | "TemplateCode" | "cust_space_id" | "CustSpaceId"
    );
    // A code of hexadecimal digits may have an `e` among its digits, and no point nor sign.
    if is_code && value.contains(['.', ',', '+']) && is_rounded(value) {
        return Some(Error::invalid_argument(
            format!("{name} is {value:?}: a spreadsheet changed it to a number and rounded it"),
            "Format the column as text in the spreadsheet before you fill it, and copy the value again.",
        ));
    }
    None
}

/// `2.93E+10`, `2,93484E10`, `29348393884.0`, `29.348.393.884`: what spreadsheets and data frames make of an ID of digits.
pub(crate) fn is_rounded(id: &str) -> bool {
    let digits = |text: &str| !text.is_empty() && text.bytes().all(|it| it.is_ascii_digit());
    let number = |text: &str| match text.split_once(['.', ',']) {
        Some((whole, part)) => digits(whole) && digits(part),
        None => digits(text),
    };
    if let Some((mantissa, exponent)) = id.split_once(['e', 'E']) {
        return number(mantissa) && digits(exponent.strip_prefix(['+', '-']).unwrap_or(exponent));
    }
    // With several points it has groups of thousands, or is a date.
    id.contains(['.', ',']) && id.split(['.', ',']).all(digits)
}

/// The error for a value that is empty or blank.
pub(crate) fn empty(name: &str) -> Error {
    Error::invalid_argument(
        format!("{name} is empty"),
        format!("Give {name}, or leave it out where the operation does not require it."),
    )
}

/// The first character that cannot be part of an identifier, with its place.
fn misplaced(value: &str) -> Option<(usize, char)> {
    let last = value.chars().count().saturating_sub(1);
    value.chars().enumerate().find(|(position, character)| {
        let at_an_end = *position == 0 || *position == last;
        character.is_control()
            || *character == LOST
            || is_invisible(*character)
            || matches!(character, '"' | '“' | '”' | '„' | '«' | '»')
            || (at_an_end && (character.is_whitespace() || matches!(character, '\'' | '‘' | '’' | '`')))
    })
}

/// `a blank`, `a no-break space (U+00A0)` and so on.
pub(crate) fn describe(character: char) -> String {
    let name = match character {
        ' ' => "a blank",
        '"' | '“' | '”' | '„' | '«' | '»' | '\'' | '‘' | '’' | '`' => "a quote",
        '\u{a0}' | '\u{202f}' => "a no-break space",
        '\u{feff}' => "a byte order mark",
        '\u{ad}' => "a soft hyphen",
        '\u{200b}'..='\u{200d}' | '\u{2060}' => "a zero-width character",
        '\n' | '\r' => "a line end",
        LOST => "a character that was lost",
        it if it.is_control() => "a control character",
        it if it.is_whitespace() => "an unusual blank",
        it if is_invisible(it) => "an invisible character",
        _ => "a character that cannot be part of it",
    };
    format!("{name} (U+{:04X})", u32::from(character))
}

/// Whether nobody sees this character, or takes it for an ordinary blank.
pub(crate) fn is_invisible(character: char) -> bool {
    matches!(
        character,
        '\u{a0}' | '\u{ad}' | '\u{34f}' | '\u{61c}' | '\u{115f}'..='\u{1160}' | '\u{1680}' | '\u{17b4}'..='\u{17b5}'
            | '\u{180b}'..='\u{180f}' | '\u{2000}'..='\u{200f}' | '\u{2028}'..='\u{202f}' | '\u{205f}'..='\u{206f}'
            | '\u{2800}' | '\u{3000}' | '\u{3164}' | '\u{fe00}'..='\u{fe0f}' | '\u{feff}' | '\u{ffa0}'
            | '\u{fff9}'..='\u{fffc}' | '\u{e0000}'..='\u{e0fff}'
    )
}
