//! Credentials are asked for once, not once a call, and again before they expire.

use std::fmt;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use futures_util::future::BoxFuture;
use jiff::{SignedDuration, Timestamp};
use tokio::runtime::Handle;
use tokio::sync::watch;
use tokio::task::AbortHandle;
use tokio::time::{Instant, sleep, timeout};

use super::{Credentials, CredentialsError, ProvideCredentials, ProviderContext};
use crate::clock::{Clock, SystemClock};
use crate::random;

/// Refreshing begins this long before the expiry, but never earlier than in the last quarter of the lifetime.
const REFRESH_WINDOW: SignedDuration = SignedDuration::from_mins(15);
/// Nothing is sent with credentials so close to their expiry, or within the last tenth of their lifetime, because they
/// might expire on their way.
const EXPIRY_MARGIN: SignedDuration = SignedDuration::from_secs(30);
/// After failed refreshes the next try waits longer each time, but never longer than this.
const MAX_BACKOFF_SECONDS: f64 = 60.0;
/// No provider takes longer in good health: the slowest, a process, has a minute.
const REFRESH_LIMIT: Duration = Duration::from_mins(2);

/// How often a provider is asked in a row while it fails for the moment and nothing is kept.
const TRIES: u32 = 3;
/// The longest wait before the second of them; it grows by as much for each further one.
const RETRY_WAIT: Duration = Duration::from_secs(1);

/// After so long there is no further try.
const RETRY_WITHIN: Duration = Duration::from_secs(15);

/// Keeps what a provider gave.
///
/// Credentials that expire are refreshed in the background while they still serve; any number of waiters cause one
/// request to the provider; when a refresh fails, they serve on until they expire, and no longer.
pub struct CachedCredentials<P> {
    provider: Arc<P>,
    clock: Arc<dyn Clock>,
    state: Arc<Mutex<State>>,
}

type Outcome = Result<Credentials, CredentialsError>;

#[derive(Default)]
struct State {
    kept: Option<Kept>,
    refresh: Option<Refresh>,
    /// After failures: when to try again, while there is something kept.
    retry_at: Option<Timestamp>,
    failures: i32,
}

struct Kept {
    credentials: Credentials,
    /// `None` for credentials that do not expire, or do not say when.
    times: Option<Times>,
}

#[derive(Clone, Copy)]
struct Times {
    refresh_at: Timestamp,
    usable_until: Timestamp,
    expires_at: Timestamp,
}

/// A refresh under way, in a task of its own, so that it goes on when who asked for it has gone.
struct Refresh {
    outcome: watch::Receiver<Option<Outcome>>,
    task: AbortHandle,
}

impl<P: ProvideCredentials + 'static> CachedCredentials<P> {
    /// Caches what `provider` gives.
    pub fn new(provider: P) -> Self {
        Self { provider: Arc::new(provider), clock: Arc::new(SystemClock), state: Arc::default() }
    }

    async fn get(&self) -> Outcome {
        // Once more where a refresh was broken off, because the runtime that it ran on has ended.
        for _ in 0..2 {
            let mut outcome = match self.kept_or_refresh()? {
                Now::Kept(credentials) => return Ok(credentials),
                Now::Refresh(outcome) => outcome,
            };
            if let Ok(outcome) = outcome.wait_for(Option::is_some).await
                && let Some(outcome) = outcome.clone()
            {
                return outcome;
            }
        }
        Err(CredentialsError::new(self.provider.name(), "the refresh was aborted: the provider panicked"))
    }

    fn kept_or_refresh(&self) -> Result<Now, CredentialsError> {
        let now = self.clock.now();
        let mut state = lock(&self.state);
        // A task that ended without clearing this has panicked, or its runtime has ended.
        if state.refresh.as_ref().is_some_and(|refresh| refresh.task.is_finished()) {
            state.refresh = None;
        }
        let kept = state.kept.as_ref().filter(|kept| kept.is_usable(now));
        if let Some(kept) = kept {
            let credentials = kept.credentials.clone();
            let is_due = kept.is_due(now) && state.retry_at.is_none_or(|time| now >= time);
            if is_due && state.refresh.is_none() {
                // There is something that serves meanwhile: it is asked again later.
                state.refresh = Some(self.start(1)?);
            }
            return Ok(Now::Kept(credentials));
        }
        let refresh = match state.refresh.take() {
            Some(refresh) => refresh,
            None => self.start(TRIES)?,
        };
        let outcome = refresh.outcome.clone();
        state.refresh = Some(refresh);
        Ok(Now::Refresh(outcome))
    }

    /// Starts asking the provider, so many times while it fails for the moment.
    fn start(&self, tries: u32) -> Result<Refresh, CredentialsError> {
        let runtime = Handle::try_current()
            .map_err(|_| CredentialsError::new(self.provider.name(), "asked outside of a tokio runtime"))?;
        let (sender, outcome) = watch::channel(None);
        let (provider, clock, state) =
            (Arc::clone(&self.provider), Arc::clone(&self.clock), Arc::clone(&self.state));
        let task = runtime.spawn(async move {
            let answer = timeout(REFRESH_LIMIT, ask(&*provider, tries)).await.unwrap_or_else(|_| {
                Err(CredentialsError::new(provider.name(), format!("gave nothing within {REFRESH_LIMIT:?}")))
            });
            let now = clock.now();
            let answer = answer.and_then(|credentials| accept(credentials, provider.name(), now));
            let news = lock(&state).take_in(&answer, now);
            news.tell();
            sender.send_replace(Some(answer));
        });
        Ok(Refresh { outcome, task: task.abort_handle() })
    }
}

/// Asks, and again after a wait while the failure is one that passes.
async fn ask(provider: &impl ProvideCredentials, tries: u32) -> Outcome {
    let mut count = 1;
    let started = Instant::now();
    loop {
        match provider.provide().await {
            // What took long has count for long by itself, and a call does not wait for ever.
            Err(error) if error.is_transient() && count < tries && started.elapsed() < RETRY_WITHIN => {
                let wait = RETRY_WAIT * count;
                let wait = wait.mul_f64(0.5 + random::unit() / 2.0);
                tracing::debug!(%error, ?wait, "asking for credentials again");
                sleep(wait).await;
                count += 1;
            }
            outcome => return outcome,
        }
    }
}

/// What there is to give.
enum Now {
    Kept(Credentials),
    Refresh(watch::Receiver<Option<Outcome>>),
}

/// Refuses what could only be refused by the service.
fn accept(credentials: Credentials, provider: &str, now: Timestamp) -> Outcome {
    credentials
        .check()
        .map_err(|problem| CredentialsError::new(credentials.provider().unwrap_or(provider), problem))?;
    match expiry(&credentials) {
        Some(expires_at) if expires_at <= now => Err(CredentialsError::new(
            provider,
            format!(
                "the credentials expired at {expires_at}, now is {now}: check this machine's clock, or their source"
            ),
        )),
        _ if credentials.provider().is_none() => Ok(credentials.provided_by(provider)),
        _ => Ok(credentials),
    }
}

fn expiry(credentials: &Credentials) -> Option<Timestamp> {
    // A time that cannot be written is thousands of years away.
    credentials.expires_at().and_then(|time| Timestamp::try_from(time).ok())
}

fn lock(state: &Mutex<State>) -> MutexGuard<'_, State> {
    state.lock().unwrap_or_else(PoisonError::into_inner)
}

/// What there is to tell of a refresh. It is told when the state is free again: who writes the log may take its time, or
/// ask for credentials.
enum News<'a> {
    Given { credentials: &'a Credentials, expires_at: Option<Timestamp> },
    OldOnesServe { error: &'a CredentialsError, expires_at: Timestamp, retry_in: SignedDuration },
    None { error: &'a CredentialsError },
}

impl News<'_> {
    fn tell(self) {
        match self {
            Self::Given { credentials, expires_at } => tracing::debug!(
                provider = credentials.provider(),
                access_key_id = credentials.masked_access_key_id(),
                expires_at = expires_at.map(tracing::field::display),
                "credentials"
            ),
            Self::OldOnesServe { error, expires_at, retry_in } => tracing::warn!(
                %error,
                %expires_at,
                ?retry_in,
                "credentials could not be refreshed: the old ones are used until they expire"
            ),
            Self::None { error } => tracing::debug!(%error, "no credentials"),
        }
    }
}

impl State {
    /// Keeps the outcome of a refresh.
    fn take_in<'a>(&mut self, outcome: &'a Outcome, now: Timestamp) -> News<'a> {
        self.refresh = None;
        let error = match outcome {
            Ok(credentials) => return self.keep(credentials, now),
            Err(error) => error,
        };
        let retry_in = self.back_off(now);
        let times = self.kept.as_ref().and_then(|kept| kept.times);
        match times.filter(|times| times.usable_until > now) {
            Some(times) => News::OldOnesServe { error, expires_at: times.expires_at, retry_in },
            None => News::None { error },
        }
    }

    fn keep<'a>(&mut self, credentials: &'a Credentials, now: Timestamp) -> News<'a> {
        let times = expiry(credentials).map(|expires_at| Times::new(expires_at, now, random::unit()));
        let before = self.kept.as_ref().and_then(|kept| kept.times);
        match (before, times) {
            // The source has no newer ones yet: the same times hold, and asking at once again would change nothing.
            (Some(before), Some(after)) if before.expires_at == after.expires_at => {
                self.back_off(now);
                self.kept = Some(Kept { credentials: credentials.clone(), times: Some(before) });
            }
            _ => {
                self.failures = 0;
                self.retry_at = None;
                self.kept = Some(Kept { credentials: credentials.clone(), times });
            }
        }
        News::Given { credentials, expires_at: times.map(|times| times.expires_at) }
    }

    /// Doubles the wait each time, with jitter, so that processes that failed together do not try together.
    fn back_off(&mut self, now: Timestamp) -> SignedDuration {
        self.failures = self.failures.saturating_add(1);
        let seconds = 2_f64.powi(self.failures.min(10)).min(MAX_BACKOFF_SECONDS);
        let wait = SignedDuration::from_secs_f64(seconds * (0.5 + random::unit() / 2.0));
        self.retry_at = now.checked_add(wait).ok();
        wait
    }
}

impl Kept {
    fn is_usable(&self, now: Timestamp) -> bool {
        self.times.is_none_or(|times| now < times.usable_until)
    }

    fn is_due(&self, now: Timestamp) -> bool {
        self.times.is_some_and(|times| now >= times.refresh_at)
    }
}

impl Times {
    /// `random`, from 0 to 1, spreads the refreshes of many processes over a fifth of the window.
    fn new(expires_at: Timestamp, now: Timestamp, random: f64) -> Self {
        let lifetime = expires_at.duration_since(now);
        let window = REFRESH_WINDOW.min(lifetime / 4).mul_f64(1.0 - random / 5.0);
        let margin = EXPIRY_MARGIN.min(lifetime / 10);
        let before_expiry = |time: SignedDuration| expires_at.checked_sub(time).unwrap_or(expires_at);
        Self { refresh_at: before_expiry(window), usable_until: before_expiry(margin), expires_at }
    }
}

impl<P: ProvideCredentials + 'static> ProvideCredentials for CachedCredentials<P> {
    fn name(&self) -> &str {
        self.provider.name()
    }

    fn provide(&self) -> BoxFuture<'_, Outcome> {
        Box::pin(self.get())
    }

    fn discard(&self, rejected: &Credentials) -> bool {
        let mut state = lock(&self.state);
        // Another call may already have replaced them.
        if state.kept.as_ref().is_some_and(|kept| kept.credentials == *rejected) {
            state.kept = None;
        }
        drop(state);
        self.provider.discard(rejected);
        true
    }

    fn configure(&mut self, context: &ProviderContext) {
        self.clock = Arc::clone(context.clock());
        // It is shared only with a refresh under way, which needs it as it is.
        if let Some(provider) = Arc::get_mut(&mut self.provider) {
            provider.configure(context);
        }
    }

    fn is_at_hand(&self) -> bool {
        true
    }
}

impl<P> Drop for CachedCredentials<P> {
    fn drop(&mut self) {
        if let Some(refresh) = lock(&self.state).refresh.take() {
            refresh.task.abort();
        }
    }
}

impl<P: fmt::Debug> fmt::Debug for CachedCredentials<P> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("CachedCredentials").field("provider", &self.provider).finish_non_exhaustive()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn refreshing_begins_in_the_last_quarter_and_stops_short_of_the_expiry() {
        let now = Timestamp::from_second(1_700_000_000).unwrap();
        for (lifetime, random, refresh_before, usable_before) in [
            (3600, 0.0, 900, 30),
            (3600, 1.0, 720, 30),
            (43_200, 0.0, 900, 30),
            (900, 0.0, 225, 30),
            (100, 1.0, 20, 10),
        ] {
            let expires_at = now + SignedDuration::from_secs(lifetime);
            let times = Times::new(expires_at, now, random);
            assert_eq!(
                expires_at.duration_since(times.refresh_at),
                SignedDuration::from_secs(refresh_before)
            );
            assert_eq!(
                expires_at.duration_since(times.usable_until),
                SignedDuration::from_secs(usable_before)
            );
        }
    }
}
