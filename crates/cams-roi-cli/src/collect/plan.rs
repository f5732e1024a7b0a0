//! What is asked: of whom, from when on.

use std::collections::{BTreeMap, HashMap};

use cams_roi::operations::MetricsTarget;
use cams_roi_store::{Span, Subject, TemplateName};
use jiff::Timestamp;

use super::names::Listed;
use super::time::Days;

/// How many days one query covers at the most.
pub(super) const DAYS_PER_QUERY: i64 = 90;
const DAY_SECONDS: i64 = 24 * 3600;

/// What is asked.
#[derive(Debug, Default)]
pub(super) struct Plan {
    /// By the time from which on it is asked.
    pub(super) from: BTreeMap<Timestamp, Vec<MetricsTarget>>,
    /// How many queries that makes.
    pub(super) queries: u64,
    /// Of how many phone numbers and templates nothing is missing.
    pub(super) nothing_missing: usize,
}

impl Plan {
    /// Adds what a channel has: each phone number, and each marketing template that passed its audit.
    pub(super) fn add(&mut self, listed: &Listed, days: &Days, covered: &HashMap<Subject, Span>) {
        let channel = || {
            let target = MetricsTarget::new(&listed.cust_space_id);
            match &listed.isv_code {
                Some(code) => target.isv_code(code),
                None => target,
            }
        };
        for number in &listed.phone_numbers {
            self.add_target(channel().phone_number(&number.phone_number), days, covered);
        }
        for template in listed.templates.iter().filter(|it| has_metrics(it)) {
            let mut target = channel().template_code(&template.template_code);
            if !template.language.is_empty() {
                target = target.language(&template.language);
            }
            self.add_target(target.template_name(&template.template_name), days, covered);
        }
    }

    fn add_target(&mut self, target: MetricsTarget, days: &Days, covered: &HashMap<Subject, Span>) {
        let subject = Subject {
            cust_space_id: target.cust_space_id.clone(),
            phone_number: target.phone_number.clone().unwrap_or_default(),
            template_code: target.template_code.clone().unwrap_or_default(),
            language: target.language.clone().unwrap_or_default(),
        };
        let Some(span) = days.missing(covered.get(&subject)) else {
            self.nothing_missing += 1;
            return;
        };
        let asked_days = (span.until.as_second() - span.from.as_second()) / DAY_SECONDS;
        self.queries += u64::try_from(asked_days).unwrap_or_default().div_ceil(DAYS_PER_QUERY.unsigned_abs());
        self.from.entry(span.from).or_default().push(target);
    }
}

/// Whether the service counts what becomes of it.
fn has_metrics(template: &TemplateName) -> bool {
    !template.template_code.is_empty()
        && template.category.eq_ignore_ascii_case("MARKETING")
        && template.audit_status.eq_ignore_ascii_case("pass")
}
