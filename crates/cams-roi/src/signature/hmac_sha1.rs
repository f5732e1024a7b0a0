//! `HMAC-SHA1`, the older RPC signature (`SignatureVersion=1.0`).

use std::borrow::Cow;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use hmac::{Hmac, KeyInit, Mac};
use jiff::Timestamp;
use sha1::Sha1;
use zeroize::Zeroizing;

use super::encoding::{canonical_query, format_time, percent_encode};
use super::request::{SignedRequest, UnsignedRequest};
use crate::access_key::Credentials;

/// The algorithm's name on the wire.
pub const ALGORITHM: &str = "HMAC-SHA1";

/// The system parameters, which no caller may set.
pub const SYSTEM_PARAMETERS: [&str; 11] = [
    "AccessKeyId",
    "Action",
    "Format",
    "SecurityToken",
    "Signature",
    "SignatureMethod",
    "SignatureNonce",
    "SignatureType",
    "SignatureVersion",
    "Timestamp",
    "Version",
];

/// The text that is signed. `canonical_query` holds all parameters, system and business, but not the signature.
#[must_use]
pub fn string_to_sign(method: &str, canonical_query: &str) -> String {
    format!("{method}&%2F&{}", percent_encode(canonical_query))
}

/// The signature of `string_to_sign`, in Base64. The key is the secret with `&` behind it.
#[must_use]
pub fn signature(access_key_secret: &str, string_to_sign: &str) -> String {
    let mut mac = keyed(access_key_secret);
    mac.update(string_to_sign.as_bytes());
    STANDARD.encode(mac.finalize().into_bytes())
}

/// Signs `POST /` with every parameter in the form body.
#[must_use]
pub fn sign(
    request: UnsignedRequest<'_>,
    credentials: &Credentials,
    nonce: &str,
    time: Timestamp,
) -> SignedRequest {
    let timestamp = format_time(time);
    let mut parameters: Vec<(&str, Cow<'_, str>)> = vec![
        ("AccessKeyId", credentials.access_key_id().into()),
        ("Action", request.action.into()),
        ("Format", "JSON".into()),
        ("SignatureMethod", ALGORITHM.into()),
        ("SignatureNonce", nonce.into()),
        ("SignatureVersion", "1.0".into()),
        ("Timestamp", timestamp.into()),
        ("Version", request.version.into()),
    ];
    if let Some(token) = credentials.security_token() {
        parameters.push(("SecurityToken", token.expose().into()));
    }
    parameters.extend(request.parameters.iter().map(|(name, value)| (name.as_ref(), value.into())));
    let canonical = canonical_query(&parameters);
    let signature = signature(credentials.access_key_secret().expose(), &string_to_sign("POST", &canonical));
    SignedRequest {
        query: String::new(),
        headers: vec![("content-type", "application/x-www-form-urlencoded".to_owned())],
        body: format!("{canonical}&Signature={}", percent_encode(&signature)),
    }
}

#[allow(clippy::expect_used, reason = "HMAC takes a key of any length: this cannot fail")]
fn keyed(secret: &str) -> Hmac<Sha1> {
    // The key holds the secret, so the joined copy is wiped too.
    let key = Zeroizing::new(format!("{secret}&"));
    Hmac::<Sha1>::new_from_slice(key.as_bytes()).expect("HMAC takes a key of any length")
}
