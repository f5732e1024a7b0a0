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

/// What is asked about a phone number or a template.
pub(super) struct Asked {
    pub(super) target: MetricsTarget,
    /// From when on.
    pub(super) from: Timestamp,
    /// How many queries that makes.
    pub(super) queries: u64,
}

/// What is asked about a channel: each phone number, and each marketing template that passed its audit, of which
/// something is missing.
pub(super) fn of_channel(listed: &Listed, days: &Days, covered: &HashMap<Subject, Span>) -> Vec<Asked> {
    let targets = targets(listed);
    targets.into_iter().filter_map(|(subject, target)| asked(target, days, covered.get(&subject))).collect()
}

/// What a channel has that the service counts, each once: a list that changes while it is read may name some twice.
fn targets(listed: &Listed) -> BTreeMap<Subject, MetricsTarget> {
    let channel = || {
        let target = MetricsTarget::new(&listed.cust_space_id);
        match &listed.isv_code {
            Some(code) => target.isv_code(code),
            None => target,
        }
    };
    let numbers = listed.phone_numbers.iter().map(|number| channel().phone_number(&number.phone_number));
    let templates = listed.templates.iter().filter(|it| has_metrics(it)).map(|template| {
        let mut target = channel().template_code(&template.template_code);
        if !template.language.is_empty() {
            target = target.language(&template.language);
        }
        target.template_name(&template.template_name)
    });
    numbers.chain(templates).map(|target| (subject(&target), target)).collect()
}

fn subject(target: &MetricsTarget) -> Subject {
    Subject {
        cust_space_id: target.cust_space_id.clone(),
        phone_number: target.phone_number.clone().unwrap_or_default(),
        template_code: target.template_code.clone().unwrap_or_default(),
        language: target.language.clone().unwrap_or_default(),
    }
}

/// Nothing where nothing is missing.
fn asked(target: MetricsTarget, days: &Days, covered: Option<&Span>) -> Option<Asked> {
    let span = days.missing(covered)?;
    let asked_days = (span.until.as_second() - span.from.as_second()) / DAY_SECONDS;
    let queries = u64::try_from(asked_days).unwrap_or_default().div_ceil(DAYS_PER_QUERY.unsigned_abs());
    Some(Asked { target, from: span.from, queries })
}

/// What a run would ask.
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
    /// Adds a channel.
    pub(super) fn add(&mut self, listed: &Listed, days: &Days, covered: &HashMap<Subject, Span>) {
        let asked = of_channel(listed, days, covered);
        self.nothing_missing += targets(listed).len() - asked.len();
        for Asked { target, from, queries } in asked {
            self.queries += queries;
            self.from.entry(from).or_default().push(target);
        }
    }
}

/// Whether the service counts what becomes of it.
fn has_metrics(template: &TemplateName) -> bool {
    !template.template_code.is_empty()
        && template.category.eq_ignore_ascii_case("MARKETING")
        && template.audit_status.eq_ignore_ascii_case("pass")
}
