//! The flags of options: of a client, of a call by its name, of a run over many channels.
//!
//! Written by `cargo xtask generate` from `model/options.toml`; do not edit.

use std::path::PathBuf;
use std::time::Duration;

use cams_roi::ClientBuilder;
use cams_roi::bulk::BulkOptions;
use cams_roi::operations::Call;
use cams_roi::{SignatureAlgorithm, WhenUnavailable};
use clap::builder::{PossibleValuesParser, TypedValueParser as _};

use super::limit::{OneLimit, parse_rate_limit, rate_limit};
use super::proxy::proxy;
use crate::times::parse_duration;

/// What a client is told.
#[derive(Debug, clap::Args)]
#[command(next_help_heading = "Connection")]
pub(crate) struct ClientFlags {
    /// The region. Only ap-southeast-1, the default, has a documented endpoint
    #[arg(long, global = true, value_name = "REGION")]
    pub(crate) region: Option<String>,
    /// The service's address, as a host name (https) or a URL. It overrides --region [env: CAMS_ROI_ENDPOINT]
    #[arg(long, global = true, value_name = "URL")]
    pub(crate) endpoint: Option<String>,
    /// The profile of ~/.aliyun/config.json or ~/.alibabacloud/credentials to take credentials from, and from nowhere
    /// else
    #[arg(long, global = true, value_name = "NAME")]
    pub(crate) profile: Option<String>,
    /// The account that is called; its AccessKeys share its rate limits
    #[arg(long, global = true, value_name = "ID")]
    pub(crate) account_id: Option<String>,
    /// How requests are signed
    #[arg(long, global = true, value_name = "ALGORITHM", default_value = "acs3-hmac-sha256", value_parser = PossibleValuesParser::new(SignatureAlgorithm::ALL.map(SignatureAlgorithm::as_str)).try_map(|name| name.parse::<SignatureAlgorithm>()))]
    pub(crate) signature: SignatureAlgorithm,
    /// The deadline of each call, including waits and retries, such as 30s, 500ms or 2m [default: 60s]
    #[arg(long, global = true, value_name = "TIME", value_parser = parse_duration)]
    pub(crate) timeout: Option<Duration>,
    /// The time limit for connecting (DNS, TCP, TLS) [default: 5s]
    #[arg(long, global = true, value_name = "TIME", value_parser = parse_duration)]
    pub(crate) connect_timeout: Option<Duration>,
    /// The time limit for one attempt, up to its complete answer [default: 10s]
    #[arg(long, global = true, value_name = "TIME", value_parser = parse_duration)]
    pub(crate) attempt_timeout: Option<Duration>,
    /// The largest number of attempts for one call, including the first [default: 3]
    #[arg(long, global = true, value_name = "N")]
    pub(crate) max_attempts: Option<u32>,
    /// Upper bound of the random delay before the first retry. It doubles with each further retry [default: 100ms]
    #[arg(long, global = true, value_name = "TIME", value_parser = parse_duration)]
    pub(crate) base_delay: Option<Duration>,
    /// Upper bound of the delay before any retry [default: 20s]
    #[arg(long, global = true, value_name = "TIME", value_parser = parse_duration)]
    pub(crate) max_delay: Option<Duration>,
    /// Calls per second, such as 5 or 1.25, or off. For one operation: OPERATION=N, repeated [default: what the
    /// service documents]
    #[arg(long, global = true, value_name = "[OPERATION=]N|off", value_parser = parse_rate_limit, allow_hyphen_values = true)]
    pub(crate) rate_limit: Vec<OneLimit>,
    /// The Redis or Valkey server through which all processes of the account keep its rate limits together, such as
    /// redis://HOST:PORT; with a password better in the variable [default: each process keeps the limits by itself]
    /// [env: CAMS_ROI_SHARED_LIMITS]
    #[arg(long, global = true, value_name = "URL")]
    pub(crate) shared_limits: Option<String>,
    /// What calls do while the server of --shared-limits is away, once it was there
    #[arg(long, global = true, value_name = "WHAT", default_value = "local", value_parser = PossibleValuesParser::new(WhenUnavailable::ALL.map(WhenUnavailable::as_str)).try_map(|name| name.parse::<WhenUnavailable>()))]
    pub(crate) when_unavailable: WhenUnavailable,
    /// The largest number of open connections [default: 100]
    #[arg(long, global = true, value_name = "N")]
    pub(crate) max_connections: Option<u32>,
    /// The proxy (http, https, socks5 or socks5h URL), or direct for none [default: the environment's]
    #[arg(long, global = true, value_name = "URL|direct")]
    pub(crate) proxy: Option<String>,
    /// A file of PEM certificates to trust, in addition to the usual ones
    #[arg(long = "ca-bundle", global = true, value_name = "FILE")]
    pub(crate) ca_file: Option<PathBuf>,
    /// Trust any certificate. Anybody on the way can then read and change what is sent: never use it in production
    #[arg(long, global = true)]
    pub(crate) danger_accept_any_certificate: bool,
    /// A text that follows the command's name in the User-Agent header
    #[arg(long, global = true, value_name = "TEXT")]
    pub(crate) user_agent: Option<String>,
}

impl ClientFlags {
    /// A builder that was told so.
    pub(crate) fn tell(&self, mut builder: ClientBuilder) -> ClientBuilder {
        if let Some(given) = &self.region {
            builder = builder.region(given);
        }
        if let Some(given) = &self.endpoint {
            builder = builder.endpoint(given);
        }
        if let Some(given) = &self.profile {
            builder = builder.profile(given);
        }
        if let Some(given) = &self.account_id {
            builder = builder.account_id(given);
        }
        builder = builder.signature(self.signature);
        if let Some(given) = self.timeout {
            builder = builder.timeout(given);
        }
        if let Some(given) = self.connect_timeout {
            builder = builder.connect_timeout(given);
        }
        if let Some(given) = self.attempt_timeout {
            builder = builder.attempt_timeout(given);
        }
        if let Some(given) = self.max_attempts {
            builder = builder.max_attempts(given);
        }
        if let Some(given) = self.base_delay {
            builder = builder.base_delay(given);
        }
        if let Some(given) = self.max_delay {
            builder = builder.max_delay(given);
        }
        builder = builder.rate_limit(rate_limit(&self.rate_limit));
        if let Some(given) = &self.shared_limits {
            builder = builder.shared_limits(given);
        }
        builder = builder.when_unavailable(self.when_unavailable);
        if let Some(given) = self.max_connections {
            builder = builder.max_connections(given);
        }
        builder = builder.proxy(proxy(self.proxy.as_deref()));
        if let Some(given) = &self.ca_file {
            builder = builder.ca_file(given);
        }
        builder = builder.danger_accept_any_certificate(self.danger_accept_any_certificate);
        if let Some(given) = &self.user_agent {
            builder = builder.user_agent(given);
        }
        builder
    }
}

/// What a call by its name is told.
#[derive(Debug, clap::Args)]
pub(crate) struct CallFlags {
    /// Repeat it after any failure that may pass: running twice has the effect of once [default: whether it only
    /// reads]
    #[arg(long, num_args = 0..=1, require_equals = true, default_missing_value = "true", value_name = "BOOL")]
    pub(crate) idempotent: Option<bool>,
    /// Send the parameters without checking them against what this version knows of the operation
    #[arg(long)]
    pub(crate) unchecked: bool,
}

impl CallFlags {
    /// A call that was told so.
    pub(crate) fn tell(&self, mut call: Call) -> Call {
        if let Some(given) = self.idempotent {
            call = call.idempotent(given);
        }
        call = call.unchecked(self.unchecked);
        call
    }
}

/// What a run over many channels is told.
#[derive(Debug, clap::Args)]
pub(crate) struct EnableManyFlags {
    /// The code by which the ISV authorised this account, for channels whose line in the list has no code
    #[arg(long, value_name = "CODE")]
    pub(crate) isv_code: Option<String>,
    /// What records every outcome, and whose enabled channels are skipped: a file, or redis://HOST:PORT/DB/NAME, a
    /// run that many workers share
    #[arg(long, value_name = "FILE|URL")]
    pub(crate) journal: Option<PathBuf>,
    /// The largest number of calls under way at once [default: as many as the rate limit allows in a second]
    #[arg(long, value_name = "N")]
    pub(crate) concurrency: Option<usize>,
    /// The number of channels in a row, denied for the same reason, after which the rest is not called [default: 5]
    #[arg(long, value_name = "N")]
    pub(crate) stop_after_denials: Option<usize>,
}

impl EnableManyFlags {
    /// Options that were told so, but for those that are files.
    pub(crate) fn options(&self) -> BulkOptions {
        let mut options = BulkOptions::new();
        if let Some(given) = &self.isv_code {
            options = options.isv_code(given);
        }
        if let Some(given) = self.concurrency {
            options = options.concurrency(given);
        }
        if let Some(given) = self.stop_after_denials {
            options = options.stop_after_denials(given);
        }
        options
    }
}
