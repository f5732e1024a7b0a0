//! The two signatures that the service's gateway accepts, as pure functions.
//!
//! Nothing here reads a clock, draws a random number or does I/O: the time and the nonce are arguments, so that
//! every signature can be compared with a recorded one.

pub mod acs3;
pub mod hmac_sha1;

use std::borrow::Cow;
use std::fmt;
use std::str::FromStr;

use jiff::Timestamp;
use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};

use crate::credentials::Credentials;

/// Everything but the unreserved characters of RFC 3986 is encoded.
const RESERVED: &AsciiSet = &NON_ALPHANUMERIC.remove(b'-').remove(b'_').remove(b'.').remove(b'~');

/// How requests are signed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum SignatureAlgorithm {
    /// `acs3-hmac-sha256`: the signature travels in the `Authorization` header. The default, and what the vendor
    /// recommends.
    #[default]
    Acs3HmacSha256,
    /// `hmac-sha1`: the older RPC signature, which every RPC endpoint still takes. All parameters travel in the form
    /// body, so that neither key nor signature reaches a URL log.
    HmacSha1,
}

impl SignatureAlgorithm {
    /// Every algorithm, in order of preference.
    pub const ALL: [Self; 2] = [Self::Acs3HmacSha256, Self::HmacSha1];

    /// The name by which configuration and command line know the algorithm.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Acs3HmacSha256 => "acs3-hmac-sha256",
            Self::HmacSha1 => "hmac-sha1",
        }
    }
}

impl fmt::Display for SignatureAlgorithm {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

impl FromStr for SignatureAlgorithm {
    type Err = String;

    fn from_str(name: &str) -> Result<Self, Self::Err> {
        Self::ALL
            .into_iter()
            .find(|algorithm| algorithm.as_str() == name)
            .ok_or_else(|| format!("unknown signature algorithm {name:?}: use acs3-hmac-sha256 or hmac-sha1"))
    }
}

/// A request before it is signed.
#[derive(Clone, Copy, Debug)]
pub struct UnsignedRequest<'a> {
    /// The `Host` header: host name, and the port where it is not the scheme's own.
    pub host: &'a str,
    /// The operation's name, for example `EnableWhatsappROIMetric`.
    pub action: &'a str,
    /// The API's version, for example `2020-06-06`.
    pub version: &'a str,
    /// The operation's own parameters, in any order.
    pub parameters: &'a [(Cow<'static, str>, String)],
}

/// A request as it goes on the wire: always `POST /`.
#[derive(Clone, PartialEq, Eq)]
pub struct SignedRequest {
    /// The percent-encoded query string without its `?`; may be empty.
    pub query: String,
    /// Header names (lower case) and values, `host` not among them: the transport sets it from the URL.
    pub headers: Vec<(&'static str, String)>,
    /// The body; empty for `acs3-hmac-sha256`.
    pub body: String,
}

impl fmt::Debug for SignedRequest {
    /// Names the headers but shows neither signature nor security token.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("SignedRequest")
            .field("query", &self.query)
            .field("headers", &self.headers.iter().map(|(name, _)| *name).collect::<Vec<_>>())
            .field("body_length", &self.body.len())
            .finish()
    }
}

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

/// Percent-encodes the UTF-8 bytes of `text`, leaving only `A–Z a–z 0–9 - _ . ~`.
///
/// ```
/// assert_eq!(cams_roi::signature::percent_encode("a b*c~d/é"), "a%20b%2Ac~d%2F%C3%A9");
/// ```
#[must_use]
pub fn percent_encode(text: &str) -> String {
    utf8_percent_encode(text, RESERVED).to_string()
}

/// Joins parameters as `name=value&…`: both sides percent-encoded, sorted by the bytes of the name.
#[must_use]
pub fn canonical_query<N: AsRef<str>, V: AsRef<str>>(parameters: &[(N, V)]) -> String {
    join_sorted(parameters, |query, name| query.extend(utf8_percent_encode(name, RESERVED)))
}

fn join_sorted<N: AsRef<str>, V: AsRef<str>>(
    parameters: &[(N, V)],
    push_name: impl Fn(&mut String, &str),
) -> String {
    let mut sorted: Vec<(&str, &str)> = parameters.iter().map(|(n, v)| (n.as_ref(), v.as_ref())).collect();
    sorted.sort_unstable();
    let mut query = String::with_capacity(sorted.iter().map(|(n, v)| n.len() + v.len() + 8).sum());
    for (name, value) in sorted {
        if !query.is_empty() {
            query.push('&');
        }
        push_name(&mut query, name);
        query.push('=');
        query.extend(utf8_percent_encode(value, RESERVED));
    }
    query
}

/// The signing time as both algorithms write it: `YYYY-MM-DDThh:mm:ssZ`, UTC, whole seconds.
#[must_use]
pub fn format_time(time: Timestamp) -> String {
    time.strftime("%Y-%m-%dT%H:%M:%SZ").to_string()
}

/// Lower-case hexadecimal digits of `bytes`.
fn hex(bytes: &[u8]) -> String {
    const DIGITS: &[u8; 16] = b"0123456789abcdef";
    let digit = |nibble: u8| char::from(DIGITS[usize::from(nibble)]);
    bytes.iter().flat_map(|byte| [digit(byte >> 4), digit(byte & 15)]).collect()
}
