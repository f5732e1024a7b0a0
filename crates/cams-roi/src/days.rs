//! Whole days, as people and schedulers name them.

use std::time::{Duration, SystemTime};

use jiff::civil::Date;
use jiff::tz::{Offset, TimeZone};
use jiff::{Timestamp, ToSpan as _};

use crate::error::Error;

const HINT: &str = "Give days as `yesterday`, as the last days such as `7d`, as a day such as `2026-11-01`, or as days \
                    from one to another such as `2026-11-01..2026-11-07`.";
/// More than any service keeps.
const MOST_DAYS: i64 = 3660;
const DAY_MS: i64 = 24 * 3600 * 1000;

/// When whole days begin and end: `yesterday`, the last days (`7d`), a day (`2026-11-01`), or days from one to another,
/// both included (`2026-11-01..2026-11-07`). The last days end with yesterday: today is not a whole day yet.
///
/// `time_zone` is where days begin: `UTC`, an offset such as `+08:00`, or a name such as `Asia/Shanghai`, which the
/// system must know; `UTC` by default. The service does not document where its own days begin.
///
/// ```
/// use std::time::{Duration, SystemTime};
///
/// # fn main() -> Result<(), cams_roi::Error> {
/// let (start, end) = cams_roi::days::full_days("7d", Some("+08:00"), SystemTime::now())?;
/// assert_eq!(end.duration_since(start).unwrap(), Duration::from_secs(7 * 24 * 3600));
/// # Ok(())
/// # }
/// ```
///
/// # Errors
/// An [`InvalidArgument`](crate::ErrorKind::InvalidArgument) error where the days or the zone are something else.
pub fn full_days(
    days: &str,
    time_zone: Option<&str>,
    now: SystemTime,
) -> Result<(SystemTime, SystemTime), Error> {
    let zone = time_zone.map_or(Ok(TimeZone::UTC), zone)?;
    let now =
        Timestamp::try_from(now).map_err(|_| wrong(days, "the present lies outside of the calendar"))?;
    let today = zone.to_datetime(now).date();
    let (first, last) = first_and_last(days.trim(), today).map_err(|problem| wrong(days, problem))?;
    if first > last {
        return Err(wrong(days, "they end before they begin"));
    }
    if last >= today {
        return Err(wrong(days, "they are not over yet: the last one that is was yesterday"));
    }
    let begins = |date: Date| -> Option<SystemTime> {
        let time = zone.to_timestamp(date.at(0, 0, 0, 0)).ok()?;
        if time < Timestamp::UNIX_EPOCH { None } else { SystemTime::try_from(time).ok() }
    };
    let end = last.checked_add(1.day()).ok().and_then(begins);
    match (begins(first), end) {
        (Some(start), Some(end)) => Ok((start, end)),
        _ => Err(wrong(days, "they lie before 1970 or after the year 9999")),
    }
}

fn first_and_last(days: &str, today: Date) -> Result<(Date, Date), &'static str> {
    let back = |count: i64| today.checked_sub(count.days()).map_err(|_| "they go back too far");
    if days.eq_ignore_ascii_case("yesterday") {
        return Ok((back(1)?, back(1)?));
    }
    if let Some(count) = days.strip_suffix(['d', 'D'])
        && !count.is_empty()
        && count.bytes().all(|byte| byte.is_ascii_digit())
    {
        let count = count.parse().ok().filter(|count| (1..=MOST_DAYS).contains(count));
        let count = count.ok_or("it is from 1d to 3660d")?;
        return Ok((back(count)?, back(1)?));
    }
    let date = |text: &str| text.trim().parse::<Date>().map_err(|_| "this is no day");
    match days.split_once("..") {
        Some((first, last)) => Ok((date(first)?, date(last)?)),
        None => date(days).map(|date| (date, date)),
    }
}

/// The time zone of a name or an offset.
fn zone(text: &str) -> Result<TimeZone, Error> {
    let text = text.trim();
    if text.eq_ignore_ascii_case("utc") || text == "Z" {
        return Ok(TimeZone::UTC);
    }
    let refused = |problem: &str, hint: &str| {
        Err(Error::invalid_argument(format!("the time zone {text:?} {problem}"), hint))
    };
    if text.starts_with(['+', '-']) {
        return match offset(text) {
            Some(offset) => Ok(TimeZone::fixed(offset)),
            None => refused("is no offset from UTC", "Give an offset as `+08:00`, from -12:00 to +14:00."),
        };
    }
    TimeZone::get(text).or_else(|_| {
        refused(
            "is not known to this system",
            "Give `UTC`, an offset such as `+08:00`, or a name such as `Asia/Shanghai`; names need the system's time \
             zone database (package tzdata).",
        )
    })
}

/// An offset such as `+08:00`, which some place on earth has.
fn offset(text: &str) -> Option<Offset> {
    let (hours, minutes) = text.get(1..)?.split_once(':')?;
    let number = |text: &str| {
        let is_number = text.len() == 2 && text.bytes().all(|byte| byte.is_ascii_digit());
        is_number.then(|| text.parse::<i32>().ok()).flatten()
    };
    let seconds = number(hours)? * 3600 + number(minutes).filter(|it| *it < 60)? * 60;
    let seconds = if text.starts_with('-') { -seconds } else { seconds };
    if !(-12 * 3600..=14 * 3600).contains(&seconds) {
        return None;
    }
    Offset::from_seconds(seconds).ok()
}

fn wrong(days: &str, problem: &str) -> Error {
    Error::invalid_argument(format!("days is {days:?}: {problem}"), HINT)
}

/// What there is to remark of daily rows of this time: nothing where it is in whole days of UTC.
pub(crate) fn remark(start: SystemTime, end: SystemTime) -> Option<&'static str> {
    let is_midnight = |time| milliseconds(time).rem_euclid(DAY_MS) == 0;
    (!is_midnight(start) || !is_midnight(end)).then_some(
        "the time is not in whole days of UTC: the service does not document where its days begin, and may give the \
         first and the last one in part, or one more",
    )
}

/// A time as milliseconds since 1970.
pub(crate) fn milliseconds(time: SystemTime) -> i64 {
    let whole = |distance: Duration| i64::try_from(distance.as_millis()).unwrap_or(i64::MAX);
    match time.duration_since(SystemTime::UNIX_EPOCH) {
        Ok(since) => whole(since),
        Err(before) => -whole(before.duration()),
    }
}

/// A time as people write it.
pub(crate) fn shown(time: SystemTime) -> String {
    Timestamp::try_from(time).map_or_else(|_| "a time that no calendar has".to_owned(), |it| it.to_string())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn days(text: &str, zone: Option<&str>) -> Result<String, String> {
        let now = "2026-11-27T20:00:00Z".parse::<Timestamp>().unwrap();
        full_days(text, zone, SystemTime::try_from(now).unwrap())
            .map(|(start, end)| format!("{} {}", shown(start), shown(end)))
            .map_err(|error| error.message().to_owned())
    }

    #[test]
    fn days_are_whole_and_none_is_today() {
        let utc = |text| days(text, None).unwrap();
        assert_eq!(utc("yesterday"), "2026-11-26T00:00:00Z 2026-11-27T00:00:00Z");
        assert_eq!(utc("7d"), "2026-11-20T00:00:00Z 2026-11-27T00:00:00Z");
        assert_eq!(utc("2026-11-01"), "2026-11-01T00:00:00Z 2026-11-02T00:00:00Z");
        assert_eq!(utc("2026-11-01..2026-11-07"), "2026-11-01T00:00:00Z 2026-11-08T00:00:00Z");
    }

    #[test]
    fn they_begin_where_the_zone_says() {
        // It is the 28th there already.
        assert_eq!(days("1d", Some("+08:00")).unwrap(), "2026-11-26T16:00:00Z 2026-11-27T16:00:00Z");
        assert_eq!(days("1d", Some("-03:30")).unwrap(), "2026-11-26T03:30:00Z 2026-11-27T03:30:00Z");
        assert_eq!(days("1d", Some("utc")), days("1d", None));
        for zone in ["+8", "+08", "+0800", "+24:00", "+08:60", "Mars/Base"] {
            assert!(days("1d", Some(zone)).unwrap_err().contains(zone), "{zone}");
        }
    }

    #[test]
    fn days_that_are_not_over_are_refused() {
        for text in ["2026-11-27", "2026-11-27..2026-12-05", "2027-01-01"] {
            assert!(days(text, None).unwrap_err().contains("not over yet"), "{text}");
        }
        // It is the 28th there already.
        days("2026-11-27", Some("+08:00")).unwrap();
    }

    #[test]
    fn what_is_no_day_is_refused() {
        for text in
            ["", "today", "0d", "d", "-1d", "9999d", "2026-13-01", "2026-11-02..2026-11-01", "1969-01-01"]
        {
            let problem = days(text, None).unwrap_err();
            assert!(problem.starts_with(&format!("days is {text:?}")), "{problem}");
        }
    }
}
