//! Whole days for languages that have times as milliseconds.

use std::time::SystemTime;

use super::values::{milliseconds, time};
use crate::days;
use crate::error::Error;

/// When whole days begin and end, in milliseconds since 1970; see [`days::full_days`]. `now` is the present by default.
pub fn full_days(days: &str, time_zone: Option<&str>, now: Option<f64>) -> Result<(i64, i64), Error> {
    let now = now.map_or_else(|| Ok(SystemTime::now()), |now| time("now", now))?;
    let (start, end) = days::full_days(days, time_zone, now)?;
    Ok((milliseconds(start), milliseconds(end)))
}
