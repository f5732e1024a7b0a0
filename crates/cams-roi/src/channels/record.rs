//! The fields of a line. A record never spans lines, because no ID does: so an error knows its line, and a forgotten
//! quote does not swallow the channels behind it.

use super::refused::{FORM, Refused};

/// What stands between two fields.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Separator(char);

const SEPARATORS: [char; 3] = ['\t', ';', ','];

/// The separator that Excel's own first line names: `sep=;`.
pub(super) fn said_separator(line: &str) -> Option<Separator> {
    let (name, said) = line.trim_matches('"').split_once('=')?;
    if !name.trim().eq_ignore_ascii_case("sep") {
        return None;
    }
    SEPARATORS.into_iter().find(|it| said.starts_with(*it)).map(Separator)
}

/// The separator that a list's first line has most of, outside of quotes.
pub(super) fn likely_separator(line: &str) -> Separator {
    let mut quoted = false;
    let mut counts = [0_usize; SEPARATORS.len()];
    for character in line.chars() {
        quoted ^= character == '"';
        if let Some(place) = SEPARATORS.iter().position(|it| !quoted && *it == character) {
            counts[place] += 1;
        }
    }
    // The earlier of those that come equally often: a comma may be part of a name.
    let most = counts.iter().max().copied().unwrap_or_default();
    let place = counts.iter().position(|count| *count == most && most > 0).unwrap_or(SEPARATORS.len() - 1);
    Separator(SEPARATORS[place])
}

/// The fields, without the ordinary blanks around them.
pub(super) fn fields(line: &str, Separator(separator): Separator) -> Result<Vec<String>, Refused> {
    let blank = [' ', '\t'];
    if !line.contains('"') {
        // The usual line, for which a reader of its own would cost more than all the rest.
        return Ok(line.split(separator).map(|field| field.trim_matches(blank).to_owned()).collect());
    }
    if line.matches('"').count() % 2 == 1 {
        return Err(Refused::new(
            "a quote is not closed on this line",
            "Remove line breaks and lone quotes from the cells, or save only the column of IDs.",
        ));
    }
    if has_text_behind_a_quote(line, separator) {
        return Err(Refused::new(
            "text stands between a quoted cell and the next separator",
            "Remove the quotes from the cell, or put all of its text between them.",
        ));
    }
    let mut reader = csv::ReaderBuilder::new()
        .has_headers(false)
        .flexible(true)
        .delimiter(u8::try_from(separator).unwrap_or(b','))
        .terminator(csv::Terminator::Any(b'\n'))
        .trim(csv::Trim::None)
        .from_reader(line.as_bytes());
    let mut record = csv::StringRecord::new();
    reader.read_record(&mut record).map_err(|error| Refused::new(error.to_string(), FORM))?;
    Ok(record.iter().map(|field| field.trim_matches(blank).to_owned()).collect())
}

/// Whether a cell in quotes goes on behind them: readers would make one text of both parts, which is in no cell.
fn has_text_behind_a_quote(line: &str, separator: char) -> bool {
    let mut rest = line;
    loop {
        let next = match rest.strip_prefix('"') {
            None => rest.split_once(separator).map(|(_, next)| next),
            Some(quoted) => {
                // Two quotes are one of the text.
                let mut end = 0;
                while let Some(at) = quoted[end..].find('"') {
                    end += at + 1;
                    if !quoted[end..].starts_with('"') {
                        break;
                    }
                    end += 1;
                }
                let behind = &quoted[end..];
                let (behind, next) = behind
                    .split_once(separator)
                    .map_or((behind, None), |(behind, next)| (behind, Some(next)));
                if !behind.trim().is_empty() {
                    return true;
                }
                next
            }
        };
        let Some(next) = next else { return false };
        rest = next;
    }
}

/// What a spreadsheet writes where a formula failed, or a column is too narrow, which would pass for a comment.
pub(super) fn spreadsheet_error(line: &str) -> Option<&'static str> {
    let all =
        ["#N/A", "#REF!", "#VALUE!", "#NAME?", "#DIV/0!", "#NULL!", "#NUM!", "#SPILL!", "#CALC!", "#####"];
    all.into_iter().find(|error| line.trim_start_matches('"').starts_with(error))
}
