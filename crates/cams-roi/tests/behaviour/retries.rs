//! Which failures are tried again, how often, how patiently, and always with a fresh signature.

use std::collections::HashSet;
use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::{Duration, SystemTime};

use cams_roi::credentials::{CachedCredentials, CredentialsError, ProvideCredentials};
use cams_roi::operations::{Call, EnableWhatsappRoiMetric};
use cams_roi::transport::Progress;
use cams_roi::{
    CallOptions, Clock, Credentials, Error, ErrorKind, RateLimit, RetryPolicy, SignatureAlgorithm,
};
use futures_util::future::BoxFuture;

use crate::scripted::{Reaction, Scripted, error, json, ok};

async fn enable(service: &Scripted) -> Result<(), Error> {
    service.client().enable_whatsapp_roi_metric(EnableWhatsappRoiMetric::own_channel()).await.map(drop)
}

#[tokio::test(start_paused = true)]
async fn what_may_pass_is_tried_three_times_and_what_will_not_once() {
    let html = |status| Reaction::Answer(status, Vec::new(), "<html>".into());
    for (reaction, attempts) in [
        (error(400, "Throttling.User"), 3),
        (error(400, "System.LimitControl"), 3),
        (error(503, "ServiceUnavailable"), 3),
        (error(500, "Brand.New"), 3),
        (error(400, "SignatureNonceUsed"), 3),
        (Reaction::Break(Progress::NotConnected), 3),
        (Reaction::Break(Progress::MaybeReceived), 3),
        (html(502), 3),
        (html(429), 3),
        (Reaction::Never, 3),
        (html(404), 1),
        (error(400, "Product.Unsubscript"), 1),
        (error(400, "SignatureDoesNotMatch"), 1),
        (error(400, "MissingStart"), 1),
        (error(400, "Brand.New"), 1),
        (json(200, "{}"), 1),
    ] {
        let service = Scripted::of(vec![reaction.clone()]);
        let error = enable(&service).await.unwrap_err();
        assert_eq!(service.count(), attempts, "{reaction:?}");
        assert_eq!(error.attempts() as usize, attempts, "{reaction:?}");
        assert_eq!(error.is_retryable(), attempts > 1, "{reaction:?}");
    }
}

#[tokio::test(start_paused = true)]
async fn a_passing_failure_is_hidden() {
    let service =
        Scripted::of(vec![error(503, "ServiceUnavailable"), Reaction::Break(Progress::MaybeReceived), ok()]);
    enable(&service).await.unwrap();
    assert_eq!(service.count(), 3);
}

#[tokio::test(start_paused = true)]
async fn every_attempt_is_signed_anew() {
    for algorithm in SignatureAlgorithm::ALL {
        let service = Scripted::of(vec![error(500, "InternalError")]);
        let client = service
            .builder()
            .signature(algorithm)
            .max_attempts(20)
            .timeout(Duration::from_hours(1))
            .build()
            .unwrap();
        client.enable_whatsapp_roi_metric(EnableWhatsappRoiMetric::own_channel()).await.unwrap_err();
        let nonces = service.values("x-acs-signature-nonce", "SignatureNonce");
        assert_eq!(nonces.len(), 20);
        assert_eq!(nonces.iter().collect::<HashSet<_>>().len(), 20, "a nonce was used twice");
        let signatures = service.values("authorization", "Signature");
        assert_eq!(signatures.iter().collect::<HashSet<_>>().len(), 20);
    }
}

#[tokio::test(start_paused = true)]
async fn the_wait_is_the_service_s_where_it_gave_one() {
    for (header, value, wait) in [("x-acs-retry-after", "1500", 1500), ("retry-after", "3", 3000)] {
        let throttled = error(429, "Throttling.User").with_header(header, value);
        let service = Scripted::of(vec![throttled, ok()]);
        enable(&service).await.unwrap();
        let times = service.times();
        let waited = (times[1] - times[0]).as_millis();
        assert!((wait..wait + 10).contains(&waited), "{header}: {waited}");
    }
}

#[tokio::test(start_paused = true)]
async fn a_wait_that_does_not_fit_the_deadline_is_not_begun() {
    let throttled = error(429, "Throttling.User").with_header("x-acs-retry-after", "61000");
    let service = Scripted::of(vec![throttled, ok()]);
    let started = tokio::time::Instant::now();
    let error = enable(&service).await.unwrap_err();
    assert_eq!((error.kind(), error.attempts()), (ErrorKind::Throttled, 1));
    assert_eq!(error.retry_after(), Some(Duration::from_secs(61)));
    assert!(started.elapsed() < Duration::from_millis(10), "gave up at once");
}

#[tokio::test(start_paused = true)]
async fn backoff_stays_within_its_bounds() {
    let service = Scripted::of(vec![Reaction::Break(Progress::NotConnected)]);
    let mut policy = RetryPolicy::default();
    policy.max_attempts = 8;
    policy.max_delay = Duration::from_millis(800);
    let client = service.builder().retry(policy).rate_limit(RateLimit::off()).build().unwrap();
    client.enable_whatsapp_roi_metric(EnableWhatsappRoiMetric::own_channel()).await.unwrap_err();
    let times = service.times();
    assert_eq!(times.len(), 8);
    for (index, pair) in times.windows(2).enumerate() {
        let bound = Duration::from_millis(100 << index.min(3)) + Duration::from_millis(2);
        assert!(pair[1] - pair[0] <= bound, "attempt {}: {:?}", index + 2, pair[1] - pair[0]);
    }
}

#[tokio::test(start_paused = true)]
async fn a_client_whose_calls_all_fail_soon_stops_repeating_them() {
    let service = Scripted::of(vec![error(503, "ServiceUnavailable")]);
    let client = service.builder().rate_limit(RateLimit::off()).build().unwrap();
    for _ in 0..200 {
        client.enable_whatsapp_roi_metric(EnableWhatsappRoiMetric::own_channel()).await.unwrap_err();
    }
    assert_eq!(service.count(), 200 + 100, "500 tokens pay for 100 retries at 5 each");
}

#[tokio::test(start_paused = true)]
async fn only_a_retry_that_begins_is_paid_for() {
    let too_late = error(503, "ServiceUnavailable").with_header("retry-after", "120");
    let service =
        Scripted::new(
            move |number, _| if number < 300 { too_late.clone() } else { error(503, "ServiceUnavailable") },
        );
    let client = service.builder().rate_limit(RateLimit::off()).build().unwrap();
    for _ in 0..300 {
        let error =
            client.enable_whatsapp_roi_metric(EnableWhatsappRoiMetric::own_channel()).await.unwrap_err();
        assert_eq!(error.attempts(), 1, "a wait of two minutes does not fit");
    }
    let error = client.enable_whatsapp_roi_metric(EnableWhatsappRoiMetric::own_channel()).await.unwrap_err();
    assert_eq!(error.attempts(), 3, "nothing was paid for what was not begun");
}

#[tokio::test(start_paused = true)]
async fn an_error_that_is_no_throttling_is_waited_for_as_long_as_it_asks() {
    let failed = error(500, "InternalError").with_header("x-acs-retry-after", "1500");
    let service = Scripted::of(vec![failed, ok()]);
    enable(&service).await.unwrap();
    let times = service.times();
    assert!((1500..1510).contains(&(times[1] - times[0]).as_millis()), "{:?}", times[1] - times[0]);
}

#[tokio::test(start_paused = true)]
async fn options_of_a_call_win_over_the_client_s() {
    let service = Scripted::of(vec![error(503, "ServiceUnavailable")]);
    let client = service.client();
    let options = CallOptions::new().max_attempts(1);
    client.send(&EnableWhatsappRoiMetric::own_channel(), options).await.unwrap_err();
    assert_eq!(service.count(), 1);
}

#[tokio::test(start_paused = true)]
async fn what_may_have_been_done_is_not_repeated_unless_it_may_run_twice() {
    let send_message = || Call::new("SendChatappMessage").unchecked(true);
    for (call, reaction, attempts) in [
        (send_message(), Reaction::Break(Progress::MaybeReceived), 1),
        (send_message(), error(500, "InternalError"), 1),
        (send_message(), Reaction::Answer(502, Vec::new(), "<html>".into()), 1),
        (send_message(), Reaction::Never, 1),
        (send_message(), error(400, "SignatureNonceUsed"), 1),
        (send_message(), Reaction::Break(Progress::NotConnected), 3),
        (send_message(), error(400, "Throttling.User"), 3),
        (send_message(), error(500, "InternalError").with_header("x-acs-retry-after", "10"), 1),
        (send_message(), error(503, "InternalError").with_header("x-acs-retry-after", "10"), 1),
        (send_message(), error(502, "Brand.New").with_header("x-acs-retry-after", "10"), 1),
        (send_message(), error(503, "ServiceUnavailable").with_header("x-acs-retry-after", "10"), 3),
        (send_message(), error(429, "Brand.New"), 3),
        (send_message().idempotent(true), Reaction::Break(Progress::MaybeReceived), 3),
        (Call::new("ListInstance"), Reaction::Break(Progress::MaybeReceived), 3),
        (
            Call::new("EnableWhatsappROIMetric").parameter("CustSpaceId", "cams-1"),
            error(500, "InternalError"),
            3,
        ),
    ] {
        let service = Scripted::of(vec![reaction.clone()]);
        let error = service.client().send(&call, CallOptions::new()).await.unwrap_err();
        assert_eq!(service.count(), attempts, "{call:?} {reaction:?} {error}");
    }
}

/// A clock that is wrong.
#[derive(Debug)]
struct Behind(Duration);

impl Clock for Behind {
    fn now(&self) -> jiff::Timestamp {
        jiff::Timestamp::now() - jiff::SignedDuration::try_from(self.0).unwrap()
    }
}

/// Refuses requests that are more than 15 minutes off, and says what time it is.
fn strict_clock() -> Scripted {
    Scripted::new(|_, request| {
        let form = crate::scripted::parameters(request);
        let header =
            request.headers.iter().find(|(name, _)| *name == "x-acs-date").map(|(_, value)| value.clone());
        let sent: jiff::Timestamp = header.unwrap_or_else(|| form["Timestamp"].clone()).parse().unwrap();
        let now = jiff::Timestamp::now();
        if now.duration_since(sent).abs() > jiff::SignedDuration::from_mins(15) {
            let date = httpdate::fmt_http_date(SystemTime::try_from(now).unwrap());
            return error(400, "InvalidTimeStamp.Expired").with_header("date", &date);
        }
        ok()
    })
}

#[tokio::test(start_paused = true)]
async fn a_clock_that_is_off_is_corrected_once_and_for_all_calls() {
    for algorithm in SignatureAlgorithm::ALL {
        let service = strict_clock();
        let clock = std::sync::Arc::new(Behind(Duration::from_hours(30)));
        let client = service.builder().signature(algorithm).clock(clock).build().unwrap();
        client.enable_whatsapp_roi_metric(EnableWhatsappRoiMetric::own_channel()).await.unwrap();
        assert_eq!(service.count(), 2);
        client.enable_whatsapp_roi_metric(EnableWhatsappRoiMetric::own_channel()).await.unwrap();
        assert_eq!(service.count(), 3, "the offset was learnt");
    }
}

#[tokio::test(start_paused = true)]
async fn a_clock_that_cannot_be_corrected_is_an_error_at_once() {
    let date = httpdate::fmt_http_date(SystemTime::now());
    let with_date = Scripted::of(vec![error(400, "InvalidTimeStamp.Expired").with_header("date", &date)]);
    let error_with_date = enable(&with_date).await.unwrap_err();
    assert_eq!((error_with_date.kind(), error_with_date.attempts()), (ErrorKind::Authentication, 2));
    let without_date = Scripted::of(vec![error(400, "InvalidTimeStamp.Expired")]);
    assert_eq!(enable(&without_date).await.unwrap_err().attempts(), 1);
    assert!(error_with_date.hint().contains("clock"));
}

/// Gives other temporary credentials each time it is asked.
#[derive(Debug, Default)]
struct Rotating(AtomicUsize);

impl ProvideCredentials for Rotating {
    fn name(&self) -> &'static str {
        "rotating"
    }

    fn provide(&self) -> BoxFuture<'_, Result<Credentials, CredentialsError>> {
        let number = self.0.fetch_add(1, Ordering::Relaxed);
        Box::pin(async move {
            Ok(Credentials::new(format!("id-{number}"), "secret").with_security_token("token"))
        })
    }
}

#[tokio::test(start_paused = true)]
async fn an_expired_token_is_renewed_once() {
    let service = Scripted::of(vec![error(400, "InvalidSecurityToken.Expired"), ok()]);
    let client = service.builder().credentials(CachedCredentials::new(Rotating::default())).build().unwrap();
    client.enable_whatsapp_roi_metric(EnableWhatsappRoiMetric::own_channel()).await.unwrap();
    assert_eq!(service.values("x-acs-accesskey-id", ""), ["id-0", "id-1"]);

    let always = Scripted::of(vec![error(400, "InvalidSecurityToken.Expired")]);
    let client = always.builder().credentials(CachedCredentials::new(Rotating::default())).build().unwrap();
    let error = client.enable_whatsapp_roi_metric(EnableWhatsappRoiMetric::own_channel()).await.unwrap_err();
    assert_eq!((error.kind(), always.count()), (ErrorKind::Authentication, 2));

    let fixed = Scripted::of(vec![crate::scripted::error(400, "InvalidSecurityToken.Expired")]);
    enable(&fixed).await.unwrap_err();
    assert_eq!(fixed.count(), 1, "credentials given in code stay the same, so there is nothing to try");
}

/// Fails until it is told to work.
#[derive(Debug)]
struct Flaky(Mutex<Vec<Result<Credentials, CredentialsError>>>);

impl ProvideCredentials for Flaky {
    fn name(&self) -> &'static str {
        "flaky"
    }

    fn provide(&self) -> BoxFuture<'_, Result<Credentials, CredentialsError>> {
        Box::pin(async { self.0.lock().unwrap().remove(0) })
    }
}

#[tokio::test(start_paused = true)]
async fn missing_credentials_name_every_provider_and_are_not_remembered() {
    let failure = CredentialsError(
        [CredentialsError::new("environment", "X is not set").0, CredentialsError::new("file", "no file").0]
            .concat(),
    );
    let given = Flaky(Mutex::new(vec![Err(failure), Ok(Credentials::new("id", "secret"))]));
    let service = Scripted::of(vec![ok()]);
    let client = service.builder().credentials(CachedCredentials::new(given)).build().unwrap();
    let error = client.enable_whatsapp_roi_metric(EnableWhatsappRoiMetric::own_channel()).await.unwrap_err();
    assert_eq!((error.kind(), error.attempts()), (ErrorKind::Credentials, 0));
    assert_eq!(error.message(), "no credentials: environment: X is not set; file: no file");
    client.enable_whatsapp_roi_metric(EnableWhatsappRoiMetric::own_channel()).await.unwrap();
}
