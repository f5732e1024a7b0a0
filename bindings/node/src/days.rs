//! Whole days.

use cams_roi::bridge;
use napi_derive::napi;

use crate::outcome::{Outcome, settled};

/// When whole days begin and end. Times are milliseconds since 1970.
#[napi(catch_unwind, ts_return_type = "Outcome<Array<number>>")]
pub fn full_days(days: String, time_zone: Option<String>, now: Option<f64>) -> Outcome<Vec<i64>> {
    let both = bridge::full_days(&days, time_zone.as_deref(), now);
    settled(both.map(|(start, end)| vec![start, end]).map_err(Into::into))
}
