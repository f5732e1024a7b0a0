//! How names, values, times and bytes are written where they are signed.

use jiff::Timestamp;
use jiff::fmt::temporal::DateTimePrinter;
use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};

/// Everything but the unreserved characters of RFC 3986 is encoded.
const RESERVED: &AsciiSet = &NON_ALPHANUMERIC.remove(b'-').remove(b'_').remove(b'.').remove(b'~');

/// Percent-encodes the UTF-8 bytes of `text`, leaving only `A–Z a–z 0–9 - _ . ~`.
///
/// ```
/// assert_eq!(cams_roi::signature::percent_encode("a b*c~d/é"), "a%20b%2Ac~d%2F%C3%A9");
/// ```
#[must_use]
pub fn percent_encode(text: &str) -> String {
    utf8_percent_encode(text, RESERVED).to_string()
}

/// Joins parameters as `name=value&…`: both sides percent-encoded, sorted by the bytes of the name.
#[must_use]
pub fn canonical_query<N: AsRef<str>, V: AsRef<str>>(parameters: &[(N, V)]) -> String {
    join_sorted(parameters, |query, name| query.extend(utf8_percent_encode(name, RESERVED)))
}

/// The same, with names written as `push_name` does.
pub(super) fn join_sorted<N: AsRef<str>, V: AsRef<str>>(
    parameters: &[(N, V)],
    push_name: impl Fn(&mut String, &str),
) -> String {
    let mut sorted: Vec<(&str, &str)> = parameters.iter().map(|(n, v)| (n.as_ref(), v.as_ref())).collect();
    sorted.sort_unstable();
    let mut query = String::with_capacity(sorted.iter().map(|(n, v)| n.len() + v.len() + 8).sum());
    for (name, value) in sorted {
        if !query.is_empty() {
            query.push('&');
        }
        push_name(&mut query, name);
        query.push('=');
        query.extend(utf8_percent_encode(value, RESERVED));
    }
    query
}

/// The signing time as both algorithms write it: `YYYY-MM-DDThh:mm:ssZ`, UTC, whole seconds.
#[must_use]
pub fn format_time(time: Timestamp) -> String {
    const WHOLE_SECONDS: DateTimePrinter = DateTimePrinter::new().precision(Some(0));
    WHOLE_SECONDS.timestamp_to_string(&time)
}

/// Lower-case hexadecimal digits of `bytes`.
pub(crate) fn hex(bytes: &[u8]) -> String {
    const DIGITS: &[u8; 16] = b"0123456789abcdef";
    let mut text = String::with_capacity(bytes.len() * 2);
    for byte in bytes {
        text.push(char::from(DIGITS[usize::from(byte >> 4)]));
        text.push(char::from(DIGITS[usize::from(byte & 15)]));
    }
    text
}
