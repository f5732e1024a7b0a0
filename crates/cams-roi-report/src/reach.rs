//! How far what was collected reaches: what was never asked for must not be taken for nothing.

use cams_roi_store::{Store, StoreError};
use jiff::Timestamp;
use jiff::tz::TimeZone;

use crate::period::Period;

/// How far what was collected reaches.
#[derive(Debug, Default)]
pub(crate) struct Reach {
    /// Whether the period before was collected too, so that it can be compared with.
    pub(crate) compares: bool,
    /// What is missing at the end of the period.
    pub(crate) missing: Option<String>,
}

impl Reach {
    pub(crate) fn read(
        store: &mut Store,
        account: Option<&str>,
        granularity: &str,
        period: &Period,
    ) -> Result<Self, StoreError> {
        let mut from: Option<Timestamp> = None;
        let mut ends = Vec::new();
        let coverage = "select account, covered_from, covered_until from coverage where granularity = $1";
        store.query(coverage, &[granularity.into()], |row| {
            if account.is_none_or(|account| account == row[0].text()) {
                from = Some(from.map_or(row[1].time(), |from| from.min(row[1].time())));
                ends.push(row[2].time());
            }
            Ok(())
        })?;
        Ok(Self {
            compares: from.is_none_or(|from| from <= period.before().start()),
            missing: missing(&ends, period),
        })
    }

    /// The period, and what it is compared with.
    pub(crate) fn shown(&self, period: &Period) -> String {
        if self.compares {
            return format!("{} (UTC), beside {}", period.shown(), period.before().shown());
        }
        format!(
            "{} (UTC); the days before were not all collected, so that nothing is compared",
            period.shown()
        )
    }
}

fn missing(ends: &[Timestamp], period: &Period) -> Option<String> {
    let short = ends.iter().filter(|end| **end < period.end());
    let (count, first) = (short.clone().count(), short.min()?);
    let day = TimeZone::UTC.to_datetime(*first).date();
    Some(format!(
        "{count} of {} phone numbers and templates were not collected to the end of these days, the earliest only up \
         to {day}: run cams-roi collect",
        ends.len()
    ))
}
