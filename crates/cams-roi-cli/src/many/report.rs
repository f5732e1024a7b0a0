//! What `metrics` of many channels says while it runs and at the end.

use std::io::{self, IsTerminal as _, Write};

use cams_roi::operations::{
    ButtonType, CollectProgress, CollectedMetrics, GetChatappTemplateMetricOutput, MetricsRow,
};
use indicatif::{ProgressBar, ProgressStyle};
use serde_json::json;

use super::sums::Sums;
use crate::exit::Exit;
use crate::failure::{Failure, error_and_hint};
use crate::output::{RowFormat, say, write_json};
use crate::rows::{Answer as _, write_table};
use crate::text::counted;
use crate::times::shown;
use crate::values::{Fields as _, Show as _, Value};

/// A column of CSV for the clicks on each kind of button; the service may add others.
const CLICKS: [(&str, Option<ButtonType>); 4] = [
    ("url_clicks", Some(ButtonType::Url)),
    ("quick_reply_clicks", Some(ButtonType::QuickReply)),
    ("phone_number_clicks", Some(ButtonType::PhoneNumber)),
    ("other_clicks", None),
];

/// Tells each result as it comes, and the sums at the end.
pub(super) struct Report {
    form: RowFormat,
    bar: ProgressBar,
    sums: Sums,
    rows: usize,
    failed: usize,
    progress: Option<CollectProgress>,
    has_header: bool,
}

impl Report {
    /// `with_bar` shows a progress bar where standard error is a terminal.
    pub(super) fn new(form: RowFormat, with_bar: bool) -> Self {
        let bar =
            if with_bar && io::stderr().is_terminal() { ProgressBar::new(0) } else { ProgressBar::hidden() };
        if let Ok(style) = ProgressStyle::with_template("{bar:30} {pos}/{len} queries, {msg}") {
            bar.set_style(style);
        }
        Self {
            form,
            bar,
            sums: if form == RowFormat::Table { Sums::of_each() } else { Sums::default() },
            rows: 0,
            failed: 0,
            progress: None,
            has_header: false,
        }
    }

    /// For output that goes on below rows, and has its header.
    pub(super) fn leave_out_header(&mut self) {
        self.has_header = true;
    }

    /// Tells what came of a query.
    pub(super) fn add(&mut self, result: &CollectedMetrics, out: &mut dyn Write) -> Result<(), Failure> {
        let progress = &result.progress;
        self.bar.set_length(u64::try_from(progress.total).unwrap_or_default());
        self.bar.set_position(u64::try_from(progress.done).unwrap_or_default());
        let channels = counted(usize::try_from(progress.channels).unwrap_or_default(), "channel");
        self.bar.set_message(if progress.is_complete { channels } else { format!("{channels} so far") });
        self.progress = Some(progress.clone());
        if let Some(error) = &result.error {
            self.failed += 1;
            let what = result.template_code.as_ref().map(|it| format!(" template {it}")).unwrap_or_default();
            let text = error_and_hint(&format!("{}{what}: {error}", result.cust_space_id), error.hint());
            self.bar.suspend(|| say(text.trim_end()));
            if self.form == RowFormat::Json {
                let failure = json!({
                    "cust_space_id": result.cust_space_id, "phone_number": result.phone_number,
                    "template_code": result.template_code, "language": result.language,
                    "start": shown(result.start), "end": shown(result.end), "error": error,
                });
                write_json(out, &failure, false)?;
            }
        }
        for row in &result.rows {
            self.rows += 1;
            self.sums.add(row);
        }
        match self.form {
            RowFormat::Table => {}
            RowFormat::Json => {
                for row in &result.rows {
                    write_json(out, &row.show(), false)?;
                }
            }
            RowFormat::Csv => self.write_csv(&result.rows, out)?,
        }
        // What is taken is done for the journal: it must be out of this process by then.
        Ok(out.flush()?)
    }

    fn write_csv(&mut self, rows: &[MetricsRow], out: &mut dyn Write) -> Result<(), Failure> {
        let mut writer = csv::WriterBuilder::new().from_writer(out);
        let mut written = Ok(());
        if !self.has_header {
            self.has_header = true;
            written = writer.write_record(csv_names());
        }
        let written = written
            .and_then(|()| rows.iter().try_for_each(|row| writer.write_record(csv_values(row))))
            .and_then(|()| Ok(writer.flush()?));
        written.map_err(|error| match error.into_kind() {
            csv::ErrorKind::Io(error) => Failure::Output(error),
            other => Failure::Output(io::Error::other(format!("{other:?}"))),
        })
    }

    /// Takes the progress bar away.
    pub(super) fn give_up(&self) {
        self.bar.finish_and_clear();
    }

    /// Whether no query was left to be made.
    pub(super) fn had_nothing_to_do(&self) -> bool {
        self.progress.is_none()
    }

    /// Says what came in all.
    pub(super) fn end(&mut self, out: &mut dyn Write) -> Result<Exit, Failure> {
        self.give_up();
        match self.form {
            RowFormat::Table if self.rows > 0 => write_table(out, &self.sums.rows())?,
            // Who reads a table finds its columns, also where it has no rows.
            RowFormat::Csv => self.write_csv(&[], out)?,
            _ => {}
        }
        self.sums.said().iter().for_each(|line| say(line));
        say(&self.summary());
        // Where a journal has left some out, their rows were written before.
        let asked_all = self.progress.as_ref().is_some_and(|it| it.channels > 0 && it.skipped == 0);
        if asked_all && self.rows == 0 && self.failed == 0 {
            say(&format!("note: {}", GetChatappTemplateMetricOutput::NO_ROWS));
        }
        Ok(if self.failed > 0 { Exit::Failed } else { Exit::Done })
    }

    /// How far it got.
    pub(super) fn summary(&self) -> String {
        let mut parts = vec![counted(self.rows, "row")];
        if let Some(progress) = &self.progress {
            let count =
                |number: i64, thing: &str| counted(usize::try_from(number).unwrap_or_default(), thing);
            if progress.channels > 0 {
                parts.push(format!("of {}", count(progress.channels, "channel")));
            }
            parts.push(format!("in {}", count(progress.done, "query").replace("querys", "queries")));
            if progress.skipped > 0 {
                parts.push(format!("({} done before, as the journal says)", progress.skipped));
            }
        }
        let text = parts.join(" ");
        if self.failed > 0 { format!("{text}; {} failed", self.failed) } else { text }
    }
}

fn csv_names() -> Vec<&'static str> {
    let own = MetricsRow::NAMES.iter().copied().filter(|name| *name != "clicks");
    own.chain(CLICKS.iter().map(|(name, _)| *name)).collect()
}

fn csv_values(row: &MetricsRow) -> Vec<String> {
    let own = MetricsRow::NAMES.iter().zip(row.values()).filter(|(name, _)| **name != "clicks");
    let mut values: Vec<String> = own.map(|(_, value)| value.to_csv()).collect();
    for (_, kind) in &CLICKS {
        let is_own = |button: &ButtonType| match kind {
            Some(kind) => button == kind,
            None => CLICKS.iter().all(|(_, known)| known.as_ref() != Some(button)),
        };
        let clicks = row.clicks.iter().filter(|it| is_own(&it.button_type)).map(|it| it.count).sum::<i64>();
        values.push(row.click_count.map_or(Value::Nothing, |_| Value::Count(clicks)).to_csv());
    }
    values
}
