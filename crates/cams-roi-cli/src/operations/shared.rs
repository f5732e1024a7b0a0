//! What several subcommands take and show.
//!
//! Written by `cargo xtask generate` from `model/types.toml`; do not edit.

use cams_roi::operations::{ButtonClicks, ButtonType, Granularity, Page, QualityRating};
use serde::Deserialize;

use crate::values::{Fields, Show, Value};

/// The length of the period of each row of metrics.
#[derive(Clone, Copy, Debug, clap::ValueEnum)]
pub(super) enum GranularityWord {
    /// A day
    #[value(alias = "DAILY")]
    Daily,
    /// Half an hour
    #[value(alias = "HALF_HOUR")]
    HalfHour,
}

impl From<GranularityWord> for Granularity {
    fn from(word: GranularityWord) -> Self {
        match word {
            GranularityWord::Daily => Self::Daily,
            GranularityWord::HalfHour => Self::HalfHour,
        }
    }
}

/// A `Page` as its JSON.
#[derive(Clone, Debug, Deserialize)]
#[serde(rename_all = "PascalCase", deny_unknown_fields)]
pub(super) struct GivenPage {
    index: i64,
    size: i64,
}

impl From<GivenPage> for Page {
    fn from(given: GivenPage) -> Self {
        Self::new(given.index, given.size)
    }
}

impl Fields for ButtonClicks {
    const NAMES: &'static [&'static str] = &["button_content", "type", "count"];

    fn values(&self) -> Vec<Value> {
        vec![self.button_content.show(), self.button_type.show(), self.count.show()]
    }

    fn brief(&self) -> Option<String> {
        Some(format!("{}: {}", self.button_content.show().to_text(), self.count.show().to_text()))
    }
}

impl Show for Granularity {
    fn show(&self) -> Value {
        Value::Text(self.as_str().to_owned())
    }
}

impl Show for QualityRating {
    fn show(&self) -> Value {
        Value::Text(self.as_str().to_owned())
    }
}

impl Show for ButtonType {
    fn show(&self) -> Value {
        Value::Text(self.as_str().to_owned())
    }
}
