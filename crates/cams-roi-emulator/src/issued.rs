//! Temporary credentials of roles, for STS, the metadata server and the credentials URI.

use cams_roi::Secret;
use http::StatusCode;
use jiff::{SignedDuration, Timestamp};

use crate::access_key::AccessKey;
use crate::account_book::{AccountBook, Accounts};
use crate::refusal::Refusal;
use crate::request_id::RequestIds;
use crate::role::Role;

/// What credentials are issued with.
#[derive(Clone, Copy)]
pub(crate) struct Issuer<'a> {
    pub(crate) accounts: &'a Accounts,
    pub(crate) request_ids: &'a RequestIds,
}

/// What was issued.
pub(crate) struct Issued {
    key: AccessKey,
    expires_at: Timestamp,
}

impl Issuer<'_> {
    /// Makes credentials of `role` that serve from now on.
    pub(crate) fn issue(
        self,
        account_id: &str,
        role: &Role,
        seconds: i64,
        now: Timestamp,
    ) -> Result<Issued, Refusal> {
        let unique = || self.request_ids.next().replace('-', "");
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
        self.accounts.write().issue(account_id, key.clone());
        Ok(Issued { key, expires_at })
    }

    /// Credentials of the instance's role, as the metadata server and the credentials URI write them. `None` without
    /// such a role, or if it is not called `name`.
    pub(crate) fn for_instance(self, name: Option<&str>, now: Timestamp) -> Option<serde_json::Value> {
        let (account_id, role) = instance_role(&self.accounts.read())?;
        if name.is_some_and(|name| name != role.name) {
            return None;
        }
        let issued = self.issue(&account_id, &role, role.max_session_seconds, now).ok()?;
        let mut fields = issued.fields();
        fields.insert("LastUpdated".to_owned(), cams_roi::signature::format_time(now).into());
        fields.insert("Code".to_owned(), "Success".into());
        Some(fields.into())
    }
}

impl Issued {
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
}

/// The role of the instance, and the ID of its account.
pub(crate) fn instance_role(book: &AccountBook) -> Option<(String, Role)> {
    book.accounts().iter().find_map(|account| {
        let role = account.roles.iter().find(|role| role.on_instance)?;
        Some((account.account_id.clone(), role.clone()))
    })
}

/// The role of this ARN, and the ID of its account.
pub(crate) fn by_arn(book: &AccountBook, arn: &str) -> Result<(String, Role), Refusal> {
    let bad_arn =
        || Refusal::bad_request("InvalidParameter.RoleArn", "The parameter RoleArn is wrongly formed.");
    let (account_id, name) =
        arn.strip_prefix("acs:ram::").and_then(|rest| rest.split_once(":role/")).ok_or_else(bad_arn)?;
    let account = book.accounts().iter().find(|account| account.account_id == account_id);
    let role = account.and_then(|account| account.roles.iter().find(|role| role.name == name));
    let not_found =
        || Refusal::new(StatusCode::NOT_FOUND, "EntityNotExist.Role", "The specified Role not exists.");
    role.map(|role| (account_id.to_owned(), role.clone())).ok_or_else(not_found)
}
