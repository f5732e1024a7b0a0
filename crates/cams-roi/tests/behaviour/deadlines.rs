//! No call takes longer than it may, and the error says which limit ended it.

use std::time::Duration;

use cams_roi::credentials::{CredentialsError, ProvideCredentials};
use cams_roi::operations::EnableWhatsappRoiMetric;
use cams_roi::transport::Progress;
use cams_roi::{CallOptions, Client, Credentials, Error, ErrorKind, RateLimit, TimeoutPhase};
use futures_util::future::{BoxFuture, join_all};
use proptest::prelude::*;
use tokio::time::Instant;

use crate::scripted::{Reaction, Scripted, error, ok};

/// How far past its deadline a call may end.
const SLACK: Duration = Duration::from_millis(50);

async fn timed(client: &Client, options: CallOptions) -> (Result<(), Error>, Duration) {
    let started = Instant::now();
    let result = client.send(&EnableWhatsappRoiMetric::own_channel(), options).await.map(drop);
    (result, started.elapsed())
}

#[tokio::test(start_paused = true)]
async fn an_attempt_that_hangs_is_ended_and_tried_again() {
    let service = Scripted::of(vec![Reaction::Never]);
    let (result, took) = timed(&service.client(), CallOptions::new()).await;
    let error = result.unwrap_err();
    assert_eq!(
        (error.kind(), error.timeout_phase()),
        (ErrorKind::RequestTimeout, Some(TimeoutPhase::Attempt))
    );
    assert!(error.is_retryable() && error.kind().is(ErrorKind::Transport));
    assert_eq!(error.message(), "no complete answer within 10s");
    assert_eq!(service.count(), 3);
    assert!(took >= Duration::from_secs(30) && took < Duration::from_secs(31), "{took:?}");
}

#[tokio::test(start_paused = true)]
async fn the_deadline_ends_an_attempt() {
    let service = Scripted::of(vec![Reaction::Never]);
    let (result, took) = timed(&service.client(), CallOptions::new().timeout(Duration::from_secs(15))).await;
    let error = result.unwrap_err();
    assert_eq!(
        (error.kind(), error.timeout_phase()),
        (ErrorKind::RequestTimeout, Some(TimeoutPhase::Overall))
    );
    assert!(!error.is_retryable());
    assert_eq!(error.attempts(), 2);
    assert!(
        error
            .message()
            .starts_with("the call's deadline passed while waiting for the answer; the attempt before: ")
    );
    assert!(took >= Duration::from_secs(15) && took <= Duration::from_secs(15) + SLACK, "{took:?}");
}

#[tokio::test(start_paused = true)]
async fn the_deadline_ends_a_slow_drip_that_never_pauses_for_long() {
    let service = Scripted::of(vec![ok().after(Duration::from_secs(11))]);
    let client = service.builder().attempt_timeout(Duration::from_hours(1)).build().unwrap();
    let (result, took) = timed(&client, CallOptions::new().timeout(Duration::from_secs(5))).await;
    assert_eq!(result.unwrap_err().timeout_phase(), Some(TimeoutPhase::Overall));
    assert!(took <= Duration::from_secs(5) + SLACK);
}

#[tokio::test(start_paused = true)]
async fn waits_for_the_rate_limit_count_where_a_timeout_is_given() {
    let service = Scripted::of(vec![ok()]);
    let client = service.client();
    let calls = (0..20).map(|_| timed(&client, CallOptions::new().timeout(Duration::from_secs(2))));
    let results = join_all(calls).await;
    let late: Vec<_> =
        results.iter().filter_map(|(result, took)| Some((result.as_ref().err()?, took))).collect();
    assert!((9..=10).contains(&late.len()), "5 a second for 2 seconds: {}", late.len());
    for (error, took) in late {
        assert_eq!(error.timeout_phase(), Some(TimeoutPhase::Queue));
        assert_eq!((error.attempts(), error.is_retryable()), (0, true));
        assert!(error.hint().contains("enable_many"), "{}", error.hint());
        assert!(error.message().ends_with("while waiting for the rate limit"), "{error}");
        assert!(*took <= Duration::from_secs(2) + SLACK);
    }
}

#[tokio::test(start_paused = true)]
async fn by_default_waits_for_the_rate_limit_do_not_count() {
    let service = Scripted::of(vec![ok()]);
    let client = service.client();
    let calls = (0..330).map(|_| timed(&client, CallOptions::new()));
    let mut longest = Duration::ZERO;
    for (result, took) in join_all(calls).await {
        result.unwrap();
        longest = longest.max(took);
    }
    assert!(longest > Duration::from_secs(65), "330 calls at 5 a second: {longest:?}");
}

#[tokio::test(start_paused = true)]
async fn by_default_a_call_has_a_minute_from_its_turn_on() {
    let service = Scripted::new(|number, _| if number == 0 { ok() } else { Reaction::Never });
    let client = service
        .builder()
        .rate_limit(RateLimit::per_second(0.02))
        .attempt_timeout(Duration::from_hours(1))
        .build()
        .unwrap();
    timed(&client, CallOptions::new()).await.0.unwrap();
    let (result, took) = timed(&client, CallOptions::new()).await;
    let error = result.unwrap_err();
    assert_eq!((error.timeout_phase(), error.attempts()), (Some(TimeoutPhase::Overall), 1));
    let expected = Duration::from_secs(50) + Duration::from_mins(1);
    assert!(took + SLACK >= expected && took <= expected + SLACK, "{took:?}");
}

#[tokio::test(start_paused = true)]
async fn the_wait_for_the_turn_of_a_second_attempt_tells_what_the_first_one_met() {
    let service = Scripted::of(vec![error(503, "ServiceUnavailable")]);
    let client = service.builder().rate_limit(RateLimit::per_second(0.1)).build().unwrap();
    let (result, _) = timed(&client, CallOptions::new().timeout(Duration::from_secs(5))).await;
    let error = result.unwrap_err();
    assert_eq!((error.timeout_phase(), error.attempts()), (Some(TimeoutPhase::Queue), 1));
    let message = "the call's deadline passed while waiting for the rate limit; the attempt before: ";
    assert!(error.message().starts_with(message), "{error}");
}

#[tokio::test(start_paused = true)]
async fn a_timeout_of_nothing_sends_nothing() {
    let service = Scripted::of(vec![ok()]);
    for client in [service.client(), service.builder().rate_limit(RateLimit::off()).build().unwrap()] {
        let (result, _) = timed(&client, CallOptions::new().timeout(Duration::ZERO)).await;
        let error = result.unwrap_err();
        assert_eq!((error.timeout_phase(), error.attempts()), (Some(TimeoutPhase::Overall), 0));
        assert_eq!(error.message(), "the call's deadline passed before anything was sent");
        assert_eq!(service.count(), 0);
    }
}

/// A provider that never answers.
#[derive(Debug)]
struct Silent;

impl ProvideCredentials for Silent {
    fn name(&self) -> &'static str {
        "silent"
    }

    fn provide(&self) -> BoxFuture<'_, Result<Credentials, CredentialsError>> {
        Box::pin(std::future::pending())
    }
}

#[tokio::test(start_paused = true)]
async fn waits_for_credentials_count() {
    let client = Scripted::of(vec![ok()]).builder().credentials(Silent).build().unwrap();
    let (result, took) = timed(&client, CallOptions::new()).await;
    let error = result.unwrap_err();
    assert!(error.message().ends_with("while waiting for credentials"));
    assert_eq!((error.timeout_phase(), error.attempts()), (Some(TimeoutPhase::Overall), 0));
    assert!(took <= Duration::from_mins(1) + SLACK);
}

#[tokio::test]
async fn a_connection_that_does_not_come_about_is_a_connect_timeout() {
    // Whoever listens here never answers the TLS handshake.
    let silent = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
    let client = Client::builder()
        .endpoint(format!("https://{}", silent.local_addr().unwrap()))
        .credentials(Credentials::new("id", "secret"))
        .proxy(cams_roi::Proxy::Direct)
        .connect_timeout(Duration::from_millis(200))
        .max_attempts(1)
        .build()
        .unwrap();
    let (result, _) = timed(&client, CallOptions::new()).await;
    let error = result.unwrap_err();
    assert_eq!(
        (error.kind(), error.timeout_phase()),
        (ErrorKind::RequestTimeout, Some(TimeoutPhase::Connect)),
        "{error}"
    );
    assert!(error.is_retryable());
}

fn reactions() -> impl Strategy<Value = Vec<Reaction>> {
    let one = prop_oneof![
        Just(Reaction::Never),
        Just(Reaction::Break(Progress::NotConnected)),
        Just(error(503, "ServiceUnavailable")),
        (0_u32..30_000).prop_map(
            |wait| error(429, "Throttling.User").with_header("x-acs-retry-after", &wait.to_string())
        ),
        (0_u64..20_000).prop_map(|delay| ok().after(Duration::from_millis(delay))),
        (0_u64..20_000).prop_map(|delay| error(500, "InternalError").after(Duration::from_millis(delay))),
        Just(Reaction::Answer(200, Vec::new(), vec![b'x'; cams_roi::transport::MAX_ANSWER_BYTES + 1])),
    ];
    prop::collection::vec(one, 1..12)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]
    #[test]
    fn whatever_happens_a_call_ends_by_its_deadline(
        reactions in reactions(),
        timeout in 1_u64..60_000,
        attempts in 1_u32..12,
    ) {
        let runtime = tokio::runtime::Builder::new_current_thread().enable_time().start_paused(true).build().unwrap();
        runtime.block_on(async {
            let timeout = Duration::from_millis(timeout);
            let service = Scripted::of(reactions);
            let client = service.builder().max_attempts(attempts).rate_limit(RateLimit::per_second(50)).build().unwrap();
            let (result, took) = timed(&client, CallOptions::new().timeout(timeout)).await;
            prop_assert!(took <= timeout + SLACK, "{:?} took {:?} of {:?}", result, took, timeout);
            prop_assert!(service.count() <= attempts as usize);
            Ok(())
        })?;
    }
}

#[tokio::test(start_paused = true)]
async fn a_typed_call_has_options_of_its_own() {
    let service = Scripted::of(vec![Reaction::Never]);
    let client = service.client();
    let call = || client.enable_whatsapp_roi_metric(EnableWhatsappRoiMetric::own_channel());
    let started = Instant::now();
    let unused = call().timeout(Duration::ZERO);
    assert!(format!("{unused:?}").contains("EnableWhatsappRoiMetric"));
    drop(unused);
    assert_eq!(service.count(), 0, "a call is made when it is awaited");
    let error = call().timeout(Duration::from_secs(3)).await.unwrap_err();
    assert_eq!((error.kind(), error.attempts()), (ErrorKind::RequestTimeout, 1));
    assert_eq!(started.elapsed().as_secs(), 3);
    let error = call().max_attempts(1).await.unwrap_err();
    assert_eq!((error.attempts(), started.elapsed().as_secs()), (1, 13));
    let options = CallOptions::new().max_attempts(2);
    assert_eq!(call().options(options).await.unwrap_err().attempts(), 2);
    let both = join_all([call().max_attempts(1), call().max_attempts(1)]).await;
    assert!(both.iter().all(Result::is_err));
    assert_eq!(call().max_attempts(0).await.unwrap_err().message(), "max_attempts is zero");
}
