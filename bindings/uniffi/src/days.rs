//! Whole days, of which the core alone knows the rule.

use cams_roi::bridge;

use crate::failure::Failure;

/// When whole days begin and end, in milliseconds since 1970.
#[derive(uniffi::Record)]
pub(crate) struct NativeDays {
    start: i64,
    end: i64,
}

/// The days that a text names, in a time zone or in UTC; `now` is the present in milliseconds since 1970.
#[uniffi::export]
pub(crate) fn native_full_days(
    days: String,
    time_zone: Option<String>,
    now: f64,
) -> Result<NativeDays, Failure> {
    let (start, end) = bridge::full_days(&days, time_zone.as_deref(), Some(now))?;
    Ok(NativeDays { start, end })
}
