//! Sums over a time: of each phone number and template, and of all of them.

use std::collections::BTreeMap;

use cams_roi::operations::MetricsRow;
use cams_roi_report::rate;

use crate::values::{Fields, Show as _, Value};

/// What a sum is of: a phone number or a template in a language.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Subject {
    cust_space_id: String,
    phone_number: Option<String>,
    template_code: Option<String>,
    language: Option<String>,
}

/// A sum.
#[derive(Clone, Debug, Default)]
struct Counts {
    template_name: Option<String>,
    sent: i64,
    delivered: i64,
    /// What the service does not say of phone numbers.
    read: Option<i64>,
    clicks: Option<i64>,
}

impl Counts {
    fn add(&mut self, row: &MetricsRow) {
        let sum = |sum: Option<i64>, more: Option<i64>| match (sum, more) {
            (Some(sum), Some(more)) => Some(sum.saturating_add(more)),
            (sum, more) => sum.or(more),
        };
        self.sent = self.sent.saturating_add(row.sent_count);
        self.delivered = self.delivered.saturating_add(row.delivered_count);
        self.read = sum(self.read, row.read_count);
        self.clicks = sum(self.clicks, row.click_count);
        if self.template_name.is_none() {
            self.template_name.clone_from(&row.template_name);
        }
    }
}

/// The sums of all rows so far.
#[derive(Debug, Default)]
pub(crate) struct Sums {
    /// Kept only where somebody asks for it: there may be many.
    of_each: Option<BTreeMap<Subject, Counts>>,
    phone_numbers: Option<Counts>,
    templates: Option<Counts>,
}

impl Sums {
    /// Sums of each phone number and template, too.
    pub(crate) fn of_each() -> Self {
        Self { of_each: Some(BTreeMap::new()), ..Self::default() }
    }

    pub(crate) fn add(&mut self, row: &MetricsRow) {
        if let Some(of_each) = &mut self.of_each {
            let subject = Subject {
                cust_space_id: row.cust_space_id.clone(),
                phone_number: row.phone_number.clone(),
                template_code: row.template_code.clone(),
                language: row.language.clone(),
            };
            of_each.entry(subject).or_default().add(row);
        }
        let all = if row.template_code.is_some() { &mut self.templates } else { &mut self.phone_numbers };
        all.get_or_insert_default().add(row);
    }

    /// The sum of each phone number and template.
    pub(crate) fn rows(&self) -> Vec<SumRow<'_>> {
        let of_each = self.of_each.iter().flatten();
        of_each.map(|(subject, counts)| SumRow { subject, counts }).collect()
    }

    /// What all of them come to, in words; nothing where there were no rows.
    pub(crate) fn said(&self) -> Vec<String> {
        let of = |name: &str, counts: &Counts| {
            let mut parts = vec![
                format!("{} sent", counts.sent),
                format!("{} delivered{}", counts.delivered, percent(counts.delivered, counts.sent)),
            ];
            if let Some(read) = counts.read {
                parts.push(format!("{read} read{}", percent(read, counts.delivered)));
            }
            if let Some(clicks) = counts.clicks {
                parts.push(format!("{clicks} clicks{}", percent(clicks, counts.delivered)));
            }
            format!("all {name}: {}", parts.join(", "))
        };
        let numbers = self.phone_numbers.as_ref().map(|counts| of("phone numbers", counts));
        let templates = self.templates.as_ref().map(|counts| of("templates", counts));
        numbers.into_iter().chain(templates).collect()
    }
}

fn percent(part: i64, whole: i64) -> String {
    rate(part, whole).map_or_else(String::new, |rate| format!(" ({:.1} %)", rate * 100.0))
}

/// A sum as a row.
pub(crate) struct SumRow<'a> {
    subject: &'a Subject,
    counts: &'a Counts,
}

impl Fields for SumRow<'_> {
    const NAMES: &'static [&'static str] = &[
        "cust_space_id",
        "phone_number",
        "template_code",
        "template_name",
        "language",
        "sent_count",
        "delivered_count",
        "read_count",
        "click_count",
        "delivery_rate",
        "read_rate",
        "click_rate",
    ];

    fn values(&self) -> Vec<Value> {
        let Self { subject, counts } = self;
        let shown = |rate: Option<f64>| match rate {
            Some(rate) => Value::Text(format!("{:.1} %", rate * 100.0)),
            None => Value::Nothing,
        };
        let of_delivered = |part: Option<i64>| shown(part.and_then(|it| rate(it, counts.delivered)));
        vec![
            subject.cust_space_id.show(),
            subject.phone_number.show(),
            subject.template_code.show(),
            counts.template_name.show(),
            subject.language.show(),
            counts.sent.show(),
            counts.delivered.show(),
            counts.read.show(),
            counts.clicks.show(),
            shown(rate(counts.delivered, counts.sent)),
            of_delivered(counts.read),
            of_delivered(counts.clicks),
        ]
    }
}
