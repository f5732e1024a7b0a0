//! Rows of figures as a table, as JSON and as CSV.

use std::io::{self, Write};

use cams_roi::operations::{ButtonClicks, PhoneNumberMetric, TemplateMetric};
use comfy_table::{CellAlignment, ContentArrangement, LineStyle, Table, TableStyle};
use serde::{Serialize, Serializer};

use crate::failure::Failure;
use crate::output::{RowFormat, say, write_json};
use crate::text::one_line;
use crate::times::shown;

/// Columns with a line under their names, and nothing else that a copied text would carry along.
const STYLE: TableStyle = TableStyle::new().header_separator(LineStyle::none().fill('─').junction('─'));

/// What an answer without rows can mean: the service does not say which.
const NO_ROWS: &str = "\
note: no metrics for this time range. That can mean: the channel was not enabled, or less than a day ago (messages sent \
before are never counted); or nothing was sent in that time; or another phone number, template or channel was meant";

/// A value in a row.
pub(crate) enum Cell {
    /// A text.
    Text(String),
    /// A text, or nothing.
    Optional(Option<String>),
    /// A count.
    Count(i64),
    /// Clicks by button.
    Clicks(Vec<ButtonClicks>),
}

/// A row that can be written in every form.
pub(crate) trait Row {
    /// The columns' names, for programs.
    const COLUMNS: &'static [&'static str];

    /// The values, in the columns' order.
    fn cells(&self) -> Vec<Cell>;
}

impl Row for PhoneNumberMetric {
    const COLUMNS: &'static [&'static str] =
        &["phone_number", "granularity", "start", "end", "sent_count", "delivered_count"];

    fn cells(&self) -> Vec<Cell> {
        vec![
            Cell::Text(self.phone_number.clone()),
            Cell::Optional(self.granularity.as_ref().map(ToString::to_string)),
            Cell::Text(shown(self.start)),
            Cell::Text(shown(self.end)),
            Cell::Count(self.sent_count),
            Cell::Count(self.delivered_count),
        ]
    }
}

impl Row for TemplateMetric {
    const COLUMNS: &'static [&'static str] = &[
        "template_code",
        "language",
        "start",
        "end",
        "sent_count",
        "delivered_count",
        "read_count",
        "clicks",
    ];

    fn cells(&self) -> Vec<Cell> {
        vec![
            Cell::Text(self.template_code.clone()),
            Cell::Text(self.language.clone()),
            Cell::Text(shown(self.start)),
            Cell::Text(shown(self.end)),
            Cell::Count(self.sent_count),
            Cell::Count(self.delivered_count),
            Cell::Count(self.read_count),
            Cell::Clicks(self.clicks.clone()),
        ]
    }
}

impl Serialize for Cell {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Text(text) => text.serialize(serializer),
            Self::Optional(text) => text.serialize(serializer),
            Self::Count(count) => count.serialize(serializer),
            Self::Clicks(clicks) => serializer.collect_seq(clicks.iter().map(|click| Click {
                button_content: &click.button_content,
                button_type: click.button_type.as_str(),
                count: click.count,
            })),
        }
    }
}

#[derive(Serialize)]
struct Click<'a> {
    button_content: &'a str,
    #[serde(rename = "type")]
    button_type: &'a str,
    count: i64,
}

/// A row for programs, its fields in the columns' order.
struct Object<'a, R>(&'a R);

impl<R: Row> Serialize for Object<'_, R> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map(R::COLUMNS.iter().zip(self.0.cells()))
    }
}

#[derive(Serialize)]
#[serde(bound = "")]
struct Answer<'a, R: Row> {
    request_id: Option<&'a str>,
    data: Vec<Object<'a, R>>,
}

impl Cell {
    /// For a spreadsheet: clicks as JSON, because a row has any number of buttons.
    fn to_csv(&self) -> String {
        match self {
            Self::Clicks(_) => serde_json::to_string(self).unwrap_or_default(),
            _ => self.to_text(),
        }
    }

    fn to_text(&self) -> String {
        match self {
            Self::Text(text) => text.clone(),
            Self::Optional(text) => text.clone().unwrap_or_default(),
            Self::Count(count) => count.to_string(),
            Self::Clicks(clicks) => {
                let words: Vec<_> =
                    clicks.iter().map(|it| format!("{}: {}", it.button_content, it.count)).collect();
                words.join(", ")
            }
        }
    }
}

/// Writes the rows of one answer.
pub(crate) fn write<R: Row>(
    out: &mut dyn Write,
    format: RowFormat,
    request_id: Option<&str>,
    rows: &[R],
) -> Result<(), Failure> {
    if rows.is_empty() {
        say(NO_ROWS);
    }
    match format {
        RowFormat::Table if rows.is_empty() => Ok(()),
        RowFormat::Table => write_table(out, rows),
        RowFormat::Json => {
            let data = rows.iter().map(Object).collect();
            write_json(out, &Answer { request_id, data }, false)
        }
        RowFormat::Csv => write_csv(out, rows),
    }
}

/// Writes the rows as a table, as wide as the terminal allows.
pub(crate) fn write_table<R: Row>(out: &mut dyn Write, rows: &[R]) -> Result<(), Failure> {
    let mut table = Table::new();
    table.load_style(STYLE).set_content_arrangement(ContentArrangement::Dynamic);
    table.set_header(R::COLUMNS.iter().map(|name| name.trim_end_matches("_count").replace('_', " ")));
    for row in rows {
        table.add_row(row.cells().iter().map(|cell| {
            let text = cell.to_text();
            let aligned = comfy_table::Cell::new(one_line(&text));
            if matches!(cell, Cell::Count(_)) { aligned.set_alignment(CellAlignment::Right) } else { aligned }
        }));
    }
    writeln!(out, "{}", table.trim_fmt())?;
    Ok(())
}

fn write_csv<R: Row>(out: &mut dyn Write, rows: &[R]) -> Result<(), Failure> {
    let mut writer = csv::Writer::from_writer(out);
    let written = writer
        .write_record(R::COLUMNS)
        .and_then(|()| {
            rows.iter().try_for_each(|row| writer.write_record(row.cells().iter().map(Cell::to_csv)))
        })
        .and_then(|()| Ok(writer.flush()?));
    written.map_err(|error| match error.into_kind() {
        csv::ErrorKind::Io(error) => Failure::Output(error),
        other => Failure::Output(io::Error::other(format!("{other:?}"))),
    })
}
