//! What a run asks: of which channels, for which time, in which windows.

use std::path::PathBuf;
use std::time::{Duration, SystemTime};

use crate::bulk::Channel;
use crate::days::{self, full_days};
use crate::error::Error;
use crate::operations::{CollectMetrics, Granularity, MetricsTarget, spoilt};

/// How many days a query covers at the most, unless it is said.
const DAYS_PER_QUERY: i64 = 90;
const DAY: Duration = Duration::from_secs(24 * 3600);

/// A part of the time that is asked for; the first one takes rows that begin before it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Window {
    pub(crate) start: SystemTime,
    pub(crate) end: SystemTime,
    pub(crate) is_first: bool,
}

/// What a run asks.
#[derive(Debug)]
pub(crate) struct Plan {
    /// `None` for every channel that is found.
    pub(crate) targets: Option<Vec<MetricsTarget>>,
    pub(crate) windows: Vec<Window>,
    pub(crate) granularity: Granularity,
    pub(crate) phone_numbers: bool,
    pub(crate) templates: bool,
    pub(crate) isv_code: Option<String>,
    pub(crate) journal: Option<PathBuf>,
}

impl Plan {
    /// Checks the request before anything is sent.
    pub(crate) fn new(request: CollectMetrics) -> Result<Self, Error> {
        Self::at(request, SystemTime::now()).map_err(|error| error.with_operation(CollectMetrics::ACTION))
    }

    fn at(request: CollectMetrics, now: SystemTime) -> Result<Self, Error> {
        let (start, end) = time_of(&request, now)?;
        if request.journal.is_some() && end > now {
            tracing::warn!(
                "end ({}) lies in the future, and the journal remembers for good what was asked for until then: what \
                 comes later is asked for with another journal",
                days::shown(end)
            );
        }
        let days = request.days_per_query.unwrap_or(DAYS_PER_QUERY);
        let longest = u32::try_from(days).ok().filter(|days| *days > 0).ok_or_else(|| {
            Error::invalid_argument(
                format!("days_per_query is {days}"),
                "Give days_per_query as 1 or more, or leave it out.",
            )
        })?;
        let granularity = request.granularity.unwrap_or(Granularity::Daily);
        if granularity == Granularity::Daily
            && let Some(remark) = days::remark(start, end)
        {
            tracing::warn!("{remark}");
        }
        let (phone_numbers, templates) =
            (request.phone_numbers.unwrap_or(true), request.templates.unwrap_or(true));
        if !phone_numbers && !templates {
            return Err(Error::invalid_argument(
                "neither metrics of phone numbers nor of templates are asked for",
                "Leave out phone_numbers or templates, or give one of them as true.",
            ));
        }
        Ok(Self {
            targets: targets(request.channels, request.targets)?,
            windows: windows(start, end, DAY * longest),
            granularity,
            phone_numbers,
            templates,
            isv_code: request.isv_code,
            journal: request.journal.map(PathBuf::from),
        })
    }
}

/// From when to when metrics are asked for.
fn time_of(request: &CollectMetrics, now: SystemTime) -> Result<(SystemTime, SystemTime), Error> {
    match (&request.days, request.start, request.end) {
        (Some(days), None, None) => full_days(days, request.time_zone.as_deref(), now),
        (None, Some(start), Some(end)) if start < end => Ok((start, end)),
        (None, Some(start), Some(end)) => Err(Error::invalid_argument(
            format!("start ({}) is not before end ({})", days::shown(start), days::shown(end)),
            "Give a start that lies before end; both are times, not dates.",
        )),
        (Some(_), ..) => Err(Error::invalid_argument(
            "the time is given as days, and as start or end",
            "Give days, or start and end.",
        )),
        (None, ..) => Err(Error::invalid_argument(
            "the time is not given",
            "Give days, for example `yesterday` or `7d`, or start and end.",
        )),
    }
}

/// The targets that are given; `None` where every channel is meant.
fn targets(
    channels: Option<Vec<Channel>>,
    targets: Option<Vec<MetricsTarget>>,
) -> Result<Option<Vec<MetricsTarget>>, Error> {
    if channels.is_none() && targets.is_none() {
        return Ok(None);
    }
    let channels = channels.unwrap_or_default().into_iter().map(|channel| {
        let mut target = MetricsTarget::new(channel.cust_space_id);
        target.isv_code = channel.isv_code;
        target
    });
    let all: Vec<_> = channels.chain(targets.unwrap_or_default()).collect();
    all.iter().try_for_each(check)?;
    Ok(Some(all))
}

fn check(target: &MetricsTarget) -> Result<(), Error> {
    let texts = [
        ("cust_space_id", Some(&target.cust_space_id)),
        ("phone_number", target.phone_number.as_ref()),
        ("template_code", target.template_code.as_ref()),
        ("language", target.language.as_ref()),
        ("isv_code", target.isv_code.as_ref()),
    ];
    for (name, text) in texts {
        if let Some(error) = text.and_then(|text| spoilt(name, text)) {
            return Err(error);
        }
    }
    if target.phone_number.is_some() && target.template_code.is_some() {
        return Err(Error::invalid_argument(
            format!("a target of {} has a phone number and a template", target.cust_space_id),
            "Make a target of each.",
        ));
    }
    if target.template_code.is_none() && target.language.is_some() {
        return Err(Error::invalid_argument(
            format!("a target of {} has a language and no template", target.cust_space_id),
            "Give template_code too, or leave language out.",
        ));
    }
    Ok(())
}

/// The time in parts of at the most `longest`.
fn windows(start: SystemTime, end: SystemTime, longest: Duration) -> Vec<Window> {
    let mut windows = Vec::new();
    let mut from = start;
    while from < end {
        let to = from.checked_add(longest).map_or(end, |to| to.min(end));
        windows.push(Window { start: from, end: to, is_first: from == start });
        from = to;
    }
    windows
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(days: u64) -> SystemTime {
        SystemTime::UNIX_EPOCH + DAY * u32::try_from(days).unwrap()
    }

    fn problem(request: CollectMetrics) -> String {
        Plan::at(request, at(100)).unwrap_err().message().to_owned()
    }

    #[test]
    fn a_long_time_is_cut_into_windows_without_gaps() {
        let parts = windows(at(0), at(200), DAY * 90);
        let days: Vec<_> = parts.iter().map(|it| (it.start, it.end)).collect();
        assert_eq!(days, [(at(0), at(90)), (at(90), at(180)), (at(180), at(200))]);
        assert_eq!(parts.iter().filter(|it| it.is_first).count(), 1);
        assert_eq!(windows(at(0), at(90), DAY * 90).len(), 1);
    }

    #[test]
    fn what_cannot_be_meant_is_refused() {
        let request = CollectMetrics::new;
        assert_eq!(problem(request()), "the time is not given");
        assert_eq!(problem(request().start(at(1))), "the time is not given");
        assert!(problem(request().days("7d").start(at(1))).starts_with("the time is given as days"));
        assert!(problem(request().start(at(2)).end(at(1))).contains("is not before end"));
        let days = || request().days("yesterday");
        assert_eq!(problem(days().days_per_query(0)), "days_per_query is 0");
        assert!(problem(days().phone_numbers(false).templates(false)).starts_with("neither metrics"));
        assert!(problem(days().channels(["cams-1 "])).contains("a blank"));
        let spoilt = |target| problem(days().targets(vec![target]));
        let rounded = MetricsTarget::new("cams-1").template_code("1.16771E+18").language("en");
        assert!(spoilt(rounded).contains("a spreadsheet"));
        assert!(spoilt(MetricsTarget::new("cams-1").phone_number("+8613800000000")).contains("'+'"));
        let both = MetricsTarget::new("cams-1").phone_number("86").template_code("1");
        assert!(problem(days().targets(vec![both])).contains("a phone number and a template"));
        let no_template = MetricsTarget::new("cams-1").language("en");
        assert!(problem(days().targets(vec![no_template])).contains("no template"));
    }

    #[test]
    fn no_channel_is_not_every_channel() {
        let plan = |request| Plan::at(request, at(100)).unwrap();
        assert_eq!(plan(CollectMetrics::new().days("yesterday")).targets, None);
        let none = CollectMetrics::new().days("yesterday").channels([] as [&str; 0]);
        assert_eq!(plan(none).targets, Some(Vec::new()));
    }
}
