//! A table that the user gives: as spreadsheets save it, with commas, semicolons or tabs, in UTF-8 or UTF-16, with or
//! without a byte order mark.

use std::borrow::Cow;
use std::collections::HashMap;

use super::amount::Amount;
use crate::error::ReportError;

/// A table of a user, read.
pub(super) struct Given {
    /// How it is called in what is said of it.
    pub(super) name: String,
    columns: HashMap<String, usize>,
    rows: Vec<(u64, csv::StringRecord)>,
    /// Where no comma separates, it may be a decimal one.
    decimal_comma: bool,
    hint: &'static str,
}

/// A row of it.
pub(super) struct GivenRow<'a> {
    table: &'a Given,
    line: u64,
    record: &'a csv::StringRecord,
}

impl Given {
    /// Reads the table; each of `required` must be a column of it, and none but these and `others`.
    pub(super) fn read(
        name: &str,
        bytes: &[u8],
        required: &[&str],
        others: &[&str],
        hint: &'static str,
    ) -> Result<Self, ReportError> {
        let wrong = |problem: String| ReportError::file(format!("{name} {problem}"), hint);
        // The reader of CSV counts lines that end in CR LF from the one before.
        let text = text(bytes).map_err(|problem| wrong(problem.to_owned()))?.replace("\r\n", "\n");
        let (delimiter, text) = delimiter(&text);
        let mut reader = csv::ReaderBuilder::new()
            .delimiter(delimiter)
            .trim(csv::Trim::All)
            .flexible(false)
            .from_reader(text.as_bytes());
        let headers = reader.headers().map_err(|error| wrong(format!("cannot be read: {error}")))?;
        let mut columns = HashMap::new();
        // Spreadsheets save columns beside the table that are empty.
        for (place, column) in headers.iter().enumerate().filter(|(_, column)| !column.is_empty()) {
            let column = column.to_ascii_lowercase();
            if let Some(twice) = columns.insert(column.clone(), place).map(|_| column) {
                return Err(wrong(format!("has the column {twice} twice")));
            }
        }
        for column in required {
            if !columns.contains_key(*column) {
                return Err(wrong(format!("has no column {column}")));
            }
        }
        if let Some(unknown) = columns
            .keys()
            .filter(|column| !required.contains(&column.as_str()) && !others.contains(&column.as_str()))
            .min()
        {
            return Err(wrong(format!("has a column {unknown:?} that means nothing here")));
        }
        let mut rows = Vec::new();
        for record in reader.records() {
            let record = record.map_err(|error| {
                let line = error.position().map_or(0, csv::Position::line);
                wrong(format!("line {line} has more or fewer fields than the header"))
            })?;
            let line = record.position().map_or(0, csv::Position::line);
            if record.iter().any(|field| !field.is_empty()) {
                rows.push((line, record));
            }
        }
        Ok(Self { name: name.to_owned(), columns, rows, decimal_comma: delimiter != b',', hint })
    }

    pub(super) fn rows(&self) -> impl Iterator<Item = GivenRow<'_>> {
        self.rows.iter().map(|(line, record)| GivenRow { table: self, line: *line, record })
    }

    /// The one currency of all rows.
    pub(super) fn currency(&self) -> Result<String, ReportError> {
        let mut one: Option<(u64, String)> = None;
        for row in self.rows() {
            let currency = row.text("currency");
            if currency.is_empty() {
                return Err(row.wrong("has no currency"));
            }
            match &one {
                Some((line, known)) if known != currency => {
                    let problem = format!(
                        "is in {currency}, and line {line} in {known}: no rate is known to this program"
                    );
                    return Err(row.wrong(&problem));
                }
                Some(_) => {}
                None => one = Some((row.line, currency.to_owned())),
            }
        }
        one.map(|(_, currency)| currency)
            .ok_or_else(|| ReportError::file(format!("{} has no rows", self.name), self.hint))
    }
}

/// The text of a file, whichever way a spreadsheet saved it.
fn text(bytes: &[u8]) -> Result<Cow<'_, str>, &'static str> {
    let in_utf_16 = |bytes: &[u8], read: fn([u8; 2]) -> u16| {
        let (pairs, rest) = bytes.as_chunks::<2>();
        let units: Vec<u16> = pairs.iter().map(|pair| read(*pair)).collect();
        let text = String::from_utf16(&units).ok().filter(|_| rest.is_empty());
        text.map(Cow::Owned).ok_or("is broken off: it is UTF-16 with a part of a letter")
    };
    match bytes {
        [0xff, 0xfe, rest @ ..] => in_utf_16(rest, u16::from_le_bytes),
        [0xfe, 0xff, rest @ ..] => in_utf_16(rest, u16::from_be_bytes),
        _ => {
            let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
            let text = std::str::from_utf8(bytes).ok().filter(|text| !text.contains('\0'));
            text.map(Cow::Borrowed).ok_or("is no text in UTF-8: save it as \"CSV UTF-8\"")
        }
    }
}

/// What separates fields, and the table. Excel may say the separator in a line of its own.
fn delimiter(text: &str) -> (u8, &str) {
    let (first, rest) = text.split_once('\n').unwrap_or((text, ""));
    if let [separator @ (b',' | b';' | b'\t')] =
        first.trim_end_matches('\r').strip_prefix("sep=").unwrap_or_default().as_bytes()
    {
        return (*separator, rest);
    }
    let separator = [b';', b'\t'].into_iter().find(|separator| first.as_bytes().contains(separator));
    (separator.unwrap_or(b','), text)
}

impl GivenRow<'_> {
    /// A field; empty where the table has no such column.
    pub(super) fn text(&self, column: &str) -> &str {
        self.table.columns.get(column).and_then(|place| self.record.get(*place)).unwrap_or_default()
    }

    pub(super) fn amount(&self, column: &str) -> Result<Amount, ReportError> {
        let text = self.text(column);
        Amount::read(text, self.table.decimal_comma)
            .ok_or_else(|| self.wrong(&format!("has {text:?} as {column}: give a number such as 0.0375")))
    }

    /// What is wrong with the row.
    pub(super) fn wrong(&self, problem: &str) -> ReportError {
        ReportError::file(self.said(problem), self.table.hint)
    }

    pub(super) fn said(&self, problem: &str) -> String {
        format!("{} line {} {problem}", self.table.name, self.line)
    }
}
