//! The conformance cases, by the Rust face. `conformance/README.md` says what a case is.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test fails by panicking")]

use std::io::Write as _;
use std::pin::pin;
use std::time::{Duration, SystemTime, UNIX_EPOCH};

use cams_roi::bulk::{BulkOptions, Journal, Space};
use cams_roi::credentials::Environment;
use cams_roi::operations::{
    Call, EnableWhatsappRoiMetric, GetChatappPhoneNumberMetric, GetChatappTemplateMetric,
};
use cams_roi::{AccessDeniedDetail, CallOptions, Client, Credentials, Error, Proxy, RateLimit, RetryPolicy};
use cams_roi_conformance::{Case, Client as Settings, Request, Stage};
use futures_util::TryStreamExt as _;
use serde_json::{Value, json};

/// Calls a setter if there is a value.
macro_rules! given {
    ($target:ident, $from:ident, $($name:ident),*) => {
        $(if let Some(value) = $from.$name { $target = $target.$name(value); })*
    };
}

#[tokio::test(flavor = "multi_thread")]
async fn every_case_passes() {
    let stage = Stage::open().await.unwrap();
    let cases = stage.cases().unwrap();
    let mut failures = Vec::new();
    for case in &cases {
        if let Err(failure) = play(&stage, case).await {
            failures.push(format!("{}\n    {failure:#}", case.name));
        }
    }
    // Not by a macro, whose output the test harness keeps to itself.
    let passed = cases.len() - failures.len();
    writeln!(std::io::stdout(), "\nconformance rust: {passed} cases passed").unwrap();
    assert!(failures.is_empty(), "{} failed:\n{}", failures.len(), failures.join("\n"));
}

async fn play(stage: &Stage, case: &Case) -> anyhow::Result<()> {
    let settings = stage.set(case).await?;
    let request = case.call.request()?;
    let mut options = CallOptions::new();
    options.max_attempts = case.call.options.max_attempts;
    options.timeout = case.call.options.timeout_ms.map(Duration::from_millis);
    let call = async {
        let outcome = match client(settings, stage) {
            Ok(client) => call(&client, request, options).await,
            Err(error) => Err(error),
        };
        outcome.unwrap_or_else(|error| json!({ "error": failure(&error) }))
    };
    let outcome = match case.call.cancel_when {
        None => call.await,
        Some(when) => tokio::select! {
            outcome = call => outcome,
            seen = stage.requests(when.requests) => { seen?; json!({ "cancelled": true }) }
        },
    };
    stage.check(case, &outcome).await
}

fn client(from: Settings, stage: &Stage) -> Result<Client, Error> {
    let surroundings =
        [("HOME", stage.home().to_str().unwrap()), ("ALIBABA_CLOUD_ECS_METADATA_DISABLED", "true")];
    let mut builder = Client::builder().environment(Environment::of(surroundings));
    given!(builder, from, endpoint, region, profile, account_id, ca_file, ca_pem, user_agent);
    if let Some(key) = from.credentials {
        let credentials = Credentials::new(key.access_key_id, key.access_key_secret);
        builder = builder.credentials(match key.security_token {
            Some(token) => credentials.with_security_token(token),
            None => credentials,
        });
    }
    if let Some(name) = from.signature {
        builder = builder.signature(name.parse().unwrap());
    }
    let mut retry = RetryPolicy::default();
    retry.max_attempts = from.max_attempts.unwrap_or(retry.max_attempts);
    retry.base_delay = from.base_delay_ms.map_or(retry.base_delay, Duration::from_millis);
    retry.max_delay = from.max_delay_ms.map_or(retry.max_delay, Duration::from_millis);
    builder = builder.retry(retry);
    let (timeout, connect_timeout, attempt_timeout) =
        (from.timeout_ms, from.connect_timeout_ms, from.attempt_timeout_ms);
    builder = timeout.map(Duration::from_millis).into_iter().fold(builder, |it, time| it.timeout(time));
    builder =
        connect_timeout.into_iter().fold(builder, |it, time| it.connect_timeout(Duration::from_millis(time)));
    builder =
        attempt_timeout.into_iter().fold(builder, |it, time| it.attempt_timeout(Duration::from_millis(time)));
    builder = match from.rate_limit {
        None => builder,
        Some(word) if word == "off" => builder.rate_limit(RateLimit::Off),
        Some(limit) => builder.rate_limit(RateLimit::PerSecond(serde_json::from_value(limit).unwrap())),
    };
    builder = match from.proxy.as_deref() {
        None => builder,
        Some("direct") => builder.proxy(Proxy::Direct),
        Some(url) => builder.proxy(Proxy::Url(url.to_owned())),
    };
    builder.build()
}

async fn call(client: &Client, request: Request, options: CallOptions) -> Result<Value, Error> {
    Ok(match request {
        Request::EnableWhatsappRoiMetric(from) => {
            let mut request = EnableWhatsappRoiMetric::new();
            given!(request, from, cust_space_id, isv_code);
            let result = client.send(&request, options).await?;
            let detail = result.access_denied_detail.as_ref().map(denial);
            json!({ "result": {
                "request_id": result.request_id, "message": result.message, "access_denied_detail": detail,
            } })
        }
        Request::GetChatappPhoneNumberMetric(from) => {
            let mut request = GetChatappPhoneNumberMetric::new(time(from.start), time(from.end));
            let granularity = from.granularity.as_deref().map(Into::into);
            request = granularity.into_iter().fold(request, GetChatappPhoneNumberMetric::granularity);
            given!(request, from, phone_number, cust_space_id, isv_code);
            let result = client.send(&request, options).await?;
            let rows = result.data.iter().map(|row| {
                json!({
                    "phone_number": row.phone_number, "granularity": row.granularity.as_ref().map(|it| it.as_str()),
                    "start": milliseconds(row.start), "end": milliseconds(row.end),
                    "sent_count": row.sent_count, "delivered_count": row.delivered_count,
                })
            });
            json!({ "result": { "request_id": result.request_id, "data": rows.collect::<Vec<_>>() } })
        }
        Request::GetChatappTemplateMetric(from) => {
            let mut request =
                GetChatappTemplateMetric::new(from.template_code, time(from.start), time(from.end));
            let granularity = from.granularity.as_deref().map(Into::into);
            request = granularity.into_iter().fold(request, GetChatappTemplateMetric::granularity);
            given!(request, from, language, template_type, cust_space_id, isv_code);
            let result = client.send(&request, options).await?;
            let rows = result.data.iter().map(|row| {
                let clicks = row.clicks.iter().map(|it| {
                    json!({ "button_content": it.button_content, "type": it.button_type.as_str(), "count": it.count })
                });
                json!({
                    "template_code": row.template_code, "language": row.language,
                    "start": milliseconds(row.start), "end": milliseconds(row.end), "sent_count": row.sent_count,
                    "delivered_count": row.delivered_count, "read_count": row.read_count,
                    "clicks": clicks.collect::<Vec<_>>(),
                })
            });
            json!({ "result": { "request_id": result.request_id, "data": rows.collect::<Vec<_>>() } })
        }
        Request::Call(from) => {
            let mut request = Call::new(from.action);
            given!(request, from, idempotent);
            let parameters = from.parameters.into_iter();
            let request = parameters.fold(request, |request, (name, value)| request.parameter(name, value));
            json!({ "result": client.send(&request, options).await? })
        }
        Request::EnableMany(from) => {
            let mut bulk = BulkOptions::new().call(options);
            let journal = from.journal.map(Journal::open).transpose()?;
            bulk = journal.into_iter().fold(bulk, BulkOptions::journal);
            given!(bulk, from, isv_code, concurrency);
            let spaces = from.spaces.into_iter();
            let spaces = spaces.map(|it| Space { cust_space_id: it.cust_space_id, isv_code: it.isv_code });
            let mut outcomes: Vec<_> = pin!(client.enable_many(spaces, bulk)).try_collect().await?;
            outcomes.sort_by(|one, other| one.cust_space_id.cmp(&other.cust_space_id));
            let outcomes = outcomes.iter().map(|it| {
                json!({
                    "cust_space_id": it.cust_space_id, "status": if it.is_enabled() { "enabled" } else { "failed" },
                    "request_id": it.request_id, "attempts": it.attempts, "resumed": it.resumed,
                    "error": it.error.as_ref().map(failure),
                })
            });
            json!({ "outcomes": outcomes.collect::<Vec<_>>() })
        }
    })
}

fn failure(error: &Error) -> Value {
    json!({
        "kind": error.kind().as_str(), "message": error.message(), "code": error.code(),
        "request_id": error.request_id(), "http_status": error.http_status(), "retryable": error.is_retryable(),
        "retry_after_ms": error.retry_after().map(|it| it.as_millis()), "attempts": error.attempts(),
        "operation": error.operation(), "hint": error.hint(),
        "access_denied_detail": error.access_denied_detail().map(denial),
        "timeout_phase": error.timeout_phase().map(|it| it.as_str()),
    })
}

fn denial(detail: &AccessDeniedDetail) -> Value {
    json!({
        "text": detail.text, "policy_type": detail.policy_type, "auth_action": detail.auth_action,
        "auth_principal_type": detail.auth_principal_type, "auth_principal_owner_id": detail.auth_principal_owner_id,
        "auth_principal_display_name": detail.auth_principal_display_name,
        "no_permission_type": detail.no_permission_type,
        "encoded_diagnostic_message": detail.encoded_diagnostic_message,
    })
}

fn time(milliseconds: u64) -> SystemTime {
    UNIX_EPOCH + Duration::from_millis(milliseconds)
}

fn milliseconds(time: SystemTime) -> u128 {
    time.duration_since(UNIX_EPOCH).unwrap().as_millis()
}
