//! When a failed attempt is worth another, and how long to wait before it.

use std::sync::Mutex;
use std::sync::PoisonError;
use std::time::Duration;

use jiff::Timestamp;

use crate::clock::A_CENTURY;
use crate::defaults;

/// How often and how patiently a call is tried.
#[derive(Clone, Copy, Debug, PartialEq)]
#[non_exhaustive]
pub struct RetryPolicy {
    /// Attempts in all, the first one included.
    pub max_attempts: u32,
    /// The longest possible wait before the second attempt; it doubles with each further one.
    pub base_delay: Duration,
    /// The longest possible wait before any attempt.
    pub max_delay: Duration,
}

impl Default for RetryPolicy {
    fn default() -> Self {
        Self {
            max_attempts: defaults::MAX_ATTEMPTS,
            base_delay: defaults::BASE_DELAY,
            max_delay: defaults::MAX_DELAY,
        }
    }
}

impl RetryPolicy {
    /// The wait after the failed attempt number `attempt` (from 1): "full jitter", anything from zero to the
    /// exponential bound, chosen by `random` (from 0 to 1), so that clients that failed together do not come back
    /// together.
    #[must_use]
    pub fn backoff(&self, attempt: u32, random: f64) -> Duration {
        let factor = 1_u32.checked_shl(attempt.saturating_sub(1)).unwrap_or(u32::MAX);
        self.base_delay.saturating_mul(factor).min(self.max_delay).mul_f64(random.clamp(0.0, 1.0))
    }
}

/// When the service asked to be called again.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct RetryAfter {
    pub(crate) wait: Duration,
    /// Whether the gateway's own header said so, rather than the standard one.
    pub(crate) by_gateway: bool,
}

impl RetryAfter {
    /// Reads `x-acs-retry-after` (milliseconds), else the standard `Retry-After` (seconds or an HTTP date). Zero and
    /// what cannot be read count as not given; more than a century is a century.
    pub(crate) fn from_headers<'a>(header: impl Fn(&str) -> Option<&'a str>, now: Timestamp) -> Option<Self> {
        let number = |text: &str| text.trim().parse::<u64>().ok().filter(|number| *number > 0);
        if let Some(milliseconds) = header("x-acs-retry-after").and_then(number) {
            let wait = Duration::from_millis(milliseconds).min(A_CENTURY);
            return Some(Self { wait, by_gateway: true });
        }
        let standard = header("retry-after")?;
        let wait = if let Some(seconds) = number(standard) {
            Duration::from_secs(seconds).min(A_CENTURY)
        } else {
            // The server's own clock counts where it is known: this machine's may be off.
            let now = header("date").and_then(parse_http_date).unwrap_or(now);
            Duration::try_from(parse_http_date(standard)?.duration_since(now)).ok()?.min(A_CENTURY)
        };
        (!wait.is_zero()).then_some(Self { wait, by_gateway: false })
    }
}

/// The time in a `Date` or `Retry-After` header.
pub(crate) fn parse_http_date(text: &str) -> Option<Timestamp> {
    Timestamp::try_from(httpdate::parse_http_date(text.trim()).ok()?).ok()
}

/// Stops retry storms: retries cost tokens and successes earn them back, so that a client whose calls all fail soon
/// stops repeating them.
#[derive(Debug)]
pub(crate) struct RetryQuota(Mutex<u32>);

const QUOTA: u32 = 500;
const COST_OF_RETRY: u32 = 5;
const COST_OF_RETRY_AFTER_TIMEOUT: u32 = 10;

impl RetryQuota {
    pub(crate) fn new() -> Self {
        Self(Mutex::new(QUOTA))
    }

    /// Pays for a retry; `false` when the quota is used up.
    pub(crate) fn take(&self, after_timeout: bool) -> bool {
        let cost = if after_timeout { COST_OF_RETRY_AFTER_TIMEOUT } else { COST_OF_RETRY };
        let mut tokens = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let left = tokens.checked_sub(cost);
        *tokens = left.unwrap_or(*tokens);
        left.is_some()
    }

    /// A success pays back what its retry cost, and a little more than nothing where it needed none.
    pub(crate) fn succeeded(&self, after_retry: bool) {
        let mut tokens = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        *tokens = (*tokens + if after_retry { COST_OF_RETRY } else { 1 }).min(QUOTA);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn backoff_doubles_up_to_the_cap_and_is_jittered_down_to_zero() {
        let policy = RetryPolicy::default();
        let bounds: Vec<_> = (1..=10).map(|attempt| policy.backoff(attempt, 1.0).as_millis()).collect();
        assert_eq!(bounds, [100, 200, 400, 800, 1600, 3200, 6400, 12800, 20000, 20000]);
        assert_eq!(policy.backoff(3, 0.5), Duration::from_millis(200));
        assert_eq!(policy.backoff(3, 0.0), Duration::ZERO);
        assert_eq!(policy.backoff(4_000_000_000, 1.0), policy.max_delay);
    }

    fn retry_after(headers: &[(&str, &'static str)]) -> Option<(u128, bool)> {
        let now = "2026-11-23T09:43:00Z".parse().unwrap();
        let header = |name: &str| headers.iter().find(|(it, _)| *it == name).map(|(_, value)| *value);
        RetryAfter::from_headers(header, now).map(|it| (it.wait.as_millis(), it.by_gateway))
    }

    #[test]
    fn retry_after_is_read_in_every_form() {
        assert_eq!(retry_after(&[("x-acs-retry-after", "1500")]), Some((1500, true)));
        assert_eq!(retry_after(&[("x-acs-retry-after", "1500"), ("retry-after", "9")]), Some((1500, true)));
        assert_eq!(retry_after(&[("x-acs-retry-after", "0"), ("retry-after", "2")]), Some((2000, false)));
        assert_eq!(retry_after(&[("retry-after", "Mon, 23 Nov 2026 09:43:07 GMT")]), Some((7000, false)));
        let by_server_clock =
            [("retry-after", "Mon, 23 Nov 2026 10:00:05 GMT"), ("date", "Mon, 23 Nov 2026 10:00:00 GMT")];
        assert_eq!(retry_after(&by_server_clock), Some((5000, false)));
        for forever in [&*u64::MAX.to_string().leak(), "Fri, 31 Dec 9909 23:59:59 GMT"] {
            let (wait, _) = retry_after(&[("retry-after", forever)]).unwrap();
            assert_eq!(wait, A_CENTURY.as_millis(), "{forever}");
        }
        for junk in ["", "-1", "1.5", "soon", "Mon, 23 Nov 2026 09:42:00 GMT"] {
            assert_eq!(retry_after(&[("x-acs-retry-after", junk), ("retry-after", junk)]), None, "{junk}");
        }
    }

    #[test]
    fn the_quota_runs_out_and_is_earned_back() {
        let quota = RetryQuota::new();
        let retries = std::iter::repeat_with(|| quota.take(false)).take_while(|paid| *paid).count();
        assert_eq!(retries, 100);
        for _ in 0..5 {
            quota.succeeded(false);
        }
        assert!(quota.take(false));
        assert!(!quota.take(true));
        quota.succeeded(true);
        quota.succeeded(true);
        assert!(quota.take(true));
    }
}
