//! Making a request until it succeeds, or nothing more helps.

use std::time::Duration;

use tokio::time::sleep;

use crate::error_codes::Recovery;
use crate::random;
use crate::retry::RetryPolicy;

/// A request that may be made more than once.
pub(crate) trait Repeat {
    /// What it gives.
    type Output;
    /// Why one attempt failed.
    type Failure;

    /// Makes one attempt.
    fn attempt(&mut self) -> impl Future<Output = Result<Self::Output, Self::Failure>> + Send;

    /// How long to wait before the next attempt, or the failure again where it is the last one.
    fn after(&mut self, failure: Self::Failure) -> Result<Duration, Self::Failure>;
}

/// Makes attempts until one succeeds, or fails for good.
pub(crate) async fn until_done<R: Repeat>(request: &mut R) -> Result<R::Output, R::Failure> {
    loop {
        match request.attempt().await {
            Ok(output) => return Ok(output),
            Err(failure) => sleep(request.after(failure)?).await,
        }
    }
}

/// How many attempts there were, and what was already done about their failures.
#[derive(Debug)]
pub(crate) struct Attempts {
    policy: RetryPolicy,
    made: u32,
    corrected: bool,
    renewed: bool,
}

impl Attempts {
    /// None yet.
    pub(crate) fn new(policy: RetryPolicy) -> Self {
        Self { policy, made: 0, corrected: false, renewed: false }
    }

    /// One begins.
    pub(crate) fn begin(&mut self) {
        self.made += 1;
    }

    /// How many have begun.
    pub(crate) fn made(&self) -> u32 {
        self.made
    }

    /// Whether there may be another one.
    pub(crate) fn are_left(&self) -> bool {
        self.made < self.policy.max_attempts
    }

    /// How long to wait before the next one, where `recovery` may help against the failure of the last; `None` where
    /// nothing does. The service may have `asked` for a wait. A clock is corrected once, and credentials are renewed
    /// once, by `renew`, which tells whether there are others now.
    pub(crate) fn wait(
        &mut self,
        recovery: Recovery,
        asked: Option<Duration>,
        renew: impl FnOnce() -> bool,
    ) -> Option<Duration> {
        if !self.are_left() {
            return None;
        }
        let helps = match recovery {
            Recovery::None => false,
            Recovery::CorrectClock => !std::mem::replace(&mut self.corrected, true),
            Recovery::RenewCredentials => !std::mem::replace(&mut self.renewed, true) && renew(),
            Recovery::Backoff => {
                return Some(asked.unwrap_or_else(|| self.policy.backoff(self.made, random::unit())));
            }
        };
        helps.then_some(Duration::ZERO)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn attempts(made: u32) -> Attempts {
        let mut attempts = Attempts::new(RetryPolicy::default());
        (0..made).for_each(|_| attempts.begin());
        attempts
    }

    #[test]
    fn what_is_no_waiting_helps_once() {
        for recovery in [Recovery::CorrectClock, Recovery::RenewCredentials] {
            let mut attempts = attempts(1);
            assert_eq!(attempts.wait(recovery, None, || true), Some(Duration::ZERO));
            assert_eq!(attempts.wait(recovery, None, || true), None);
        }
        assert_eq!(attempts(1).wait(Recovery::RenewCredentials, None, || false), None);
        assert_eq!(attempts(1).wait(Recovery::None, None, || true), None);
    }

    #[test]
    fn the_wait_is_what_the_service_asked_for_or_the_policy_s() {
        let asked = Duration::from_secs(7);
        assert_eq!(attempts(2).wait(Recovery::Backoff, Some(asked), || true), Some(asked));
        let wait = attempts(2).wait(Recovery::Backoff, None, || true).unwrap();
        assert!(wait <= Duration::from_millis(200), "{wait:?}");
    }

    #[test]
    fn after_the_last_attempt_nothing_helps() {
        for recovery in [Recovery::Backoff, Recovery::CorrectClock, Recovery::RenewCredentials] {
            let renew = || panic!("nobody uses what is renewed now");
            assert_eq!(attempts(3).wait(recovery, None, renew), None);
        }
    }
}
