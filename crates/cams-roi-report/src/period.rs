//! The days of a report, and how they are put together.

use jiff::civil::Date;
use jiff::tz::TimeZone;
use jiff::{SignedDuration, Timestamp, ToSpan as _};

/// Over which time counts are put together.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum By {
    /// Each day for itself.
    #[default]
    Day,
    /// Seven days together, the last of them ending with the period.
    Week,
}

/// So many days, and as many before them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Period {
    pub(crate) first: Date,
    pub(crate) days: usize,
}

const DAY_SECONDS: i64 = 24 * 3600;

impl Period {
    /// The days that end before `until`.
    pub(crate) fn ending(until: Date, days: usize) -> Self {
        let back = i64::try_from(days).unwrap_or(i64::MAX);
        Self { first: until.checked_sub(back.days()).unwrap_or(Date::MIN), days }
    }

    pub(crate) fn before(&self) -> Self {
        Self::ending(self.first, self.days)
    }

    pub(crate) fn start(&self) -> Timestamp {
        TimeZone::UTC.to_timestamp(self.first.at(0, 0, 0, 0)).unwrap_or(Timestamp::MIN)
    }

    pub(crate) fn end(&self) -> Timestamp {
        let days = i64::try_from(self.days).unwrap_or_default();
        let length = SignedDuration::from_secs(days * DAY_SECONDS);
        self.start().checked_add(length).unwrap_or(Timestamp::MAX)
    }

    /// On which of the days something begins; `None` where on none.
    pub(crate) fn day_of(&self, time: Timestamp) -> Option<usize> {
        let days = (time.as_second() - self.start().as_second()).div_euclid(DAY_SECONDS);
        usize::try_from(days).ok().filter(|day| *day < self.days)
    }

    pub(crate) fn date(&self, day: usize) -> Date {
        let day = i64::try_from(day).unwrap_or_default();
        self.first.checked_add(day.days()).unwrap_or(Date::MAX)
    }

    /// The last of the days.
    pub(crate) fn last(&self) -> Date {
        self.date(self.days.saturating_sub(1))
    }

    /// The parts of the period: their first days, and which days they are.
    pub(crate) fn parts(&self, by: By) -> Vec<(Date, std::ops::Range<usize>)> {
        let length = match by {
            By::Day => 1,
            By::Week => 7,
        };
        let mut ends: Vec<usize> = Vec::new();
        let mut end = self.days;
        while end > 0 {
            ends.push(end);
            end = end.saturating_sub(length);
        }
        ends.reverse();
        let mut start = 0;
        let part = |end| {
            let range = start..end;
            start = end;
            (self.date(range.start), range)
        };
        ends.into_iter().map(part).collect()
    }

    /// `2026-11-01 to 2026-11-28`.
    pub(crate) fn shown(&self) -> String {
        format!("{} to {}", self.first, self.last())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn weeks_end_with_the_period() {
        let period = Period::ending("2026-11-11".parse().unwrap(), 10);
        assert_eq!(period.shown(), "2026-11-01 to 2026-11-10");
        assert_eq!(period.before().shown(), "2026-10-22 to 2026-10-31");
        let weeks: Vec<_> =
            period.parts(By::Week).into_iter().map(|(day, range)| (day.to_string(), range)).collect();
        assert_eq!(weeks, [("2026-11-01".to_owned(), 0..3), ("2026-11-04".to_owned(), 3..10)]);
        assert_eq!(period.parts(By::Day).len(), 10);
        assert_eq!(period.day_of(period.start()), Some(0));
        assert_eq!(period.day_of(period.end()), None);
        assert_eq!(period.day_of(period.before().start()), None);
        let last = Period::ending("9999-12-31".parse().unwrap(), 3);
        assert_eq!((last.end(), last.day_of(last.start())), (Timestamp::MAX, Some(0)));
        let first = Period::ending("-009999-01-02".parse().unwrap(), 3);
        assert!(first.before().start() <= first.start() && first.start() < first.end());
    }
}
