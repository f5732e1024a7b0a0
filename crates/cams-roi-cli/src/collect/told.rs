//! What `collect` says while it runs and at the end.

use std::io::{self, IsTerminal as _, Write};

use cams_roi::Error;
use cams_roi_store::{FailedQuery, Span, Written};
use indicatif::{ProgressBar, ProgressStyle};
use serde_json::json;

use super::time;
use crate::failure::{Failure, error_and_hint};
use crate::output::{TextOrJson, say, write_json};
use crate::text::counted;

/// What came of a run so far.
pub(super) struct Told {
    form: TextOrJson,
    bar: ProgressBar,
    pub(super) channels: usize,
    listed: usize,
    pub(super) queries: usize,
    pub(super) written: Written,
    pub(super) failed: usize,
}

impl Told {
    /// `with_bar` shows a progress bar where standard error is a terminal.
    pub(super) fn new(form: TextOrJson, with_bar: bool) -> Self {
        let bar =
            if with_bar && io::stderr().is_terminal() { ProgressBar::new(0) } else { ProgressBar::hidden() };
        if let Ok(style) = ProgressStyle::with_template("{bar:30} {pos}/{len} {msg}") {
            bar.set_style(style);
        }
        Self { form, bar, channels: 0, listed: 0, queries: 0, written: Written::default(), failed: 0 }
    }

    /// Shows the bar: how many queries there are shows while channels are listed.
    pub(super) fn begin(&self) {
        self.bar.set_length(0);
        self.show_channels();
    }

    /// A channel was looked at: it has so many queries.
    pub(super) fn listed(&mut self, queries: u64) {
        self.listed += 1;
        self.bar.inc_length(queries);
        self.show_channels();
    }

    pub(super) fn answered(&self, queries: usize) {
        self.bar.inc(queries as u64);
    }

    fn show_channels(&self) {
        self.bar.set_message(format!("queries; {} of {} channels looked at", self.listed, self.channels));
    }

    /// Says what failed, at once.
    pub(super) fn failure(
        &mut self,
        failed: &FailedQuery,
        error: &Error,
        out: &mut dyn Write,
    ) -> Result<(), Failure> {
        self.failed += 1;
        let subject = &failed.subject;
        let part = match (subject.phone_number.as_str(), subject.template_code.as_str()) {
            ("", "") => String::new(),
            ("", code) => format!(" template {code}"),
            (number, _) => format!(" phone number {number}"),
        };
        let text = error_and_hint(&format!("{}{part}: {error}", subject.cust_space_id), error.hint());
        self.bar.suspend(|| say(text.trim_end()));
        if self.form == TextOrJson::Json {
            let line = json!({
                "cust_space_id": subject.cust_space_id, "phone_number": given(&subject.phone_number), "template_code": given(&subject.template_code),
                "language": given(&subject.language), "start": failed.span.from.to_string(),
                "end": failed.span.until.to_string(), "error": error,
            });
            write_json(out, &line, false)?;
        }
        Ok(())
    }

    /// Takes the progress bar away.
    pub(super) fn give_up(&self) {
        self.bar.finish_and_clear();
    }

    /// What came, what changed, what failed.
    pub(super) fn end(
        &self,
        store: &str,
        account: &str,
        run_id: &str,
        span: Span,
        out: &mut dyn Write,
    ) -> Result<(), Failure> {
        self.give_up();
        let Written { new, changed, unchanged, .. } = self.written;
        if self.form == TextOrJson::Json {
            let line = json!({
                "store": store, "account": account, "run_id": run_id,
                "start": span.from.to_string(), "end": span.until.to_string(),
                "channels": self.channels, "queries": self.queries, "new_rows": new, "changed_rows": changed,
                "unchanged_rows": unchanged, "failed": self.failed,
            });
            return write_json(out, &line, false);
        }
        writeln!(
            out,
            "{store}: {new} new, {changed} corrected, {unchanged} as they were; {} of {}, {}",
            counted(self.queries, "query").replace("querys", "queries"),
            counted(self.channels, "channel"),
            time::said(span),
        )?;
        if self.failed > 0 {
            say(&format!("{} failed; the next run asks for it again", self.failed));
        }
        Ok(())
    }
}

fn given(text: &str) -> Option<&str> {
    (!text.is_empty()).then_some(text)
}
