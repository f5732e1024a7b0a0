//! What reads outside text, as functions of bytes, for the fuzz targets of the workspace. No part of the API.
//!
//! A function panics where a promise is broken that holds for every input, such as that no error shows a secret.

#![allow(clippy::panic, reason = "a fuzz target fails by panicking")]
#![allow(clippy::missing_panics_doc, reason = "all of them panic, and why is said above")]

use jiff::Timestamp;
use rustls::RootCertStore;
use serde_json::Value;

use crate::access_key::Credentials;
use crate::answer;
use crate::channels;
use crate::clock::A_CENTURY;
pub use crate::credentials::fuzzing::{answers as credentials_answers, cli_profile, profile_file};
use crate::endpoint::Endpoint;
pub use crate::journal::fuzzing::journal;
use crate::operations::CallValue;
use crate::outside::Secrets;
use crate::proxy::{Proxies, Proxy};
use crate::retry::RetryAfter;
use crate::signature::percent_encode;
use crate::text_bytes;
use crate::tls;
use crate::transport::HttpResponse;

/// A secret as the service gives them, which inputs may repeat.
const SECRET: &str = "q7+Xb/Zt9=Lw4Kp2";

/// An answer: its status, a header of each kind in a line of its own, and its body in JSON, XML, HTML or anything else.
pub fn answer(data: &[u8]) {
    const STATUSES: [u16; 10] = [200, 301, 400, 403, 404, 429, 500, 502, 503, 504];
    let Some((first, rest)) = data.split_first() else { return };
    let (header, body) = match rest.iter().position(|byte| *byte == b'\n') {
        Some(end) => (&rest[..end], &rest[end + 1..]),
        None => (&b""[..], rest),
    };
    let header = String::from_utf8_lossy(header).into_owned();
    let names = ["retry-after", "x-acs-request-id", "location", "date"];
    let response = HttpResponse {
        status: STATUSES[usize::from(*first) % STATUSES.len()],
        headers: names.map(|name| (name.to_owned(), header.clone())).to_vec(),
        body: body.to_vec(),
    };
    let key = Credentials::new("id", SECRET);
    if let Err(failure) = answer::read(response, "ListInstance", &key, now()) {
        for shown in [failure.error.to_string(), format!("{:?}", failure.error)] {
            assert!(!shown.contains(SECRET), "{shown}");
        }
    }
}

/// When to ask again: the gateway's header, the standard one and the server's clock, each in a line of its own.
pub fn retry_after(data: &[u8]) {
    let text = String::from_utf8_lossy(data);
    let mut lines = text.split('\n');
    let given = ["x-acs-retry-after", "retry-after", "date"].map(|name| (name, lines.next()));
    let header = |name: &str| given.iter().find(|(it, _)| *it == name).and_then(|(_, line)| *line);
    if let Some(after) = RetryAfter::from_headers(header, now()) {
        assert!(!after.wait.is_zero() && after.wait <= A_CENTURY, "{after:?}");
    }
}

/// A list of channels, in any encoding.
pub fn channels(data: &[u8]) {
    let read = |bytes: &[u8]| channels::read_from(bytes, "list").collect::<Vec<_>>();
    let items = read(data);
    for channel in items.iter().flatten() {
        assert!(channels::id::check(&channel.cust_space_id).is_ok(), "{channel:?}");
    }
    let is_marked = data.starts_with(&[0xff, 0xfe]) || data.starts_with(&[0xfe, 0xff]);
    if !is_marked && let Ok(text) = std::str::from_utf8(data) {
        // What an editor does to a list does not change what it says.
        let text = text.trim_start_matches('\u{feff}');
        let mut units = vec![0xff, 0xfe];
        units.extend(text.encode_utf16().flat_map(u16::to_le_bytes));
        let channels = |items: Vec<Result<_, _>>| items.into_iter().map(Result::ok).collect::<Vec<_>>();
        assert_eq!(channels(read(&units)), channels(read(text.as_bytes())), "in UTF-16");
    }
}

/// A proxy's URL, and behind a line end the hosts that it is not for.
pub fn proxy(data: &[u8]) {
    let text = String::from_utf8_lossy(data);
    let (url, excepted) = text.split_once('\n').unwrap_or((&text, ""));
    let (url, excepted) = (url.to_owned(), excepted.to_owned());
    let password = password(&url).map(str::to_owned);
    let variable = move |name: &str| {
        Ok(match name {
            "HTTPS_PROXY" | "HTTP_PROXY" => Some(url.clone()),
            "NO_PROXY" => Some(excepted.clone()),
            _ => None,
        })
    };
    let proxies = Proxies::of(&Proxy::Environment, &variable);
    let shown = match (proxies.for_client(true, true), &proxies.https) {
        (Err(error), _) => error.to_string(),
        (_, Ok(Some(server))) => server.shown(),
        _ => return,
    };
    assert!(!password.is_some_and(|it| shown.contains(&it)), "{shown}");
}

/// The password of a URL, if it is long enough to be none of an error's own words.
fn password(url: &str) -> Option<&str> {
    let (user_info, _) = url.rsplit_once('@')?;
    let (_, user_info) = user_info.split_once("://").unwrap_or(("", user_info));
    let (_, password) = user_info.split_once(':')?;
    (password.len() >= 12 && password.bytes().all(|it| it.is_ascii_digit())).then_some(password)
}

/// The service's address.
pub fn endpoint(data: &[u8]) {
    let text = String::from_utf8_lossy(data);
    if let Ok(endpoint) = Endpoint::choose(Some(&text), "anywhere") {
        let again = Endpoint::choose(Some(&endpoint.url), "anywhere");
        assert_eq!(again.as_ref().ok(), Some(&endpoint), "an address stands for itself");
    }
}

/// A bundle of certificates.
pub fn ca_bundle(data: &[u8]) {
    let mut roots = RootCertStore::empty();
    let added = tls::add_pem(&mut roots, data, "bundle.pem");
    assert!(added.is_err() || !roots.is_empty(), "a bundle of nothing is an error");
}

/// A parameter's value in JSON.
pub fn call_value(data: &[u8]) {
    let Ok(text) = std::str::from_utf8(data) else { return };
    let Ok(value) = CallValue::from_json(text) else { return };
    if let Ok(meant) = serde_json::from_str::<Value>(text) {
        match meant {
            Value::String(text) => assert_eq!(value.as_str(), text),
            meant => assert_eq!(serde_json::from_str::<Value>(value.as_str()).ok(), Some(meant)),
        }
    }
}

/// What others write of a secret: the secret, a zero, and a text that may hold it.
pub fn redaction(data: &[u8]) {
    let text = text_bytes::read_lossy(data);
    let Some((secret, text)) = text.split_once('\0') else { return };
    let secrets = Secrets::none().and(secret);
    let redacted = secrets.redact(text);
    if secret.len() >= 4 && !secret.contains('*') {
        for form in [secret.to_owned(), percent_encode(secret)] {
            assert!(!redacted.contains(&form) || is_id(text), "{redacted}");
        }
    }
    assert!(secrets.excerpt(text).chars().count() <= 201, "an excerpt is short");
}

/// Whether it is a request's ID, in which nothing is looked for.
fn is_id(text: &str) -> bool {
    text.trim().len() == 36
}

fn now() -> Timestamp {
    Timestamp::UNIX_EPOCH
}
