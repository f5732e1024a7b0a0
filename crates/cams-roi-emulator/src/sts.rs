//! The Security Token Service: `AssumeRole`, signed, and `AssumeRoleWithOIDC`, for which the token is the proof.

use http::StatusCode;
use serde_json::{Value, json};

use crate::authenticator::Authenticator;
use crate::call::Call;
use crate::issued::{Issuer, by_arn};
use crate::refusal::Refusal;
use crate::role::Role;

const VERSION: &str = "2015-04-01";
const MIN_SESSION_SECONDS: i64 = 900;

/// A call to STS.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Action {
    AssumeRole,
    AssumeRoleWithOidc,
}

impl Action {
    pub(crate) fn from_name(name: &str) -> Option<Self> {
        match name {
            "AssumeRole" => Some(Self::AssumeRole),
            "AssumeRoleWithOIDC" => Some(Self::AssumeRoleWithOidc),
            _ => None,
        }
    }

    /// Checks the call and issues credentials.
    pub(crate) fn handle(
        self,
        authenticator: Authenticator<'_>,
        issuer: Issuer<'_>,
        call: &Call,
        request_id: &str,
    ) -> Result<Value, Refusal> {
        if call.version().as_deref() != Some(VERSION) {
            return Err(Refusal::bad_request("InvalidVersion", "Specified parameter Version is not valid."));
        }
        let caller = match self {
            Self::AssumeRole => {
                let book = issuer.accounts.read();
                Some(authenticator.authenticate(&book, call)?.0.account_id.clone())
            }
            Self::AssumeRoleWithOidc => None,
        };
        let required = |name| call.parameter(name).ok_or_else(|| Refusal::missing_parameter(name));
        let arn = required("RoleArn")?;
        let session = session_name(required("RoleSessionName")?)?;
        let (account_id, role) = by_arn(&issuer.accounts.read(), arn)?;
        let seconds = session_seconds(call, &role)?;
        match caller {
            Some(caller) => check_user(&role, caller == account_id, call.parameter("ExternalId"))?,
            None => check_token(&role, required("OIDCProviderArn")?, required("OIDCToken")?)?,
        }
        let credentials = issuer.issue(&account_id, &role, seconds, authenticator.now)?;
        Ok(json!({
            "RequestId": request_id,
            "AssumedRoleUser": {
                "Arn": format!("acs:ram::{account_id}:role/{}/{session}", role.name),
                "AssumedRoleId": format!("3000000000000001:{session}"),
            },
            "Credentials": credentials.fields(),
        }))
    }
}

fn session_name(name: &str) -> Result<&str, Refusal> {
    let is_right = (2..=64).contains(&name.len())
        && name.bytes().all(|byte| byte.is_ascii_alphanumeric() || b".@-_".contains(&byte));
    let wrong = "The parameter RoleSessionName is wrongly formed.";
    if is_right { Ok(name) } else { Err(Refusal::bad_request("InvalidParameter.RoleSessionName", wrong)) }
}

fn session_seconds(call: &Call, role: &Role) -> Result<i64, Refusal> {
    let asked = call.parameter("DurationSeconds").map_or(Ok(role.max_session_seconds), str::parse);
    let range = MIN_SESSION_SECONDS..=role.max_session_seconds;
    asked.ok().filter(|seconds| range.contains(seconds)).ok_or_else(|| {
        let message = format!("The Min/Max value of DurationSeconds is {}/{}.", range.start(), range.end());
        Refusal::bad_request("InvalidParameter.DurationSeconds", message)
    })
}

fn check_user(role: &Role, is_of_the_account: bool, external_id: Option<&str>) -> Result<(), Refusal> {
    let is_right_id = role.external_id.is_none() || role.external_id.as_deref() == external_id;
    if role.trusts_users && is_of_the_account && is_right_id {
        return Ok(());
    }
    let message = "You are not authorized to do this action. You should be authorized by RAM.";
    Err(Refusal::new(StatusCode::FORBIDDEN, "NoPermission", message))
}

fn check_token(role: &Role, provider_arn: &str, token: &str) -> Result<(), Refusal> {
    if role.oidc_provider_arn.as_deref() != Some(provider_arn) {
        let message = "This operation is not permitted by the role's trust policy.";
        return Err(Refusal::bad_request("AuthenticationFail.NoPermission", message));
    }
    if role.oidc_token.as_ref().map(cams_roi::Secret::expose) != Some(token) {
        let message = "This JSON Web Token is invalid.";
        return Err(Refusal::bad_request("AuthenticationFail.OIDCToken.Invalid", message));
    }
    Ok(())
}
