//! Verifies both signatures with the client's own pure functions.

use std::borrow::Cow;

use cams_roi::signature::{SignatureAlgorithm, acs3, canonical_query, hmac_sha1, percent_encode};
use http::HeaderMap;

use crate::call::{Authorization, Call};
use crate::refusal::Refusal;

/// The headers that every `ACS3-HMAC-SHA256` signature must cover.
const REQUIRED_HEADERS: [&str; 6] =
    ["host", "x-acs-action", "x-acs-content-sha256", "x-acs-date", "x-acs-signature-nonce", "x-acs-version"];

/// What a signature states. Every piece is there; whether it is right depends on the secret.
#[derive(Debug)]
pub(crate) struct Signed {
    pub(crate) access_key_id: String,
    pub(crate) nonce: String,
    pub(crate) time: String,
    pub(crate) security_token: Option<String>,
    algorithm: SignatureAlgorithm,
    signature: String,
    string_to_sign: String,
    /// What to show of it: the string to sign, and for ACS3, where that is a hash, the canonical request too.
    explanation: String,
}

impl Signed {
    /// Reads the signature of `call`, whichever of the two it is.
    pub(crate) fn read(call: &Call) -> Result<Self, Refusal> {
        match (&call.authorization, call.algorithm()) {
            (Some(authorization), Some(SignatureAlgorithm::Acs3HmacSha256)) => read_acs3(call, authorization),
            (None, Some(SignatureAlgorithm::HmacSha1)) => read_hmac_sha1(call),
            (Some(_), _) => Err(invalid_method()),
            (None, _) => Err(Refusal::missing_parameter("AccessKeyId")),
        }
    }

    /// Whether the signature was made with `secret`.
    pub(crate) fn verify(&self, secret: &str) -> Result<(), Refusal> {
        let expected = match self.algorithm {
            SignatureAlgorithm::Acs3HmacSha256 => acs3::signature(secret, &self.string_to_sign),
            SignatureAlgorithm::HmacSha1 => hmac_sha1::signature(secret, &self.string_to_sign),
        };
        if expected == self.signature {
            return Ok(());
        }
        let message =
            format!("Specified signature is not matched with our calculation. {}", self.explanation);
        Err(Refusal::bad_request("SignatureDoesNotMatch", message))
    }
}

fn read_acs3(call: &Call, authorization: &Authorization) -> Result<Signed, Refusal> {
    let Authorization { access_key_id, signed_headers, signature, .. } = authorization;
    if access_key_id.is_empty() || signature.is_empty() {
        return Err(incomplete("The Authorization header needs Credential, SignedHeaders and Signature."));
    }
    let is_signed = |name: &str| signed_headers.iter().any(|signed| signed == name);
    for name in REQUIRED_HEADERS {
        if !is_signed(name) || !call.headers.contains_key(name) {
            return Err(incomplete(format!("The header {name} must be sent and signed.")));
        }
    }
    let security_token = call.header("x-acs-security-token").filter(|token| !token.is_empty());
    if security_token.is_some() && !is_signed("x-acs-security-token") {
        return Err(incomplete("The header x-acs-security-token must be signed."));
    }
    let nonce = call.header("x-acs-signature-nonce").unwrap_or_default().trim().to_owned();
    if nonce.is_empty() {
        return Err(Refusal::missing_parameter("SignatureNonce"));
    }
    let headers: Vec<(&str, String)> =
        signed_headers.iter().map(|name| (name.as_str(), joined(&call.headers, name))).collect();
    let headers: Vec<(&str, &str)> = headers.iter().map(|(name, value)| (*name, value.as_str())).collect();
    // The hash is taken from the body itself, so that one that was changed on the way does not match.
    let body_sha256: Cow<'_, str> = match call.body.as_ref() {
        [] => acs3::EMPTY_BODY_SHA256.into(),
        body => acs3::sha256_hex(body).into(),
    };
    let query = acs3::canonical_query(&call.query);
    let canonical = acs3::canonical_request(call.method.as_str(), "/", &query, &headers, &body_sha256);
    let string_to_sign = acs3::string_to_sign(&canonical);
    let explanation = format!(
        "server string to sign is:{string_to_sign} server canonical request is:{}",
        masked(&canonical.text, security_token.as_deref())
    );
    Ok(Signed {
        access_key_id: access_key_id.clone(),
        nonce,
        time: call.header("x-acs-date").unwrap_or_default().trim().to_owned(),
        security_token: security_token.map(Cow::into_owned),
        algorithm: SignatureAlgorithm::Acs3HmacSha256,
        signature: signature.clone(),
        string_to_sign,
        explanation,
    })
}

fn read_hmac_sha1(call: &Call) -> Result<Signed, Refusal> {
    let required = |name| call.parameter(name).ok_or_else(|| Refusal::missing_parameter(name));
    let access_key_id = required("AccessKeyId")?;
    if required("SignatureMethod")? != hmac_sha1::ALGORITHM {
        return Err(invalid_method());
    }
    if required("SignatureVersion")? != "1.0" {
        return Err(Refusal::bad_request("InvalidSignatureVersion", "The signature version must be 1.0."));
    }
    let nonce = required("SignatureNonce")?;
    let time = call.parameter("Timestamp").ok_or_else(|| {
        Refusal::bad_request("IllegalTimestamp", "The input parameter Timestamp is mandatory.")
    })?;
    let signature =
        call.parameter("Signature").ok_or_else(|| incomplete("The parameter Signature is missing."))?;
    let parameters: Vec<(&str, &str)> = call
        .parameters()
        .filter(|(name, _)| name != "Signature")
        .map(|(name, value)| (name.as_str(), value.as_str()))
        .collect();
    let string_to_sign = hmac_sha1::string_to_sign(call.method.as_str(), &canonical_query(&parameters));
    let security_token = call.parameter("SecurityToken");
    // The token was encoded twice: as a value, and within the string to sign.
    let shown = security_token.map(|token| percent_encode(&percent_encode(token)));
    Ok(Signed {
        access_key_id: access_key_id.to_owned(),
        nonce: nonce.to_owned(),
        time: time.to_owned(),
        security_token: security_token.map(str::to_owned),
        algorithm: SignatureAlgorithm::HmacSha1,
        signature: signature.to_owned(),
        explanation: format!("server string to sign is:{}", masked(&string_to_sign, shown.as_deref())),
        string_to_sign,
    })
}

/// All values of a header as the canonical request has them: trimmed, joined by commas.
fn joined(headers: &HeaderMap, name: &str) -> String {
    let values: Vec<Cow<'_, str>> =
        headers.get_all(name).iter().map(|value| String::from_utf8_lossy(value.as_bytes())).collect();
    values.iter().map(|value| value.trim()).collect::<Vec<_>>().join(",")
}

/// The text without the security token, which has no place in an error message.
fn masked(text: &str, security_token: Option<&str>) -> String {
    security_token.map_or_else(|| text.to_owned(), |token| text.replace(token, "***"))
}

fn incomplete(message: impl Into<Cow<'static, str>>) -> Refusal {
    Refusal::bad_request("IncompleteSignature", message)
}

fn invalid_method() -> Refusal {
    Refusal::bad_request(
        "InvalidSignatureMethod",
        "The signature method must be HMAC-SHA1 or ACS3-HMAC-SHA256.",
    )
}
