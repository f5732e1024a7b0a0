//! How the service is reached, and as whom: the options of a client, and its credentials.

mod flags;
mod limit;
mod proxy;

use cams_roi::{Client, Credentials, Proxy, Secret};

use crate::failure::Failure;

pub(crate) use flags::{CallFlags, EnableManyFlags};

/// Flags of every command that calls the service.
#[derive(Debug, clap::Args)]
#[command(next_help_heading = "Connection")]
pub(crate) struct ConnectionArgs {
    #[command(flatten)]
    flags: flags::ClientFlags,
    /// The AccessKey ID; better set ALIBABA_CLOUD_ACCESS_KEY_ID
    #[arg(long, global = true, value_name = "ID", allow_hyphen_values = true)]
    access_key_id: Option<String>,
    /// The AccessKey secret; better set ALIBABA_CLOUD_ACCESS_KEY_SECRET, which no other user of the machine can see
    #[arg(long, global = true, value_name = "SECRET", allow_hyphen_values = true)]
    access_key_secret: Option<Secret>,
    /// The security token of temporary credentials; better set ALIBABA_CLOUD_SECURITY_TOKEN
    #[arg(long, global = true, value_name = "TOKEN", allow_hyphen_values = true)]
    security_token: Option<Secret>,
    /// Log to standard error: -v what happens, -vv each attempt, -vvv everything; never secrets
    #[arg(short, long, global = true, action = clap::ArgAction::Count)]
    pub(crate) verbose: u8,
}

impl ConnectionArgs {
    /// The client that the flags describe. Nothing is sent yet.
    pub(crate) fn client(&self) -> Result<Client, Failure> {
        let mut builder = self.flags.tell(Client::builder()).user_agent(self.user_agent());
        if let Some(credentials) = self.credentials()? {
            builder = builder.credentials(credentials);
        }
        Ok(builder.build()?)
    }

    fn user_agent(&self) -> String {
        let command = concat!("cams-roi-cli/", env!("CARGO_PKG_VERSION"));
        let given = self.flags.user_agent.as_ref();
        given.map_or_else(|| command.to_owned(), |product| format!("{command} {product}"))
    }

    /// The proxy that the flags ask for.
    pub(crate) fn proxy(&self) -> Proxy {
        proxy::proxy(self.flags.proxy.as_deref())
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
