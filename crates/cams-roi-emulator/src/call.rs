//! A request as it came, taken apart.

use std::borrow::Cow;
use std::collections::BTreeMap;

use bytes::Bytes;
use cams_roi::signature::{SignatureAlgorithm, acs3, hmac_sha1};
use http::request::Parts;
use http::{HeaderMap, Method, header};
use url::form_urlencoded;

use crate::fault::Format;

/// Every path that the metadata server has.
pub(crate) const METADATA_PATHS: &str = "/latest/";
/// A system parameter that our own client never sends; older official ones send it, empty.
const SIGNATURE_TYPE: &str = "SignatureType";

/// A parameter's name and value, decoded.
pub(crate) type Parameter = (String, String);

/// A request to the service.
#[derive(Debug)]
pub(crate) struct Call {
    pub(crate) method: Method,
    pub(crate) path: String,
    pub(crate) headers: HeaderMap,
    pub(crate) query: Vec<Parameter>,
    pub(crate) form: Vec<Parameter>,
    pub(crate) body: Bytes,
    pub(crate) authorization: Option<Authorization>,
}

/// The `Authorization` header, taken apart; a part that it lacks is empty.
#[derive(Debug, Default, PartialEq, Eq)]
pub(crate) struct Authorization {
    pub(crate) algorithm: String,
    pub(crate) access_key_id: String,
    pub(crate) signed_headers: Vec<String>,
    pub(crate) signature: String,
}

impl Authorization {
    fn parse(text: &str) -> Self {
        let (algorithm, rest) = text.trim().split_once(' ').unwrap_or((text, ""));
        let mut parsed = Self { algorithm: algorithm.to_owned(), ..Self::default() };
        for part in rest.split(',') {
            match part.trim().split_once('=') {
                Some(("Credential", value)) => value.clone_into(&mut parsed.access_key_id),
                Some(("SignedHeaders", value)) => {
                    parsed.signed_headers = value
                        .split(';')
                        .filter(|name| !name.is_empty())
                        .map(str::to_ascii_lowercase)
                        .collect();
                }
                Some(("Signature", value)) => value.clone_into(&mut parsed.signature),
                _ => {}
            }
        }
        parsed
    }
}

impl Call {
    pub(crate) fn new(parts: Parts, body: Bytes) -> Self {
        let query = decode(parts.uri.query().unwrap_or_default().as_bytes());
        let path = parts.uri.path().to_owned();
        let headers = parts.headers;
        let content_type = text(&headers, header::CONTENT_TYPE.as_str()).unwrap_or_default();
        let is_form = content_type.to_ascii_lowercase().starts_with("application/x-www-form-urlencoded");
        let form = if is_form { decode(&body) } else { Vec::new() };
        let authorization =
            text(&headers, header::AUTHORIZATION.as_str()).map(|text| Authorization::parse(&text));
        Self { method: parts.method, path, headers, query, form, body, authorization }
    }

    /// The first value of a header.
    pub(crate) fn header(&self, name: &str) -> Option<Cow<'_, str>> {
        text(&self.headers, name)
    }

    /// All parameters, of query and form.
    pub(crate) fn parameters(&self) -> impl Iterator<Item = &Parameter> {
        self.query.iter().chain(&self.form)
    }

    /// A parameter of query or form; an empty one counts as absent.
    pub(crate) fn parameter(&self, name: &str) -> Option<&str> {
        self.parameters()
            .find(|(known, value)| known == name && !value.is_empty())
            .map(|(_, value)| value.as_str())
    }

    /// The operation's own parameters, without the token that is as good as a secret.
    pub(crate) fn business_parameters(&self) -> BTreeMap<String, String> {
        let is_business = |(name, _): &&Parameter| {
            name != SIGNATURE_TYPE && !hmac_sha1::SYSTEM_PARAMETERS.contains(&name.as_str())
        };
        let shown = |(name, value): &Parameter| match name.as_str() {
            "OIDCToken" => (name.clone(), "***".to_owned()),
            _ => (name.clone(), value.clone()),
        };
        self.parameters().filter(is_business).map(shown).collect()
    }

    /// The action; for the metadata server, which has none, the path stands for it.
    pub(crate) fn action(&self) -> Option<Cow<'_, str>> {
        if self.is_for_metadata() {
            return Some(Cow::Borrowed(&self.path));
        }
        self.named_twice("x-acs-action", "Action")
    }

    pub(crate) fn is_for_metadata(&self) -> bool {
        self.path.starts_with(METADATA_PATHS)
    }

    pub(crate) fn version(&self) -> Option<Cow<'_, str>> {
        self.named_twice("x-acs-version", "Version")
    }

    /// How the request says that it is signed.
    pub(crate) fn algorithm(&self) -> Option<SignatureAlgorithm> {
        if let Some(authorization) = &self.authorization {
            return (authorization.algorithm == acs3::ALGORITHM)
                .then_some(SignatureAlgorithm::Acs3HmacSha256);
        }
        let names = ["AccessKeyId", "Signature", "SignatureMethod"];
        names.into_iter().any(|name| self.parameter(name).is_some()).then_some(SignatureAlgorithm::HmacSha1)
    }

    pub(crate) fn access_key_id(&self) -> Option<&str> {
        match &self.authorization {
            Some(authorization) => Some(authorization.access_key_id.as_str()).filter(|id| !id.is_empty()),
            None => self.parameter("AccessKeyId"),
        }
    }

    pub(crate) fn nonce(&self) -> Option<Cow<'_, str>> {
        self.named_twice("x-acs-signature-nonce", "SignatureNonce")
    }

    /// How the answer is to be written. The parameter decides; without it the older style means XML, and the newer
    /// one JSON, unless it accepts nothing but XML.
    pub(crate) fn format(&self) -> Format {
        let is_json = if let Some(format) = self.parameter("Format") {
            format.eq_ignore_ascii_case("json")
        } else if self.authorization.is_some() || self.headers.contains_key("x-acs-action") {
            let accept = self.header(header::ACCEPT.as_str()).unwrap_or_default();
            !accept.contains("xml") || accept.contains("json")
        } else {
            false
        };
        if is_json { Format::Json } else { Format::Xml }
    }

    /// What is a header in the newer style and a parameter in the older one. Official clients send both with the
    /// older signature, which covers the parameters alone.
    fn named_twice(&self, header: &str, parameter: &str) -> Option<Cow<'_, str>> {
        let header = self.header(header).filter(|value| !value.is_empty());
        let parameter = self.parameter(parameter).map(Cow::Borrowed);
        if self.authorization.is_some() { header.or(parameter) } else { parameter.or(header) }
    }
}

/// Percent-encoding and `+` undone.
fn decode(text: &[u8]) -> Vec<Parameter> {
    form_urlencoded::parse(text).into_owned().collect()
}

fn text<'a>(headers: &'a HeaderMap, name: &str) -> Option<Cow<'a, str>> {
    headers.get(name).map(|value| String::from_utf8_lossy(value.as_bytes()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_authorization_header_is_read_with_and_without_blanks() {
        let expected = Authorization {
            algorithm: "ACS3-HMAC-SHA256".to_owned(),
            access_key_id: "id".to_owned(),
            signed_headers: vec!["host".to_owned(), "x-acs-date".to_owned()],
            signature: "abc".to_owned(),
        };
        for text in [
            "ACS3-HMAC-SHA256 Credential=id,SignedHeaders=host;x-acs-date,Signature=abc",
            "ACS3-HMAC-SHA256 Credential=id, SignedHeaders=Host;X-Acs-Date, Signature=abc",
        ] {
            assert_eq!(Authorization::parse(text), expected);
        }
        assert_eq!(Authorization::parse("Basic").access_key_id, "");
    }
}
