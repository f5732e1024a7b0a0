//! A message template of a channel.

use serde::{Deserialize, Serialize};

/// A message template, in all of its languages.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Template {
    /// The code: a text, however many digits it has.
    pub code: String,
    /// The name; empty for the code.
    #[serde(default)]
    pub name: String,
    /// The languages in which it is there.
    #[serde(default = "english")]
    pub languages: Vec<String>,
    /// `MARKETING`, `UTILITY` or `AUTHENTICATION`. There are metrics of marketing templates alone.
    #[serde(default = "marketing")]
    pub category: String,
    /// `pass`, `fail`, `auditing` or `unaudit`. There are metrics of templates that passed alone.
    #[serde(default = "pass")]
    pub audit_status: String,
}

impl Template {
    /// A marketing template in English that passed the review.
    #[must_use]
    pub fn new(code: impl Into<String>) -> Self {
        Self {
            code: code.into(),
            name: String::new(),
            languages: english(),
            category: marketing(),
            audit_status: pass(),
        }
    }

    /// In these languages.
    #[must_use]
    pub fn in_languages<L: Into<String>>(mut self, languages: impl IntoIterator<Item = L>) -> Self {
        self.languages = languages.into_iter().map(Into::into).collect();
        self
    }

    pub(crate) fn shown_name(&self) -> &str {
        if self.name.is_empty() { &self.code } else { &self.name }
    }

    pub(crate) fn is_in(&self, language: &str) -> bool {
        self.languages.iter().any(|known| known == language)
    }

    /// Whether messages of it were counted.
    pub(crate) fn is_measured(&self) -> bool {
        self.category == "MARKETING" && self.audit_status == "pass"
    }
}

fn english() -> Vec<String> {
    vec!["en".to_owned()]
}

fn marketing() -> String {
    "MARKETING".to_owned()
}

fn pass() -> String {
    "pass".to_owned()
}
