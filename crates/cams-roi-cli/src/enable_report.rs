//! What `enable` says while it runs and at the end.

use std::io::{IsTerminal as _, Write};

use cams_roi::AccessDeniedDetail;
use cams_roi::bulk::{Channel, ChannelOutcome};
use indicatif::{ProgressBar, ProgressStyle};
use serde::Serialize;

use crate::exit::Exit;
use crate::failure::{Failure, error_and_hint};
use crate::output::{TextOrJson, say, write_json};
use crate::text::{counted, one_line};

/// One channel, for programs. The order of the fields is part of the contract.
#[derive(Serialize)]
struct Line<'a> {
    cust_space_id: &'a str,
    status: &'static str,
    request_id: Option<&'a str>,
    attempts: u32,
    error: Option<&'a cams_roi::Error>,
    /// Whether an earlier run had enabled it.
    resumed: bool,
    /// Whether it was not called, because an error of other channels' calls had ended the run: this is that error.
    not_called: bool,
    message: Option<&'a str>,
    access_denied_detail: Option<&'a AccessDeniedDetail>,
}

/// Tells each outcome as it comes, and the sum of them at the end.
pub(crate) struct Report {
    form: TextOrJson,
    id_width: usize,
    bar: ProgressBar,
    enabled: usize,
    enabled_before: usize,
    failed: usize,
    not_called: usize,
    /// The error that concerns the account and so ended the run.
    stop: Option<cams_roi::Error>,
    /// Failures with an error that ended the run: a line for each would be thousands that say the same.
    withheld: Vec<ChannelOutcome>,
    /// The first failure of any kind.
    first: Option<cams_roi::Error>,
    /// The exit code on which all failures agree.
    common: Option<Exit>,
    hints: Vec<String>,
}

impl Report {
    /// A report on these channels; `with_bar` shows a progress bar where standard error is a terminal.
    pub(crate) fn new(form: TextOrJson, channels: &[Channel], with_bar: bool) -> Self {
        let visible = with_bar && channels.len() > 1 && std::io::stderr().is_terminal();
        let bar = if visible { ProgressBar::new(channels.len() as u64) } else { ProgressBar::hidden() };
        if let Ok(style) = ProgressStyle::with_template("{bar:30} {pos}/{len} channels, {eta} left") {
            bar.set_style(style);
        }
        Self {
            form,
            id_width: channels.iter().map(|it| it.cust_space_id.len()).max().unwrap_or_default(),
            bar,
            enabled: 0,
            enabled_before: 0,
            failed: 0,
            not_called: 0,
            stop: None,
            withheld: Vec::new(),
            first: None,
            common: None,
            hints: Vec::new(),
        }
    }

    /// How many channels are enabled, now or before.
    pub(crate) fn done(&self) -> usize {
        self.enabled + self.enabled_before
    }

    /// How many outcomes there were.
    pub(crate) fn seen(&self) -> usize {
        self.done() + self.failed + self.not_called
    }

    /// Takes the progress bar away where nothing more can be written.
    pub(crate) fn give_up(&self) {
        self.bar.finish_and_clear();
    }

    /// Counts an outcome and tells it.
    pub(crate) fn add(&mut self, outcome: ChannelOutcome, out: &mut dyn Write) -> Result<(), Failure> {
        self.bar.inc(1);
        let Some(error) = &outcome.error else {
            if outcome.resumed {
                self.enabled_before += 1;
            } else {
                self.enabled += 1;
            }
            return self.print(&outcome, out);
        };
        let stops = outcome.not_called || error.concerns_every_channel();
        self.count_failure(error, stops, outcome.not_called);
        if stops && self.form == TextOrJson::Text {
            self.withheld.push(outcome);
            return Ok(());
        }
        self.print(&outcome, out)
    }

    fn count_failure(&mut self, error: &cams_roi::Error, stops: bool, not_called: bool) {
        let exit = Exit::of(error.kind());
        self.common = if self.first.is_none() { Some(exit) } else { self.common.filter(|it| *it == exit) };
        self.first.get_or_insert_with(|| error.clone());
        if stops {
            self.stop.get_or_insert_with(|| error.clone());
            // Also where there were no credentials to call with.
            if not_called || error.attempts() == 0 {
                self.not_called += 1;
                return;
            }
        } else if !self.hints.iter().any(|hint| hint == error.hint()) {
            self.hints.push(error.hint().to_owned());
        }
        self.failed += 1;
    }

    fn print(&self, outcome: &ChannelOutcome, out: &mut dyn Write) -> Result<(), Failure> {
        self.bar.suspend(|| match self.form {
            TextOrJson::Text => Ok(writeln!(out, "{}", outcome_line(outcome, self.id_width))?),
            TextOrJson::Json => write_json(
                out,
                &Line {
                    cust_space_id: &outcome.cust_space_id,
                    status: if outcome.is_enabled() { "enabled" } else { "failed" },
                    request_id: outcome.request_id.as_deref(),
                    attempts: outcome.attempts,
                    error: outcome.error.as_ref(),
                    resumed: outcome.resumed,
                    not_called: outcome.not_called,
                    message: outcome.message.as_deref(),
                    access_denied_detail: outcome.access_denied_detail.as_ref(),
                },
                false,
            ),
        })
    }

    /// Says what is still to be said, once all outcomes are there.
    pub(crate) fn end(&mut self, out: &mut dyn Write) -> Result<(), Failure> {
        self.bar.finish_and_clear();
        if self.form == TextOrJson::Json {
            return Ok(());
        }
        let withheld = std::mem::take(&mut self.withheld);
        // If every channel met the same error, that is said once.
        let all_alike = withheld.len() == self.seen();
        if !all_alike {
            for outcome in &withheld {
                self.print(outcome, out)?;
            }
        }
        out.flush()?;
        say(&self.summary());
        Ok(())
    }

    fn summary(&self) -> String {
        let mut text = String::new();
        let says_why = matches!(self.exit(), Exit::Done | Exit::Failed);
        match self.stop.as_ref().or(self.first.as_ref()) {
            Some(error) if !says_why => text.push_str(&error_and_hint(&error.to_string(), error.hint())),
            _ => {
                for hint in &self.hints {
                    text.push_str("hint: ");
                    text.push_str(&one_line(hint));
                    text.push('\n');
                }
            }
        }
        let mut counts = vec![format!("{} enabled", self.enabled)];
        if self.failed > 0 {
            counts.push(format!("{} failed", self.failed));
        }
        if self.enabled_before > 0 {
            counts.push(format!("{} already enabled (journal)", self.enabled_before));
        }
        if self.not_called > 0 {
            let were = if self.not_called == 1 { "was" } else { "were" };
            counts.push(format!("{} {were} not called", counted(self.not_called, "channel")));
        }
        text.push_str(&counts.join(", "));
        text
    }

    /// The exit code for what came.
    pub(crate) fn exit(&self) -> Exit {
        let decisive = |exit: &Exit| matches!(exit, Exit::Denied | Exit::Busy | Exit::Transport);
        if let Some(error) = &self.stop {
            Exit::of(error.kind())
        } else if self.first.is_none() {
            Exit::Done
        } else if self.done() == 0 {
            self.common.filter(decisive).unwrap_or(Exit::Failed)
        } else {
            Exit::Failed
        }
    }
}

/// What became of a channel, on one line; IDs are `width` wide.
pub(crate) fn outcome_line(outcome: &ChannelOutcome, width: usize) -> String {
    let id = &outcome.cust_space_id;
    match &outcome.error {
        None => {
            let request = outcome.request_id.as_deref().unwrap_or("unknown");
            let journal = if outcome.resumed { "  (journal)" } else { "" };
            format!("{id:width$}  enabled  request {}{journal}", one_line(request))
        }
        Some(error) => {
            let code = error.code().map(|code| format!(" {code}")).unwrap_or_default();
            let called = if outcome.attempts == 0 { "not called: " } else { "" };
            let text = format!("{called}{}{code}: {}", error.kind(), error.message());
            format!("{id:width$}  failed  {}", one_line(&text))
        }
    }
}
