//! Where the service is.

use url::Url;

use crate::defaults;
use crate::error::Error;
use crate::host::is_host;
use crate::signature::SignedRequest;
use crate::transport::{HttpMethod, HttpRequest};

/// The one region in which the service is documented to have an endpoint.
pub const DEFAULT_REGION: &str = defaults::REGION;

/// A service address: scheme, host and port.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Endpoint {
    /// `scheme://host[:port]/`
    pub(crate) url: String,
    /// What the `Host` header says: the port only where it is not the scheme's own.
    pub(crate) host: String,
    pub(crate) is_https: bool,
}

impl Endpoint {
    /// An explicit endpoint wins; without one, only the documented region has an address.
    pub(crate) fn choose(endpoint: Option<&str>, region: &str) -> Result<Self, Error> {
        match endpoint {
            Some(endpoint) => Self::parse(endpoint),
            None if region == DEFAULT_REGION => Self::parse(&format!("cams.{DEFAULT_REGION}.aliyuncs.com")),
            None => Err(Error::configuration(
                format!("no endpoint is documented for region {region:?}, only for {DEFAULT_REGION:?}"),
                format!("Leave the region out, or give the endpoint that serves {region:?} explicitly."),
            )),
        }
    }

    /// The host alone, and the port, also where it is the scheme's own.
    pub(crate) fn address(&self) -> (&str, u16) {
        let port = self.host.rsplit_once(':').and_then(|(host, port)| Some((host, port.parse().ok()?)));
        // The colons of an IPv6 address are within brackets.
        let default = (self.host.as_str(), if self.is_https { 443 } else { 80 });
        port.unwrap_or(default)
    }

    /// The request, as it is sent to this address.
    pub(crate) fn post(&self, signed: SignedRequest) -> HttpRequest {
        let SignedRequest { query, mut headers, body } = signed;
        headers.push(("accept", "application/json".to_owned()));
        let url = match query.as_str() {
            "" => self.url.clone(),
            query => format!("{}?{query}", self.url),
        };
        HttpRequest { method: HttpMethod::Post, url, headers, body }
    }

    fn parse(text: &str) -> Result<Self, Error> {
        let bad = |problem: String| {
            Error::configuration(
                format!("endpoint {:?} {problem}", without_secrets(text)),
                "Give a host name, or a URL such as https://cams.ap-southeast-1.aliyuncs.com.",
            )
        };
        let text = text.trim();
        // A URL would be read without line ends and tabs: as that of another host.
        if text.chars().any(char::is_control) {
            return Err(bad("holds a control character, such as a line end".to_owned()));
        }
        let with_scheme = if text.contains("://") { text.to_owned() } else { format!("https://{text}") };
        let url = Url::parse(&with_scheme).map_err(|error| bad(format!("is not a URL: {error}")))?;
        let is_https = match url.scheme() {
            "https" => true,
            "http" => false,
            other => return Err(bad(format!("has the scheme {other}, which is neither https nor http"))),
        };
        let host =
            url.host_str().filter(|host| !host.is_empty()).ok_or_else(|| bad("has no host".to_owned()))?;
        if !is_host(host) {
            return Err(bad("names a host that cannot be one".to_owned()));
        }
        if !url.username().is_empty() || url.password().is_some() {
            return Err(bad("holds a user name or password".to_owned()));
        }
        if url.path() != "/" || url.query().is_some() || url.fragment().is_some() {
            return Err(bad(
                "has a path, query or fragment, which the service's address never has".to_owned()
            ));
        }
        let is_loopback = host == "localhost" || host.starts_with("127.") || host == "[::1]";
        if !is_https && !is_loopback {
            tracing::warn!(host, "the endpoint is plain http: security tokens travel unencrypted");
        }
        let host = match url.port() {
            Some(port) => format!("{host}:{port}"),
            None => host.to_owned(),
        };
        Ok(Self { url: format!("{}://{host}/", url.scheme()), host, is_https })
    }
}

/// An address as an error may show it: what stands before an `@` or behind a `?` may be a password or a token.
fn without_secrets(text: &str) -> String {
    let (scheme, rest) = text.split_once("://").map_or(("", text), |(scheme, rest)| (scheme, rest));
    let rest = rest.rsplit_once('@').map_or_else(|| rest.to_owned(), |(_, host)| format!("***@{host}"));
    let rest = match rest.find(['?', '#']) {
        Some(end) => format!("{}***", &rest[..=end]),
        None => rest,
    };
    if scheme.is_empty() { rest } else { format!("{scheme}://{rest}") }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_error_shows_no_password_and_no_token_of_an_address() {
        for text in [
            "http://user:sekret99@127.0.0.1",
            "user:p@sekret99@host",
            "https://host/?token=sekret99",
            "http://u:sekret99@:x",
        ] {
            let error = Endpoint::choose(Some(text), "mars").unwrap_err();
            assert!(!error.to_string().contains("sekret99"), "{error}");
            assert!(error.message().contains("***"), "{error}");
        }
    }

    fn parsed(text: &str) -> (String, String) {
        let endpoint = Endpoint::choose(Some(text), "mars").unwrap();
        (endpoint.url, endpoint.host)
    }

    #[test]
    fn a_host_is_https_and_only_an_unusual_port_is_named() {
        let documented = ("https://cams.ap-southeast-1.aliyuncs.com/", "cams.ap-southeast-1.aliyuncs.com");
        let documented = (documented.0.to_owned(), documented.1.to_owned());
        assert_eq!(parsed("cams.ap-southeast-1.aliyuncs.com"), documented);
        assert_eq!(parsed("HTTPS://CAMS.ap-southeast-1.aliyuncs.com:443/"), documented);
        assert_eq!(
            parsed("http://127.0.0.1:8080"),
            ("http://127.0.0.1:8080/".into(), "127.0.0.1:8080".into())
        );
        assert_eq!(parsed(" 127.0.0.1:8080\r\n").1, "127.0.0.1:8080");
        assert_eq!(parsed("http://[::1]:80"), ("http://[::1]/".into(), "[::1]".into()));
        let default = Endpoint::choose(None, DEFAULT_REGION).unwrap();
        assert_eq!((default.url, default.host), documented);
    }

    #[test]
    fn the_port_is_known_where_it_is_not_named() {
        for (text, host, port) in [
            ("cams.ap-southeast-1.aliyuncs.com", "cams.ap-southeast-1.aliyuncs.com", 443),
            ("http://127.0.0.1:8080", "127.0.0.1", 8080),
            ("http://[::1]", "[::1]", 80),
            ("http://[::1]:8080", "[::1]", 8080),
        ] {
            let endpoint = Endpoint::choose(Some(text), "mars").unwrap();
            assert_eq!(endpoint.address(), (host, port));
        }
    }

    #[test]
    fn what_is_no_address_is_refused_with_its_reason() {
        for (text, reason) in [
            ("", "is not a URL"),
            ("ftp://host", "scheme ftp"),
            ("https://host/path", "has a path"),
            ("https://host/?query", "has a path, query"),
            ("https://user:password@host", "user name or password"),
            ("https://ho st", "is not a URL"),
            ("https://cams.${REGION}.example", "names a host that cannot be one"),
            ("a\nb", "holds a control character"),
            ("http://127.0.\t0.1:80", "holds a control character"),
        ] {
            let error = Endpoint::choose(Some(text), DEFAULT_REGION).unwrap_err();
            assert!(error.message().contains(reason), "{text:?}: {error}");
        }
        let elsewhere = Endpoint::choose(None, "cn-hangzhou").unwrap_err();
        assert!(elsewhere.message().contains("cn-hangzhou") && elsewhere.message().contains(DEFAULT_REGION));
    }
}
