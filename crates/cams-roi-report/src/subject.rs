//! A channel or a template, and what became of its messages.

use jiff::Timestamp;

use crate::counts::Counts;

/// Counts of a period day by day, and of the period before it.
#[derive(Clone, Debug, Default)]
pub(crate) struct Series {
    pub(crate) days: Vec<Counts>,
    pub(crate) before: Counts,
}

impl Series {
    pub(crate) fn new(days: usize) -> Self {
        Self { days: vec![Counts::default(); days], before: Counts::default() }
    }

    /// The sum of the period.
    pub(crate) fn total(&self) -> Counts {
        self.days.iter().copied().sum()
    }

    /// Adds a day; `None` is one of the period before.
    pub(crate) fn add(&mut self, day: Option<usize>, counts: Counts) {
        match day.and_then(|day| self.days.get_mut(day)) {
            Some(place) => *place += counts,
            None => self.before += counts,
        }
    }
}

impl std::ops::AddAssign<&Self> for Series {
    fn add_assign(&mut self, more: &Self) {
        self.before += more.before;
        for (day, counts) in self.days.iter_mut().zip(&more.days) {
            *day += *counts;
        }
    }
}

/// A channel.
#[derive(Clone, Debug, Default)]
pub(crate) struct Channel {
    pub(crate) account: String,
    pub(crate) cust_space_id: String,
    pub(crate) name: String,
    pub(crate) first_seen: Option<Timestamp>,
    /// Of its phone numbers.
    pub(crate) numbers: Series,
    /// Of its templates.
    pub(crate) templates: Series,
    pub(crate) phone_numbers: Vec<String>,
    /// Whether there are metrics of it at any time.
    pub(crate) has_metrics: bool,
}

impl Channel {
    pub(crate) fn shown(&self) -> &str {
        if self.name.is_empty() { &self.cust_space_id } else { &self.name }
    }
}

/// A template in a language.
#[derive(Clone, Debug, Default)]
pub(crate) struct Template {
    pub(crate) account: String,
    pub(crate) cust_space_id: String,
    pub(crate) channel_name: String,
    pub(crate) code: String,
    pub(crate) language: String,
    pub(crate) name: String,
    pub(crate) category: String,
    pub(crate) series: Series,
}

impl Template {
    pub(crate) fn shown(&self) -> String {
        let name = if self.name.is_empty() { &self.code } else { &self.name };
        if self.language.is_empty() { name.clone() } else { format!("{name} ({})", self.language) }
    }

    pub(crate) fn channel(&self) -> &str {
        if self.channel_name.is_empty() { &self.cust_space_id } else { &self.channel_name }
    }
}

/// A button, over all templates.
#[derive(Clone, Debug, Default)]
pub(crate) struct Button {
    pub(crate) text: String,
    pub(crate) kind: String,
    pub(crate) clicks: i64,
    pub(crate) before: i64,
}
