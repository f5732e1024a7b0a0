//! What a report is about.

use jiff::Timestamp;
use jiff::civil::Date;

use crate::attention::Attention;
use crate::counts::Counts;
use crate::money::Money;
use crate::period::{By, Period};
use crate::reach::Reach;
use crate::subject::{Button, Channel, Series, Template};

/// What a report covers.
#[derive(Clone, Debug)]
pub struct ReportOptions {
    /// How many days.
    pub days: usize,
    /// The day after the last one.
    pub until: Date,
    /// How lines are drawn.
    pub by: By,
    /// One account alone; all where there is none.
    pub account: Option<String>,
}

/// How the last run ended.
#[derive(Clone, Debug)]
pub(crate) struct LastRun {
    pub(crate) started_at: Timestamp,
    pub(crate) status: String,
    pub(crate) failures: i64,
}

/// All that a report says.
#[derive(Debug)]
pub struct Report {
    pub(crate) period: Period,
    pub(crate) by: By,
    pub(crate) accounts: Vec<String>,
    /// By messages sent, most first.
    pub(crate) channels: Vec<Channel>,
    /// By messages sent, most first.
    pub(crate) templates: Vec<Template>,
    /// By clicks, most first.
    pub(crate) buttons: Vec<Button>,
    /// Of the phone numbers of all channels.
    pub(crate) numbers: Series,
    /// Of all templates.
    pub(crate) all_templates: Series,
    /// Worst first.
    pub(crate) attention: Vec<Attention>,
    pub(crate) last_run: Option<LastRun>,
    pub(crate) reach: Reach,
    /// Where the user gave prices or revenue.
    pub(crate) money: Option<Money>,
}

impl Report {
    /// What all templates add up to in the period.
    #[must_use]
    pub fn template_totals(&self) -> Counts {
        self.all_templates.total()
    }

    /// What all phone numbers add up to in the period.
    #[must_use]
    pub fn phone_number_totals(&self) -> Counts {
        self.numbers.total()
    }

    /// Whether there is nothing to say: no metrics in the period, nor before it.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        let nothing = |series: &Series| series.total().is_nothing() && series.before.is_nothing();
        nothing(&self.numbers) && nothing(&self.all_templates)
    }
}
