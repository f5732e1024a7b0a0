//! Where a shared run is: a server, and the run's name there.

use std::fmt;

use crate::error::Error;
use crate::redis_server::Location;

const HINT: &str = "Give redis://HOST:PORT/DB/NAME, rediss:// for TLS, unix:///SOCKET/NAME, \
                    redis-sentinel://HOST:PORT,HOST:PORT/MASTER/DB/NAME or redis-cluster://HOST:PORT,HOST:PORT/NAME; a user \
                    and a password stand before the host as USER:PASSWORD@.";
const LONGEST_NAME: usize = 100;

/// A server, and the run's name there. It is written without the password.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Address {
    pub(super) location: Location,
    pub(super) name: String,
}

impl Address {
    /// Reads a URL. What is wrong with it is said without repeating it, since it may hold a password.
    pub(crate) fn parse(url: &str) -> Result<Self, Error> {
        let wrong = |problem: &str| Error::configuration(format!("journal {problem}"), HINT);
        let url = url.trim().trim_end_matches('/');
        let Some((scheme, rest)) = url.split_once("://") else { return Err(wrong("is no URL")) };
        let (server, name) = rest.rsplit_once('/').unwrap_or((rest, ""));
        let is_of_sentinels = scheme.to_ascii_lowercase().ends_with("-sentinel");
        let location = Location::parse(&format!("{scheme}://{server}"), "journal");
        let is_named = !name.is_empty() && !name.bytes().all(|it| it.is_ascii_digit());
        // A URL that ends where the run's name is to begin is that of a server.
        if !is_named || is_of_sentinels && !server.contains('/') {
            let is_server = Location::parse(url, "journal");
            return Err(is_server.err().map_or_else(
                || wrong("names no run: write its name last; a number is a database"),
                |error| wrong(error.message().trim_start_matches("journal ")),
            ));
        }
        let location = location.map_err(|error| Error::configuration(error.message(), HINT))?;
        let is_fine = |it: u8| it.is_ascii_alphanumeric() || matches!(it, b'.' | b'_' | b'-');
        if name.len() > LONGEST_NAME || !name.bytes().all(is_fine) {
            return Err(wrong(
                "has a run's name that is too long, or has other characters than letters, digits, '.', '_' and '-'",
            ));
        }
        Ok(Self { location, name: name.to_owned() })
    }
}

impl fmt::Display for Address {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}/{}", self.location, self.name)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_run_has_a_server_and_a_name() {
        for (url, written) in [
            ("redis://cache.example/june", "redis://cache.example:6379/june"),
            ("redis://:secret@cache.example:7000/2/june", "redis://cache.example:7000/2/june"),
            ("rediss://app:secret@cache.example/0/2026-11", "rediss://app@cache.example:6379/2026-11"),
            ("unix:///run/redis/redis.sock/june", "unix:///run/redis/redis.sock/june"),
            ("redis-sentinel://one,two:7/main/june", "redis-sentinel://one:26379,two:7/main/june"),
            ("redis-sentinel://one/main/3/june", "redis-sentinel://one:26379/main/3/june"),
            ("redis-cluster://one:7000,two:7001/june", "redis-cluster://one:7000,two:7001/june"),
        ] {
            assert_eq!(Address::parse(url).unwrap().to_string(), written);
        }
    }

    #[test]
    fn what_is_no_address_is_refused_and_not_repeated() {
        let no_name = "names no run: write its name last; a number is a database";
        for (url, problem) in [
            ("redis://cache.example", no_name),
            ("redis://cache.example/3", no_name),
            ("redis-sentinel://one,two/main", no_name),
            ("http://cache.example/june", "begins with \"http\"://, which is not known"),
            ("redis://cache.example:port/june", "names a port that is no number from 1 to 65535"),
            ("redis://cache.example/two/june", "names a database that is no number"),
            ("redis-cluster://one/1/june", "names a database: a cluster has one alone"),
            (
                "redis://cache.example/a{b",
                "has a run's name that is too long, or has other characters than letters, digits, '.', '_' and '-'",
            ),
        ] {
            let error = Address::parse(url).unwrap_err();
            assert_eq!(error.message(), format!("journal {problem}"), "{url}");
            assert!(error.hint().contains("/NAME"));
        }
        let error = Address::parse("redis://:pass/secret@cache.example").unwrap_err();
        assert!(!error.to_string().contains("secret"), "{error}");
    }
}
