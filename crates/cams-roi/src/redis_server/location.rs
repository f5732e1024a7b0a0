//! Where Redis is, as a URL says it.

use std::fmt;
use std::path::PathBuf;

use percent_encoding::percent_decode_str;

use crate::error::Error;
use crate::secret::Secret;

const HINT: &str = "Give redis://HOST:PORT/DB, rediss:// for TLS, unix:///PATH, \
                    redis-sentinel://HOST:PORT,HOST:PORT/MASTER/DB or redis-cluster://HOST:PORT,HOST:PORT; a user and a \
                    password stand before the host as USER:PASSWORD@, in which '/', '@', ':' and '%' are written as %2F, %40, \
                    %3A and %25.";
const REDIS_PORT: u16 = 6379;
const SENTINEL_PORT: u16 = 26379;

/// Where Redis is. It is written without its password.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Location {
    pub(super) servers: Servers,
    pub(super) uses_tls: bool,
    pub(super) user: Option<String>,
    pub(super) password: Option<Secret>,
    pub(super) database: u32,
}

/// Which server it is, or who knows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Servers {
    One(Node),
    UnixSocket(PathBuf),
    /// These know which server is the master of that name.
    Sentinels(Vec<Node>, String),
    /// Some of a cluster's: they know the others.
    Cluster(Vec<Node>),
}

/// A server's address.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Node {
    pub(super) host: String,
    pub(super) port: u16,
}

impl Node {
    fn parse(text: &str, port: u16) -> Result<Self, String> {
        let (host, given_port) = match text.strip_prefix('[').and_then(|rest| rest.split_once(']')) {
            Some((host, rest)) => (host, rest.strip_prefix(':').filter(|port| !port.is_empty())),
            None => text.split_once(':').map_or((text, None), |(host, port)| (host, Some(port))),
        };
        if host.is_empty() {
            return Err("names no host".to_owned());
        }
        let is_host = |c: char| c.is_ascii_alphanumeric() || matches!(c, '.' | '-' | '_' | ':' | '%');
        if !host.chars().all(is_host) {
            return Err("names a host that is none".to_owned());
        }
        let port = match given_port {
            None => port,
            Some(text) => match text.parse() {
                Ok(port @ 1..) => port,
                _ => return Err("names a port that is no number from 1 to 65535".to_owned()),
            },
        };
        Ok(Self { host: host.to_owned(), port })
    }
}

impl fmt::Display for Node {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { host, port } = self;
        if host.contains(':') { write!(f, "[{host}]:{port}") } else { write!(f, "{host}:{port}") }
    }
}

impl Location {
    /// Reads a URL. What is wrong with it is said without repeating it, since it may hold a password.
    pub(crate) fn parse(url: &str, option: &str) -> Result<Self, Error> {
        Self::read(url.trim()).map_err(|problem| Error::configuration(format!("{option} {problem}"), HINT))
    }

    fn read(url: &str) -> Result<Self, String> {
        let Some((scheme, rest)) = url.split_once("://") else {
            return Err("is no URL".to_owned());
        };
        let (rest, query) = rest.split_once('?').map_or((rest, None), |(rest, query)| (rest, Some(query)));
        if query.is_some() || rest.contains('#') {
            return Err(
                "has more than an address and a database: settings behind ? or # are not known".to_owned()
            );
        }
        let (authority, path) =
            rest.split_once('/').map_or((rest, ""), |(authority, path)| (authority, path));
        let (user, password, hosts) = credentials(authority)?;
        let (uses_tls, servers, database) = match scheme.to_ascii_lowercase().as_str() {
            "unix" | "redis+unix" => {
                if !hosts.is_empty() || path.is_empty() {
                    return Err("names no socket: its path begins with a third slash".to_owned());
                }
                (false, Servers::UnixSocket(PathBuf::from(format!("/{}", decode(path)?))), "")
            }
            scheme @ ("redis" | "rediss") => {
                if hosts.contains(',') {
                    return Err("names several hosts: write redis-sentinel:// or redis-cluster:// for them"
                        .to_owned());
                }
                (scheme == "rediss", Servers::One(Node::parse(hosts, REDIS_PORT)?), path)
            }
            scheme @ ("redis-sentinel" | "rediss-sentinel") => {
                let (master, database) = path.split_once('/').unwrap_or((path, ""));
                if master.is_empty() {
                    return Err("names no master: write its name behind the sentinels".to_owned());
                }
                let sentinels = nodes(hosts, SENTINEL_PORT)?;
                (scheme.starts_with("rediss"), Servers::Sentinels(sentinels, decode(master)?), database)
            }
            scheme @ ("redis-cluster" | "rediss-cluster") => {
                if !matches!(path, "" | "0") {
                    return Err("names a database: a cluster has one alone".to_owned());
                }
                (scheme.starts_with("rediss"), Servers::Cluster(nodes(hosts, REDIS_PORT)?), "")
            }
            other if is_word(other) => return Err(format!("begins with {other:?}://, which is not known")),
            _ => return Err("is no URL".to_owned()),
        };
        let database = match database {
            "" => 0,
            text => text.parse().map_err(|_| "names a database that is no number")?,
        };
        Ok(Self { servers, uses_tls, user, password, database })
    }
}

/// Whether this may be a scheme: what is none may be a password in the wrong place.
fn is_word(scheme: &str) -> bool {
    scheme.bytes().all(|it| it.is_ascii_lowercase() || it == b'-')
}

/// The user, the password, and what is behind them.
fn credentials(authority: &str) -> Result<(Option<String>, Option<Secret>, &str), String> {
    let Some((given, hosts)) = authority.rsplit_once('@') else {
        return Ok((None, None, authority));
    };
    let (user, password) = given.split_once(':').map_or((given, None), |(user, it)| (user, Some(it)));
    let user = Some(decode(user)?).filter(|user| !user.is_empty());
    let password = password.map(decode).transpose()?.filter(|it| !it.is_empty());
    if password.is_none() {
        return Err("has a user without a password: write :PASSWORD@ for a password alone".to_owned());
    }
    Ok((user, password.map(Secret::from), hosts))
}

fn nodes(hosts: &str, port: u16) -> Result<Vec<Node>, String> {
    hosts.split(',').map(|text| Node::parse(text, port)).collect()
}

fn decode(text: &str) -> Result<String, String> {
    let decoded = percent_decode_str(text).decode_utf8();
    decoded.map(Into::into).map_err(|_| "has bytes behind % that are no UTF-8 text".to_owned())
}

impl fmt::Display for Location {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let s = if self.uses_tls { "s" } else { "" };
        let user = self.user.as_ref().map_or_else(String::new, |user| format!("{user}@"));
        let list = |nodes: &[Node]| nodes.iter().map(Node::to_string).collect::<Vec<_>>().join(",");
        match &self.servers {
            Servers::One(node) => write!(f, "redis{s}://{user}{node}"),
            Servers::UnixSocket(path) => write!(f, "unix://{user}{}", path.display()),
            Servers::Sentinels(nodes, master) => {
                write!(f, "redis{s}-sentinel://{user}{}/{master}", list(nodes))
            }
            Servers::Cluster(nodes) => write!(f, "redis{s}-cluster://{user}{}", list(nodes)),
        }?;
        if self.database == 0 { Ok(()) } else { write!(f, "/{}", self.database) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn urls_are_read_and_written_without_their_passwords() {
        for (url, written) in [
            ("redis://cache.example", "redis://cache.example:6379"),
            ("redis://:p%40ss@cache.example:7000/2", "redis://cache.example:7000/2"),
            ("rediss://app:secret@cache.example", "rediss://app@cache.example:6379"),
            ("redis://[::1]:7000", "redis://[::1]:7000"),
            ("unix:///run/redis/redis.sock", "unix:///run/redis/redis.sock"),
            ("redis-sentinel://one,two:7/main/3", "redis-sentinel://one:26379,two:7/main/3"),
            ("rediss-cluster://:secret@one:7000,two:7001", "rediss-cluster://one:7000,two:7001"),
        ] {
            assert_eq!(Location::parse(url, "shared_limits").unwrap().to_string(), written);
        }
        let location = Location::parse("redis://:p%40ss@cache.example", "shared_limits").unwrap();
        assert_eq!(location.password, Some(Secret::from("p@ss".to_owned())));
    }

    #[test]
    fn what_is_no_location_is_refused_and_not_repeated() {
        for (url, problem) in [
            ("cache.example:6379", "is no URL"),
            ("http://cache.example", "begins with \"http\"://, which is not known"),
            ("redis://", "names no host"),
            ("redis://cache.example:port", "names a port that is no number from 1 to 65535"),
            ("redis://cache.example:0", "names a port that is no number from 1 to 65535"),
            ("redis://cache.example/two", "names a database that is no number"),
            (
                "redis://app@cache.example",
                "has a user without a password: write :PASSWORD@ for a password alone",
            ),
            ("redis://one,two", "names several hosts: write redis-sentinel:// or redis-cluster:// for them"),
            ("unix://run/redis.sock", "names no socket: its path begins with a third slash"),
            ("redis-sentinel://one,two", "names no master: write its name behind the sentinels"),
            ("redis-cluster://one/1", "names a database: a cluster has one alone"),
        ] {
            let error = Location::parse(url, "shared_limits").unwrap_err();
            assert_eq!(error.message(), format!("shared_limits {problem}"), "{url}");
        }
        for url in [
            "redis//:secret@cache.example",
            "redis://app:secret/word@cache.example",
            "redis://app:secret",
            "redis://cache.example:6379:secret",
            "redis://cache.example/secret",
            "redis://sec ret@cache.example:secret",
            "app:secret@h://cache.example",
            "redis://sec!ret",
        ] {
            let error = Location::parse(url, "shared_limits").unwrap_err();
            let text = format!("{error} {error:?} {:?}", error.hint());
            assert!(!text.contains("secret") && !text.contains("sec!ret"), "{url}: {text}");
        }
    }
}
