//! What is in a journal: a line of JSON for each thing that is done, and what a killed run or a power cut leaves behind
//! them.

use jiff::Timestamp;
use serde::Serialize;
use serde::de::DeserializeOwned;

use crate::text_bytes::without_mark;

/// How every line begins: what does not is somebody's file.
const BEGINNING: &[u8] = b"{\"time\":\"";

/// What of a file is whole.
#[derive(Debug, Default)]
pub(super) struct Extent {
    /// How many bytes of the file are whole lines.
    pub(super) length: usize,
    /// Whether a power cut left holes between lines.
    pub(super) has_holes: bool,
    /// Whether there is any line.
    pub(super) has_lines: bool,
}

/// When a line is written.
pub(crate) fn now() -> String {
    Timestamp::now().strftime("%Y-%m-%dT%H:%M:%S%.3fZ").to_string()
}

/// The line for what `T` says. Its first field is `time`, by which lines are known.
pub(crate) fn line(value: &impl Serialize) -> serde_json::Result<Vec<u8>> {
    let mut bytes = serde_json::to_vec(value)?;
    bytes.push(b'\n');
    Ok(bytes)
}

/// Reads the lines. What was cut off at the end is not part of the length; what is no journal is an error.
pub(super) fn read<T: DeserializeOwned>(bytes: &[u8], mut add: impl FnMut(T)) -> Result<Extent, String> {
    let text = without_mark(bytes);
    let mut extent = Extent { length: bytes.len() - text.len(), ..Extent::default() };
    for (index, line) in text.split_inclusive(|byte| *byte == b'\n').enumerate() {
        let is_whole = line.ends_with(b"\n");
        // A file system that had made room for lines, and not written them, gives zeros.
        let written = without_zeros(line.trim_ascii());
        match serde_json::from_slice::<T>(written) {
            Ok(record) => {
                extent.has_lines = true;
                add(record);
            }
            Err(_) if written.is_empty() && (is_whole || !line.contains(&0)) => {}
            // Its end is missing, whether a hole is in it or not: what is appended must not follow it.
            Err(_) if !is_whole && is_beginning(&written[..hole(written)]) => return Ok(extent),
            // Lines that were written behind a hole follow it.
            Err(_) if line.contains(&0) && is_beginning(&written[..hole(written)]) => {
                extent.has_holes = true;
            }
            Err(error) => {
                return Err(format!("is not a journal of this command: line {}: {error}", index + 1));
            }
        }
        // Zeros behind a last line that is whole but for its end are cut off.
        let zeros = line.iter().rev().take_while(|byte| **byte == 0).count();
        extent.length += line.len() - zeros;
    }
    Ok(extent)
}

/// The line without the zeros before and behind it.
fn without_zeros(mut line: &[u8]) -> &[u8] {
    while let [0, rest @ ..] | [rest @ .., 0] = line {
        line = rest;
    }
    line
}

/// Where the first zero is.
fn hole(line: &[u8]) -> usize {
    line.iter().position(|byte| *byte == 0).unwrap_or(line.len())
}

/// Whether this library may have begun to write this.
fn is_beginning(line: &[u8]) -> bool {
    BEGINNING.starts_with(&line[..line.len().min(BEGINNING.len())])
}

#[cfg(test)]
mod tests {
    use super::*;

    const LINE: &str =
        r#"{"time":"t","endpoint":"e","cust_space_id":"c","status":"enabled","request_id":"r","attempts":1}"#;

    #[derive(serde::Deserialize)]
    struct Line {
        cust_space_id: String,
    }

    fn ids(text: &[u8]) -> (Vec<String>, Extent) {
        let mut ids = Vec::new();
        let extent = read(text, |line: Line| ids.push(line.cust_space_id)).unwrap();
        (ids, extent)
    }

    fn whole(text: &[u8]) -> (usize, usize) {
        let (ids, extent) = ids(text);
        (ids.len(), extent.length)
    }

    #[test]
    fn what_a_power_cut_leaves_at_the_end_is_not_part_of_it() {
        let line = format!("{LINE}\n");
        for tail in
            ["\0\0\0\0", "{\"time\":\"2026\0\0", "{\"ti", "\0\0{\"time", "{\"time\":\"a\0\0b", "{\"t\0\0b"]
        {
            assert_eq!(whole(format!("{line}{tail}").as_bytes()), (1, line.len()), "{tail:?}");
            assert_eq!(whole(tail.as_bytes()), (0, 0), "{tail:?}");
        }
    }

    #[test]
    fn a_hole_between_lines_hides_none_of_them() {
        let other = LINE.replace("\"c\"", "\"d\"");
        for hole in ["\0\0\0", "{\"time\":\"20\0\0\0", "\0\0\n"] {
            let text = format!("{LINE}\n{hole}{other}\n");
            assert!(ids(text.as_bytes()).0.contains(&"c".to_owned()), "{hole:?}");
        }
        let text = format!("{LINE}\n\0\0\0{other}\n");
        assert_eq!(whole(text.as_bytes()), (2, text.len()));
    }

    #[test]
    fn a_byte_order_mark_and_line_ends_of_windows_change_nothing() {
        let text = format!("\u{feff}{LINE}\r\n\r\n");
        assert_eq!(whole(text.as_bytes()), (1, text.len()));
    }

    #[test]
    fn what_is_no_journal_is_an_error_with_its_line() {
        for text in
            ["cams-1\n", "cams-1", "{\"a\":1}\n", "\0\u{1}binary", "\0binary\n", "{\"time\":\"x\"}\nrest\n"]
        {
            let problem = read(text.as_bytes(), |_: Line| {}).unwrap_err();
            assert!(problem.contains("line 1"), "{text:?}");
        }
    }
}
