//! Where a journal is: in a file, or in Redis, where many workers share it.

use std::path::PathBuf;

use crate::error::Error;
use crate::option_text::check_path;
#[cfg(feature = "redis")]
use crate::shared_run::Address;

/// How the URLs of shared runs begin.
const SCHEMES: [&str; 8] = [
    "redis",
    "rediss",
    "unix",
    "redis+unix",
    "redis-sentinel",
    "rediss-sentinel",
    "redis-cluster",
    "rediss-cluster",
];

/// Where a journal is.
#[derive(Debug)]
pub(crate) enum Place {
    File(PathBuf),
    #[cfg(feature = "redis")]
    Shared(Address),
}

impl Place {
    /// Tells a URL from a path.
    pub(crate) fn of(given: PathBuf) -> Result<Self, Error> {
        check_path("journal", &given)?;
        match url_of(&given) {
            Some(url) => Self::shared(&url),
            None => Ok(Self::File(given)),
        }
    }

    #[cfg(feature = "redis")]
    fn shared(url: &str) -> Result<Self, Error> {
        Address::parse(url).map(Self::Shared)
    }

    /// What was left out of this build is no reason to write a file of that name.
    #[cfg(not(feature = "redis"))]
    fn shared(url: &str) -> Result<Self, Error> {
        let scheme = url.split(':').next().unwrap_or_default();
        Err(Error::configuration(
            format!("journal is a {scheme}:// URL, but this build cannot share runs"),
            "Build with the feature `redis` of the crate cams-roi, or give a file.",
        ))
    }
}

/// The URL that is meant; `None` for a path. A URL that was held as a path has lost a slash, or has others.
pub(crate) fn url_of(given: &std::path::Path) -> Option<String> {
    let text = given.to_str()?.trim();
    let (scheme, rest) = text.split_once(':')?;
    let is_word = |it: u8| it.is_ascii_alphanumeric() || matches!(it, b'+' | b'-' | b'.');
    // One letter is a drive.
    if scheme.len() < 2 || !scheme.bytes().all(is_word) {
        return None;
    }
    let scheme = scheme.to_ascii_lowercase();
    if !SCHEMES.contains(&scheme.as_str()) {
        return rest.starts_with("//").then(|| text.to_owned());
    }
    let rest = if cfg!(windows) { rest.replace('\\', "/") } else { rest.to_owned() };
    if !rest.starts_with('/') {
        return None;
    }
    let slashes = if scheme.ends_with("unix") { "///" } else { "//" };
    Some(format!("{scheme}:{slashes}{}", rest.trim_start_matches('/')))
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use super::*;

    #[test]
    fn a_url_is_told_from_a_path() {
        let url = |given: &str| url_of(Path::new(given));
        for (given, read) in [
            ("redis://cache.example/0/june", "redis://cache.example/0/june"),
            // As a path of another language writes it.
            ("redis:/cache.example/0/june", "redis://cache.example/0/june"),
            ("REDISS://cache.example/june", "rediss://cache.example/june"),
            ("unix:/run/redis.sock/june", "unix:///run/redis.sock/june"),
            ("unix:///run/redis.sock/june", "unix:///run/redis.sock/june"),
            ("http://cache.example/june", "http://cache.example/june"),
        ] {
            assert_eq!(url(given).as_deref(), Some(read), "{given}");
        }
        for path in [
            "done.jsonl",
            "/a/b",
            r"C:\runs\june",
            "C://runs",
            "redis",
            "redis:june",
            "june:/x",
            "./redis://a",
        ] {
            assert_eq!(url(path), None, "{path}");
        }
    }

    #[cfg(not(feature = "redis"))]
    #[test]
    fn a_build_without_redis_refuses_a_shared_run_by_name() {
        let error = Place::of("redis://:secret@cache.example/june".into()).unwrap_err();
        assert_eq!(error.message(), "journal is a redis:// URL, but this build cannot share runs");
        assert!(error.hint().contains("feature `redis`"));
    }
}
