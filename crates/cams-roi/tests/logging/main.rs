//! Log records say what a call was about, by the fields that `docs/logging.md` lists.
//!
//! A program of its own, because it takes the process's log for itself.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test fails by panicking")]
#![allow(unreachable_pub, dead_code, reason = "the scripted service has more than this test needs")]

#[path = "../behaviour/scripted.rs"]
mod scripted;

use std::collections::BTreeSet;
use std::io::Write;
use std::sync::{Arc, Mutex};
use std::time::{Duration, SystemTime, UNIX_EPOCH};

use cams_roi::operations::{
    Call, CollectMetrics, GetChatappPhoneNumberMetric, GetChatappTemplateMetric, Granularity, MetricsTarget,
};
use cams_roi::{CallOptions, RateLimit};

use futures_util::TryStreamExt as _;

use crate::scripted::{Scripted, error, ok};

const PAGE: &str = include_str!("../../../../docs/logging.md");

/// Collects what is logged.
#[derive(Clone, Default)]
struct Log(Arc<Mutex<Vec<u8>>>);

impl Log {
    fn take(&self) -> String {
        String::from_utf8(std::mem::take(&mut *self.0.lock().unwrap())).unwrap()
    }
}

impl Write for Log {
    fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
        self.0.lock().unwrap().extend_from_slice(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> std::io::Result<()> {
        Ok(())
    }
}

/// The names of all fields in lines of `name=value`.
fn fields(log: &str) -> BTreeSet<&str> {
    let names = log.split(['{', '}', ' ']).filter_map(|word| word.split_once('=').map(|(name, _)| name));
    names.filter(|name| name.bytes().all(|byte| byte.is_ascii_lowercase() || b"_.".contains(&byte))).collect()
}

#[tokio::test(start_paused = true)]
async fn records_say_what_the_call_was_about() {
    let log = Log::default();
    let writer = log.clone();
    tracing_subscriber::fmt()
        .with_max_level(tracing::Level::DEBUG)
        .with_ansi(false)
        .with_writer(move || writer.clone())
        .init();
    let service = Scripted::new(|number, _| match number {
        0 => error(429, "Throttling.User").with_header("x-acs-retry-after", "20"),
        1 | 3 => ok(),
        _ => error(400, "Product.Unsubscript"),
    });
    let client = service.builder().rate_limit(RateLimit::per_second(50)).build().unwrap();
    let number = GetChatappPhoneNumberMetric::new(UNIX_EPOCH, SystemTime::now())
        .phone_number("8613800000000")
        .cust_space_id("cams-1");
    client.send(&number, CallOptions::new()).await.unwrap();
    let logged = log.take();
    for text in [
        "rpc.method=cams/GetChatappPhoneNumberMetric",
        "cams.call_id=",
        "cams.cust_space_id=\"cams-1\"",
        "cams.phone_number=\"8613800000000\"",
        "cams.attempt=1",
        "cams.attempt=2",
        "http.response.status_code=429",
        "http.response.status_code=200",
        "rpc.response.status_code=\"Throttling.User\"",
        "rpc.response.status_code=\"OK\"",
        "error.type=\"ThrottledError\"",
        "cams.throttled=true",
        "cams.request_id=\"R-1\"",
        "cams.retry_wait=0.02",
        "slowdown=2",
    ] {
        assert!(logged.contains(text), "{text} is missing in {logged}");
    }
    assert!(!logged.contains("template_code"), "it named no template: {logged}");

    let template = GetChatappTemplateMetric::new("42", UNIX_EPOCH, SystemTime::now()).own_channel();
    client.send(&template, CallOptions::new()).await.unwrap_err();
    let by_name = Call::new("QueryChatappPhoneNumbers").parameter("CustSpaceId", "cams-2");
    client.send(&by_name, CallOptions::new().timeout(Duration::from_secs(5))).await.unwrap();
    let more = log.take();
    for text in [
        "cams.template_code=\"42\"",
        "error.type=\"NotSubscribedError\"",
        "rpc.response.status_code=\"Product.Unsubscript\"",
        "cams.attempts=1",
        "cams.cust_space_id=\"cams-2\"",
    ] {
        assert!(more.contains(text), "{text} is missing in {more}");
    }
    time_that_is_not_in_whole_days_is_remarked(&log).await;
    for field in fields(&(logged + &more)) {
        assert!(PAGE.contains(&format!("`{field}`")), "docs/logging.md does not list {field}");
    }
}

/// Part of the only test, since the process has one log.
async fn time_that_is_not_in_whole_days_is_remarked(log: &Log) {
    let remarks = || log.take().matches(" WARN ").count();
    remarks();
    let day = |days: f64| UNIX_EPOCH + Duration::from_secs(24 * 3600).mul_f64(days);
    let service = Scripted::new(|number, _| match number {
        0 => error(503, "ServiceUnavailable"),
        _ => ok(),
    });
    let client = service.client();
    let number = |end| GetChatappPhoneNumberMetric::new(day(1.0), end).cust_space_id("cams-1");
    client.send(&number(day(2.5)), CallOptions::new()).await.unwrap();
    assert_eq!((service.count(), remarks()), (2, 1), "once a call, however often it is tried");
    let template = GetChatappTemplateMetric::new("42", day(1.5), day(2.0)).own_channel();
    client.get_chatapp_template_metric(template.clone().granularity(Granularity::Daily)).await.unwrap();
    let logged = log.take();
    assert_eq!(logged.matches(" WARN ").count(), 1);
    assert!(logged.contains("rpc.method=cams/GetChatappTemplateMetric"), "{logged}");
    assert!(logged.contains("not in whole days of UTC"), "{logged}");
    client.get_chatapp_template_metric(template.granularity(Granularity::HalfHour)).await.unwrap();
    client.send(&number(day(2.0)), CallOptions::new()).await.unwrap();
    // What is refused is not remarked on, too.
    client.send(&number(day(0.5)), CallOptions::new()).await.unwrap_err();
    assert_eq!(remarks(), 0);
    // A run says it once, and not for each of its queries.
    let target = MetricsTarget::new("cams-1").phone_number("86");
    let request = CollectMetrics::new().start(day(1.5)).end(day(3.5)).days_per_query(1).targets(vec![target]);
    let results: Vec<_> = client.collect_metrics(request).try_collect().await.unwrap();
    assert_eq!((results.len(), remarks()), (2, 1));
}
