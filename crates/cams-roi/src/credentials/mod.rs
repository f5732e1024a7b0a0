//! Where AccessKeys come from: one provider a file, tried in order by the [chain](CredentialsChain).

mod assume_role;
mod cache;
mod callback;
mod chain;
mod cli_profile;
mod context;
mod credentials_uri;
mod ecs_ram_role;
mod environment;
mod external;
mod failure;
mod fingerprint;
#[cfg(feature = "fuzzing")]
pub(crate) mod fuzzing;
mod issued;
mod oidc;
mod private_file;
mod profile_file;
mod provide;
mod role_session;
mod section;
mod sts;
mod sts_codes;
mod variables;

pub use crate::access_key::Credentials;
pub use assume_role::AssumeRoleCredentials;
pub use cache::CachedCredentials;
pub use callback::CallbackCredentials;
pub use chain::CredentialsChain;
pub use cli_profile::CliProfileCredentials;
pub use context::ProviderContext;
pub use credentials_uri::CredentialsUriCredentials;
pub use ecs_ram_role::EcsRamRoleCredentials;
pub use environment::EnvironmentCredentials;
pub use external::ExternalCredentials;
pub use failure::{CredentialsError, ProviderFailure};
pub use oidc::OidcCredentials;
pub use profile_file::ProfileFileCredentials;
pub use provide::ProvideCredentials;
pub use variables::Environment;
