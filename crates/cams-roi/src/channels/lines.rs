//! Lines of text from bytes, whatever the encoding and the ends of lines, with no more than one line in memory.

use std::io::{self, BufRead, BufReader, Read};

/// No line of a list comes near it; an endless device does.
pub(super) const MOST: usize = 64 * 1024;

/// A line without its end.
#[derive(Debug)]
pub(super) struct Line {
    /// From 1.
    pub(super) number: usize,
    /// What cannot be decoded is U+FFFD: a name in another encoding beside an ID does no harm.
    pub(super) text: String,
    /// Whether only its beginning is here.
    pub(super) too_long: bool,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Encoding {
    Utf8,
    Utf16 { big_endian: bool },
}

#[derive(Debug)]
pub(super) struct Lines<R> {
    source: BufReader<R>,
    encoding: Option<Encoding>,
    /// The bytes or the first byte of a unit that were read and not used.
    pushed_back: Vec<u8>,
    number: usize,
    after_return: bool,
    failed: bool,
}

impl<R: Read> Lines<R> {
    pub(super) fn new(source: R) -> Self {
        Self {
            source: BufReader::new(source),
            encoding: None,
            pushed_back: Vec::new(),
            number: 0,
            after_return: false,
            failed: false,
        }
    }

    /// The next line; `None` at the end.
    pub(super) fn next(&mut self) -> io::Result<Option<Line>> {
        if self.failed {
            return Ok(None);
        }
        let result = match self.encoding {
            Some(encoding) => self.line(encoding),
            None => self.detect().and_then(|encoding| self.line(encoding)),
        };
        self.failed = result.is_err();
        result
    }

    fn line(&mut self, encoding: Encoding) -> io::Result<Option<Line>> {
        match encoding {
            Encoding::Utf8 => self.line_of_bytes(),
            Encoding::Utf16 { big_endian } => self.line_of_units(big_endian),
        }
    }

    /// Takes the byte order mark, if there is one. UTF-16 is written with one by everything that writes it for people.
    fn detect(&mut self) -> io::Result<Encoding> {
        while self.pushed_back.len() < 3 {
            let Some(byte) = self.read_byte()? else { break };
            self.pushed_back.push(byte);
        }
        let (encoding, length) = match self.pushed_back.as_slice() {
            [0xef, 0xbb, 0xbf] => (Encoding::Utf8, 3),
            [0xff, 0xfe, ..] => (Encoding::Utf16 { big_endian: false }, 2),
            [0xfe, 0xff, ..] => (Encoding::Utf16 { big_endian: true }, 2),
            _ => (Encoding::Utf8, 0),
        };
        self.pushed_back.drain(..length);
        self.encoding = Some(encoding);
        Ok(encoding)
    }

    fn line_of_bytes(&mut self) -> io::Result<Option<Line>> {
        let mut bytes = Vec::new();
        let mut any = false;
        while let Some(byte) = self.byte()? {
            // The second half of a CRLF belongs to the line before.
            if std::mem::take(&mut self.after_return) && byte == b'\n' {
                continue;
            }
            any = true;
            if matches!(byte, b'\r' | b'\n') {
                self.after_return = byte == b'\r';
                break;
            }
            bytes.push(byte);
            if bytes.len() > MOST {
                return Ok(Some(self.finish(String::from_utf8_lossy(&bytes[..64]).into_owned(), true)));
            }
        }
        Ok(any.then(|| self.finish(String::from_utf8_lossy(&bytes).into_owned(), false)))
    }

    fn line_of_units(&mut self, big_endian: bool) -> io::Result<Option<Line>> {
        let mut units = Vec::new();
        let mut any = false;
        while let Some(first) = self.byte()? {
            // Half a unit at the end was cut off.
            let unit = self.byte()?.map_or(0xfffd, |second| {
                if big_endian {
                    u16::from_be_bytes([first, second])
                } else {
                    u16::from_le_bytes([first, second])
                }
            });
            if std::mem::take(&mut self.after_return) && unit == u16::from(b'\n') {
                continue;
            }
            any = true;
            if unit == u16::from(b'\r') || unit == u16::from(b'\n') {
                self.after_return = unit == u16::from(b'\r');
                break;
            }
            units.push(unit);
            if units.len() > MOST {
                return Ok(Some(self.finish(String::from_utf16_lossy(&units[..64]), true)));
            }
        }
        Ok(any.then(|| self.finish(String::from_utf16_lossy(&units), false)))
    }

    fn finish(&mut self, text: String, too_long: bool) -> Line {
        self.number += 1;
        Line { number: self.number, text, too_long }
    }

    fn byte(&mut self) -> io::Result<Option<u8>> {
        if self.pushed_back.is_empty() { self.read_byte() } else { Ok(Some(self.pushed_back.remove(0))) }
    }

    fn read_byte(&mut self) -> io::Result<Option<u8>> {
        loop {
            match self.source.fill_buf() {
                Ok(buffer) => {
                    let byte = buffer.first().copied();
                    self.source.consume(usize::from(byte.is_some()));
                    return Ok(byte);
                }
                Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
                Err(error) => return Err(error),
            }
        }
    }
}
