//! Which days are collected, and which of them are asked for again.

use std::time::SystemTime;

use cams_roi_store::Span;
use jiff::civil::Date;
use jiff::tz::TimeZone;
use jiff::{SignedDuration, Timestamp};

use crate::failure::Failure;

/// More than any service keeps.
const MOST_DAYS: i64 = 3660;

/// Reads a number of days: `30d`.
pub(crate) fn parse_days(text: &str) -> Result<i64, String> {
    let number = text.trim().strip_suffix(['d', 'D']).and_then(|number| number.parse().ok());
    number
        .filter(|days| (0..=MOST_DAYS).contains(days))
        .ok_or_else(|| "give a number of days from 0d to 3660d, such as 30d".to_owned())
}

/// Reads a day: `2026-11-01`. Not all databases know what lies far before the service's time.
pub(crate) fn parse_day(text: &str) -> Result<Date, String> {
    let day = text.trim().parse().ok().filter(|day: &Date| day.year() >= 1970);
    day.ok_or_else(|| "give a day such as 2026-11-01".to_owned())
}

/// The days that are to be in the store.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Days {
    /// All of them: the last one is yesterday, for today is not a whole day yet.
    pub(crate) span: Span,
    /// How long a day may still change.
    restate: SignedDuration,
}

impl Days {
    /// So many days before `until`, which is today where it is not said.
    pub(crate) fn new(since: i64, restate: i64, until: Option<Date>) -> Result<Self, Failure> {
        let before = until.unwrap_or_else(|| TimeZone::UTC.to_datetime(Timestamp::now()).date());
        let until = midnight(before)?;
        let from = until.checked_sub(SignedDuration::from_hours(24 * since)).ok();
        let Some(from) = from.filter(|from| since > 0 && *from >= Timestamp::UNIX_EPOCH) else {
            return Err(Failure::usage("--since leaves no day to collect", "Give --since as 1d or more."));
        };
        Ok(Self { span: Span { from, until }, restate: SignedDuration::from_hours(24 * restate) })
    }

    /// What is still to be asked for of something of which this time was asked for before; nothing where all is there.
    ///
    /// A day that was young when it was last asked for is asked for again, however long ago that was.
    pub(crate) fn missing(&self, covered: Option<&Span>) -> Option<Span> {
        let from = match covered {
            Some(covered) if covered.from <= self.span.from => {
                self.span.from.max(covered.until - self.restate)
            }
            _ => self.span.from,
        };
        (from < self.span.until).then_some(Span { from, until: self.span.until })
    }
}

fn midnight(date: Date) -> Result<Timestamp, Failure> {
    TimeZone::UTC
        .to_timestamp(date.at(0, 0, 0, 0))
        .map_err(|_| Failure::usage("--until lies outside of the calendar", "Give a day such as 2026-11-01."))
}

/// A time as the library takes it.
pub(super) fn of_system(time: Timestamp) -> SystemTime {
    SystemTime::try_from(time).unwrap_or(SystemTime::UNIX_EPOCH)
}

/// The days of a span in words: `2026-11-01 to 2026-11-07`.
pub(crate) fn said(span: Span) -> String {
    let day = |time: Timestamp| time.strftime("%Y-%m-%d").to_string();
    format!("{} to {}", day(span.from), day(span.until - SignedDuration::from_secs(1)))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(day: i64) -> Timestamp {
        midnight(parse_day("2026-11-01").unwrap()).unwrap() + SignedDuration::from_hours(24 * day)
    }

    fn span(from: i64, until: i64) -> Span {
        Span { from: at(from), until: at(until) }
    }

    #[test]
    fn what_is_missing_or_young_is_asked_for() {
        let days = Days::new(30, 7, Some(parse_day("2026-12-01").unwrap())).unwrap();
        assert_eq!(days.span, span(0, 30));
        assert_eq!(days.missing(None), Some(span(0, 30)), "the first time");
        assert_eq!(days.missing(Some(&span(0, 30))), Some(span(23, 30)), "again on the same day");
        assert_eq!(days.missing(Some(&span(-9, 29))), Some(span(22, 30)), "the day after");
        assert_eq!(days.missing(Some(&span(0, 10))), Some(span(3, 30)), "after a pause");
        assert_eq!(days.missing(Some(&span(10, 30))), Some(span(0, 30)), "with a longer time");
        assert_eq!(days.missing(Some(&span(-50, -20))), Some(span(0, 30)), "after a long pause");
        assert_eq!(days.missing(Some(&span(0, 40))), None, "what is there, and older");
        let never_again = Days::new(30, 0, Some(parse_day("2026-12-01").unwrap())).unwrap();
        assert_eq!(never_again.missing(Some(&span(0, 30))), None);
    }

    #[test]
    fn days_are_read() {
        assert_eq!((parse_days("30d"), parse_days(" 7D ")), (Ok(30), Ok(7)));
        for wrong in ["", "d", "30", "-1d", "3661d", "1w"] {
            assert!(parse_days(wrong).is_err(), "{wrong}");
        }
        assert!(Days::new(0, 7, None).is_err());
        assert!(Days::new(30, 7, Some(parse_day("1970-01-02").unwrap())).is_err());
        for wrong in ["", "1.11.2026", "2026-13-01", "1969-12-31", "-009999-01-03"] {
            assert!(parse_day(wrong).is_err(), "{wrong}");
        }
        assert_eq!(said(span(0, 7)), "2026-11-01 to 2026-11-07");
    }
}
