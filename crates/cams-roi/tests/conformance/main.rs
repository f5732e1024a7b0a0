//! The conformance cases, by the Rust package. `conformance/format.md` says what a case is.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test fails by panicking")]

mod coverage;
mod typed;

use std::pin::pin;
use std::time::Duration;

use cams_roi::bulk::{BulkOptions, Channel, Journal};
use cams_roi::credentials::Environment;
use cams_roi::operations::{Call, CallValue};
use cams_roi::{
    CallOptions, Client, ClientBuilder, Credentials, Error, Proxy, RateLimit, RetryPolicy, channels,
};
use cams_roi_conformance as conformance;
use conformance::{Client as Settings, Request, Stage};
use futures_util::TryStreamExt as _;
use serde_json::{Map, Value, json};

/// Calls a setter if there is a value.
macro_rules! given {
    ($target:ident, $from:ident, $($name:ident),*) => {
        $(if let Some(value) = $from.$name { $target = $target.$name(value); })*
    };
}

#[tokio::test(flavor = "multi_thread")]
async fn every_case_passes() -> anyhow::Result<()> {
    Stage::play("rust", play).await
}

async fn play(stage: &Stage, call: conformance::Call, options: Map<String, Value>) -> anyhow::Result<Value> {
    let settings = serde_json::from_value(options.into())?;
    let request = call.typed()?;
    let mut options = CallOptions::new();
    options.max_attempts = call.options.max_attempts;
    options.timeout = call.options.timeout_ms.map(Duration::from_millis);
    let called = async {
        let outcome = match client(settings, stage) {
            Ok(client) => match request {
                Request::Typed { operation, request } => {
                    let sent = typed::send(&client, &operation, request, options).await;
                    sent.unwrap_or_else(|| panic!("no operation {operation}"))
                }
                request => send(&client, request, options).await,
            },
            Err(error) => Err(error),
        };
        outcome.unwrap_or_else(|error| json!({ "error": error }))
    };
    let Some(when) = call.cancel_when else { return Ok(called.await) };
    tokio::select! {
        outcome = called => Ok(outcome),
        seen = stage.requests(when.requests) => seen.map(|()| json!({ "cancelled": true })),
    }
}

fn client(from: Settings, stage: &Stage) -> Result<Client, Error> {
    let surroundings =
        [("HOME", stage.home().to_str().unwrap()), ("ALIBABA_CLOUD_ECS_METADATA_DISABLED", "true")];
    let mut builder = Client::builder().environment(Environment::of(surroundings));
    given!(
        builder,
        from,
        endpoint,
        region,
        profile,
        account_id,
        ca_file,
        ca_pem,
        user_agent,
        max_connections
    );
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
    let time = |milliseconds: Option<u64>| milliseconds.map(Duration::from_millis).into_iter();
    builder = time(from.timeout_ms).fold(builder, ClientBuilder::timeout);
    builder = time(from.connect_timeout_ms).fold(builder, ClientBuilder::connect_timeout);
    builder = time(from.attempt_timeout_ms).fold(builder, ClientBuilder::attempt_timeout);
    if let Some(limit) = from.rate_limit {
        builder = builder.rate_limit(rate_limit(&limit));
    }
    builder = match from.proxy.as_deref() {
        None => builder,
        Some("direct") => builder.proxy(Proxy::Direct),
        Some(url) => builder.proxy(Proxy::Url(url.to_owned())),
    };
    builder.build()
}

fn rate_limit(value: &Value) -> RateLimit {
    match value {
        Value::Object(operations) => operations
            .iter()
            .fold(RateLimit::documented(), |all, (name, limit)| all.operation(name, rate_limit(limit))),
        word if word == "off" => RateLimit::off(),
        calls => RateLimit::per_second(calls.as_f64().unwrap()),
    }
}

async fn send(client: &Client, request: Request, options: CallOptions) -> Result<Value, Error> {
    Ok(match request {
        Request::Typed { .. } => unreachable!("it is sent by what is generated"),
        Request::Call(from) => {
            json!({ "result": client.send(&call(from), options).await?.decode::<Value>()? })
        }
        Request::CallText(from) => {
            json!({ "result": { "text": client.send(&call(from), options).await?.text } })
        }
        Request::EnableMany(from) => {
            let mut bulk = BulkOptions::new().call(options);
            let journal = from.journal.map(Journal::open).transpose()?;
            bulk = journal.into_iter().fold(bulk, BulkOptions::journal);
            given!(bulk, from, isv_code, concurrency, stop_after_denials);
            let channels = from.channels.into_iter();
            let channels =
                channels.map(|it| Channel { cust_space_id: it.cust_space_id, isv_code: it.isv_code });
            let mut outcomes: Vec<_> = pin!(client.enable_many(channels, bulk)).try_collect().await?;
            outcomes.sort_by(|one, other| one.cust_space_id.cmp(&other.cust_space_id));
            let outcomes = outcomes.iter().map(|it| {
                json!({
                    "cust_space_id": it.cust_space_id, "status": if it.is_enabled() { "enabled" } else { "failed" },
                    "request_id": it.request_id, "attempts": it.attempts, "resumed": it.resumed,
                    "not_called": it.not_called, "error": it.error,
                })
            });
            json!({ "outcomes": outcomes.collect::<Vec<_>>() })
        }
        Request::ReadChannels(from) => {
            let list = channels::read(from.path)?.collect::<Result<Vec<_>, _>>()?;
            let list =
                list.iter().map(|it| json!({ "cust_space_id": it.cust_space_id, "isv_code": it.isv_code }));
            json!({ "result": { "channels": list.collect::<Vec<_>>() } })
        }
    })
}

fn call(from: conformance::Raw) -> Call {
    let mut request = Call::new(from.action);
    given!(request, from, idempotent, unchecked);
    let parameters =
        from.parameters.into_iter().map(|(name, value)| (name, CallValue::json(&value).unwrap()));
    parameters.fold(request, |request, (name, value)| request.parameter(name, value))
}
