//! `/_emulator/…`: everything that can be controlled, over HTTP.

use http::{Method, StatusCode};
use jiff::Timestamp;
use serde::Deserialize;
use serde::de::DeserializeOwned;
use serde_json::{Map, Value, json};
use url::form_urlencoded;

use crate::account_book::AccountBook;
use crate::invalid_setting::InvalidSetting;
use crate::known;
use crate::rate::Limits;
use crate::state::State;
use crate::verdict::Question;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct ClockChange {
    advance_ms: Option<i64>,
    now: Option<Timestamp>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Offset {
    offset_ms: i64,
}

/// Answers a control request.
pub(crate) async fn answer(
    state: &State,
    method: &Method,
    path: &str,
    query: Option<&str>,
    body: &[u8],
) -> (StatusCode, Value) {
    let subject = path.trim_start_matches("/_emulator").trim_start_matches('/');
    let result = match (method.as_str(), subject) {
        ("GET", "health") => Ok(json!({ "status": "ok", "version": env!("CARGO_PKG_VERSION") })),
        ("GET", "log") => value(state.log.list()),
        ("DELETE", "log") => {
            state.log.clear();
            Ok(json!([]))
        }
        ("GET", "peak") => peak(state, query.unwrap_or_default()),
        ("GET", "connections") => value(state.connections.counts()),
        ("GET", "faults") => value(state.faults.list()),
        ("POST", "faults") => one_or_many(body)
            .and_then(|rules| state.faults.add(rules))
            .and_then(|()| value(state.faults.list())),
        ("DELETE", "faults") => {
            state.faults.clear();
            Ok(json!([]))
        }
        ("GET", "clock") => clock(state),
        ("POST", "clock") => {
            parse(body).and_then(|change| change_clock(state, &change)).and_then(|()| clock(state))
        }
        ("GET", "signature_clock") => signature_clock(state),
        ("POST", "signature_clock") => parse(body)
            .and_then(|Offset { offset_ms }| state.signature_clock.set_offset_ms(offset_ms))
            .and_then(|()| signature_clock(state)),
        ("GET", "accounts") => value(state.accounts.read().accounts()),
        ("POST", "accounts") => change_accounts(state, body, false),
        ("PUT", "accounts") => change_accounts(state, body, true),
        ("GET", "limits") => Ok(limits(state)),
        ("POST", "limits") => parse(body).map(|new| {
            state.limiter.set_limits(new);
            limits(state)
        }),
        ("GET", "data") => value(state.population()),
        ("POST", "data") => parse(body)
            .and_then(|change| state.change_population(change))
            .and_then(|()| value(state.population())),
        ("GET", "totals") => totals(state, query.unwrap_or_default()),
        ("GET", "credentials") => state
            .issuer()
            .for_instance(None, state.signature_clock.now())
            .ok_or_else(|| InvalidSetting::new("no role is on the instance")),
        ("POST", "expire_credentials") => {
            state.accounts.write().expire_temporary(state.signature_clock.now());
            Ok(json!({ "status": "ok" }))
        }
        ("GET", "metadata") => value(state.metadata.versions()),
        ("POST", "metadata") => parse(body).and_then(|versions| {
            state.metadata.set_versions(versions);
            value(versions)
        }),
        ("GET", "silent") => state.silent_address().map(|address| json!({ "address": address })),
        ("POST", "verify") => match parse::<Question>(body) {
            Ok(question) => question.answer(&state.log).await,
            Err(error) => Err(error),
        },
        ("POST", "reset") => state.reset().map(|()| json!({ "status": "ok" })),
        (_, subject) => return not_found(method, subject),
    };
    match result {
        Ok(value) => (StatusCode::OK, value),
        Err(error) => (StatusCode::BAD_REQUEST, json!({ "error": error.to_string() })),
    }
}

fn not_found(method: &Method, subject: &str) -> (StatusCode, Value) {
    let subjects = [
        "health",
        "log",
        "peak",
        "connections",
        "faults",
        "clock",
        "signature_clock",
        "accounts",
        "limits",
        "data",
        "totals",
        "credentials",
        "expire_credentials",
        "metadata",
        "silent",
        "verify",
        "reset",
    ];
    if subjects.contains(&subject) {
        let error = format!("/_emulator/{subject} does not take {method}");
        return (StatusCode::METHOD_NOT_ALLOWED, json!({ "error": error }));
    }
    let known = subjects.join(", ");
    (StatusCode::NOT_FOUND, json!({ "error": format!("no /_emulator/{subject}; there are: {known}") }))
}

fn parse<T: DeserializeOwned>(body: &[u8]) -> Result<T, InvalidSetting> {
    serde_json::from_slice(body).map_err(|error| InvalidSetting::new(error.to_string()))
}

/// A list, or one item in place of a list.
fn one_or_many<T: DeserializeOwned>(body: &[u8]) -> Result<Vec<T>, InvalidSetting> {
    // Not an untagged enum, whose errors do not say what is wrong.
    let items = match parse(body)? {
        Value::Array(items) => items,
        item => vec![item],
    };
    let read = |item| serde_json::from_value(item).map_err(|error| InvalidSetting::new(error.to_string()));
    items.into_iter().map(read).collect()
}

fn value(content: impl serde::Serialize) -> Result<Value, InvalidSetting> {
    serde_json::to_value(content).map_err(|error| InvalidSetting::new(error.to_string()))
}

fn peak(state: &State, query: &str) -> Result<Value, InvalidSetting> {
    let action = form_urlencoded::parse(query.as_bytes()).find(|(name, _)| name == "action");
    let (_, action) = action.ok_or_else(|| InvalidSetting::new("say which: ?action=…"))?;
    Ok(json!({ "action": action, "peak_per_second": state.log.peak_per_second(&action) }))
}

fn totals(state: &State, query: &str) -> Result<Value, InvalidSetting> {
    let given = form_urlencoded::parse(query.as_bytes()).map(|(name, text)| {
        // Times are numbers; anything else is a text.
        let number = text.parse::<i64>().map(Value::from);
        (name.into_owned(), number.unwrap_or_else(|_| text.into_owned().into()))
    });
    let asked = serde_json::from_value(Value::Object(given.collect()))
        .map_err(|error| InvalidSetting::new(format!("{error}; say ?start=MS&end=MS")))?;
    value(state.totals(&asked)?)
}

fn clock(state: &State) -> Result<Value, InvalidSetting> {
    Ok(json!({ "now": value(state.data_clock.now())? }))
}

fn change_clock(state: &State, change: &ClockChange) -> Result<(), InvalidSetting> {
    match change {
        ClockChange { advance_ms: Some(milliseconds), now: None } => {
            state.data_clock.advance_ms(*milliseconds)
        }
        ClockChange { advance_ms: None, now: Some(now) } => state.data_clock.set_now(*now),
        _ => Err(InvalidSetting::new("give either advance_ms or now")),
    }
}

fn signature_clock(state: &State) -> Result<Value, InvalidSetting> {
    let clock = &state.signature_clock;
    Ok(json!({ "offset_ms": clock.offset_ms(), "now": value(clock.now())? }))
}

/// Changes or adds the given accounts; in place of all others, if `replace`.
fn change_accounts(state: &State, body: &[u8], replace: bool) -> Result<Value, InvalidSetting> {
    let patches = one_or_many(body)?;
    let mut book = state.accounts.write();
    *book = if replace { AccountBook::default().patched(patches)? } else { book.patched(patches)? };
    value(book.accounts())
}

fn limits(state: &State) -> Value {
    let limits: Limits = state.limiter.limits();
    let in_force: Map<String, Value> = known::operations()
        .map(|operation| (operation.name.to_owned(), limits.of(operation).into()))
        .collect();
    json!({ "enabled": limits.enabled, "qps": limits.qps, "percent": limits.percent, "in_force": in_force })
}
