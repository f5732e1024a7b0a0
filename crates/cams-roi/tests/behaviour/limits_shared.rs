//! Whoever calls for one account shares its limits, and the lowest counts.

use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Duration;

use cams_roi::credentials::{CallbackCredentials, CredentialsError, ProvideCredentials};
use cams_roi::operations::{Call, EnableWhatsappRoiMetric};
use cams_roi::{CallOptions, Client, ClientBuilder, Credentials, RateLimit};
use futures_util::future::{BoxFuture, join_all};
use tokio::time::Instant;

use crate::scripted::{Scripted, new_account, ok};

/// Temporary keys, other ones for every call or two.
#[derive(Debug, Default)]
struct Rotating {
    source: Option<String>,
    calls: AtomicUsize,
}

impl ProvideCredentials for Rotating {
    fn name(&self) -> &'static str {
        "rotating"
    }

    fn provide(&self) -> BoxFuture<'_, Result<Credentials, CredentialsError>> {
        let number = self.calls.fetch_add(1, Ordering::Relaxed) / 2;
        let key = format!("rotating-{self:p}-{number}");
        let credentials = Credentials::new(key, "secret").with_security_token("token");
        let credentials = match &self.source {
            Some(source) => credentials.from_source(source.as_str()),
            None => credentials,
        };
        Box::pin(async { Ok(credentials) })
    }

    fn is_at_hand(&self) -> bool {
        true
    }
}

/// A builder of clients of one service that share nothing but what their credentials say.
fn builder(service: &Scripted) -> ClientBuilder {
    Client::builder().transport(std::sync::Arc::new(service.clone()))
}

async fn call_with_all(clients: &[Client], calls: usize) -> Duration {
    let started = Instant::now();
    let calls = (0..calls).map(|number| {
        clients[number % clients.len()].enable_whatsapp_roi_metric(EnableWhatsappRoiMetric::own_channel())
    });
    for result in join_all(calls).await {
        result.unwrap();
    }
    started.elapsed()
}

/// The most requests that came in any time of this length.
fn peak(service: &Scripted, window: Duration) -> usize {
    let times = service.times();
    let within = |first: &Instant| times.iter().filter(|it| *it >= first && **it < *first + window).count();
    times.iter().map(within).max().unwrap_or_default()
}

const A_SECOND: Duration = Duration::from_secs(1);

#[tokio::test(start_paused = true)]
async fn of_two_limits_the_lower_counts() {
    let service = Scripted::of(vec![ok()]);
    let client = |limit: f64| service.builder().rate_limit(RateLimit::per_second(limit)).build().unwrap();
    call_with_all(&[client(5.0), client(3.0)], 40).await;
    assert_eq!(peak(&service, A_SECOND), 3);
}

#[tokio::test(start_paused = true)]
async fn a_limit_counts_for_as_long_as_its_client_exists() {
    let service = Scripted::of(vec![ok()]);
    let client = |limit: f64| service.builder().rate_limit(RateLimit::per_second(limit)).build().unwrap();
    let (fast, slow) = (client(20.0), client(1.0));
    assert!(call_with_all(&[fast.clone(), slow.clone()], 4).await >= Duration::from_secs(3));
    drop(slow);
    let took = call_with_all(&[fast], 41).await;
    assert!(took <= Duration::from_millis(3500), "20 a second again: {took:?}");
}

#[tokio::test(start_paused = true)]
async fn a_limit_that_rises_is_used_by_those_who_wait_already() {
    let service = Scripted::of(vec![ok()]);
    let client = |limit: f64| service.builder().rate_limit(RateLimit::per_second(limit)).build().unwrap();
    let (fast, slow) = (client(20.0), client(0.01));
    call_with_all(std::slice::from_ref(&slow), 1).await;
    let started = Instant::now();
    let waiting =
        async { fast.enable_whatsapp_roi_metric(EnableWhatsappRoiMetric::own_channel()).await.unwrap() };
    let leaving = async {
        tokio::time::sleep(Duration::from_secs(3)).await;
        drop(slow);
    };
    tokio::join!(waiting, leaving);
    assert!(started.elapsed() < Duration::from_secs(4), "{:?}", started.elapsed());
}

#[tokio::test(start_paused = true)]
async fn a_limit_may_be_a_fraction() {
    for (limit, window, calls) in [(1.25, 1600, 2), (0.5, 2000, 1), (2.5, 1200, 3), (0.001, 1_000_000, 1)] {
        let service = Scripted::of(vec![ok()]);
        let client = service.builder().rate_limit(RateLimit::per_second(limit)).build().unwrap();
        let took = call_with_all(&[client], 21).await.as_secs_f64();
        assert!((20.0 / limit..20.6 / limit).contains(&took), "{limit}: {took}");
        assert_eq!(peak(&service, Duration::from_millis(window)), calls, "{limit}");
    }
}

#[tokio::test(start_paused = true)]
async fn every_operation_may_have_a_limit_of_its_own() {
    let limit = RateLimit::per_second(2)
        .operation("EnableWhatsappROIMetric", RateLimit::per_second(10))
        .operation("ListOff", RateLimit::off())
        .operation("ListDocumented", RateLimit::documented());
    let service = Scripted::of(vec![ok()]);
    let client = service.builder().rate_limit(limit).build().unwrap();
    for (action, time) in
        [("EnableWhatsappROIMetric", 1000), ("ListOther", 5000), ("ListOff", 0), ("ListDocumented", 0)]
    {
        let call = Call::new(action).parameter("CustSpaceId", "cams-1");
        let started = Instant::now();
        join_all((0..11).map(|_| client.send(&call, CallOptions::new()))).await;
        let took = started.elapsed().as_millis();
        assert!((time..time + time / 20 + 10).contains(&took), "{action}: {took}");
    }
}

#[tokio::test(start_paused = true)]
async fn keys_that_are_replaced_do_not_start_a_second_limit() {
    let service = Scripted::of(vec![ok()]);
    let client = builder(&service).credentials(Rotating::default()).build().unwrap();
    call_with_all(&[client], 40).await;
    assert_eq!(peak(&service, A_SECOND), 5);
}

#[tokio::test(start_paused = true)]
async fn clients_share_the_limit_of_their_credentials_source() {
    let service = Scripted::of(vec![ok()]);
    let source = new_account();
    let rotating = || Rotating { source: Some(source.clone()), ..Rotating::default() };
    let clients = [
        builder(&service).credentials(rotating()).build().unwrap(),
        builder(&service).credentials(rotating()).build().unwrap(),
        // The source is the account's ID: so it is the account that this one names.
        builder(&service)
            .credentials(Credentials::new("a-key", "secret"))
            .account_id(source)
            .build()
            .unwrap(),
    ];
    call_with_all(&clients, 40).await;
    assert_eq!(peak(&service, A_SECOND), 5);
}

#[tokio::test(start_paused = true)]
async fn clients_share_the_limit_of_one_key_wherever_it_comes_from() {
    let service = Scripted::of(vec![ok()]);
    let key = || Credentials::new("the-same-key-from-two-places", "secret");
    let from_vault = CallbackCredentials::new(move || async move { Ok::<_, CredentialsError>(key()) });
    let clients = [
        builder(&service).credentials(key()).build().unwrap(),
        builder(&service).credentials(from_vault).build().unwrap(),
    ];
    call_with_all(&clients, 40).await;
    assert_eq!(peak(&service, A_SECOND), 5);
}

#[tokio::test(start_paused = true)]
async fn accounts_do_not_share() {
    let service = Scripted::of(vec![ok()]);
    let clients: Vec<_> = (0..4)
        .map(|_| builder(&service).credentials(Credentials::new(new_account(), "secret")).build().unwrap())
        .collect();
    let took = call_with_all(&clients, 40).await;
    assert!(took < Duration::from_millis(9 * 200 + 50), "{took:?}");
}
