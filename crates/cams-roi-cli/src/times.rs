//! Times and durations as people write them.

use std::time::{Duration, SystemTime};

use jiff::civil::Date;
use jiff::fmt::temporal::Pieces;
use jiff::tz::TimeZone;
use jiff::{SignedDuration, Timestamp};

/// A point in time, perhaps relative to the present.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Moment {
    /// This one.
    At(Timestamp),
    /// So long before now.
    Ago(SignedDuration),
}

impl Moment {
    /// The time that is meant when it is `now`. What lies before the calendar becomes 1970, where nobody has metrics.
    pub(crate) fn resolve(self, now: Timestamp) -> SystemTime {
        let time = match self {
            Self::At(time) => time,
            Self::Ago(duration) => now.checked_sub(duration).unwrap_or(Timestamp::UNIX_EPOCH),
        };
        SystemTime::try_from(time).unwrap_or(SystemTime::UNIX_EPOCH)
    }
}

const FORMS: &str = "use RFC 3339 (2026-11-01T08:00:00Z), a date (2026-11-01, midnight UTC), 7d, 12h or 30m back \
                     from now, now, or milliseconds since 1970";

/// Reads a time for `--start` and `--end`.
pub(crate) fn parse_moment(text: &str) -> Result<Moment, String> {
    let text = text.trim();
    if text.is_empty() {
        return Err(format!("the time is empty: {FORMS}"));
    }
    if text == "now" {
        return Ok(Moment::Ago(SignedDuration::ZERO));
    }
    if text.bytes().all(|byte| byte.is_ascii_digit()) {
        return parse_milliseconds(text).map(Moment::At);
    }
    if let Some(duration) = parse_back(text) {
        return duration.map(Moment::Ago);
    }
    if let Ok(time) = text.parse::<Timestamp>() {
        return if has_offset_on_earth(text) {
            Ok(Moment::At(time))
        } else {
            Err(format!("no place has this offset from UTC: {FORMS}"))
        };
    }
    if text.contains(['T', 't', ' ']) && text.parse::<jiff::civil::DateTime>().is_ok() {
        return Err("the time has no offset from UTC: add Z, or an offset such as +08:00".to_owned());
    }
    let midnight =
        text.parse::<Date>().ok().and_then(|date| TimeZone::UTC.to_timestamp(date.at(0, 0, 0, 0)).ok());
    midnight.map(Moment::At).ok_or_else(|| format!("not a time: {FORMS}"))
}

/// Whether the offset from UTC is one that there is, from -12:00 to +14:00: jiff takes up to a day and more.
fn has_offset_on_earth(text: &str) -> bool {
    let offset = Pieces::parse(text).ok().and_then(|pieces| pieces.to_numeric_offset());
    offset.is_none_or(|offset| (-12 * 3600..=14 * 3600).contains(&offset.seconds()))
}

fn parse_milliseconds(text: &str) -> Result<Timestamp, String> {
    // A date without dashes and seconds since 1970 are digits too; as milliseconds they would mean January 1970.
    // And a bare number is most often meant to go back so many days. Zero alone says that everything is meant.
    if text.len() <= 11 && text != "0" {
        return Err(format!("{text} milliseconds since 1970 is long ago: {FORMS}"));
    }
    let time = text.parse().ok().and_then(|number| Timestamp::from_millisecond(number).ok());
    time.ok_or_else(|| format!("{text} milliseconds since 1970 is after the year 9999"))
}

/// `7d`, `12h`, `30m`; `None` for what has not this form.
fn parse_back(text: &str) -> Option<Result<SignedDuration, String>> {
    let (number, unit) = text.split_at_checked(text.len().checked_sub(1)?)?;
    let minutes = match unit {
        "d" => 24 * 60,
        "h" => 60,
        "m" => 1,
        _ => return None,
    };
    if number.is_empty() || !number.bytes().all(|byte| byte.is_ascii_digit()) {
        return None;
    }
    let minutes = number.parse::<i64>().ok().and_then(|number| number.checked_mul(minutes));
    // A hundred centuries are more than any calendar goes back.
    let minutes = minutes.filter(|minutes| *minutes <= 10_000 * 366 * 24 * 60);
    Some(minutes.map(SignedDuration::from_mins).ok_or_else(|| format!("{text} is too long ago")))
}

/// Reads a duration for `--timeout` and its like: `30s`, `500ms`, `2m`, or seconds.
pub(crate) fn parse_duration(text: &str) -> Result<Duration, String> {
    let bad = || "not a duration: use 30s, 500ms, 2m, or a number of seconds".to_owned();
    let text = text.trim();
    let end = text.find(|it: char| !it.is_ascii_digit() && it != '.').unwrap_or(text.len());
    let (number, unit) = text.split_at(end);
    let seconds = match unit {
        "ms" => 0.001,
        "" | "s" => 1.0,
        "m" => 60.0,
        "h" => 3600.0,
        _ => return Err(bad()),
    };
    let number: f64 = number.parse().map_err(|_| bad())?;
    let duration = Duration::try_from_secs_f64(number * seconds).map_err(|_| bad())?;
    // Deadlines are computed from now on: a day is more than any call needs, and far from every overflow.
    if duration > Duration::from_secs(24 * 3600) {
        return Err("more than a day".to_owned());
    }
    Ok(duration)
}

/// A time as results show it: RFC 3339 in UTC, with fractions only where there are any.
pub(crate) fn shown(time: SystemTime) -> String {
    Timestamp::try_from(time).map_or_else(|_| "?".to_owned(), |time| time.to_string())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(text: &str) -> Moment {
        Moment::At(text.parse().unwrap())
    }

    #[test]
    fn every_form_of_a_time_is_read() {
        for (text, time) in [
            ("2026-11-01T08:00:00Z", "2026-11-01T08:00:00Z"),
            ("2026-11-01T08:00:00.250+08:00", "2026-11-01T00:00:00.250Z"),
            (" 2026-11-01 ", "2026-11-01T00:00:00Z"),
            ("1756742399000", "2025-09-01T15:59:59Z"),
            ("0", "1970-01-01T00:00:00Z"),
        ] {
            assert_eq!(parse_moment(text), Ok(at(time)), "{text}");
        }
    }

    #[test]
    fn times_back_are_counted_from_the_given_now() {
        let now: Timestamp = "2026-11-08T12:00:00Z".parse().unwrap();
        for (text, time) in [
            ("now", "2026-11-08T12:00:00Z"),
            ("7d", "2026-11-01T12:00:00Z"),
            ("12h", "2026-11-08T00:00:00Z"),
            ("30m", "2026-11-08T11:30:00Z"),
        ] {
            let resolved = parse_moment(text).unwrap().resolve(now);
            assert_eq!(shown(resolved), time, "{text}");
        }
    }

    #[test]
    fn what_is_no_time_is_refused_with_what_to_write() {
        for (text, reason) in [
            ("", "empty"),
            ("yesterday", "not a time"),
            ("7", "long ago"),
            ("00", "long ago"),
            ("2026-11-01T08:00:00+25:00", "no place has this offset"),
            ("2026-11-01T08:00:00-14:00", "no place has this offset"),
            ("2026-11-01T08:00:00+99:00", "not a time"),
            ("2026-11-01T08:00:00+0", "not a time"),
            ("2026-11-01+08:00", "not a time"),
            ("7y", "not a time"),
            ("d", "not a time"),
            ("-7d", "not a time"),
            ("é", "not a time"),
            ("2026-13-01", "not a time"),
            ("2026-02-30", "not a time"),
            ("2026-11-01T08:00:00", "no offset"),
            ("20261101", "long ago"),
            ("1756742399", "long ago"),
            ("99999999999999999999", "year 9999"),
            ("99999999999999999999d", "too long ago"),
        ] {
            let message = parse_moment(text).unwrap_err();
            assert!(message.contains(reason), "{text:?}: {message}");
        }
    }

    #[test]
    fn durations_are_read_in_every_unit() {
        for (text, milliseconds) in [
            ("0", 0),
            ("0ms", 0),
            ("30s", 30_000),
            ("500ms", 500),
            ("2m", 120_000),
            ("1h", 3_600_000),
            ("5", 5000),
            ("1.5", 1500),
        ] {
            assert_eq!(parse_duration(text), Ok(Duration::from_millis(milliseconds)), "{text}");
        }
        for text in ["", "s", "-1s", "1d", "1e3", "1.2.3", "NaN", "inf", "9999999999999999999999", "25h"] {
            assert!(parse_duration(text).is_err(), "{text}");
        }
    }
}
