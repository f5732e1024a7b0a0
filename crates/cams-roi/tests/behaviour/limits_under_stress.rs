//! Whatever becomes of calls, no second sees more of them than the limit, as the service counts.
//!
//! Random scenarios: clients with limits of their own and keys that are replaced, calls that are answered, throttled,
//! fail, hang until their attempt's time is over, or are cancelled while they wait or are under way. What was sent
//! arrives, also when nobody waits for it any more.

use std::sync::{Arc, Mutex};
use std::time::Duration;

use cams_roi::credentials::{CredentialsError, ProvideCredentials};
use cams_roi::operations::EnableWhatsappRoiMetric;
use cams_roi::transport::{HttpRequest, HttpResponse, Progress, Transport, TransportError};
use cams_roi::{Client, Credentials, RateLimit};
use futures_util::future::{BoxFuture, join_all};
use proptest::prelude::*;
use tokio::sync::Notify;
use tokio::time::{Instant, sleep, timeout};

use crate::scripted::new_account;

/// How many random scenarios run. `PROPTEST_CASES` in the environment asks for another number.
const SCENARIOS: u32 = 200;

#[derive(Clone, Copy, Debug)]
enum Fate {
    Accepted,
    Throttled {
        retry_after: Option<u64>,
    },
    Failed,
    /// It arrives, and no answer ever comes.
    Hangs,
    /// The connection breaks on the way back.
    Lost,
    /// The caller cancels it so many milliseconds after it was sent.
    Cancelled(u64),
    /// No connection: it never arrives.
    NeverSent,
}

tokio::task_local! {
    /// By which the network cancels the call that it carries.
    static CANCELLED: Arc<Notify>;
}

/// Milliseconds there and back, and what happens.
type Way = (u64, u64, Fate);

#[derive(Clone, Debug)]
struct Network {
    ways: Arc<Vec<Way>>,
    arrivals: Arc<Mutex<Vec<Instant>>>,
    sent: Arc<Mutex<usize>>,
}

impl Network {
    fn most_in(&self, window: Duration) -> usize {
        let mut arrivals = self.arrivals.lock().unwrap().clone();
        arrivals.sort();
        let within =
            |first: &Instant| arrivals.iter().filter(|it| *it >= first && **it < *first + window).count();
        arrivals.iter().map(within).max().unwrap_or_default()
    }
}

impl Transport for Network {
    fn send(&self, _request: HttpRequest) -> BoxFuture<'_, Result<HttpResponse, TransportError>> {
        let number = {
            let mut sent = self.sent.lock().unwrap();
            *sent += 1;
            *sent - 1
        };
        let (there, back, fate) = self.ways[number % self.ways.len()];
        let arrivals = Arc::clone(&self.arrivals);
        if !matches!(fate, Fate::NeverSent) {
            // It is on its way, whatever the caller does.
            tokio::spawn(async move {
                sleep(Duration::from_millis(there)).await;
                arrivals.lock().unwrap().push(Instant::now());
            });
        }
        if let Fate::Cancelled(after) = fate {
            let _ = CANCELLED.try_with(|cancelled| {
                let cancelled = Arc::clone(cancelled);
                tokio::spawn(async move {
                    sleep(Duration::from_millis(after)).await;
                    cancelled.notify_one();
                });
            });
        }
        Box::pin(async move {
            sleep(Duration::from_millis(there + back)).await;
            let answer =
                |status, body: &str, headers| Ok(HttpResponse { status, headers, body: body.into() });
            let broken = |progress| {
                Err(TransportError { message: "broken".into(), progress, timed_out: false, source: None })
            };
            match fate {
                Fate::Accepted => answer(200, r#"{"Code":"OK"}"#, Vec::new()),
                Fate::Throttled { retry_after } => {
                    let header = retry_after.map(|wait| ("x-acs-retry-after".to_owned(), wait.to_string()));
                    answer(429, r#"{"Code":"Throttling.User"}"#, header.into_iter().collect())
                }
                Fate::Failed => answer(503, r#"{"Code":"ServiceUnavailable"}"#, Vec::new()),
                Fate::Lost => broken(Progress::MaybeReceived),
                Fate::NeverSent => broken(Progress::NotConnected),
                Fate::Hangs | Fate::Cancelled(_) => std::future::pending().await,
            }
        })
    }
}

/// Other temporary keys every few calls.
#[derive(Debug)]
struct Rotating {
    account: String,
    given: Mutex<usize>,
}

impl ProvideCredentials for Rotating {
    fn name(&self) -> &'static str {
        "rotating"
    }

    fn provide(&self) -> BoxFuture<'_, Result<Credentials, CredentialsError>> {
        let mut given = self.given.lock().unwrap();
        *given += 1;
        let credentials = Credentials::new(format!("{}-{}", self.account, *given / 3), "secret")
            .with_security_token("token")
            .from_source(self.account.as_str());
        Box::pin(async { Ok(credentials) })
    }

    fn is_at_hand(&self) -> bool {
        true
    }
}

#[derive(Clone, Debug)]
struct Scenario {
    ways: Vec<Way>,
    limits: Vec<f64>,
    /// How many calls are made in peace before, by which the limiter learns how fast the network is.
    in_peace: usize,
    /// After how many milliseconds each call is cancelled, in turn.
    patience: Vec<Option<u64>>,
    calls: usize,
}

fn fate() -> impl Strategy<Value = Fate> {
    prop_oneof![
        6 => Just(Fate::Accepted),
        1 => prop::option::of(1_u64..900).prop_map(|retry_after| Fate::Throttled { retry_after }),
        1 => Just(Fate::Failed),
        1 => Just(Fate::Hangs),
        2 => prop_oneof![0_u64..20, 0_u64..1000].prop_map(Fate::Cancelled),
        1 => Just(Fate::Lost),
        1 => Just(Fate::NeverSent),
    ]
}

#[allow(clippy::cast_precision_loss, clippy::cast_possible_truncation, clippy::cast_sign_loss)]
fn scenario() -> impl Strategy<Value = Scenario> {
    let limit = prop::sample::select(vec![0.5, 0.9, 1.0, 1.25, 2.0, 2.5, 3.0, 5.0, 7.5, 10.0, 19.0]);
    let patience = prop::option::weighted(0.4, prop_oneof![0_u64..50, 0_u64..1500, 0_u64..30_000]);
    (
        (0_u64..400, 0_u64..400),
        prop::collection::vec((0.0..1.0, 0.0..1.0, fate()), 1..60),
        prop::collection::vec(limit, 1..4),
        prop::collection::vec(patience, 1..40),
        prop::sample::select(vec![0, 40]),
        20_usize..70,
    )
        .prop_map(|((there, back), jitter, limits, patience, in_peace, calls)| {
            // Round trips vary by up to a tenth, and by 4 ms.
            let jittered = |way: u64, share: f64| way + ((way as f64 * 0.1 + 2.0) * share) as u64;
            let ways = jitter.into_iter().map(|(a, b, fate)| (jittered(there, a), jittered(back, b), fate));
            let peace = std::iter::repeat_n((there, back, Fate::Accepted), in_peace);
            Scenario { ways: peace.chain(ways).collect(), limits, in_peace, patience, calls }
        })
}

async fn play(scenario: Scenario) -> Network {
    let network = Network { ways: Arc::new(scenario.ways), arrivals: Arc::default(), sent: Arc::default() };
    let account = new_account();
    let clients: Vec<Client> = scenario
        .limits
        .iter()
        .enumerate()
        .map(|(number, limit)| {
            let builder = Client::builder()
                .transport(Arc::new(network.clone()))
                .rate_limit(RateLimit::per_second(*limit))
                .max_attempts(2)
                .attempt_timeout(Duration::from_secs(2));
            let builder = if number % 2 == 0 {
                builder.credentials(Rotating { account: account.clone(), given: Mutex::new(0) })
            } else {
                builder.credentials(Credentials::new(format!("{account}-own"), "secret")).account_id(&account)
            };
            builder.build().unwrap()
        })
        .collect();
    // All at once: the limit of a client counts from its first call on.
    join_all((0..scenario.in_peace).map(|number| {
        let client = &clients[number % clients.len()];
        client.enable_whatsapp_roi_metric(EnableWhatsappRoiMetric::own_channel())
    }))
    .await;
    let calls = (0..scenario.calls).map(|number| {
        let client = &clients[number % clients.len()];
        let call = client.enable_whatsapp_roi_metric(EnableWhatsappRoiMetric::own_channel());
        let patience = scenario.patience[number % scenario.patience.len()];
        async move {
            let ages = Duration::from_hours(24 * 365);
            let patience = patience.map_or(ages, Duration::from_millis);
            let cancelled = Arc::new(Notify::new());
            let call = timeout(patience, CANCELLED.scope(Arc::clone(&cancelled), call));
            tokio::select! {
                _ = call => {}
                () = cancelled.notified() => {}
            }
        }
    });
    join_all(calls).await;
    // What is still on its way arrives.
    sleep(Duration::from_secs(2)).await;
    network
}

proptest! {
    #![proptest_config(ProptestConfig {
        cases: std::env::var("PROPTEST_CASES").ok().and_then(|cases| cases.parse().ok()).unwrap_or(SCENARIOS),
        ..ProptestConfig::default()
    })]
    #[test]
    fn no_second_sees_more_calls_than_the_lowest_limit(scenario in scenario()) {
        let lowest = scenario.limits.iter().copied().fold(f64::INFINITY, f64::min);
        let runtime =
            tokio::runtime::Builder::new_current_thread().enable_time().start_paused(true).build().unwrap();
        let network = runtime.block_on(play(scenario));
        #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
        let most = lowest.ceil() as usize;
        let in_a_second = network.most_in(Duration::from_secs(1));
        prop_assert!(in_a_second <= most, "{in_a_second} in a second at {lowest}");
        let window = Duration::from_secs_f64(lowest.ceil() / lowest);
        let in_a_window = network.most_in(window);
        prop_assert!(in_a_window <= most, "{in_a_window} in {window:?} at {lowest}");
    }
}

/// The smallest case: a call that is cancelled after it was sent gives its slot back a whole second later.
#[tokio::test(start_paused = true)]
async fn a_cancelled_call_counts_from_when_it_may_have_arrived() {
    let accepted = (10, 190, Fate::Accepted);
    let mut ways = vec![accepted; 20];
    ways.push((100, 100, Fate::Accepted));
    ways.extend(vec![(10, 10, Fate::Accepted); 5]);
    let network = Network { ways: Arc::new(ways), arrivals: Arc::default(), sent: Arc::default() };
    let client = Client::builder()
        .transport(Arc::new(network.clone()))
        .credentials(Credentials::new(new_account(), "secret"))
        .rate_limit(RateLimit::per_second(1))
        .build()
        .unwrap();
    let call = || client.enable_whatsapp_roi_metric(EnableWhatsappRoiMetric::own_channel());
    for _ in 0..20 {
        call().await.unwrap();
    }
    timeout(Duration::from_millis(810 + 20), call()).await.unwrap_err();
    call().await.unwrap();
    assert_eq!(network.most_in(Duration::from_secs(1)), 1);
}
