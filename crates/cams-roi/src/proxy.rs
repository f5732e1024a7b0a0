//! Which proxy requests go through: one reading of options and of the environment's variables, for the client and for
//! `cams-roi doctor` alike.
//!
//! A proxy that cannot be read is an error and never "none": requests that somebody sends through a proxy must not go
//! around it in silence.

use std::fmt;

use hyper_util::client::proxy::matcher::Matcher;
use percent_encoding::percent_decode_str;
use url::Host;
use zeroize::Zeroizing;

use crate::error::Error;
use crate::host::is_host;
use crate::secret::Secret;
use crate::signature::percent_encode;

const HINT: &str =
    "Give a URL such as http://proxy.example:3128 or socks5h://user:password@proxy.example:1080.";

/// Which proxy requests go through.
///
/// An address without a scheme is an HTTP proxy's. White space and quotes around it are left out. In user name and
/// password every character stands for itself but `%` before two hexadecimal digits; the first `:` ends the user name,
/// and the last `@` the password.
#[derive(Clone, Default, PartialEq, Eq)]
pub enum Proxy {
    /// `HTTPS_PROXY` for https endpoints, `HTTP_PROXY` for http ones, else `ALL_PROXY`, but for the hosts in
    /// `NO_PROXY`. The upper-case name wins over the lower-case one, unless it is empty. In a CGI script `HTTP_PROXY`
    /// does not count, because there whoever asks can set it.
    #[default]
    Environment,
    /// This one (`http://`, `https://`, `socks5://` or `socks5h://`), but for the hosts in `NO_PROXY`.
    Url(String),
    /// None, whatever the environment says.
    Direct,
}

impl fmt::Debug for Proxy {
    /// Shows no password.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Environment => "Environment",
            Self::Url(_) => "Url(***)",
            Self::Direct => "Direct",
        })
    }
}

/// How requests to one address travel.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Route {
    /// The proxy without its user name and password; `None` for no proxy.
    pub proxy: Option<String>,
    /// Which option or variable decided.
    pub reason: String,
}

impl Proxy {
    /// How a client with this setting sends requests to `url`, and why.
    ///
    /// # Errors
    /// A [`Configuration`](crate::ErrorKind::Configuration) error that names the option or variable that cannot be
    /// used.
    pub fn route(&self, url: &str) -> Result<Route, Error> {
        let direct = |reason: String| Ok(Route { proxy: None, reason });
        let proxies = Proxies::of(self, &process_variable);
        let chosen = if url.starts_with("https:") { &proxies.https } else { &proxies.http };
        match (self, chosen.as_ref().map_err(Error::clone)?) {
            (Self::Direct, _) => direct("the proxy option asks for none".to_owned()),
            (_, None) => direct("neither option nor environment names a proxy".to_owned()),
            (_, Some(_)) if proxies.excepts(url) => {
                direct(format!("{} excepts this host", proxies.no_proxy_from))
            }
            (_, Some(server)) => Ok(Route { proxy: Some(server.shown()), reason: server.from.clone() }),
        }
    }
}

/// The proxies that a transport uses, by the scheme of what is asked.
#[derive(Debug)]
pub(crate) struct Proxies {
    pub(crate) https: Result<Option<Server>, Error>,
    pub(crate) http: Result<Option<Server>, Error>,
    no_proxy: String,
    no_proxy_from: &'static str,
}

impl Proxies {
    pub(crate) fn from_setting(proxy: &Proxy) -> Self {
        Self::of(proxy, &process_variable)
    }

    pub(crate) fn of(proxy: &Proxy, variable: &Variables) -> Self {
        let (no_proxy_from, no_proxy) = match first(&["NO_PROXY", "no_proxy"], variable) {
            Ok(Some((name, list))) => (name, list),
            // What cannot be read excepts nothing, so that nothing goes around the proxy.
            Ok(None) | Err(_) => ("NO_PROXY", String::new()),
        };
        let (https, http) = match proxy {
            Proxy::Direct => (Ok(None), Ok(None)),
            Proxy::Url(url) => {
                let server = Server::parse(url, "the proxy option").map(Some);
                (server.clone(), server)
            }
            Proxy::Environment => {
                let is_cgi = matches!(variable("REQUEST_METHOD"), Ok(Some(_)));
                let http: &[_] = if is_cgi { &["http_proxy"] } else { &["HTTP_PROXY", "http_proxy"] };
                (chosen(&["HTTPS_PROXY", "https_proxy"], variable), chosen(http, variable))
            }
        };
        Self { https, http, no_proxy, no_proxy_from }
    }

    /// What the HTTP client is given. A proxy that cannot be used matters only where its scheme is asked.
    pub(crate) fn for_client(&self, https: bool, http: bool) -> Result<Vec<reqwest::Proxy>, Error> {
        let schemes: [(_, _, BuildProxy); 2] =
            [(https, &self.https, reqwest::Proxy::https), (http, &self.http, reqwest::Proxy::http)];
        let mut proxies = Vec::new();
        for (is_asked, server, build) in schemes {
            // The HTTP client takes `*` for names alone, and not for addresses.
            if is_asked
                && !self.excepts_all()
                && let Some(server) = server.as_ref().map_err(Error::clone)?
            {
                proxies.push(server.build(build)?.no_proxy(reqwest::NoProxy::from_string(&self.no_proxy)));
            }
        }
        Ok(proxies)
    }

    /// The proxy that requests to `url` go through, and which option or variable says so.
    pub(crate) fn server_for(&self, url: &str) -> Option<String> {
        let chosen = if url.starts_with("https:") { &self.https } else { &self.http };
        let server = chosen.as_ref().ok()?.as_ref()?;
        (!self.excepts(url)).then(|| format!("{} ({})", server.shown(), server.from))
    }

    /// The servers that can be used.
    pub(crate) fn servers(&self) -> impl Iterator<Item = &Server> {
        [&self.https, &self.http].into_iter().filter_map(|server| server.as_ref().ok()?.as_ref())
    }

    /// Whether `NO_PROXY` has a `*` in its list.
    fn excepts_all(&self) -> bool {
        self.no_proxy.split(',').any(|entry| entry.trim_matches([' ', '\t', '\r', '\n', '"']) == "*")
    }

    /// Whether `NO_PROXY` excepts the URL's host, by the rules of the HTTP client itself.
    fn excepts(&self, url: &str) -> bool {
        if self.excepts_all() {
            return true;
        }
        let matcher = Matcher::builder().all("http://proxy.invalid").no(self.no_proxy.as_str()).build();
        url.parse().is_ok_and(|uri| matcher.intercept(&uri).is_none())
    }
}

type BuildProxy = fn(reqwest::Url) -> reqwest::Result<reqwest::Proxy>;
type Variables = dyn Fn(&str) -> Result<Option<String>, ()>;

fn process_variable(name: &str) -> Result<Option<String>, ()> {
    match std::env::var(name) {
        Ok(value) => Ok(Some(value)),
        Err(std::env::VarError::NotPresent) => Ok(None),
        Err(std::env::VarError::NotUnicode(_)) => Err(()),
    }
}

/// The first variable that holds something.
fn first(
    names: &[&'static str],
    variable: &Variables,
) -> Result<Option<(&'static str, String)>, &'static str> {
    for name in names {
        if let Some(value) = variable(name).map_err(|()| *name)? {
            let value = without_quotes(&value);
            if !value.is_empty() {
                return Ok(Some((name, value.to_owned())));
            }
        }
    }
    Ok(None)
}

/// The proxy for one scheme: its own variable's, else that for all.
fn chosen(names: &[&'static str], variable: &Variables) -> Result<Option<Server>, Error> {
    let names = [names, &["ALL_PROXY", "all_proxy"]].concat();
    match first(&names, variable) {
        Ok(Some((name, value))) => Server::parse(&value, name).map(Some),
        Ok(None) => Ok(None),
        Err(name) => Err(bad(name, "is not Unicode text")),
    }
}

/// The text without blanks, line ends and quotes around it, which env files leave there.
fn without_quotes(text: &str) -> &str {
    let trimmed = text.trim();
    let inner = ['"', '\'']
        .into_iter()
        .find_map(|quote| trimmed.strip_prefix(quote).and_then(|rest| rest.strip_suffix(quote)));
    inner.unwrap_or(trimmed).trim()
}

fn bad(from: &str, problem: &str) -> Error {
    Error::configuration(format!("{from} {problem}"), HINT)
}

/// A proxy server.
#[derive(Clone)]
pub(crate) struct Server {
    scheme: &'static str,
    user: Option<Zeroizing<String>>,
    password: Option<Secret>,
    /// Host and port as they stand in a URL.
    address: String,
    from: String,
}

impl fmt::Debug for Server {
    /// Shows no password.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.shown())
    }
}

impl Server {
    fn parse(text: &str, from: &str) -> Result<Self, Error> {
        let bad = |problem: &str| bad(from, problem);
        let text = without_quotes(text);
        if text.is_empty() {
            return Err(bad("is empty"));
        }
        if text.chars().any(char::is_control) {
            return Err(bad("holds a control character, such as a line end"));
        }
        let (scheme, rest) = match text.split_once("://") {
            Some(parts) => parts,
            // `http:/host` would be the host `http`, whose port is left out.
            None if text.contains(":/") || has_bare_scheme(text) => {
                return Err(bad("has no // after its scheme: write http://HOST:PORT"));
            }
            None => ("http", text),
        };
        let scheme = match scheme.to_ascii_lowercase().as_str() {
            "http" => "http",
            "https" => "https",
            "socks5" => "socks5",
            "socks5h" => "socks5h",
            "socks" => {
                return Err(bad(
                    "has the scheme socks, which programs take for different protocols: write socks5h or socks5",
                ));
            }
            other if other.len() < 12 && other.bytes().all(|it| it.is_ascii_alphanumeric()) => {
                return Err(bad(&format!(
                    "has the scheme {other:?}: http, https, socks5 and socks5h are known"
                )));
            }
            _ => return Err(bad("is not a URL")),
        };
        // A password may hold any character, so the last of these ends it.
        let (user_info, location) = match rest.rsplit_once('@') {
            Some((user_info, location)) => (Some(user_info), location),
            None => (None, rest),
        };
        let decoded = |text: &str| percent_decode_str(text).decode_utf8().map(String::from);
        let (user, password) = match user_info {
            None => (None, None),
            Some(user_info) => {
                let (user, password) = match user_info.split_once(':') {
                    Some((user, password)) => (user, Some(password)),
                    None => (user_info, None),
                };
                let not_text =
                    |_| bad("has a user name or password that is not UTF-8 text when it is decoded");
                (
                    Some(Zeroizing::new(decoded(user).map_err(not_text)?)),
                    password.map(decoded).transpose().map_err(not_text)?.map(Secret::new),
                )
            }
        };
        let address = location.split(['/', '?', '#']).next().unwrap_or_default();
        let address = address_of(address).map_err(|problem| bad(&problem))?;
        Ok(Self { scheme, user, password, address, from: from.to_owned() })
    }

    /// Whether the way to the proxy is TLS, so that certificates are needed even for http endpoints.
    pub(crate) fn is_https(&self) -> bool {
        self.scheme == "https"
    }

    /// What no error may show.
    pub(crate) fn password(&self) -> Option<&Secret> {
        self.password.as_ref()
    }

    /// The URL, without user name and password.
    pub(crate) fn shown(&self) -> String {
        let user = if self.user.is_some() { "***@" } else { "" };
        format!("{}://{user}{}", self.scheme, self.address)
    }

    fn build(&self, proxy: BuildProxy) -> Result<reqwest::Proxy, Error> {
        let user_info = match (&self.user, &self.password) {
            (None, _) => String::new(),
            (Some(user), None) => format!("{}@", percent_encode(user)),
            (Some(user), Some(password)) => {
                format!("{}:{}@", percent_encode(user), percent_encode(password.expose()))
            }
        };
        let url = Zeroizing::new(format!("{}://{user_info}{}", self.scheme, self.address));
        let unusable = || bad(&self.from, "cannot be used as a proxy");
        // The transport leaves out what it cannot read as this, and would send requests around the proxy.
        url.parse::<http::Uri>().map_err(|_| unusable())?;
        let url = reqwest::Url::parse(&url).map_err(|_| unusable())?;
        proxy(url).map_err(|_| unusable())
    }
}

/// Whether a scheme stands before a host without `//`. Before a number it is the host.
fn has_bare_scheme(text: &str) -> bool {
    let is_scheme = |text: &str| {
        ["http", "https", "socks5", "socks5h"].iter().any(|scheme| text.eq_ignore_ascii_case(scheme))
    };
    let is_number = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
    text.split_once(':').is_some_and(|(scheme, rest)| is_scheme(scheme) && !is_number(rest))
}

/// Checks `host`, `host:port` or `[address]:port`.
fn address_of(text: &str) -> Result<String, String> {
    let host_end = match text.rfind(']') {
        Some(bracket) => bracket + 1,
        None => text.find(':').unwrap_or(text.len()),
    };
    let (host, port) = text.split_at(host_end);
    if host.is_empty() {
        return Err("names no host".to_owned());
    }
    let not_one = || "names a host that cannot be one".to_owned();
    let host = Host::parse(host).map(|host| host.to_string()).map_err(|_| not_one())?;
    if !is_host(&host) {
        return Err(not_one());
    }
    let port = match port.strip_prefix(':') {
        None if port.is_empty() => return Ok(host),
        Some("") => return Ok(host),
        Some(port) => port,
        None => return Err(not_one()),
    };
    // What stands here may be a part of a password, so it is not shown unless it is a number.
    let is_number = !port.is_empty() && port.len() <= 10 && port.bytes().all(|it| it.is_ascii_digit());
    match port.parse::<u16>() {
        Ok(port @ 1..) if is_number => Ok(format!("{host}:{port}")),
        _ if is_number => Err(format!("has the port {port}: ports go from 1 to 65535")),
        _ => Err("has a port that is not a number".to_owned()),
    }
}

#[cfg(test)]
mod tests;
