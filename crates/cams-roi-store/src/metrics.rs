//! Rows of metrics, and what was asked for.

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use crate::value::Value;

/// Clicks on a button.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct ButtonClicks {
    /// The button's text, in the template's language.
    pub button: String,
    /// What kind of button it is, in the service's word.
    #[serde(rename = "type")]
    pub button_type: String,
    /// How often it was clicked.
    pub count: i64,
}

/// The metrics of a phone number, or of a template in a language, for one period.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MetricsRow {
    /// The channel's ID.
    pub cust_space_id: String,
    /// The business phone number; empty in a template's row.
    pub phone_number: String,
    /// The template's code; empty in a phone number's row.
    pub template_code: String,
    /// The template's language; empty in a phone number's row.
    pub language: String,
    /// `DAILY` or `HALF_HOUR`.
    pub granularity: String,
    /// When the period begins.
    pub period_start: Timestamp,
    /// When it ends.
    pub period_end: Timestamp,
    /// Messages sent.
    pub sent_count: i64,
    /// Messages delivered.
    pub delivered_count: i64,
    /// Messages read, where the service says it.
    pub read_count: Option<i64>,
    /// Clicks by button, where the service says them.
    pub clicks: Option<Vec<ButtonClicks>>,
}

impl MetricsRow {
    /// Clicks on all buttons together.
    #[must_use]
    pub fn click_count(&self) -> Option<i64> {
        self.clicks.as_ref().map(|clicks| clicks.iter().map(|it| it.count).fold(0, i64::saturating_add))
    }
}

/// Clicks as they are kept: in one order, so that only other counts are a difference.
pub(crate) fn clicks_text(clicks: Option<&[ButtonClicks]>) -> Value {
    let Some(clicks) = clicks else { return Value::Null };
    let mut sorted: Vec<&ButtonClicks> = clicks.iter().collect();
    sorted.sort();
    // Text, numbers and a list of them: nothing that JSON could not say. NUL is none that PostgreSQL's JSON takes.
    let text = serde_json::to_string(&sorted).unwrap_or_default().replace("\\u0000", "\\ufffd");
    Value::Text(text)
}

/// A phone number, or a template in a language: what one query is about. A channel as a whole where both are empty.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Subject {
    /// The channel's ID.
    pub cust_space_id: String,
    /// The business phone number; empty for templates.
    pub phone_number: String,
    /// The template's code; empty for phone numbers.
    pub template_code: String,
    /// The template's language; empty for phone numbers.
    pub language: String,
}

/// A time from one moment to another.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Span {
    /// From when on.
    pub from: Timestamp,
    /// Until when, and not of this moment itself.
    pub until: Timestamp,
}

/// What came of one query.
#[derive(Clone, Debug)]
pub struct Answer {
    /// What was asked about.
    pub subject: Subject,
    /// Of what time.
    pub span: Span,
    /// How long a period is.
    pub granularity: String,
    /// The rows.
    pub rows: Vec<MetricsRow>,
}
