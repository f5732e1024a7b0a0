//! Why Redis cannot be used now.

use std::fmt;
use std::io;
use std::time::Duration;

use redis::{ErrorKind, RedisError};

use super::location::{Location, Node};
use crate::error::Error;
use crate::tls;

/// Why Redis cannot be used now, and what to do about it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Unavailable {
    reason: String,
    hint: &'static str,
}

const CHECK_SERVER: &str =
    "Check that the server runs, that the address is right, and that nothing on the way blocks it.";
const CHECK_STATE: &str = "Check the server's state and its log.";
const CHECK_LOGIN: &str =
    "Check the user and the password in the URL; a password alone is written :PASSWORD@HOST.";
const CHECK_RIGHTS: &str = "Allow this user EVALSHA, SCRIPT LOAD, INFO, SUBSCRIBE, PUBLISH, PUBSUB, TIME, GET, SET, HGET, \
                            HMGET, HSET, HSETNX and HDEL, for keys and channels that begin with cams-roi:.";
const CHECK_MASTER: &str =
    "Give the address of the master, or redis-sentinel:// or redis-cluster://, which find it.";
const CHECK_MEMORY: &str =
    "Give the server more memory (maxmemory), or a policy that removes other keys (maxmemory-policy).";
const CHECK_TLS: &str = "Check that the server's port speaks TLS (rediss://) or does not (redis://), as the URL says, and that \
                         its certificate is trusted (ca_file).";
const CHECK_VERSION: &str = "Use Redis 6 or newer, or Valkey.";

impl Unavailable {
    fn new(reason: impl Into<String>, hint: &'static str) -> Self {
        Self { reason: reason.into(), hint }
    }

    pub(crate) fn closed() -> Self {
        Self::new("the connection was closed", CHECK_SERVER)
    }

    pub(crate) fn silent(what: &str, patience: Duration) -> Self {
        Self::new(format!("it did not {what} within {patience:?}"), CHECK_SERVER)
    }

    pub(super) fn no_server_name(host: &str) -> Self {
        Self::new(format!("{host:?} cannot be the name in a certificate"), CHECK_TLS)
    }

    pub(super) fn no_master(sentinel: &Node, master: &str) -> Self {
        Self::new(
            format!("the sentinel {sentinel} knows no master {master:?}"),
            "Give the master's name as the sentinels have it (sentinel monitor).",
        )
    }

    pub(crate) fn no_thread(error: &io::Error) -> Self {
        let hint = crate::system::hint_of(error).unwrap_or(crate::system::THREADS_HINT);
        Self::new(format!("no thread can be started for it: {error}"), hint)
    }

    /// The error of who needs Redis, as the `option` says, and never had it.
    pub(crate) fn at_start(&self, option: &str, location: &Location) -> Error {
        Error::configuration(format!("{option}: {location} cannot be used: {}", self.reason), self.hint)
    }

    /// What to do about it.
    pub(crate) fn hint(&self) -> &'static str {
        self.hint
    }
}

impl fmt::Display for Unavailable {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.reason)
    }
}

impl From<RedisError> for Unavailable {
    fn from(error: RedisError) -> Self {
        let code = error.code().unwrap_or_default();
        let reason = match error.detail() {
            // Which line of the script it was helps nobody.
            Some(detail) if !code.is_empty() => {
                format!("{code} {}", detail.split(" script: ").next().unwrap_or(detail))
            }
            _ => error.to_string(),
        };
        let has = |word: &str| reason.contains(word);
        let hint = match () {
            () if has("WRONGPASS") || has("NOAUTH") || error.kind() == ErrorKind::AuthenticationFailed => {
                CHECK_LOGIN
            }
            () if has("READONLY") || has("MASTERDOWN") => CHECK_MASTER,
            () if has("OOM") => CHECK_MEMORY,
            () if has("NOPERM") => CHECK_RIGHTS,
            () if has("unknown command") || has("NOPROTO") => CHECK_VERSION,
            () if error.is_io_error() => CHECK_SERVER,
            () => CHECK_STATE,
        };
        Self::new(reason, hint)
    }
}

impl From<io::Error> for Unavailable {
    fn from(error: io::Error) -> Self {
        let tls = error.get_ref().and_then(|inner| tls::hint_of(inner));
        let is_tls = error.get_ref().and_then(|inner| inner.downcast_ref::<rustls::Error>()).is_some();
        Self::new(error.to_string(), tls.unwrap_or(if is_tls { CHECK_TLS } else { CHECK_SERVER }))
    }
}

impl From<serde_json::Error> for Unavailable {
    fn from(error: serde_json::Error) -> Self {
        Self::new(format!("it replied what is not understood: {error}"), CHECK_STATE)
    }
}
