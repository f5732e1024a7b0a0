//! What is in a journal: a line of JSON for each outcome, and what a killed run or a power cut leaves behind them.

use std::collections::HashMap;

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use crate::error::Error;
use crate::outcome::ChannelOutcome;
use crate::text_bytes::without_mark;

#[derive(Serialize)]
struct Line<'a> {
    time: String,
    endpoint: &'a str,
    cust_space_id: &'a str,
    status: &'a str,
    request_id: Option<&'a str>,
    attempts: u32,
    error: Option<&'a Error>,
}

#[derive(Deserialize)]
struct RecordedLine {
    endpoint: String,
    cust_space_id: String,
    status: String,
    request_id: Option<String>,
    attempts: u32,
}

const ENABLED: &str = "enabled";
const FAILED: &str = "failed";
/// How every line begins: what does not is somebody's file.
const BEGINNING: &[u8] = b"{\"time\":\"";

/// What a journal says of a channel.
#[derive(Debug)]
pub(super) enum Recorded {
    Enabled {
        request_id: Option<String>,
        attempts: u32,
    },
    /// It was called, and no call has enabled it.
    Failed,
}

/// What is recorded, by endpoint and channel.
pub(super) type Records = HashMap<(String, String), Recorded>;

/// What was read of a file.
#[derive(Debug, Default)]
pub(super) struct Reading {
    pub(super) records: Records,
    /// How many bytes of the file are whole lines.
    pub(super) length: usize,
    /// Whether a power cut left holes between lines.
    pub(super) has_holes: bool,
}

/// The line for an outcome.
pub(super) fn write(endpoint: &str, outcome: &ChannelOutcome) -> serde_json::Result<Vec<u8>> {
    let mut bytes = serde_json::to_vec(&Line {
        time: Timestamp::now().strftime("%Y-%m-%dT%H:%M:%S%.3fZ").to_string(),
        endpoint,
        cust_space_id: &outcome.cust_space_id,
        status: if outcome.is_enabled() { ENABLED } else { FAILED },
        request_id: outcome.request_id.as_deref(),
        attempts: outcome.attempts,
        error: outcome.error.as_ref(),
    })?;
    bytes.push(b'\n');
    Ok(bytes)
}

/// Reads the records. What was cut off at the end is not part of the length; what is no journal is an error.
pub(super) fn read(bytes: &[u8]) -> Result<Reading, String> {
    let text = without_mark(bytes);
    let mut reading = Reading { length: bytes.len() - text.len(), ..Reading::default() };
    for (index, line) in text.split_inclusive(|byte| *byte == b'\n').enumerate() {
        let is_whole = line.ends_with(b"\n");
        // A file system that had made room for lines, and not written them, gives zeros.
        let written = without_zeros(line.trim_ascii());
        match serde_json::from_slice::<RecordedLine>(written) {
            Ok(record) => reading.add(record),
            Err(_) if written.is_empty() && (is_whole || !line.contains(&0)) => {}
            Err(_) if !is_whole && is_beginning(written) => return Ok(reading),
            // Lines that were written behind a hole follow it.
            Err(_) if line.contains(&0) && is_beginning(&written[..hole(written)]) => {
                reading.has_holes = true;
            }
            Err(error) => {
                return Err(format!("is not a journal of this command: line {}: {error}", index + 1));
            }
        }
        // Zeros behind a last line that is whole but for its end are cut off.
        let zeros = line.iter().rev().take_while(|byte| **byte == 0).count();
        reading.length += line.len() - zeros;
    }
    Ok(reading)
}

impl Reading {
    fn add(&mut self, record: RecordedLine) {
        let RecordedLine { endpoint, cust_space_id, status, request_id, attempts } = record;
        let key = (endpoint, cust_space_id);
        if status == ENABLED {
            self.records.insert(key, Recorded::Enabled { request_id, attempts });
        } else {
            self.records.entry(key).or_insert(Recorded::Failed);
        }
    }
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

    fn whole(text: &[u8]) -> (usize, usize) {
        let reading = read(text).unwrap();
        (reading.records.len(), reading.length)
    }

    #[test]
    fn what_a_power_cut_leaves_at_the_end_is_not_part_of_it() {
        let line = format!("{LINE}\n");
        for tail in ["\0\0\0\0", "{\"time\":\"2026\0\0", "{\"ti", "\0\0{\"time", "{\"time\":\"a\0\0b"] {
            assert_eq!(whole(format!("{line}{tail}").as_bytes()), (1, line.len()), "{tail:?}");
            assert_eq!(whole(tail.as_bytes()), (0, 0), "{tail:?}");
        }
    }

    #[test]
    fn a_hole_between_lines_hides_none_of_them() {
        let other = LINE.replace("\"c\"", "\"d\"");
        for hole in ["\0\0\0", "{\"time\":\"20\0\0\0", "\0\0\n"] {
            let text = format!("{LINE}\n{hole}{other}\n");
            let records = read(text.as_bytes()).unwrap().records;
            assert!(records.contains_key(&("e".to_owned(), "c".to_owned())), "{hole:?}");
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
    fn an_enabled_channel_stays_enabled() {
        let failed = LINE.replace("enabled", "failed");
        for text in [format!("{LINE}\n{failed}\n"), format!("{failed}\n{LINE}\n")] {
            let records = read(text.as_bytes()).unwrap().records;
            assert!(records.values().all(|it| matches!(it, Recorded::Enabled { .. })), "{text}");
        }
    }

    #[test]
    fn what_is_no_journal_is_an_error_with_its_line() {
        for text in
            ["cams-1\n", "cams-1", "{\"a\":1}\n", "\0\u{1}binary", "\0binary\n", "{\"time\":\"x\"}\nrest\n"]
        {
            assert!(read(text.as_bytes()).unwrap_err().contains("line 1"), "{text:?}");
        }
    }
}
