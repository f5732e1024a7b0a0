//! What a client tells of its calls and runs.

use std::collections::BTreeMap;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex};
use std::time::Duration;

use cams_roi::bulk::BulkOptions;
use cams_roi::operations::{EnableWhatsappRoiMetric, QueryChatappPhoneNumbers};
use cams_roi::telemetry::{Attribute, Event, EventName};
use cams_roi::{CallOptions, Client, ErrorKind, RateLimit};
use futures_util::StreamExt as _;

use crate::scripted::{Reaction, Scripted, error, ok, parameters};

/// Keeps what is told.
#[derive(Clone, Default)]
struct Told(Arc<Mutex<Vec<Event>>>);

impl Told {
    fn by(service: &Scripted, limit: RateLimit) -> (Client, Self) {
        let told = Self::default();
        let keep = told.clone();
        let hook = move |event: &Event| keep.0.lock().unwrap().push(event.clone());
        (service.builder().rate_limit(limit).on_event(hook).build().unwrap(), told)
    }

    fn events(&self) -> Vec<Event> {
        self.0.lock().unwrap().clone()
    }

    fn names(&self) -> Vec<&'static str> {
        self.events().iter().map(|it| it.name.as_str()).collect()
    }
}

fn of(event: &Event) -> BTreeMap<&str, Attribute> {
    event.attributes.iter().map(|(name, value)| (*name, value.clone())).collect()
}

fn text(event: &Event, name: &str) -> Option<String> {
    match event.attribute(name) {
        Some(Attribute::Text(text)) => Some(text.clone()),
        _ => None,
    }
}

fn whole(event: &Event, name: &str) -> Option<i64> {
    match event.attribute(name) {
        Some(Attribute::Whole(number)) => Some(*number),
        _ => None,
    }
}

fn number(event: &Event, name: &str) -> f64 {
    match event.attribute(name) {
        Some(Attribute::Number(number)) => *number,
        other => panic!("{name} is {other:?}"),
    }
}

#[tokio::test(start_paused = true)]
async fn a_call_is_told_from_its_start_over_each_attempt_to_its_end() {
    let slow = ok().after(Duration::from_millis(250));
    let service = Scripted::of(vec![error(429, "Throttling.User"), slow]);
    let (client, told) = Told::by(&service, RateLimit::per_second(1));
    client.enable_whatsapp_roi_metric(EnableWhatsappRoiMetric::new("cams-1")).await.unwrap();
    assert_eq!(told.names(), ["call.start", "call.attempt", "call.attempt", "call.end"]);
    let events = told.events();
    let id = events[0].call_id.clone().unwrap();
    for event in &events {
        assert_eq!(event.call_id.as_deref(), Some(id.as_str()));
        assert_eq!(event.operation, "EnableWhatsappROIMetric");
        assert_eq!(event.cust_space_id.as_deref(), Some("cams-1"));
        assert_eq!((&event.run_id, &event.parent), (&None, &None));
    }
    assert!(events.windows(2).all(|pair| pair[0].time <= pair[1].time));
    let [start, refused, answered, end] = &events[..] else { panic!("{events:?}") };
    let expected = [
        ("http.request.method", Attribute::Text("POST".to_owned())),
        ("rpc.method", Attribute::Text("cams/EnableWhatsappROIMetric".to_owned())),
        ("rpc.system.name", Attribute::Text("alibaba_cloud".to_owned())),
        ("server.address", Attribute::Text("cams.ap-southeast-1.aliyuncs.com".to_owned())),
        ("server.port", Attribute::Whole(443)),
    ];
    assert_eq!(of(start), BTreeMap::from(expected));
    assert_eq!(whole(refused, "cams.attempt"), Some(1));
    assert_eq!(whole(refused, "http.request.resend_count"), None);
    assert_eq!(whole(refused, "http.response.status_code"), Some(429));
    assert_eq!(text(refused, "rpc.response.status_code").as_deref(), Some("Throttling.User"));
    assert_eq!(text(refused, "error.type").as_deref(), Some("ThrottledError"));
    assert_eq!(refused.attribute("cams.throttled"), Some(&Attribute::Flag(true)));
    assert_eq!(text(refused, "cams.request_id").as_deref(), Some("R-E"));
    assert_eq!(whole(answered, "cams.attempt"), Some(2));
    assert_eq!(whole(answered, "http.request.resend_count"), Some(1));
    assert_eq!(whole(answered, "http.response.status_code"), Some(200));
    assert_eq!(text(answered, "rpc.response.status_code").as_deref(), Some("OK"));
    assert_eq!(answered.attribute("cams.throttled"), Some(&Attribute::Flag(false)));
    assert!(answered.attribute("error.type").is_none());
    // On tokio's clock, so that these are exact.
    assert!((number(answered, "cams.latency") - 0.25).abs() < 0.002);
    let waits = number(refused, "cams.queue_wait") + number(answered, "cams.queue_wait");
    // The wait before the second attempt, of 100 ms at the most, counts for its turn too.
    assert!(waits >= 0.89, "the second request waits for its turn: {waits}");
    assert!((number(end, "cams.queue_wait") - waits).abs() < 1e-9);
    assert!(number(end, "cams.duration") >= waits + 0.25);
    assert_eq!(whole(end, "cams.attempts"), Some(2));
    assert_eq!(text(end, "cams.request_id").as_deref(), Some("R-1"));
    assert!(end.attribute("error.type").is_none());
}

#[tokio::test]
async fn a_call_that_fails_or_is_given_up_ends_with_the_reason() {
    let service = Scripted::of(vec![error(400, "Product.Unsubscript"), Reaction::Never]);
    let (client, told) = Told::by(&service, RateLimit::off());
    let request = QueryChatappPhoneNumbers::new("cams-1");
    let failed = client.send(&request, CallOptions::new()).await.unwrap_err();
    let end = told.events().pop().unwrap();
    assert_eq!(text(&end, "error.type").as_deref(), Some("NotSubscribedError"));
    assert_eq!(text(&end, "error.message").as_deref(), Some(failed.message()));
    assert_eq!(text(&end, "rpc.response.status_code").as_deref(), Some("Product.Unsubscript"));
    assert_eq!(whole(&end, "http.response.status_code"), Some(400));

    let mut given_up = Box::pin(client.send(&request, CallOptions::new()));
    while service.count() < 2 {
        assert!(futures_util::poll!(&mut given_up).is_pending());
    }
    drop(given_up);
    assert_eq!(told.names()[3..], ["call.start", "call.end"]);
    let end = told.events().pop().unwrap();
    assert_eq!(text(&end, "error.type").as_deref(), Some("cancelled"));

    let refused = client.send(&request, CallOptions::new().max_attempts(0)).await.unwrap_err();
    assert_eq!(refused.kind(), ErrorKind::InvalidArgument);
    assert_eq!(told.names().len(), 5, "what is refused beforehand is no call");
}

#[tokio::test]
async fn a_run_is_told_with_its_sums_and_its_calls_name_it() {
    let service = Scripted::new(|_, request| match parameters(request)["CustSpaceId"].as_str() {
        "cams-2" => error(400, "Unknown.ResourceOwnerId"),
        _ => ok(),
    });
    let (client, told) = Told::by(&service, RateLimit::off());
    let channels = ["cams-1", "cams-2", "cams-3"];
    let outcomes = client.enable_many(channels, BulkOptions::new());
    assert!(told.events().is_empty(), "nothing has begun");
    let outcomes: Vec<_> = outcomes.collect().await;
    assert_eq!(outcomes.len(), 3);
    let events = told.events();
    let (first, last) = (&events[0], &events[events.len() - 1]);
    assert_eq!((first.name, last.name), (EventName::RunStart, EventName::RunEnd));
    assert!(first.run_id.is_some() && events.iter().all(|it| it.run_id == first.run_id));
    assert_eq!(events.iter().filter(|it| it.name == EventName::CallStart).count(), 3);
    let sums = ["enabled", "failed", "resumed", "not_called"];
    let sums = sums.map(|it| whole(last, &format!("cams.channels.{it}")));
    assert_eq!(sums, [Some(2), Some(1), Some(0), Some(0)]);
    assert!(last.attribute("error.type").is_none());

    let mut left = Box::pin(client.enable_many(channels, BulkOptions::new().concurrency(1)));
    left.next().await.unwrap().unwrap();
    drop(left);
    let last = told.events().pop().unwrap();
    assert_eq!(text(&last, "error.type").as_deref(), Some("cancelled"));
    assert_eq!(whole(&last, "cams.channels.enabled"), Some(1));
}

#[tokio::test]
async fn a_hook_that_panics_changes_no_call() {
    let service = Scripted::of(vec![ok()]);
    let calls = Arc::new(AtomicUsize::new(0));
    let counted = Arc::clone(&calls);
    let hook = move |_: &Event| {
        counted.fetch_add(1, Ordering::Relaxed);
        std::panic::panic_any("the hook's own");
    };
    let client = service.builder().on_event(hook).build().unwrap();
    let outcomes: Vec<_> = client.enable_many(["cams-1", "cams-2"], BulkOptions::new()).collect().await;
    assert!(outcomes.iter().all(|it| it.as_ref().unwrap().is_enabled()));
    assert_eq!(calls.load(Ordering::Relaxed), 8, "it is called for each event all the same");
}
