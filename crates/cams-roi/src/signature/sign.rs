//! Signing with either algorithm.

use jiff::Timestamp;

use super::request::{SignedRequest, UnsignedRequest};
use super::{acs3, hmac_sha1};
use crate::access_key::Credentials;
use crate::words::SignatureAlgorithm;

/// Signs `request` with `algorithm`. `nonce` must never have been used before; `time` is when the request is sent.
#[must_use]
pub fn sign(
    algorithm: SignatureAlgorithm,
    request: UnsignedRequest<'_>,
    credentials: &Credentials,
    nonce: &str,
    time: Timestamp,
) -> SignedRequest {
    match algorithm {
        SignatureAlgorithm::Acs3HmacSha256 => acs3::sign(request, credentials, nonce, time),
        SignatureAlgorithm::HmacSha1 => hmac_sha1::sign(request, credentials, nonce, time),
    }
}
