//! Days and half hours: the steps in which metrics are asked for.

use std::ops::Range;

use crate::counts::HALF_HOUR_MS;

pub(crate) const DAY_MS: i64 = 48 * HALF_HOUR_MS;

/// How long one row's time is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Granularity {
    Daily,
    HalfHour,
}

impl Granularity {
    pub(crate) fn from_name(name: &str) -> Option<Self> {
        [Self::Daily, Self::HalfHour].into_iter().find(|granularity| granularity.name() == name)
    }

    pub(crate) const fn name(self) -> &'static str {
        match self {
            Self::Daily => "DAILY",
            Self::HalfHour => "HALF_HOUR",
        }
    }

    const fn milliseconds(self) -> i64 {
        match self {
            Self::Daily => DAY_MS,
            Self::HalfHour => HALF_HOUR_MS,
        }
    }
}

/// What is asked: from when (inclusive) to when (exclusive), in milliseconds, in which steps.
#[derive(Clone, Debug)]
pub(crate) struct Query {
    pub(crate) time: Range<i64>,
    pub(crate) granularity: Granularity,
}

/// Consecutive buckets. Days begin by a clock that is `offset` ahead of UTC; half hours begin with both.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Buckets {
    first: i64,
    after_last: i64,
    step: i64,
    offset: i64,
}

impl Buckets {
    /// The buckets that overlap both what is asked and what was collected.
    pub(crate) fn new(query: &Query, collected: &Range<i64>, offset: i64) -> Self {
        let step = query.granularity.milliseconds();
        let from = query.time.start.max(collected.start);
        let to = query.time.end.min(collected.end);
        if from >= to {
            return Self { first: 0, after_last: 0, step, offset };
        }
        let bucket = |time: i64| time.saturating_add(offset).div_euclid(step);
        Self { first: bucket(from), after_last: bucket(to - 1) + 1, step, offset }
    }

    pub(crate) fn len(&self) -> usize {
        usize::try_from(self.after_last - self.first).unwrap_or(usize::MAX)
    }

    pub(crate) fn iter(self) -> impl Iterator<Item = Range<i64>> {
        let start = move |bucket: i64| bucket * self.step - self.offset;
        (self.first..self.after_last).map(move |bucket| start(bucket)..start(bucket + 1))
    }
}
