//! What a client was seen to do, compared with what it should have done.

use std::collections::{BTreeMap, HashSet};
use std::time::Duration;

use cams_roi::signature::hmac_sha1::SYSTEM_PARAMETERS;
use serde::Deserialize;

use crate::log::{LogEntry, Outcome};
use crate::rate;
use crate::sts;

/// What should have been seen; what is not given is not looked at. "Attempts" are requests to CAMS: those to STS and to
/// the metadata server count among `actions` alone.
#[derive(Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub(crate) struct Seen {
    attempts: Option<usize>,
    actions: Option<Vec<String>>,
    parameters: Option<Each<BTreeMap<String, String>>>,
    url_parameters: Option<Vec<String>>,
    access_key_id: Option<Each<String>>,
    signature: Option<String>,
    signed_headers: Option<Vec<String>>,
    host: Option<String>,
    user_agent: Option<Vec<String>>,
    codes: Option<Vec<String>>,
    statuses: Option<Vec<u16>>,
    outcomes: Option<Vec<Outcome>>,
    spacing_ms: Option<Range>,
    span_ms: Option<Range>,
    peak_per_second: Option<Range>,
    connections: Option<Range>,
}

/// One value for every attempt, or a list with one for each.
#[derive(Debug, Deserialize)]
#[serde(untagged)]
enum Each<T> {
    List(Vec<T>),
    Every(T),
}

#[derive(Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
struct Range {
    at_least: Option<u64>,
    at_most: Option<u64>,
}

impl Range {
    fn holds(&self, number: u128) -> bool {
        self.at_least.is_none_or(|least| number >= u128::from(least))
            && self.at_most.is_none_or(|most| number <= u128::from(most))
    }
}

impl Seen {
    /// Every difference between what should have been seen and the log.
    pub(crate) fn problems(&self, entries: &[LogEntry]) -> Vec<String> {
        let mut problems = Problems::default();
        problems
            .equal("actions", self.actions.as_deref(), entries, |it| it.action.clone().unwrap_or_default());
        problems.rules(entries);
        let attempts: Vec<&LogEntry> = entries.iter().filter(|entry| is_attempt(entry)).collect();
        if let Some(expected) = self.attempts.filter(|expected| *expected != attempts.len()) {
            problems.add(format!("{expected} attempts expected, {} seen", attempts.len()));
        }
        problems.each("parameters", self.parameters.as_ref(), &attempts, |it| it.parameters.clone());
        let access_key_id = |it: &LogEntry| it.access_key_id.clone().unwrap_or_default();
        problems.each("access_key_id", self.access_key_id.as_ref(), &attempts, access_key_id);
        let codes = |it: &&LogEntry| it.code.clone().unwrap_or_default();
        problems.equal("codes", self.codes.as_deref(), &attempts, codes);
        let statuses = |it: &&LogEntry| it.status.unwrap_or_default();
        problems.equal("statuses", self.statuses.as_deref(), &attempts, statuses);
        let outcomes: Option<Vec<_>> =
            self.outcomes.as_ref().map(|it| it.iter().copied().map(Some).collect());
        problems.equal("outcomes", outcomes.as_deref(), &attempts, |it| it.outcome);
        for attempt in &attempts {
            self.compare(attempt, &mut problems);
        }
        self.measure(&attempts, &mut problems);
        problems.0
    }

    /// What every attempt should be like.
    fn compare(&self, attempt: &LogEntry, problems: &mut Problems) {
        let number = attempt.sequence;
        let mut same = |name: &str, expected: Option<&str>, seen: Option<&str>| {
            if expected.is_some() && expected != seen {
                problems.add(format!("request {number}: {name}: {expected:?} expected, {seen:?} seen"));
            }
        };
        same("signature", self.signature.as_deref(), attempt.signature);
        same("host", self.host.as_deref(), attempt.host.as_deref());
        let list = |names: &[String]| names.join(", ");
        let expected = self.signed_headers.as_deref().map(list);
        same("signed_headers", expected.as_deref(), Some(&list(&attempt.signed_headers)));
        let expected = self.url_parameters.as_deref().map(list);
        same("url_parameters", expected.as_deref(), Some(&list(&attempt.url_parameters)));
        let agent = attempt.user_agent.as_deref().unwrap_or_default();
        for text in self.user_agent.iter().flatten().filter(|text| !agent.contains(text.as_str())) {
            problems.add(format!("request {number}: user_agent: {text:?} expected, {agent:?} seen"));
        }
    }

    /// Time and connections.
    fn measure(&self, attempts: &[&LogEntry], problems: &mut Problems) {
        let times: Vec<Duration> = attempts.iter().map(|it| it.received_at).collect();
        for (range, pair) in
            self.spacing_ms.iter().flat_map(|range| times.windows(2).map(move |pair| (range, pair)))
        {
            let spacing = pair[1].saturating_sub(pair[0]).as_millis();
            if !range.holds(spacing) {
                problems.add(format!("spacing_ms: {range:?} expected, {spacing} seen"));
            }
        }
        if let (Some(range), [first, .., last]) = (&self.span_ms, times.as_slice()) {
            let span = last.saturating_sub(*first).as_millis();
            if !range.holds(span) {
                problems.add(format!("span_ms: {range:?} expected, {span} seen"));
            }
        }
        if let Some(range) = &self.peak_per_second {
            let peak = rate::peak(times);
            if !range.holds(peak as u128) {
                problems.add(format!("peak_per_second: {range:?} expected, {peak} seen"));
            }
        }
        if let Some(range) = &self.connections {
            let connections = attempts.iter().map(|it| it.connection).collect::<HashSet<u64>>().len();
            if !range.holds(connections as u128) {
                problems.add(format!("connections: {range:?} expected, {connections} seen"));
            }
        }
    }
}

fn is_attempt(entry: &LogEntry) -> bool {
    entry
        .action
        .as_deref()
        .is_none_or(|name| !name.starts_with('/') && sts::Action::from_name(name).is_none())
}

#[derive(Default)]
struct Problems(Vec<String>);

impl Problems {
    fn add(&mut self, problem: String) {
        self.0.push(problem);
    }

    /// What must hold of every client, whatever was expected.
    fn rules(&mut self, entries: &[LogEntry]) {
        let mut nonces = HashSet::new();
        for LogEntry { sequence, method, nonce, url_parameters, .. } in
            entries.iter().filter(|it| is_attempt(it))
        {
            if method != "POST" {
                self.add(format!("request {sequence}: method {method} instead of POST"));
            }
            if !nonce.as_ref().is_some_and(|nonce| nonces.insert(nonce)) {
                self.add(format!("request {sequence}: the nonce {nonce:?} is not a new one"));
            }
            for name in url_parameters.iter().filter(|name| SYSTEM_PARAMETERS.contains(&name.as_str())) {
                self.add(format!("request {sequence}: {name} is in the URL, which others log"));
            }
        }
    }

    fn equal<E, T: PartialEq + std::fmt::Debug>(
        &mut self,
        name: &str,
        expected: Option<&[T]>,
        entries: &[E],
        field: impl Fn(&E) -> T,
    ) {
        let seen: Vec<T> = entries.iter().map(field).collect();
        if let Some(expected) = expected.filter(|expected| *expected != seen) {
            self.add(format!("{name}: {expected:?} expected, {seen:?} seen"));
        }
    }

    fn each<T: PartialEq + std::fmt::Debug>(
        &mut self,
        name: &str,
        expected: Option<&Each<T>>,
        attempts: &[&LogEntry],
        field: impl Fn(&LogEntry) -> T,
    ) {
        match expected {
            None => {}
            Some(Each::List(list)) => self.equal(name, Some(list.as_slice()), attempts, |it| field(it)),
            Some(Each::Every(value)) => {
                for attempt in attempts {
                    let seen = field(attempt);
                    if seen != *value {
                        self.add(format!(
                            "request {}: {name}: {value:?} expected, {seen:?} seen",
                            attempt.sequence
                        ));
                    }
                }
            }
        }
    }
}
