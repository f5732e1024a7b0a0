//! How bytes that others wrote become text: files, answers, what programs print.

use std::borrow::Cow;

/// Why bytes are not text: where it stops to be.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("it is not UTF-8 text (line {line})")]
pub(crate) struct NotText {
    pub(crate) line: usize,
}

const UTF8_MARK: &[u8] = b"\xef\xbb\xbf";

/// Reads UTF-8 with or without a byte order mark, and UTF-16 with one, as Windows' editors and shells write it.
pub(crate) fn read(bytes: &[u8]) -> Result<Cow<'_, str>, NotText> {
    match bytes {
        [0xff, 0xfe, rest @ ..] => utf16(rest, u16::from_le_bytes),
        [0xfe, 0xff, rest @ ..] => utf16(rest, u16::from_be_bytes),
        _ => {
            let bytes = without_mark(bytes);
            std::str::from_utf8(bytes)
                .map(Cow::Borrowed)
                .map_err(|error| NotText { line: lines(&bytes[..error.valid_up_to()]) })
        }
    }
}

/// Reads the same, with `�` for what is not text: for excerpts, and for answers whose reader says better what is wrong.
pub(crate) fn read_lossy(bytes: &[u8]) -> Cow<'_, str> {
    read(bytes).unwrap_or_else(|_| String::from_utf8_lossy(without_mark(bytes)))
}

/// The bytes behind a UTF-8 byte order mark.
pub(crate) fn without_mark(bytes: &[u8]) -> &[u8] {
    bytes.strip_prefix(UTF8_MARK).unwrap_or(bytes)
}

fn utf16(bytes: &[u8], unit: fn([u8; 2]) -> u16) -> Result<Cow<'static, str>, NotText> {
    let units = bytes.chunks_exact(2).map(|pair| unit([pair[0], pair[1]]));
    let mut text = String::with_capacity(bytes.len() / 2);
    for character in char::decode_utf16(units) {
        text.push(character.map_err(|_| NotText { line: lines(text.as_bytes()) })?);
    }
    if bytes.len() % 2 == 1 {
        return Err(NotText { line: lines(text.as_bytes()) });
    }
    Ok(Cow::Owned(text))
}

fn lines(before: &[u8]) -> usize {
    before.split(|byte| *byte == b'\n').count()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_go_and_utf_16_is_read() {
        assert_eq!(read(b"a\xc3\xa9").unwrap(), "aé");
        assert_eq!(read(b"\xef\xbb\xbfab").unwrap(), "ab");
        assert_eq!(read(b"\xff\xfea\0\xe9\0\n\0").unwrap(), "aé\n");
        assert_eq!(read(b"\xfe\xff\0a\0\xe9").unwrap(), "aé");
        assert_eq!(read(b"").unwrap(), "");
    }

    #[test]
    fn what_is_not_text_is_told_by_its_line() {
        for (bytes, line) in
            [(&b"a\nb\n\xff"[..], 3), (b"\xff\xfea\0\n\0\x00\xd8", 2), (b"\xff\xfea", 1), (b"\xe9", 1)]
        {
            assert_eq!(read(bytes), Err(NotText { line }), "{bytes:?}");
        }
        assert_eq!(read_lossy(b"\xef\xbb\xbfa\xff"), "a\u{fffd}");
    }
}
