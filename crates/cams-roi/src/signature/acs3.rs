//! `ACS3-HMAC-SHA256`, the vendor's "V3 request structure and signature".

use hmac::{Hmac, KeyInit, Mac};
use jiff::Timestamp;
use sha2::{Digest, Sha256};

use super::encoding::{self, format_time, hex};
use super::request::{SignedRequest, UnsignedRequest};
use crate::access_key::Credentials;

/// The algorithm's name on the wire.
pub const ALGORITHM: &str = "ACS3-HMAC-SHA256";

/// SHA-256 of nothing: what `x-acs-content-sha256` says of an empty body.
pub const EMPTY_BODY_SHA256: &str = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";

/// The canonical form of a request, and which headers are part of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CanonicalRequest {
    /// Method, path, query, headers, signed header names and body hash, a line each.
    pub text: String,
    /// The names of the signed headers, sorted and joined by `;`.
    pub signed_headers: String,
}

/// The query as it is signed: only the values are percent-encoded, because that is what the vendor's own signers do.
/// For every name that the service has, it is the query that is sent.
#[must_use]
pub fn canonical_query<N: AsRef<str>, V: AsRef<str>>(parameters: &[(N, V)]) -> String {
    encoding::join_sorted(parameters, String::push_str)
}

/// Builds the canonical request. `query` is already canonical; every header in `headers` is signed.
#[must_use]
pub fn canonical_request(
    method: &str,
    path: &str,
    query: &str,
    headers: &[(&str, &str)],
    body_sha256: &str,
) -> CanonicalRequest {
    let mut sorted: Vec<(&str, &str)> = headers.iter().map(|(name, value)| (*name, value.trim())).collect();
    sorted.sort_unstable();
    let mut signed_headers = String::with_capacity(128);
    let mut text = String::with_capacity(512 + query.len());
    for part in [method, path, query] {
        text.push_str(part);
        text.push('\n');
    }
    for (name, value) in sorted {
        for part in [name, ":", value, "\n"] {
            text.push_str(part);
        }
        if !signed_headers.is_empty() {
            signed_headers.push(';');
        }
        signed_headers.push_str(name);
    }
    for part in ["\n", &signed_headers, "\n", body_sha256] {
        text.push_str(part);
    }
    CanonicalRequest { text, signed_headers }
}

/// SHA-256 of `bytes` in lower-case hexadecimal.
#[must_use]
pub fn sha256_hex(bytes: &[u8]) -> String {
    hex(&Sha256::digest(bytes))
}

/// The text that is signed.
#[must_use]
pub fn string_to_sign(canonical_request: &CanonicalRequest) -> String {
    format!("{ALGORITHM}\n{}", sha256_hex(canonical_request.text.as_bytes()))
}

/// The signature of `string_to_sign`, in lower-case hexadecimal. The key is the secret itself.
#[must_use]
pub fn signature(access_key_secret: &str, string_to_sign: &str) -> String {
    let mut mac = keyed(access_key_secret);
    mac.update(string_to_sign.as_bytes());
    hex(&mac.finalize().into_bytes())
}

/// The `Authorization` header. The gateway wants the commas without spaces.
#[must_use]
pub fn authorization(access_key_id: &str, signed_headers: &str, signature: &str) -> String {
    format!("{ALGORITHM} Credential={access_key_id},SignedHeaders={signed_headers},Signature={signature}")
}

/// Signs `POST /?parameters` with an empty body.
///
/// No header that a proxy may rewrite (`accept`, `user-agent`) is signed.
#[must_use]
pub fn sign(
    request: UnsignedRequest<'_>,
    credentials: &Credentials,
    nonce: &str,
    time: Timestamp,
) -> SignedRequest {
    let mut headers = vec![
        ("x-acs-action", request.action.to_owned()),
        ("x-acs-content-sha256", EMPTY_BODY_SHA256.to_owned()),
        ("x-acs-date", format_time(time)),
        ("x-acs-signature-nonce", nonce.to_owned()),
        ("x-acs-version", request.version.to_owned()),
    ];
    if let Some(token) = credentials.security_token() {
        headers.push(("x-acs-accesskey-id", credentials.access_key_id().to_owned()));
        headers.push(("x-acs-security-token", token.expose().to_owned()));
    }
    let mut signed: Vec<(&str, &str)> = headers.iter().map(|(name, value)| (*name, value.as_str())).collect();
    signed.push(("host", request.host));
    let signed_query = canonical_query(request.parameters);
    let canonical = canonical_request("POST", "/", &signed_query, &signed, EMPTY_BODY_SHA256);
    let signature = signature(credentials.access_key_secret().expose(), &string_to_sign(&canonical));
    let authorization = authorization(credentials.access_key_id(), &canonical.signed_headers, &signature);
    headers.push(("authorization", authorization));
    SignedRequest { query: encoding::canonical_query(request.parameters), headers, body: String::new() }
}

#[allow(clippy::expect_used, reason = "HMAC takes a key of any length: this cannot fail")]
fn keyed(secret: &str) -> Hmac<Sha256> {
    Hmac::<Sha256>::new_from_slice(secret.as_bytes()).expect("HMAC takes a key of any length")
}
