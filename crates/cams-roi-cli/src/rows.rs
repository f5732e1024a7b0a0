//! Answers as a table, as JSON and as CSV.

use std::io::{self, Write};

use comfy_table::{Cell, CellAlignment, ContentArrangement, LineStyle, Table, TableStyle};

use crate::failure::Failure;
use crate::output::{RowFormat, say, write_json};
use crate::text::one_line;
use crate::values::{Fields, Show, Value};

/// Columns with a line under their names, and nothing else that a copied text would carry along.
const STYLE: TableStyle = TableStyle::new().header_separator(LineStyle::none().fill('─').junction('─'));

/// An answer that can be written in every form.
pub(crate) trait Answer: Show {
    /// What a row of it is: a record that it lists, or the answer itself.
    type Row: Fields;

    /// What it means that it has no rows, where more is known than that.
    const NO_ROWS: &'static str = "the answer has no rows";

    /// Its rows.
    fn rows(&self) -> &[Self::Row];

    /// What it says beside its rows.
    fn beside(&self) -> Vec<(&'static str, Value)> {
        Vec::new()
    }
}

/// Writes an answer.
pub(crate) fn write<A: Answer>(out: &mut dyn Write, format: RowFormat, answer: &A) -> Result<(), Failure> {
    let rows = answer.rows();
    if rows.is_empty() {
        say(&format!("note: {}", A::NO_ROWS));
    }
    match format {
        RowFormat::Table => {
            if !rows.is_empty() {
                write_table(out, rows)?;
            }
            for (name, value) in answer.beside() {
                if !matches!(value, Value::Nothing) {
                    writeln!(out, "{}: {}", heading(name), one_line(&value.to_text()))?;
                }
            }
            Ok(())
        }
        RowFormat::Json => write_json(out, &answer.show(), false),
        RowFormat::Csv => write_csv(out, rows),
    }
}

/// Writes rows: a table, an object a line, or CSV.
pub(crate) fn write_rows<R: Fields>(
    out: &mut dyn Write,
    format: RowFormat,
    rows: &[R],
) -> Result<(), Failure> {
    match format {
        RowFormat::Table if rows.is_empty() => Ok(()),
        RowFormat::Table => write_table(out, rows),
        RowFormat::Json => rows.iter().try_for_each(|row| write_json(out, &row.show(), false)),
        RowFormat::Csv => write_csv(out, rows),
    }
}

/// Writes rows as a table, as wide as the terminal allows.
pub(crate) fn write_table<R: Fields>(out: &mut dyn Write, rows: &[R]) -> Result<(), Failure> {
    let mut table = Table::new();
    table.load_style(STYLE).set_content_arrangement(ContentArrangement::Dynamic);
    table.set_header(R::NAMES.iter().copied().map(heading));
    for row in rows {
        table.add_row(row.values().iter().map(|value| {
            let text = value.to_text();
            let cell = Cell::new(one_line(&text));
            if value.is_number() { cell.set_alignment(CellAlignment::Right) } else { cell }
        }));
    }
    writeln!(out, "{}", table.trim_fmt())?;
    Ok(())
}

/// A name as people read it.
fn heading(name: &str) -> String {
    name.trim_end_matches("_count").replace('_', " ")
}

fn write_csv<R: Fields>(out: &mut dyn Write, rows: &[R]) -> Result<(), Failure> {
    let mut writer = csv::Writer::from_writer(out);
    let written = writer
        .write_record(R::NAMES)
        .and_then(|()| {
            rows.iter().try_for_each(|row| writer.write_record(row.values().iter().map(Value::to_csv)))
        })
        .and_then(|()| Ok(writer.flush()?));
    written.map_err(|error| match error.into_kind() {
        csv::ErrorKind::Io(error) => Failure::Output(error),
        other => Failure::Output(io::Error::other(format!("{other:?}"))),
    })
}
