//! RAM roles: what STS, the metadata server and the credentials URI give temporary credentials for.

use cams_roi::Secret;
use serde::{Deserialize, Serialize};

use crate::access_key::optional_secret;

/// The longest session, unless the role says otherwise.
const MAX_SESSION_SECONDS: i64 = 3600;

/// A RAM role of an account.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Role {
    /// The role's name; its ARN is `acs:ram::<account ID>:role/<name>`.
    pub name: String,
    /// Whether the account's AccessKeys may assume it.
    #[serde(default = "yes")]
    pub trusts_users: bool,
    /// The external ID that `AssumeRole` must name.
    #[serde(default)]
    pub external_id: Option<String>,
    /// The OIDC provider that `AssumeRoleWithOIDC` must name.
    #[serde(default)]
    pub oidc_provider_arn: Option<String>,
    /// The token that this provider issued.
    #[serde(default, skip_serializing, deserialize_with = "optional_secret")]
    pub oidc_token: Option<Secret>,
    /// Whether the instance has it whose metadata server the emulator plays.
    #[serde(default)]
    pub on_instance: bool,
    /// The longest session that may be asked for.
    #[serde(default = "max_session_seconds")]
    pub max_session_seconds: i64,
    /// How long credentials really last, whatever was asked for: to see them expire.
    #[serde(default)]
    pub lifetime_seconds: Option<i64>,
}

impl Role {
    /// A role that the account's AccessKeys may assume, and nobody else.
    #[must_use]
    pub fn new(name: impl Into<String>) -> Self {
        Self {
            name: name.into(),
            trusts_users: true,
            external_id: None,
            oidc_provider_arn: None,
            oidc_token: None,
            on_instance: false,
            max_session_seconds: MAX_SESSION_SECONDS,
            lifetime_seconds: None,
        }
    }

    /// Lets the bearer of `token` assume it, for which the OIDC provider `provider_arn` vouches.
    #[must_use]
    pub fn with_oidc(mut self, provider_arn: impl Into<String>, token: impl Into<Secret>) -> Self {
        self.oidc_provider_arn = Some(provider_arn.into());
        self.oidc_token = Some(token.into());
        self
    }

    /// Attaches it to the instance.
    #[must_use]
    pub fn with_instance(mut self) -> Self {
        self.on_instance = true;
        self
    }
}

const fn yes() -> bool {
    true
}

const fn max_session_seconds() -> i64 {
    MAX_SESSION_SECONDS
}
