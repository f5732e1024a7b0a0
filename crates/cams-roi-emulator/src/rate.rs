//! The sliding-second limits, per account and operation.

use std::collections::{HashMap, VecDeque};
use std::sync::{Mutex, PoisonError, RwLock};
use std::time::{Duration, Instant};

use serde::{Deserialize, Serialize};

use crate::operation::Operation;

const WINDOW: Duration = Duration::from_secs(1);

/// How many calls a second an account has.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Limits {
    /// `false` lifts every limit.
    pub enabled: bool,
    /// One limit for every operation, in place of the documented ones; 0 refuses every call.
    pub qps: Option<u32>,
    /// How many hundredths of the documented limits are in force: 1000 for ten times as many calls. At least one call a
    /// second is let through. An operation without a documented limit has none.
    pub percent: u32,
}

impl Default for Limits {
    fn default() -> Self {
        Self { enabled: true, qps: None, percent: 100 }
    }
}

impl Limits {
    /// No limits at all.
    #[must_use]
    pub const fn off() -> Self {
        Self { enabled: false, qps: None, percent: 100 }
    }

    /// The same limit for every operation.
    #[must_use]
    pub const fn all(qps: u32) -> Self {
        Self { enabled: true, qps: Some(qps), percent: 100 }
    }

    /// So many hundredths of what the service documents, for every operation.
    #[must_use]
    pub const fn percent(percent: u32) -> Self {
        Self { enabled: true, qps: None, percent }
    }

    pub(crate) fn of(self, operation: &Operation) -> Option<u32> {
        let part = |documented: u32| {
            let limit = u64::from(documented) * u64::from(self.percent) / 100;
            u32::try_from(limit).unwrap_or(u32::MAX).max(1)
        };
        if self.enabled { self.qps.or_else(|| operation.calls_per_second.map(part)) } else { None }
    }
}

/// Admits calls.
#[derive(Debug)]
pub(crate) struct RateLimiter {
    started: Instant,
    limits: RwLock<Limits>,
    windows: Mutex<HashMap<String, HashMap<&'static str, VecDeque<Duration>>>>,
}

impl RateLimiter {
    pub(crate) fn new(started: Instant, limits: Limits) -> Self {
        Self { started, limits: RwLock::new(limits), windows: Mutex::default() }
    }

    /// When the call was admitted, or `None` if it comes too soon. Only admitted calls count.
    pub(crate) fn admit(&self, account_id: &str, operation: &Operation) -> Option<Duration> {
        let Some(limit) = self.limits().of(operation) else { return Some(self.started.elapsed()) };
        let mut windows = self.windows.lock().unwrap_or_else(PoisonError::into_inner);
        // Read under the lock: times then enter each window in order.
        let now = self.started.elapsed();
        if !windows.contains_key(account_id) {
            windows.insert(account_id.to_owned(), HashMap::new());
        }
        let window = windows.get_mut(account_id)?.entry(operation.name).or_default();
        slide(window, limit, now).then_some(now)
    }

    pub(crate) fn limits(&self) -> Limits {
        *self.limits.read().unwrap_or_else(PoisonError::into_inner)
    }

    pub(crate) fn set_limits(&self, limits: Limits) {
        *self.limits.write().unwrap_or_else(PoisonError::into_inner) = limits;
    }

    pub(crate) fn clear(&self) {
        self.windows.lock().unwrap_or_else(PoisonError::into_inner).clear();
    }
}

/// Whether one more fits at `now`. The window is half-open: what happened exactly a second ago has left it.
fn slide(window: &mut VecDeque<Duration>, limit: u32, now: Duration) -> bool {
    while window.front().is_some_and(|time| now.saturating_sub(*time) >= WINDOW) {
        window.pop_front();
    }
    let fits = window.len() < limit as usize;
    if fits {
        window.push_back(now);
    }
    fits
}

/// The largest number of `times` in any half-open second.
pub(crate) fn peak(mut times: Vec<Duration>) -> usize {
    times.sort_unstable();
    let mut first = 0;
    let mut peak = 0;
    for (last, time) in times.iter().enumerate() {
        while time.saturating_sub(times[first]) >= WINDOW {
            first += 1;
        }
        peak = peak.max(last - first + 1);
    }
    peak
}

#[cfg(test)]
mod tests {
    use super::*;

    const fn ms(milliseconds: u64) -> Duration {
        Duration::from_millis(milliseconds)
    }

    #[test]
    fn no_second_however_placed_holds_more_than_the_limit() {
        let mut window = VecDeque::new();
        assert!(slide(&mut window, 2, ms(900)));
        assert!(slide(&mut window, 2, ms(950)));
        // A limiter of calendar seconds would start anew here.
        assert!(!slide(&mut window, 2, ms(1000)));
        assert!(!slide(&mut window, 2, ms(1899)));
        assert!(slide(&mut window, 2, ms(1900)));
        // What was refused did not count.
        assert!(!slide(&mut window, 2, ms(1949)));
        assert!(slide(&mut window, 2, ms(1950)));
    }

    #[test]
    fn the_peak_is_that_of_the_fullest_second() {
        assert_eq!(peak(vec![]), 0);
        assert_eq!(peak(vec![ms(0), ms(1000)]), 1);
        assert_eq!(peak(vec![ms(1000), ms(1), ms(500), ms(3000)]), 3);
    }

    #[test]
    fn limits_can_be_replaced_and_lifted() {
        let operation = crate::known::operation("EnableWhatsappROIMetric").unwrap();
        assert_eq!(Limits::default().of(operation), Some(5));
        let other = crate::known::operation("GetChatappTemplateMetric").unwrap();
        assert_eq!(Limits::default().of(other), Some(50));
        assert_eq!(Limits::all(7).of(operation), Some(7));
        assert_eq!(Limits::off().of(operation), None);
        assert_eq!(Limits::percent(250).of(operation), Some(12));
        assert_eq!(Limits::percent(1).of(other), Some(1));
        let undocumented = crate::known::operation("ListInstance").unwrap();
        assert_eq!(Limits::percent(250).of(undocumented), None);
        assert_eq!(Limits::all(7).of(undocumented), Some(7));
    }
}
