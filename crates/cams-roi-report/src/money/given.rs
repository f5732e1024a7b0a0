//! A table that the user gives: as spreadsheets save it, with commas or semicolons, with or without a byte order mark.

use std::collections::HashMap;

use super::amount::Amount;
use crate::error::ReportError;

/// A table of a user, read.
pub(super) struct Given {
    /// How it is called in what is said of it.
    pub(super) name: String,
    columns: HashMap<String, usize>,
    rows: Vec<(u64, csv::StringRecord)>,
    /// Where semicolons separate, a comma is a decimal one.
    semicolons: bool,
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
        let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
        let text = std::str::from_utf8(bytes).map_err(|_| wrong("is no text in UTF-8".to_owned()))?;
        let header = text.lines().next().unwrap_or_default();
        let semicolons = header.contains(';');
        let mut reader = csv::ReaderBuilder::new()
            .delimiter(if semicolons { b';' } else { b',' })
            .trim(csv::Trim::All)
            .flexible(false)
            .from_reader(text.as_bytes());
        let headers = reader.headers().map_err(|error| wrong(format!("cannot be read: {error}")))?;
        let columns: HashMap<String, usize> =
            headers.iter().enumerate().map(|(place, name)| (name.to_ascii_lowercase(), place)).collect();
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
        Ok(Self { name: name.to_owned(), columns, rows, semicolons, hint })
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

impl GivenRow<'_> {
    /// A field; empty where the table has no such column.
    pub(super) fn text(&self, column: &str) -> &str {
        self.table.columns.get(column).and_then(|place| self.record.get(*place)).unwrap_or_default()
    }

    pub(super) fn amount(&self, column: &str) -> Result<Amount, ReportError> {
        let text = self.text(column);
        Amount::read(text, self.table.semicolons)
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
