//! RAM roles: what STS, the metadata server and the credentials URI give temporary credentials for.

use cams_roi::Secret;
use http::StatusCode;
use jiff::{SignedDuration, Timestamp};
use serde::{Deserialize, Serialize};

use crate::account::{AccessKey, optional_secret};
use crate::refusal::Refusal;
use crate::state::State;

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

/// What was issued.
pub(crate) struct Issued {
    pub(crate) key: AccessKey,
    pub(crate) expires_at: Timestamp,
}

impl Issued {
    /// Makes credentials of `role` that serve from now on.
    pub(crate) fn new(
        state: &State,
        account_id: &str,
        role: &Role,
        seconds: i64,
        now: Timestamp,
    ) -> Result<Self, Refusal> {
        let unique = || state.next_request_id().replace('-', "");
        let lifetime = SignedDuration::from_secs(role.lifetime_seconds.unwrap_or(seconds));
        let expires_at = now
            .checked_add(lifetime)
            .map_err(|_| Refusal::bad_request("InvalidParameter.DurationSeconds", "too long"))?;
        let mut key = AccessKey::temporary(
            format!("STS.{}", unique()),
            format!("secret-{}", unique()),
            format!("token/{}+{}==", unique(), role.name),
        );
        key.expires_at = Some(expires_at);
        state.accounts_mut().issue(account_id, key.clone());
        Ok(Self { key, expires_at })
    }

    /// The four fields that every source of credentials writes.
    pub(crate) fn fields(&self) -> serde_json::Map<String, serde_json::Value> {
        let token = self.key.security_token.as_ref().map_or("", Secret::expose);
        let fields = [
            ("AccessKeyId", self.key.id.as_str()),
            ("AccessKeySecret", self.key.secret.expose()),
            ("SecurityToken", token),
        ];
        let expiration = cams_roi::signature::format_time(self.expires_at);
        let fields = fields.into_iter().chain([("Expiration", expiration.as_str())]);
        fields.map(|(name, value)| (name.to_owned(), value.into())).collect()
    }

    /// Credentials of the instance's role, as the metadata server and the credentials URI write them. `None` without
    /// such a role, or if it is not called `name`.
    pub(crate) fn of_instance(
        state: &State,
        name: Option<&str>,
        now: Timestamp,
    ) -> Option<serde_json::Value> {
        let (account_id, role) = instance_role(state)?;
        if name.is_some_and(|name| name != role.name) {
            return None;
        }
        let issued = Self::new(state, &account_id, &role, role.max_session_seconds, now).ok()?;
        let mut fields = issued.fields();
        fields.insert("LastUpdated".to_owned(), cams_roi::signature::format_time(now).into());
        fields.insert("Code".to_owned(), "Success".into());
        Some(fields.into())
    }
}

/// The role of the instance, and the ID of its account.
pub(crate) fn instance_role(state: &State) -> Option<(String, Role)> {
    let book = state.accounts();
    book.accounts().iter().find_map(|account| {
        let role = account.roles.iter().find(|role| role.on_instance)?;
        Some((account.account_id.clone(), role.clone()))
    })
}

/// The role of this ARN, and the ID of its account.
pub(crate) fn by_arn(state: &State, arn: &str) -> Result<(String, Role), Refusal> {
    let bad_arn =
        || Refusal::bad_request("InvalidParameter.RoleArn", "The parameter RoleArn is wrongly formed.");
    let (account_id, name) =
        arn.strip_prefix("acs:ram::").and_then(|rest| rest.split_once(":role/")).ok_or_else(bad_arn)?;
    let book = state.accounts();
    let account = book.accounts().iter().find(|account| account.account_id == account_id);
    let role = account.and_then(|account| account.roles.iter().find(|role| role.name == name));
    let not_found =
        || Refusal::new(StatusCode::NOT_FOUND, "EntityNotExist.Role", "The specified Role not exists.");
    role.map(|role| (account_id.to_owned(), role.clone())).ok_or_else(not_found)
}

const fn yes() -> bool {
    true
}

const fn max_session_seconds() -> i64 {
    MAX_SESSION_SECONDS
}
