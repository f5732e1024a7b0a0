//! The connection that a URL describes, as libpq reads it.

use std::time::Duration;

use postgres::config::SslMode;
use postgres::{Client, Config, NoTls};
use url::Url;

use super::problem::{problem, wrong_url};
use super::tls::{self, Trust};
use crate::error::StoreError;

const CONNECT_TIMEOUT: Duration = Duration::from_secs(20);

/// Connects.
pub(super) fn connect(url: &Url, shown: &str) -> Result<Client, StoreError> {
    let mut mode = "prefer".to_owned();
    let mut root = None;
    let mut rest = url.clone();
    rest.set_query(None);
    // What has to do with TLS is ours: the client knows less of it than libpq.
    for (name, value) in url.query_pairs() {
        match &*name {
            "sslmode" => mode = value.into_owned(),
            "sslrootcert" => root = Some(value.into_owned()),
            _ => _ = rest.query_pairs_mut().append_pair(&name, &value),
        }
    }
    let mut config: Config = rest.as_str().parse().map_err(|error: postgres::Error| {
        let cause = std::error::Error::source(&error).map_or_else(|| error.to_string(), ToString::to_string);
        wrong_url(
            &format!("the store's URL is not understood: {cause}"),
            "Give postgres://user@host:5432/database?sslmode=require.",
        )
    })?;
    if config.get_hosts().is_empty() {
        config.host("localhost");
    }
    if config.get_user().is_none()
        && let Some(user) = ["PGUSER", "USER"].iter().find_map(|name| std::env::var(name).ok())
    {
        config.user(&user);
    }
    if config.get_password().is_none()
        && let Ok(password) = std::env::var("PGPASSWORD")
    {
        config.password(password);
    }
    if config.get_connect_timeout().is_none() {
        config.connect_timeout(CONNECT_TIMEOUT);
    }
    if config.get_application_name().is_none() {
        config.application_name("cams-roi");
    }
    let trust = match mode.as_str() {
        "disable" => None,
        "allow" | "prefer" => Some((SslMode::Prefer, Trust::Anybody)),
        // As in libpq: with a certificate at hand, the server must have been signed by it.
        "require" if root.is_none() => Some((SslMode::Require, Trust::Anybody)),
        "require" | "verify-ca" => Some((SslMode::Require, Trust::Signed)),
        "verify-full" => Some((SslMode::Require, Trust::SignedForHost)),
        other => {
            return Err(wrong_url(
                &format!("sslmode is {other:?}"),
                "Give sslmode as disable, allow, prefer, require, verify-ca or verify-full.",
            ));
        }
    };
    let connected = match trust {
        None => config.ssl_mode(SslMode::Disable).connect(NoTls),
        Some((mode, trust)) => config.ssl_mode(mode).connect(tls::connector(trust, root.as_deref())?),
    };
    connected.map_err(|error| problem(shown, &error))
}
