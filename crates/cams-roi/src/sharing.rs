//! With which other processes a client's limits are shared.

use crate::access_key::Credentials;
use crate::error::Error;
#[cfg(feature = "redis")]
use crate::redis_server::{Location, Reach};
use crate::tls::TlsOptions;
use crate::words::WhenUnavailable;

/// Where a client's limits are kept together with other processes.
#[derive(Clone, Debug)]
pub(crate) struct Sharing {
    pub(crate) when_unavailable: WhenUnavailable,
    #[cfg(feature = "redis")]
    pub(crate) reach: Reach,
}

impl Sharing {
    /// Reads the URL of a server, given by the `option`.
    #[cfg(feature = "redis")]
    pub(crate) fn new(
        url: &str,
        option: &str,
        when_unavailable: WhenUnavailable,
        tls: &TlsOptions,
    ) -> Result<Self, Error> {
        Ok(Self { when_unavailable, reach: Reach::new(Location::parse(url, option)?, tls)? })
    }

    /// What was left out of this build is no reason to call without the limits that were asked for.
    #[cfg(not(feature = "redis"))]
    pub(crate) fn new(_: &str, option: &str, _: WhenUnavailable, _: &TlsOptions) -> Result<Self, Error> {
        Err(Error::configuration(
            format!("{option} is given, but this build cannot share limits"),
            "Build with the feature `redis` of the crate cams-roi.",
        ))
    }

    /// Where the server is, without a password.
    pub(crate) fn place(&self) -> String {
        #[cfg(feature = "redis")]
        return self.reach.to_string();
        #[cfg(not(feature = "redis"))]
        String::new()
    }
}

/// By what all processes know an account. Keys that are replaced every hour are each process's own, so that they say
/// nothing.
pub(crate) fn account(account_id: Option<&str>, credentials: &Credentials) -> Result<String, Error> {
    let is_number = |source: &&str| !source.is_empty() && source.bytes().all(|byte| byte.is_ascii_digit());
    if let Some(account) = account_id.or_else(|| credentials.source().filter(is_number)) {
        return Ok(format!("account {account}"));
    }
    if credentials.security_token().is_none() {
        return Ok(format!("key {}", credentials.access_key_id()));
    }
    Err(Error::configuration(
        "shared_limits: temporary credentials do not say whose limits are shared",
        "Give account_id, the same in all processes of the account.",
    ))
}

/// What a limit is called in Redis: by account, endpoint and operation, as the service counts. Whoever sees the names
/// there learns no AccessKey ID.
#[cfg(feature = "redis")]
pub(crate) fn name_of_limit(account: &str, endpoint: &str, operation: &str) -> String {
    use sha2::{Digest as _, Sha256};

    let hidden = crate::signature::encoding::hex(&Sha256::digest(account.as_bytes())[..8]);
    // Braces would end what decides which server of a cluster has it.
    format!("{hidden}|{endpoint}|{operation}").replace(['{', '}'], "_")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_account_has_one_name_in_all_processes() {
        let key = || Credentials::new("key-id", "secret");
        let of = |account, credentials: &Credentials| {
            super::account(account, credentials).map_err(|error| error.hint().to_owned())
        };
        assert_eq!(of(Some("42"), &key()), Ok("account 42".to_owned()));
        assert_eq!(
            of(None, &key().from_source("/home/shop/config.json, profile a")),
            Ok("key key-id".to_owned())
        );
        let temporary = key().with_security_token("token");
        assert_eq!(of(None, &temporary.clone().from_source("42")), Ok("account 42".to_owned()));
        let hint = "Give account_id, the same in all processes of the account.";
        assert_eq!(of(None, &temporary.clone()), Err(hint.to_owned()));
        assert_eq!(of(None, &temporary.from_source("function 3")), Err(hint.to_owned()));
    }
}
