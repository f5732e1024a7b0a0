//! A journal that fails while calls are under way.

#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use futures_util::StreamExt as _;
use futures_util::future::BoxFuture;

use super::*;
use crate::client::Client;
use crate::credentials::Credentials;
use crate::rate_limit::RateLimit;
use crate::transport::{HttpRequest, HttpResponse, Transport, TransportError};

/// Answers each call when all that may be under way have come.
#[derive(Debug)]
struct AllAtOnce {
    calls: AtomicUsize,
    together: tokio::sync::Barrier,
}

impl Transport for AllAtOnce {
    fn send(&self, _: HttpRequest) -> BoxFuture<'_, Result<HttpResponse, TransportError>> {
        self.calls.fetch_add(1, Ordering::Relaxed);
        Box::pin(async {
            self.together.wait().await;
            let body = br#"{"Code":"OK","RequestId":"R"}"#.to_vec();
            Ok(HttpResponse { status: 200, headers: Vec::new(), body })
        })
    }
}

#[tokio::test]
async fn after_the_journal_fails_nothing_is_called_and_no_outcome_is_lost() {
    const UNDER_WAY: usize = 4;
    let transport =
        Arc::new(AllAtOnce { calls: AtomicUsize::new(0), together: tokio::sync::Barrier::new(UNDER_WAY) });
    let client = Client::builder()
        .credentials(Credentials::new("id", "secret"))
        .transport(Arc::clone(&transport) as Arc<dyn Transport>)
        .rate_limit(RateLimit::off())
        .build()
        .unwrap();
    let channels = (1..=40).map(|number| format!("cams-{number}"));
    let options = BulkOptions::new().journal(Journal::that_fails_after(0)).concurrency(UNDER_WAY);
    let items: Vec<_> = client.enable_many(channels, options).collect().await;
    let (outcomes, last) = items.split_at(items.len() - 1);
    assert_eq!(transport.calls.load(Ordering::Relaxed), UNDER_WAY);
    assert_eq!(outcomes.len(), UNDER_WAY, "every call that ended is given");
    assert!(outcomes.iter().all(|it| it.as_ref().unwrap().is_enabled()));
    let error = last[0].as_ref().unwrap_err();
    assert!(error.message().contains("cannot be written"), "{error}");
}

#[tokio::test]
async fn a_channel_that_comes_again_with_another_code_ends_a_run_and_refuses_a_list() {
    let transport =
        Arc::new(AllAtOnce { calls: AtomicUsize::new(0), together: tokio::sync::Barrier::new(1) });
    let client = Client::builder()
        .credentials(Credentials::new("id", "secret"))
        .transport(Arc::clone(&transport) as Arc<dyn Transport>)
        .rate_limit(RateLimit::off())
        .build()
        .unwrap();
    let of = |id: &str, code: &str| Channel { cust_space_id: id.to_owned(), isv_code: Some(code.to_owned()) };
    let channels = [of("cams-1", "a"), of("cams-2", "a"), of("cams-1", "b"), of("cams-3", "a")];
    let listed: Vec<_> = client.enable_many(channels.clone(), BulkOptions::new()).collect().await;
    assert_eq!(listed.len(), 1);
    let refused = listed[0].as_ref().unwrap_err();
    assert!(refused.message().ends_with("as number 1 and as number 3"), "{refused}");
    assert_eq!(transport.calls.load(Ordering::Relaxed), 0);
    let one_by_one = futures_util::stream::iter(channels);
    let items: Vec<_> = client.enable_stream(one_by_one, BulkOptions::new()).collect().await;
    let (outcomes, last) = items.split_at(items.len() - 1);
    assert!(outcomes.len() == 2 && outcomes.iter().all(|it| it.as_ref().unwrap().is_enabled()));
    assert_eq!(last[0].as_ref().unwrap_err().to_string(), refused.to_string());
    assert_eq!(transport.calls.load(Ordering::Relaxed), 2);
}
