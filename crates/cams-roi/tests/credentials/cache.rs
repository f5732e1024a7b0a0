//! On a virtual clock: what is kept, when it is refreshed, and what is never sent.

use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::sync::{Arc, Mutex, mpsc};
use std::time::{Duration, SystemTime};

use cams_roi::credentials::{CachedCredentials, CredentialsError, ProvideCredentials, ProviderContext};
use cams_roi::operations::Call;
use cams_roi::{CallOptions, Clock, Credentials, RateLimit};
use futures_util::future::{BoxFuture, join_all};
use jiff::{SignedDuration, Timestamp};
use tokio::time::{advance, sleep};
use tracing_subscriber::layer::{Context, Layer, SubscriberExt as _};

use crate::scripted::{Scripted, ok};
use crate::surroundings::VirtualClock;

const LIFETIME: SignedDuration = SignedDuration::from_hours(1);

/// Gives credentials for an hour, named by number, some time after it was asked.
#[derive(Debug)]
struct Issuer {
    clock: Arc<VirtualClock>,
    takes: Duration,
    asked: AtomicUsize,
    fails: AtomicBool,
}

impl Issuer {
    fn new(clock: &Arc<VirtualClock>) -> Arc<Self> {
        let takes = Duration::from_secs(1);
        Arc::new(Self {
            clock: Arc::clone(clock),
            takes,
            asked: AtomicUsize::new(0),
            fails: AtomicBool::new(false),
        })
    }

    fn asked(&self) -> usize {
        self.asked.load(Ordering::Relaxed)
    }

    fn fails(&self, fails: bool) {
        self.fails.store(fails, Ordering::Relaxed);
    }
}

impl ProvideCredentials for Issuer {
    fn name(&self) -> &'static str {
        "issuer"
    }

    fn provide(&self) -> BoxFuture<'_, Result<Credentials, CredentialsError>> {
        Box::pin(async {
            let number = self.asked.fetch_add(1, Ordering::Relaxed);
            sleep(self.takes).await;
            if self.fails.load(Ordering::Relaxed) {
                return Err(CredentialsError::new(self.name(), "out of order"));
            }
            let expires_at = self.clock.now() + LIFETIME;
            let credentials = Credentials::new(format!("id-{number}"), "secret");
            Ok(credentials.with_security_token(expires_at.to_string()).expiring_at(system_time(expires_at)))
        })
    }
}

fn system_time(time: Timestamp) -> SystemTime {
    SystemTime::try_from(time).unwrap()
}

fn cached(issuer: &Arc<Issuer>) -> CachedCredentials<Arc<Issuer>> {
    let mut cached = CachedCredentials::new(Arc::clone(issuer));
    let clock: Arc<dyn Clock> = Arc::clone(&issuer.clock) as _;
    cached.configure(&ProviderContext::default().with_clock(clock));
    cached
}

async fn id(cached: &impl ProvideCredentials) -> Result<String, String> {
    cached.provide().await.map(|it| it.access_key_id().to_owned()).map_err(|error| error.to_string())
}

/// Refuses expired tokens: the security token says until when it is valid.
fn strict_service(clock: &Arc<VirtualClock>) -> Scripted {
    let clock = Arc::clone(clock);
    Scripted::new(move |_, request| {
        let token = request.headers.iter().find(|(name, _)| *name == "x-acs-security-token").unwrap();
        let expires_at: Timestamp = token.1.parse().unwrap();
        assert!(clock.now() < expires_at, "an expired token was sent");
        ok()
    })
}

async fn call_at_once(client: &cams_roi::Client, calls: usize) {
    let outcomes = join_all((0..calls).map(|_| {
        let client = client.clone();
        tokio::spawn(async move { client.send(&Call::new("Any"), CallOptions::new()).await.map(drop) })
    }));
    for outcome in outcomes.await {
        outcome.unwrap().unwrap();
    }
}

#[tokio::test(start_paused = true)]
async fn ten_thousand_calls_across_an_expiry_cause_one_refresh_and_no_failure() {
    let clock = VirtualClock::start();
    let issuer = Issuer::new(&clock);
    let service = strict_service(&clock);
    let client = service
        .builder()
        .credentials(Arc::clone(&issuer))
        .clock(Arc::clone(&clock) as Arc<dyn Clock>)
        .rate_limit(RateLimit::off())
        .build()
        .unwrap();
    call_at_once(&client, 10_000).await;
    assert_eq!(issuer.asked(), 1, "a cold start is one request too");

    // The window opens: the old ones serve while new ones are fetched.
    advance(Duration::from_secs(3600 - 60)).await;
    call_at_once(&client, 10_000).await;
    sleep(Duration::from_secs(2)).await;
    call_at_once(&client, 10_000).await;
    assert_eq!(issuer.asked(), 2);

    // Nobody called for so long that they have expired: all wait for the one refresh.
    advance(Duration::from_secs(7200)).await;
    call_at_once(&client, 10_000).await;
    assert_eq!(issuer.asked(), 3);
    assert_eq!(service.count(), 40_000);
}

#[tokio::test(start_paused = true)]
async fn a_steady_load_across_many_expiries_never_waits_nor_fails() {
    let clock = VirtualClock::start();
    let issuer = Issuer::new(&clock);
    let cached = cached(&issuer);
    id(&cached).await.unwrap();
    for _ in 0..6 * 60 * 2 {
        advance(Duration::from_secs(30)).await;
        let before = clock.now();
        let credentials = cached.provide().await.unwrap();
        assert_eq!(clock.now(), before, "nobody waits while there is something that serves");
        assert!(credentials.expires_at().unwrap() > system_time(before));
        sleep(Duration::from_secs(1)).await;
    }
    assert!((7..=9).contains(&issuer.asked()), "{}", issuer.asked());
}

#[tokio::test(start_paused = true)]
async fn while_a_refresh_fails_the_old_ones_serve_until_they_expire_and_no_longer() {
    let clock = VirtualClock::start();
    let issuer = Issuer::new(&clock);
    let cached = cached(&issuer);
    assert_eq!(id(&cached).await.unwrap(), "id-0");
    advance(Duration::from_secs(3600 - 360)).await;
    issuer.fails(true);
    for _ in 0..300 {
        assert_eq!(id(&cached).await.unwrap(), "id-0");
        sleep(Duration::from_secs(1)).await;
    }
    let tries = issuer.asked() - 1;
    assert!((5..=15).contains(&tries), "it waits longer after each failure: {tries} tries in 5 minutes");
    // Its last minute: the margin, then nothing more.
    sleep(Duration::from_secs(28)).await;
    assert_eq!(id(&cached).await.unwrap(), "id-0");
    sleep(Duration::from_secs(2)).await;
    assert_eq!(id(&cached).await.unwrap_err(), "issuer: out of order");
}

#[tokio::test(start_paused = true)]
async fn expired_credentials_are_never_given() {
    let clock = VirtualClock::start();
    let issuer = Issuer::new(&clock);
    let cached = cached(&issuer);
    id(&cached).await.unwrap();
    issuer.fails(true);
    advance(Duration::from_secs(3600 - 29)).await;
    assert_eq!(id(&cached).await.unwrap_err(), "issuer: out of order");
    issuer.fails(false);
    assert_eq!(id(&cached).await.unwrap(), "id-2");
}

#[tokio::test(start_paused = true)]
async fn credentials_that_come_expired_are_refused() {
    #[derive(Debug)]
    struct Late;
    impl ProvideCredentials for Late {
        fn name(&self) -> &'static str {
            "late"
        }

        fn provide(&self) -> BoxFuture<'_, Result<Credentials, CredentialsError>> {
            Box::pin(async { Ok(Credentials::new("id", "secret").expiring_at(SystemTime::UNIX_EPOCH)) })
        }
    }
    let reason = id(&CachedCredentials::new(Late)).await.unwrap_err();
    assert!(reason.starts_with("late: the credentials expired at 1970-01-01T00:00:00Z, now is "), "{reason}");
    assert!(reason.ends_with("check this machine's clock, or their source"), "{reason}");
}

#[tokio::test(start_paused = true)]
async fn a_waiter_that_goes_does_not_take_the_refresh_with_it() {
    let clock = VirtualClock::start();
    let issuer = Issuer::new(&clock);
    let cached = Arc::new(cached(&issuer));
    let impatient = tokio::time::timeout(Duration::from_millis(10), cached.provide()).await;
    assert!(impatient.is_err());
    assert_eq!(id(&*cached).await.unwrap(), "id-0");
    assert_eq!(issuer.asked(), 1);
}

#[tokio::test(start_paused = true)]
async fn waiters_do_not_hold_up_other_work() {
    let clock = VirtualClock::start();
    let issuer = Issuer::new(&clock);
    let cached = Arc::new(cached(&issuer));
    let ticks = Arc::new(AtomicUsize::new(0));
    let counted = Arc::clone(&ticks);
    let heart = tokio::spawn(async move {
        loop {
            sleep(Duration::from_millis(10)).await;
            counted.fetch_add(1, Ordering::Relaxed);
        }
    });
    let outcomes = join_all((0..16).map(|_| id(&*cached))).await;
    assert!(outcomes.iter().all(Result::is_ok));
    assert!(ticks.load(Ordering::Relaxed) >= 98, "the one thread went on while 16 waited a second");
    heart.abort();
}

#[tokio::test(start_paused = true)]
async fn what_the_service_refused_is_dropped_unless_it_was_replaced_already() {
    let clock = VirtualClock::start();
    let issuer = Issuer::new(&clock);
    let cached = cached(&issuer);
    let first = cached.provide().await.unwrap();
    assert!(cached.discard(&first));
    assert_eq!(id(&cached).await.unwrap(), "id-1");
    assert!(cached.discard(&first));
    assert_eq!(id(&cached).await.unwrap(), "id-1");
}

#[tokio::test(start_paused = true)]
async fn a_source_without_newer_ones_is_not_asked_all_the_time() {
    #[derive(Debug)]
    struct Same(SystemTime, AtomicUsize);
    impl ProvideCredentials for Same {
        fn name(&self) -> &'static str {
            "same"
        }

        fn provide(&self) -> BoxFuture<'_, Result<Credentials, CredentialsError>> {
            self.1.fetch_add(1, Ordering::Relaxed);
            Box::pin(async { Ok(Credentials::new("id", "secret").expiring_at(self.0)) })
        }
    }
    let clock = VirtualClock::start();
    let same = Arc::new(Same(system_time(clock.now() + LIFETIME), AtomicUsize::new(0)));
    let mut cached = CachedCredentials::new(Arc::clone(&same));
    cached.configure(&ProviderContext::default().with_clock(Arc::clone(&clock) as Arc<dyn Clock>));
    id(&cached).await.unwrap();
    advance(Duration::from_secs(45 * 60)).await;
    for _ in 0..14 * 60 {
        id(&cached).await.unwrap();
        sleep(Duration::from_secs(1)).await;
    }
    let asked = same.1.load(Ordering::Relaxed);
    assert!((5..=40).contains(&asked), "{asked}");
}

#[tokio::test(start_paused = true)]
async fn a_provider_that_never_answers_or_panics_fails_its_waiters_and_nothing_else() {
    #[derive(Debug)]
    struct Bad(AtomicBool);
    impl ProvideCredentials for Bad {
        fn name(&self) -> &'static str {
            "bad"
        }

        fn provide(&self) -> BoxFuture<'_, Result<Credentials, CredentialsError>> {
            Box::pin(async {
                assert!(!self.0.load(Ordering::Relaxed), "on purpose");
                std::future::pending().await
            })
        }
    }
    let cached = CachedCredentials::new(Bad(AtomicBool::new(false)));
    assert_eq!(id(&cached).await.unwrap_err(), "bad: gave nothing within 120s");
    let cached = CachedCredentials::new(Bad(AtomicBool::new(true)));
    assert_eq!(id(&cached).await.unwrap_err(), "bad: the refresh was aborted: the provider panicked");
}

#[test]
fn a_refresh_whose_runtime_has_ended_is_begun_again() {
    #[derive(Debug)]
    struct SlowOnce(AtomicUsize);
    impl ProvideCredentials for SlowOnce {
        fn name(&self) -> &'static str {
            "slow once"
        }

        fn provide(&self) -> BoxFuture<'_, Result<Credentials, CredentialsError>> {
            Box::pin(async {
                if self.0.fetch_add(1, Ordering::Relaxed) == 0 {
                    std::future::pending::<()>().await;
                }
                Ok(Credentials::new("id", "secret"))
            })
        }
    }
    let cached = CachedCredentials::new(SlowOnce(AtomicUsize::new(0)));
    let runtime =
        || tokio::runtime::Builder::new_current_thread().enable_all().start_paused(true).build().unwrap();
    let given_up =
        runtime().block_on(async { tokio::time::timeout(Duration::from_secs(1), cached.provide()).await });
    assert!(given_up.is_err());
    assert_eq!(runtime().block_on(id(&cached)).unwrap(), "id");
}

#[tokio::test(start_paused = true)]
async fn a_call_that_waited_for_the_rate_limit_longer_than_its_token_lived_takes_a_new_one() {
    let clock = VirtualClock::start();
    let issuer = Issuer::new(&clock);
    let service = strict_service(&clock);
    let client = service
        .builder()
        .credentials(Arc::clone(&issuer))
        .clock(Arc::clone(&clock) as Arc<dyn Clock>)
        .rate_limit(RateLimit::per_second(1))
        .timeout(Duration::from_secs(2 * 3600))
        .build()
        .unwrap();
    call_at_once(&client, 3700).await;
    assert_eq!(service.count(), 3700);
}

/// A log whose writer asks the cache for something, on a thread of its own, before it goes on.
struct AsksBack {
    cached: Arc<CachedCredentials<Arc<Issuer>>>,
    answered: Arc<Mutex<Vec<bool>>>,
}

impl<S: tracing::Subscriber> Layer<S> for AsksBack {
    fn on_event(&self, _: &tracing::Event<'_>, _: Context<'_, S>) {
        let cached = Arc::clone(&self.cached);
        let (sender, answer) = mpsc::channel();
        std::thread::spawn(move || {
            cached.discard(&Credentials::new("others", "secret"));
            let _ = sender.send(());
        });
        self.answered.lock().unwrap().push(answer.recv_timeout(Duration::from_secs(5)).is_ok());
    }
}

#[tokio::test(start_paused = true)]
async fn whoever_reads_the_log_may_use_the_cache() {
    let clock = VirtualClock::start();
    let issuer = Issuer::new(&clock);
    let cached = Arc::new(cached(&issuer));
    let answered = Arc::<Mutex<Vec<bool>>>::default();
    let log = AsksBack { cached: Arc::clone(&cached), answered: Arc::clone(&answered) };
    let _log = tracing::subscriber::set_default(tracing_subscriber::registry().with(log));
    id(&cached).await.unwrap();
    // Due, but refused: the old ones serve, which is a warning.
    issuer.fails(true);
    advance(Duration::from_mins(59)).await;
    id(&cached).await.unwrap();
    sleep(Duration::from_secs(2)).await;
    // Expired.
    advance(Duration::from_mins(60)).await;
    id(&cached).await.unwrap_err();
    assert_eq!(*answered.lock().unwrap(), [true; 3]);
}
