//! Times and counts as other languages have them: in milliseconds and in one type for all numbers. What is wrong with
//! one is an error of the kind that the caller says.

use std::time::{Duration, SystemTime, UNIX_EPOCH};

use crate::clock::A_CENTURY;
use crate::days;
use crate::error::{Error, ErrorKind};

/// An error for what only a binding can find wrong.
#[must_use]
pub fn refusal(kind: ErrorKind, message: impl Into<String>, hint: impl Into<String>) -> Error {
    Error::new(kind, message, hint)
}

/// A time that another language gives in milliseconds since 1970. The service knows no parts of them.
pub fn time(name: &str, milliseconds: f64) -> Result<SystemTime, Error> {
    /// Beyond it, numbers of this type are further apart than one.
    const EXACT: f64 = 9_007_199_254_740_992.0;
    let whole = milliseconds.round();
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "it is whole, and it fits")]
    let distance = (whole.abs() <= EXACT).then(|| Duration::from_millis(whole.abs() as u64));
    let time = distance.and_then(|distance| {
        if whole < 0.0 { UNIX_EPOCH.checked_sub(distance) } else { UNIX_EPOCH.checked_add(distance) }
    });
    time.ok_or_else(|| {
        let hint = format!("Give {name} as a date that there is.");
        Error::invalid_argument(format!("{name} is no time"), hint)
    })
}

/// A time of the core in milliseconds since 1970; it has no more than milliseconds, and fits.
#[must_use]
pub fn milliseconds(time: SystemTime) -> i64 {
    days::milliseconds(time)
}

/// A span of time that another language gives in milliseconds; more than the clock can tell, infinity too, is as long as
/// it can.
pub fn duration(kind: ErrorKind, name: &str, milliseconds: f64) -> Result<Duration, Error> {
    let seconds = milliseconds / 1000.0;
    if seconds >= A_CENTURY.as_secs_f64() {
        return Ok(A_CENTURY);
    }
    Duration::try_from_secs_f64(seconds).map_err(|_| {
        let hint = format!("Give {name} as a span of time, zero or more.");
        refusal(kind, format!("{name} is {milliseconds} milliseconds"), hint)
    })
}

/// A number that counts something.
pub fn whole(kind: ErrorKind, name: &str, number: f64) -> Result<u32, Error> {
    if number == 0.0 {
        return Err(refusal(kind, format!("{name} is zero"), format!("Give {name} as 1 or more.")));
    }
    if number.fract() != 0.0 || !(1.0..=f64::from(u32::MAX)).contains(&number) {
        let hint = format!("Give {name} as a whole number, at least 1.");
        return Err(refusal(kind, format!("{name} is {number}"), hint));
    }
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "it is whole, and it fits")]
    Ok(number as u32)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn times_before_and_after_1970_come_back_as_they_were() {
        for ms in [0.0, 1.0, -1.0, 1_756_742_399_123.0, -86_400_000.0] {
            #[allow(clippy::cast_possible_truncation, reason = "they are whole, and small")]
            let expected = ms as i64;
            assert_eq!(milliseconds(time("start", ms).unwrap()), expected);
        }
    }

    #[test]
    fn what_is_no_time_is_named() {
        for ms in [f64::NAN, f64::INFINITY, f64::NEG_INFINITY, 1e300] {
            let error = time("start", ms).unwrap_err();
            assert_eq!((error.kind(), error.message()), (ErrorKind::InvalidArgument, "start is no time"));
        }
    }

    #[test]
    fn spans_are_neither_negative_nor_beyond_the_clock() {
        let span = |ms| duration(ErrorKind::Configuration, "timeout", ms);
        assert_eq!(span(1.5).unwrap(), Duration::from_micros(1500));
        assert_eq!(span(f64::INFINITY).unwrap(), A_CENTURY);
        assert_eq!(span(1e18).unwrap(), A_CENTURY);
        assert_eq!(span(1e300).unwrap(), A_CENTURY);
        let error = span(-1.0).unwrap_err();
        assert_eq!((error.kind(), error.message()), (ErrorKind::Configuration, "timeout is -1 milliseconds"));
        assert!(span(f64::NAN).is_err());
    }

    #[test]
    fn counts_are_whole_and_at_least_one() {
        let count = |number| whole(ErrorKind::InvalidArgument, "max_attempts", number);
        assert_eq!(count(3.0).unwrap(), 3);
        for wrong in [0.0, -1.0, 1.5, f64::NAN, 4_294_967_296.0] {
            assert_eq!(count(wrong).unwrap_err().kind(), ErrorKind::InvalidArgument, "{wrong}");
        }
    }
}
