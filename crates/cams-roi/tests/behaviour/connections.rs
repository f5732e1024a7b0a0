//! No more connections are open at once than are allowed, and nobody's attempt pays for the wait.

use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Duration;

use cams_roi::operations::{Call, EnableWhatsappRoiMetric};
use cams_roi::transport::{HttpRequest, HttpResponse, Transport, TransportError};
use cams_roi::{CallOptions, Client, Credentials, Proxy, RateLimit, TimeoutPhase};
use futures_util::future::{BoxFuture, join_all};
use tokio::time::{Instant, sleep};

use crate::scripted::{Reaction, Scripted, ok};
use crate::socket::{Server, Then, answer};

/// A transport that counts the requests under way, each of which takes a second.
#[derive(Clone, Debug, Default)]
struct Counting {
    under_way: Arc<AtomicUsize>,
    most: Arc<AtomicUsize>,
}

impl Transport for Counting {
    fn send(&self, _request: HttpRequest) -> BoxFuture<'_, Result<HttpResponse, TransportError>> {
        Box::pin(async {
            let now = self.under_way.fetch_add(1, Ordering::Relaxed) + 1;
            self.most.fetch_max(now, Ordering::Relaxed);
            sleep(Duration::from_secs(1)).await;
            self.under_way.fetch_sub(1, Ordering::Relaxed);
            Ok(HttpResponse { status: 200, headers: Vec::new(), body: br#"{"Code":"OK"}"#.to_vec() })
        })
    }
}

async fn most_of_250_calls(connections: Option<u32>) -> usize {
    let transport = Counting::default();
    let mut builder = Client::builder()
        .credentials(Credentials::new("id", "secret"))
        .transport(Arc::new(transport.clone()))
        .rate_limit(RateLimit::off())
        .attempt_timeout(Duration::from_millis(1500));
    if let Some(connections) = connections {
        builder = builder.max_connections(connections);
    }
    let client = builder.build().unwrap();
    let calls = (0..250).map(|_| client.enable_whatsapp_roi_metric(EnableWhatsappRoiMetric::own_channel()));
    for result in join_all(calls).await {
        result.unwrap();
    }
    transport.most.load(Ordering::Relaxed)
}

#[tokio::test(start_paused = true)]
async fn no_more_requests_are_under_way_than_connections_are_allowed() {
    assert_eq!(most_of_250_calls(None).await, 100, "the default");
    assert_eq!(most_of_250_calls(Some(2)).await, 2);
    assert_eq!(most_of_250_calls(Some(u32::MAX)).await, 250);
}

#[tokio::test]
async fn sockets_are_capped() {
    let server = Server::start(|_| Then::Reply(answer(r#"{"RequestId":"R-1","Code":"OK"}"#))).await;
    let client = Client::builder()
        .endpoint(server.url())
        .credentials(Credentials::new("id", "secret"))
        .proxy(Proxy::Direct)
        .rate_limit(RateLimit::off())
        .max_connections(20)
        .build()
        .unwrap();
    for result in
        join_all((0..1000).map(|_| client.enable_whatsapp_roi_metric(EnableWhatsappRoiMetric::own_channel())))
            .await
    {
        result.unwrap();
    }
    assert!(server.most_open() <= 20, "{} were open at once", server.most_open());
}

#[tokio::test(start_paused = true)]
async fn waiting_for_a_connection_is_waiting_for_a_turn() {
    let service = Scripted::of(vec![ok().after(Duration::from_secs(8))]);
    let client = service.builder().rate_limit(RateLimit::off()).max_connections(1).build().unwrap();
    let started = Instant::now();
    let calls = (0..10).map(|_| client.enable_whatsapp_roi_metric(EnableWhatsappRoiMetric::own_channel()));
    for result in join_all(calls).await {
        result.unwrap();
    }
    assert!(started.elapsed() >= Duration::from_secs(80), "longer than a call has by default");

    let hanging = Scripted::of(vec![Reaction::Never]);
    let client = hanging.builder().rate_limit(RateLimit::off()).max_connections(1).build().unwrap();
    let operation = EnableWhatsappRoiMetric::own_channel();
    let options = |seconds| CallOptions::new().timeout(Duration::from_secs(seconds)).max_attempts(1);
    let (first, second) =
        tokio::join!(client.send(&operation, options(20)), client.send(&operation, options(5)));
    assert_eq!(first.unwrap_err().timeout_phase(), Some(TimeoutPhase::Attempt));
    let error = second.unwrap_err();
    assert_eq!((error.timeout_phase(), error.attempts()), (Some(TimeoutPhase::Queue), 0));
    assert_eq!(error.message(), "the call's deadline passed while waiting for a connection");
    assert_eq!(hanging.count(), 1);
}

#[tokio::test(start_paused = true)]
async fn a_connection_is_free_again_whatever_became_of_the_call() {
    let service = Scripted::new(|number, _| if number < 5 { Reaction::Never } else { ok() });
    let client = service.builder().rate_limit(RateLimit::off()).max_connections(1).build().unwrap();
    let call = Call::new("ListInstance");
    for _ in 0..4 {
        let cancelled = client.send(&call, CallOptions::new());
        tokio::time::timeout(Duration::from_millis(10), cancelled).await.unwrap_err();
    }
    client.send(&call, CallOptions::new().max_attempts(1)).await.unwrap_err();
    client.send(&call, CallOptions::new()).await.unwrap();
}

#[test]
fn no_connections_at_all_are_refused() {
    let error = Client::builder().max_connections(0).build().unwrap_err();
    assert_eq!(error.message(), "max_connections is zero");
    assert!(error.hint().contains("1 or more"), "{}", error.hint());
}

#[tokio::test]
async fn a_proxy_that_is_not_there_is_named() {
    let port = std::net::TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap().port();
    let client = Client::builder()
        .endpoint("http://127.0.0.1:1")
        .credentials(Credentials::new("id", "secret"))
        .proxy(Proxy::Url(format!("http://me:passwort99@127.0.0.1:{port}")))
        .max_attempts(1)
        .build()
        .unwrap();
    let call = client.enable_whatsapp_roi_metric(EnableWhatsappRoiMetric::own_channel());
    let message = call.await.unwrap_err().to_string();
    let proxy = format!("through the proxy http://***@127.0.0.1:{port} (the proxy option)");
    assert!(message.contains(&proxy) && !message.contains("passwort99"), "{message}");
}
