//! The flags that say how the service is reached, and as whom.

use std::path::PathBuf;
use std::time::Duration;

use cams_roi::{
    Client, ClientBuilder, Credentials, Proxy, RateLimit, RetryPolicy, Secret, SignatureAlgorithm,
};
use clap::builder::{PossibleValuesParser, TypedValueParser as _};

use crate::failure::Failure;
use crate::times::parse_duration;

/// Flags of every command that calls the service.
#[derive(Debug, clap::Args)]
#[command(next_help_heading = "Connection")]
pub(crate) struct ConnectionArgs {
    /// The service's address, a host name (https) or a URL; it wins over --region [env: CAMS_ROI_ENDPOINT]
    #[arg(long, global = true, value_name = "URL")]
    endpoint: Option<String>,
    /// The region; only ap-southeast-1, the default, has a documented endpoint
    #[arg(long, global = true, value_name = "REGION")]
    region: Option<String>,
    /// The profile of ~/.aliyun/config.json or ~/.alibabacloud/credentials to take credentials from, and from nowhere else
    #[arg(long, global = true, value_name = "NAME")]
    pub(crate) profile: Option<String>,
    /// The AccessKey ID; better set ALIBABA_CLOUD_ACCESS_KEY_ID
    #[arg(long, global = true, value_name = "ID", allow_hyphen_values = true)]
    access_key_id: Option<String>,
    /// The AccessKey secret; better set ALIBABA_CLOUD_ACCESS_KEY_SECRET, which no other user of the machine can see
    #[arg(long, global = true, value_name = "SECRET", allow_hyphen_values = true)]
    access_key_secret: Option<Secret>,
    /// The security token of temporary credentials; better set ALIBABA_CLOUD_SECURITY_TOKEN
    #[arg(long, global = true, value_name = "TOKEN", allow_hyphen_values = true)]
    security_token: Option<Secret>,
    /// The account that is called for: its AccessKeys share its rate limits
    #[arg(long, global = true, value_name = "ID")]
    account_id: Option<String>,
    /// How requests are signed
    #[arg(
        long,
        global = true,
        value_name = "ALGORITHM",
        default_value = SignatureAlgorithm::Acs3HmacSha256.as_str(),
        value_parser = PossibleValuesParser::new(SignatureAlgorithm::ALL.map(SignatureAlgorithm::as_str))
            .try_map(|name| name.parse::<SignatureAlgorithm>())
    )]
    signature: SignatureAlgorithm,
    /// The deadline of each call with its waits and retries, such as 30s, 500ms or 2m [default: 60s]
    #[arg(long, global = true, value_name = "TIME", value_parser = parse_duration)]
    timeout: Option<Duration>,
    /// How long a connection may take to come about [default: 5s]
    #[arg(long, global = true, value_name = "TIME", value_parser = parse_duration)]
    connect_timeout: Option<Duration>,
    /// How long one attempt may take to its complete answer [default: 10s]
    #[arg(long, global = true, value_name = "TIME", value_parser = parse_duration)]
    attempt_timeout: Option<Duration>,
    /// Attempts in all for each call, the first one included [default: 3]
    #[arg(long, global = true, value_name = "N")]
    max_attempts: Option<u32>,
    /// What the random wait before the second attempt is at most; it doubles with each further one [default: 100ms]
    #[arg(long, global = true, value_name = "TIME", value_parser = parse_duration)]
    base_delay: Option<Duration>,
    /// What a wait before any attempt is at most [default: 20s]
    #[arg(long, global = true, value_name = "TIME", value_parser = parse_duration)]
    max_delay: Option<Duration>,
    /// The proxy (http, https, socks5 or socks5h URL), or direct for none [default: the environment's]
    #[arg(long, global = true, value_name = "URL|direct")]
    proxy: Option<String>,
    /// A file of PEM certificates to trust besides the usual ones
    #[arg(long, global = true, value_name = "FILE")]
    pub(crate) ca_bundle: Option<PathBuf>,
    /// Trust any certificate, so that anybody on the way can read and change what is sent: never for production
    #[arg(long, global = true)]
    danger_accept_any_certificate: bool,
    /// Calls a second, such as 5 or 1.25, or off; for one operation: OPERATION=N, repeated [default: what the service
    /// documents]
    #[arg(long, global = true, value_name = "[OPERATION=]N|off", value_parser = parse_rate_limit, allow_hyphen_values = true)]
    rate_limit: Vec<OneLimit>,
    /// How many connections are open at once at the most [default: 100]
    #[arg(long, global = true, value_name = "N")]
    max_connections: Option<u32>,
    /// What the User-Agent header says after the command's own name
    #[arg(long, global = true, value_name = "TEXT")]
    user_agent: Option<String>,
    /// Log to standard error: -v what happens, -vv each attempt, -vvv everything; never secrets
    #[arg(short, long, global = true, action = clap::ArgAction::Count)]
    pub(crate) verbose: u8,
}

impl ConnectionArgs {
    /// The client that the flags describe. Nothing is sent yet.
    pub(crate) fn client(&self) -> Result<Client, Failure> {
        Ok(self.builder()?.build()?)
    }

    fn builder(&self) -> Result<ClientBuilder, Failure> {
        let mut builder = Client::builder()
            .signature(self.signature)
            .proxy(self.proxy())
            .rate_limit(self.rate_limit())
            .danger_accept_any_certificate(self.danger_accept_any_certificate)
            .retry(self.retry())
            .user_agent(self.user_agent());
        if let Some(endpoint) = &self.endpoint {
            builder = builder.endpoint(endpoint);
        }
        if let Some(region) = &self.region {
            builder = builder.region(region);
        }
        if let Some(profile) = &self.profile {
            builder = builder.profile(profile);
        }
        if let Some(credentials) = self.credentials()? {
            builder = builder.credentials(credentials);
        }
        if let Some(timeout) = self.timeout {
            builder = builder.timeout(timeout);
        }
        if let Some(timeout) = self.connect_timeout {
            builder = builder.connect_timeout(timeout);
        }
        if let Some(timeout) = self.attempt_timeout {
            builder = builder.attempt_timeout(timeout);
        }
        if let Some(account) = &self.account_id {
            builder = builder.account_id(account);
        }
        if let Some(connections) = self.max_connections {
            builder = builder.max_connections(connections);
        }
        if let Some(file) = &self.ca_bundle {
            builder = builder.ca_file(file);
        }
        Ok(builder)
    }

    /// The last word about all operations counts, and any about one of them.
    fn rate_limit(&self) -> RateLimit {
        let of_all = self.rate_limit.iter().rev().find(|limit| limit.operation.is_none());
        let all = of_all.map_or_else(RateLimit::documented, |limit| limit.limit.clone());
        self.rate_limit.iter().fold(all, |all, OneLimit { operation, limit }| match operation {
            Some(name) => all.operation(name, limit.clone()),
            None => all,
        })
    }

    fn retry(&self) -> RetryPolicy {
        let mut policy = RetryPolicy::default();
        policy.max_attempts = self.max_attempts.unwrap_or(policy.max_attempts);
        policy.base_delay = self.base_delay.unwrap_or(policy.base_delay);
        policy.max_delay = self.max_delay.unwrap_or(policy.max_delay);
        policy
    }

    fn user_agent(&self) -> String {
        let command = concat!("cams-roi-cli/", env!("CARGO_PKG_VERSION"));
        self.user_agent.as_ref().map_or_else(|| command.to_owned(), |product| format!("{command} {product}"))
    }

    /// The proxy that the flags ask for.
    pub(crate) fn proxy(&self) -> Proxy {
        match self.proxy.as_deref() {
            None => Proxy::Environment,
            // Its older word.
            Some("direct" | "none") => Proxy::Direct,
            Some(url) => Proxy::Url(url.to_owned()),
        }
    }

    /// The credentials that flags give; half a pair is a mistake, not a reason to use somebody else's.
    fn credentials(&self) -> Result<Option<Credentials>, Failure> {
        const HINT: &str = "Give --access-key-id and --access-key-secret together, or neither and set \
                            ALIBABA_CLOUD_ACCESS_KEY_ID and ALIBABA_CLOUD_ACCESS_KEY_SECRET.";
        match (&self.access_key_id, &self.access_key_secret, &self.security_token) {
            (Some(id), Some(secret), token) => {
                let pair = Credentials::new(id, secret.clone());
                Ok(Some(match token {
                    Some(token) => pair.with_security_token(token.clone()),
                    None => pair,
                }))
            }
            (None, None, None) => Ok(None),
            (None, _, _) => Err(Failure::usage("--access-key-id is missing", HINT)),
            (_, None, _) => Err(Failure::usage("--access-key-secret is missing", HINT)),
        }
    }
}

/// What one `--rate-limit` says.
#[derive(Clone, Debug)]
struct OneLimit {
    /// `None`: of all operations.
    operation: Option<String>,
    limit: RateLimit,
}

fn parse_rate_limit(text: &str) -> Result<OneLimit, String> {
    let (operation, limit) = match text.split_once('=') {
        Some((name, limit)) => (Some(name.trim().to_owned()), limit.trim()),
        None => (None, text.trim()),
    };
    let limit = match limit {
        "off" => RateLimit::off(),
        number => {
            let calls: f64 = number.parse().map_err(|_| {
                "give calls a second as a number above 0, such as 5 or 1.25, or off; for one operation \
                 OPERATION=N, for example EnableWhatsappROIMetric=1.25"
                    .to_owned()
            })?;
            RateLimit::per_second(calls)
        }
    };
    Ok(OneLimit { operation, limit })
}
