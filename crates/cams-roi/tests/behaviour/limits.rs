//! Never more calls than the limit in any second, as the service sees it; first come first served; full speed.

use std::sync::{Arc, Mutex};
use std::time::Duration;

use cams_roi::operations::{Call, EnableWhatsappRoiMetric, GetChatappPhoneNumberMetric};
use cams_roi::transport::{HttpRequest, HttpResponse, Transport, TransportError};
use cams_roi::{CallOptions, Client, Credentials, RateLimit};
use futures_util::future::{BoxFuture, join_all};
use proptest::prelude::*;
use tokio::time::{Instant, sleep};

use crate::scripted::{Scripted, error, new_account, ok};

/// A service at the end of a network whose ways there and back take a different time for every request.
#[derive(Clone, Debug)]
struct Jittery {
    /// Milliseconds there and back, in turn.
    ways: Arc<Vec<(u64, u64)>>,
    account: String,
    arrivals: Arc<Mutex<Vec<Instant>>>,
    sent: Arc<Mutex<usize>>,
}

impl Jittery {
    fn new(ways: Vec<(u64, u64)>) -> Self {
        Self { ways: Arc::new(ways), account: new_account(), arrivals: Arc::default(), sent: Arc::default() }
    }

    fn client(&self, limit: RateLimit) -> Client {
        Client::builder()
            .credentials(Credentials::new("jittery-id", "secret"))
            .account_id(self.account.clone())
            .transport(Arc::new(self.clone()))
            .rate_limit(limit)
            .timeout(Duration::from_secs(60 * 60))
            .build()
            .unwrap()
    }

    /// The most requests that arrived in any second.
    fn peak(&self) -> usize {
        let mut arrivals = self.arrivals.lock().unwrap().clone();
        arrivals.sort();
        let within_a_second = |first: &Instant| {
            arrivals.iter().filter(|it| *it >= first && **it < *first + Duration::from_secs(1)).count()
        };
        arrivals.iter().map(within_a_second).max().unwrap_or_default()
    }
}

impl Transport for Jittery {
    fn send(&self, _request: HttpRequest) -> BoxFuture<'_, Result<HttpResponse, TransportError>> {
        let number = {
            let mut sent = self.sent.lock().unwrap();
            *sent += 1;
            *sent - 1
        };
        let (there, back) = self.ways[number % self.ways.len()];
        Box::pin(async move {
            sleep(Duration::from_millis(there)).await;
            self.arrivals.lock().unwrap().push(Instant::now());
            sleep(Duration::from_millis(back)).await;
            let body = br#"{"Code":"OK"}"#.to_vec();
            Ok(HttpResponse { status: 200, headers: Vec::new(), body })
        })
    }
}

async fn call_at_once(client: &Client, calls: usize) -> Duration {
    let started = Instant::now();
    let calls = (0..calls).map(|_| client.enable_whatsapp_roi_metric(EnableWhatsappRoiMetric::own_channel()));
    for result in join_all(calls).await {
        result.unwrap();
    }
    started.elapsed()
}

#[tokio::test(start_paused = true)]
async fn the_documented_limit_is_the_default_and_is_used_in_full() {
    let service = Jittery::new(vec![(1, 1)]);
    let took = call_at_once(&service.client(RateLimit::default()), 40).await;
    assert_eq!(service.peak(), 5);
    let ideal = Duration::from_millis(39 * 200);
    assert!(took >= ideal && took <= ideal.mul_f64(1.02), "{took:?} for {ideal:?}");
}

#[tokio::test(start_paused = true)]
async fn a_steady_latency_costs_no_speed() {
    let service = Jittery::new(vec![(120, 180)]);
    let took = call_at_once(&service.client(RateLimit::per_second(50)), 500).await;
    assert!(service.peak() <= 50);
    let ideal = Duration::from_millis(499 * 20 + 300);
    // The first second or two pass before the latency is known and trusted.
    assert!(took <= ideal.mul_f64(1.10), "{took:?} for {ideal:?}");
}

#[tokio::test(start_paused = true)]
async fn there_is_no_burst_at_the_beginning() {
    let service = Jittery::new(vec![(0, 0)]);
    let client = service.client(RateLimit::per_second(10));
    tokio::time::advance(Duration::from_secs(100)).await;
    call_at_once(&client, 12).await;
    let arrivals = service.arrivals.lock().unwrap().clone();
    for pair in arrivals.windows(2) {
        assert!(pair[1] - pair[0] >= Duration::from_millis(95), "{:?}", pair[1] - pair[0]);
    }
}

#[tokio::test(start_paused = true)]
async fn a_call_that_hangs_slows_only_its_own_share() {
    let service = Jittery::new([vec![(30_000, 0)], vec![(1, 1); 39]].concat());
    let client = service.client(RateLimit::per_second(5));
    let client = &client;
    let operation = EnableWhatsappRoiMetric::own_channel();
    let hanging = client.send(&operation, CallOptions::new().max_attempts(1));
    let others = async {
        sleep(Duration::from_millis(1)).await;
        call_at_once(client, 39).await
    };
    let (result, took) = tokio::join!(hanging, others);
    result.unwrap_err();
    assert!(took < Duration::from_secs(11), "four of five slots were left: {took:?}");
    assert!(service.peak() <= 5);
}

#[tokio::test(start_paused = true)]
async fn callers_are_served_in_order() {
    let service = Scripted::of(vec![ok()]);
    let client = service.client();
    let order = Mutex::new(Vec::new());
    let calls = (0..12).map(|number| {
        let (client, order) = (&client, &order);
        async move {
            client.enable_whatsapp_roi_metric(EnableWhatsappRoiMetric::own_channel()).await.unwrap();
            order.lock().unwrap().push(number);
        }
    });
    join_all(calls).await;
    assert_eq!(order.into_inner().unwrap(), (0..12).collect::<Vec<_>>());
}

#[tokio::test(start_paused = true)]
async fn clients_of_one_account_share_the_limit_and_operations_do_not() {
    let service = Jittery::new(vec![(0, 0)]);
    let clients = [service.client(RateLimit::default()), service.client(RateLimit::default())];
    let by_name = Call::new("EnableWhatsappROIMetric").parameter("CustSpaceId", "cams-1");
    let range = (std::time::UNIX_EPOCH, std::time::SystemTime::now());
    let started = Instant::now();
    let calls = (0..20).map(|number| {
        let (clients, by_name) = (&clients, &by_name);
        async move { clients[number % 2].send(by_name, CallOptions::new()).await.map(drop) }
    });
    for result in join_all(calls).await {
        result.unwrap();
    }
    assert!(started.elapsed() >= Duration::from_millis(19 * 200), "{:?}", started.elapsed());
    assert!(service.peak() <= 5);
    let before = Instant::now();
    clients[0]
        .get_chatapp_phone_number_metric(GetChatappPhoneNumberMetric::new(range.0, range.1).own_channel())
        .await
        .unwrap();
    assert!(before.elapsed() < Duration::from_millis(5), "another operation has a limit of its own");
}

#[tokio::test(start_paused = true)]
async fn the_limit_can_be_switched_off_and_unknown_operations_have_none() {
    let service = Jittery::new(vec![(1, 1)]);
    assert!(call_at_once(&service.client(RateLimit::off()), 100).await < Duration::from_millis(10));
    let client = service.client(RateLimit::default());
    let started = Instant::now();
    join_all(
        (0..100)
            .map(|_| async { client.send(&Call::new("ListInstance"), CallOptions::new()).await.unwrap() }),
    )
    .await;
    assert!(started.elapsed() < Duration::from_millis(10));
}

#[tokio::test(start_paused = true)]
async fn a_throttled_answer_slows_everybody_for_a_while() {
    let throttled = error(429, "Throttling.User").with_header("x-acs-retry-after", "3000");
    let service = Scripted::new(move |number, _| if number == 0 { throttled.clone() } else { ok() });
    let client = service.builder().rate_limit(RateLimit::per_second(10)).build().unwrap();
    call_at_once(&client, 60).await;
    let times = service.times();
    let gaps: Vec<u128> = times.windows(2).map(|pair| (pair[1] - pair[0]).as_millis()).collect();
    assert!(gaps[0] >= 3000, "nobody calls while the service asked to wait: {}", gaps[0]);
    assert!((185..=215).contains(&gaps[1]), "then at half the speed: {}", gaps[1]);
    let last = gaps.last().unwrap();
    assert!((95..=110).contains(last), "and at full speed in the end: {last}");
}

#[tokio::test(start_paused = true)]
async fn throttled_answers_of_one_round_trip_slow_down_once() {
    let throttled = error(429, "Throttling.User").after(Duration::from_millis(500));
    let service = Scripted::new(move |number, _| if number < 4 { throttled.clone() } else { ok() });
    let client = service.builder().rate_limit(RateLimit::per_second(10)).build().unwrap();
    call_at_once(&client, 12).await;
    let times = service.times();
    let gaps: Vec<u128> = times[4..].windows(2).map(|pair| (pair[1] - pair[0]).as_millis()).collect();
    // The first waits until nobody is throttled any more.
    let longest = gaps[1..].iter().max().unwrap();
    assert!((190..=210).contains(longest), "half the speed, and not a sixteenth: {gaps:?}");
}

#[tokio::test(start_paused = true)]
async fn a_service_that_goes_on_throttling_is_called_more_and_more_slowly() {
    let service = Scripted::of(vec![error(429, "Throttling.User")]);
    let client = service.builder().rate_limit(RateLimit::per_second(10)).max_attempts(1).build().unwrap();
    let calls = (0..60).map(|_| client.enable_whatsapp_roi_metric(EnableWhatsappRoiMetric::own_channel()));
    join_all(calls).await.into_iter().for_each(|result| drop(result.unwrap_err()));
    let times = service.times();
    let gaps: Vec<u128> = times.windows(2).map(|pair| (pair[1] - pair[0]).as_millis()).collect();
    assert!(gaps.last().unwrap() >= &1595, "a sixteenth of the speed in the end: {gaps:?}");
    assert!(gaps.iter().filter(|gap| **gap < 400).count() >= 5, "not at once: {gaps:?}");
}

#[tokio::test(start_paused = true)]
async fn an_answer_that_asks_for_ages_stops_the_account_for_minutes() {
    let forever = error(429, "Throttling.User").with_header("retry-after", "99999999999");
    let service = Scripted::new(move |number, _| if number == 0 { forever.clone() } else { ok() });
    let client = service.builder().timeout(Duration::from_mins(10)).max_attempts(1).build().unwrap();
    client.enable_whatsapp_roi_metric(EnableWhatsappRoiMetric::own_channel()).await.unwrap_err();
    let started = Instant::now();
    client.enable_whatsapp_roi_metric(EnableWhatsappRoiMetric::own_channel()).await.unwrap();
    let waited = started.elapsed();
    assert!((Duration::from_mins(5)..Duration::from_mins(6)).contains(&waited), "{waited:?}");
}

#[tokio::test(start_paused = true)]
async fn callers_who_give_up_leave_the_queue() {
    let service = Scripted::of(vec![ok()]);
    let client = service.client();
    let impatient = CallOptions::new().timeout(Duration::from_millis(1));
    call_at_once(&client, 1).await;
    let given_up = (0..50).map(|_| async {
        client.send(&EnableWhatsappRoiMetric::own_channel(), impatient).await.unwrap_err()
    });
    join_all(given_up).await;
    let started = Instant::now();
    call_at_once(&client, 1).await;
    assert!(started.elapsed() <= Duration::from_millis(210), "{:?}", started.elapsed());
}

/// Calls far more often than the limit allows, and tells the most that arrived in any second.
fn peak_of_80_calls(ways: Vec<(u64, u64)>, limit: u32) -> usize {
    let runtime =
        tokio::runtime::Builder::new_current_thread().enable_time().start_paused(true).build().unwrap();
    runtime.block_on(async {
        let service = Jittery::new(ways);
        call_at_once(&service.client(RateLimit::per_second(limit)), 80).await;
        service.peak()
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(60))]
    #[test]
    fn jitter_never_makes_a_second_that_sees_more_than_the_limit(
        (there, back) in (0_u64..400, 0_u64..400),
        jitter in prop::collection::vec((0.0..1.0, 0.0..1.0), 1..60),
        limit in 1_u32..20,
    ) {
        // Round trips vary by up to a tenth, and by 5 ms.
        #[allow(clippy::cast_precision_loss, clippy::cast_possible_truncation, clippy::cast_sign_loss)]
        let jittered = |way: u64, share: f64| way + ((way as f64 * 0.1 + 2.0) * share) as u64;
        let ways = jitter.iter().map(|(a, b)| (jittered(there, *a), jittered(back, *b))).collect();
        prop_assert!(peak_of_80_calls(ways, limit) <= limit as usize);
    }

    #[test]
    fn a_slow_way_back_never_makes_a_second_that_sees_more_than_the_limit(
        ways in prop::collection::vec((Just(0_u64), 0_u64..2_000), 1..60),
        limit in 1_u32..20,
    ) {
        prop_assert!(peak_of_80_calls(ways, limit) <= limit as usize);
    }

    #[test]
    fn before_the_network_is_known_nothing_at_all_is_assumed_of_it(
        ways in prop::collection::vec((0_u64..700, 0_u64..700), 1..20),
    ) {
        let runtime = tokio::runtime::Builder::new_current_thread().enable_time().start_paused(true).build().unwrap();
        let peak = runtime.block_on(async {
            let service = Jittery::new(ways);
            call_at_once(&service.client(RateLimit::per_second(5)), 10).await;
            service.peak()
        });
        prop_assert!(peak <= 5);
    }
}
