//! `CollectMetrics`: what the library does itself, with operations of the service.
//!
//! Written by `cargo xtask generate` from `model/operations/CollectMetrics.toml`; do not edit.

use std::time::SystemTime;

use serde::Serialize;

use super::shared::ButtonClicks;
use super::shared::Granularity;
use crate::bulk::Channel;
use crate::error::Error;

/// Reads the metrics of many channels: their phone numbers, and their marketing templates in each language.
///
/// For each channel, this finds the phone numbers (`QueryChatappPhoneNumbers`) and the marketing templates in each of
/// their languages (`ListChatappTemplate`: category `MARKETING`, audit status `pass`), and reads the metrics of each.
/// Each query yields a result of its own as soon as it is there. If a query fails, its result has the error, and the
/// others continue. Operations run side by side, each at the full speed of its own limit. Without channels and
/// targets, every channel that `FindChannels` finds is read. Give the time as `days`, or as `start` and `end`.
#[derive(Clone, Debug, Default, PartialEq)]
#[must_use]
pub struct CollectMetrics {
    pub(crate) channels: Option<Vec<Channel>>,
    pub(crate) targets: Option<Vec<MetricsTarget>>,
    pub(crate) days: Option<String>,
    pub(crate) time_zone: Option<String>,
    pub(crate) start: Option<SystemTime>,
    pub(crate) end: Option<SystemTime>,
    pub(crate) granularity: Option<Granularity>,
    pub(crate) phone_numbers: Option<bool>,
    pub(crate) templates: Option<bool>,
    pub(crate) isv_code: Option<String>,
    pub(crate) days_per_query: Option<i64>,
    pub(crate) journal: Option<String>,
}

impl CollectMetrics {
    pub(crate) const ACTION: &str = "CollectMetrics";

    /// All of it, unless more is said.
    pub fn new() -> Self {
        Self::default()
    }

    /// The channels, by their IDs (`cams-…`) or with ISV codes of their own. All phone numbers and templates of each
    /// are read.
    pub fn channels(mut self, channels: impl IntoIterator<Item = impl Into<Channel>>) -> Self {
        self.channels = Some(channels.into_iter().map(Into::into).collect());
        self
    }

    /// Single phone numbers or templates, in addition to `channels` or instead of them.
    pub fn targets(mut self, targets: Vec<MetricsTarget>) -> Self {
        self.targets = Some(targets);
        self
    }

    /// Whole days, never today: `yesterday`, the last days such as `7d`, a day such as `2026-11-01`, or a range such
    /// as `2026-11-01..2026-11-07`, which includes both days.
    pub fn days(mut self, days: impl Into<String>) -> Self {
        self.days = Some(days.into());
        self
    }

    /// The time zone of these days: `UTC` (the default), an offset such as `+08:00`, or a name such as
    /// `Asia/Shanghai`. The service does not document where its own days begin.
    pub fn time_zone(mut self, time_zone: impl Into<String>) -> Self {
        self.time_zone = Some(time_zone.into());
        self
    }

    /// The start of the time range, inclusive.
    pub fn start(mut self, start: SystemTime) -> Self {
        self.start = Some(start);
        self
    }

    /// The end of the time range, exclusive.
    pub fn end(mut self, end: SystemTime) -> Self {
        self.end = Some(end);
        self
    }

    /// The length of each row's period; `DAILY` by default.
    pub fn granularity(mut self, granularity: Granularity) -> Self {
        self.granularity = Some(granularity);
        self
    }

    /// Whether the metrics of phone numbers are read; true by default.
    pub fn phone_numbers(mut self, phone_numbers: bool) -> Self {
        self.phone_numbers = Some(phone_numbers);
        self
    }

    /// Whether the metrics of templates are read; true by default.
    pub fn templates(mut self, templates: bool) -> Self {
        self.templates = Some(templates);
        self
    }

    /// The code by which the ISV authorised the caller, for channels without a code of their own.
    pub fn isv_code(mut self, isv_code: impl Into<String>) -> Self {
        self.isv_code = Some(isv_code.into());
        self
    }

    /// The largest number of days of one query; 90 by default. A longer range is split into several queries. The
    /// service documents no maximum.
    pub fn days_per_query(mut self, days_per_query: i64) -> Self {
        self.days_per_query = Some(days_per_query);
        self
    }

    /// What records which queries are done, so that a killed run can be resumed without them: a file, or, in a build
    /// with the feature `redis`, redis://HOST:PORT/DB/NAME, a run that many workers share. A query is done when its
    /// result was taken, which is when the next one is asked for.
    pub fn journal(mut self, journal: impl Into<String>) -> Self {
        self.journal = Some(journal.into());
        self
    }
}

/// A part of what [`CollectMetrics`] gives.
#[derive(Clone, Debug, Default)]
pub(crate) struct CollectMetricsOutput {
    /// Results of queries.
    pub(crate) results: Vec<CollectedMetrics>,
}

/// Whose metrics are read: those of a whole channel, of one of its phone numbers, or of one of its templates.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(rename_all = "PascalCase")]
#[non_exhaustive]
pub struct MetricsTarget {
    /// The channel's ID (`cams-…`).
    pub cust_space_id: String,
    /// One of its phone numbers: digits with country code, no `+`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub phone_number: Option<String>,
    /// One of its templates, by its code.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub template_code: Option<String>,
    /// One language of the template.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub language: Option<String>,
    /// The template's name, for the rows; it is not sent.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub template_name: Option<String>,
    /// The ISV code of this channel, if it has one of its own.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub isv_code: Option<String>,
}

impl MetricsTarget {
    /// One with what is required.
    #[must_use]
    pub fn new(cust_space_id: impl Into<String>) -> Self {
        Self {
            cust_space_id: cust_space_id.into(),
            phone_number: None,
            template_code: None,
            language: None,
            template_name: None,
            isv_code: None,
        }
    }

    /// One of its phone numbers: digits with country code, no `+`.
    #[must_use]
    pub fn phone_number(mut self, phone_number: impl Into<String>) -> Self {
        self.phone_number = Some(phone_number.into());
        self
    }

    /// One of its templates, by its code.
    #[must_use]
    pub fn template_code(mut self, template_code: impl Into<String>) -> Self {
        self.template_code = Some(template_code.into());
        self
    }

    /// One language of the template.
    #[must_use]
    pub fn language(mut self, language: impl Into<String>) -> Self {
        self.language = Some(language.into());
        self
    }

    /// The template's name, for the rows; it is not sent.
    #[must_use]
    pub fn template_name(mut self, template_name: impl Into<String>) -> Self {
        self.template_name = Some(template_name.into());
        self
    }

    /// The ISV code of this channel, if it has one of its own.
    #[must_use]
    pub fn isv_code(mut self, isv_code: impl Into<String>) -> Self {
        self.isv_code = Some(isv_code.into());
        self
    }
}

/// The result of one query: its rows, or the error. A channel whose phone numbers or templates could not be listed
/// has a result with an error, too.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct CollectedMetrics {
    /// The channel's ID.
    pub cust_space_id: String,
    /// The phone number of the query; absent if the query was about a template, or listed what the channel has.
    pub phone_number: Option<String>,
    /// The template of the query; absent if the query was about a phone number, or listed what the channel has.
    pub template_code: Option<String>,
    /// The template's name, as far as it is known.
    pub template_name: Option<String>,
    /// The template's language.
    pub language: Option<String>,
    /// The start of the query's time range.
    pub start: SystemTime,
    /// The end of the query's time range.
    pub end: SystemTime,
    /// The rows; empty if nothing was counted, or if the query failed.
    pub rows: Vec<MetricsRow>,
    /// Why the query failed; absent if it succeeded.
    pub error: Option<Error>,
    /// How far the run is with this result.
    pub progress: CollectProgress,
}

/// How far a run is.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct CollectProgress {
    /// Channels known so far.
    pub channels: i64,
    /// Queries that are done.
    pub done: i64,
    /// Queries known so far. The number may grow until `is_complete`.
    pub total: i64,
    /// Whether all queries are known.
    pub is_complete: bool,
    /// Queries that an earlier run had done, according to the journal. They count as done.
    pub skipped: i64,
    /// Results with an error.
    pub failed: i64,
}

/// The metrics of a phone number, or of a template in one language, for one period. Counts are returned as they came.
/// Rates are computed from them, and are absent if the divisor is zero.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct MetricsRow {
    /// The channel's ID.
    pub cust_space_id: String,
    /// The business phone number; absent in a template's row.
    pub phone_number: Option<String>,
    /// The template's code; absent in a phone number's row.
    pub template_code: Option<String>,
    /// The template's name, as far as it is known.
    pub template_name: Option<String>,
    /// The template's language.
    pub language: Option<String>,
    /// When the period begins.
    pub start: SystemTime,
    /// When the period ends.
    pub end: SystemTime,
    /// Messages sent.
    pub sent_count: i64,
    /// Messages delivered.
    pub delivered_count: i64,
    /// Messages read; absent in a phone number's row, because the service does not report it.
    pub read_count: Option<i64>,
    /// Clicks on all buttons together; absent in a phone number's row.
    pub click_count: Option<i64>,
    /// Clicks by button.
    pub clicks: Vec<ButtonClicks>,
    /// Delivered messages divided by sent ones, from 0 to 1; absent if none was sent.
    pub delivery_rate: Option<f64>,
    /// Read messages divided by delivered ones, from 0 to 1; absent if none was delivered.
    pub read_rate: Option<f64>,
    /// Clicks divided by delivered messages; it can be more than 1. Absent if none was delivered.
    pub click_rate: Option<f64>,
}
