//! A request before and after it is signed.

use std::borrow::Cow;
use std::fmt;

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
