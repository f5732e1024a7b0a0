//! Who is calling, and whether they may.

use std::time::{Duration, SystemTime};

use cams_roi::operations::{
    Call, EnableWhatsappRoiMetric, GetChatappPhoneNumberMetric, GetChatappTemplateMetric,
    ListChatappTemplate, ListInstance, Operation, QueryChatappPhoneNumbers,
};
use cams_roi::{CallOptions, Client, Error, ErrorKind};

use super::check::Check;
use crate::exit::Exit;
use crate::times::shown;

const CREDENTIALS: &str = "credentials";
const PERMISSION: &str = "permission";
const A_DAY: Duration = Duration::from_secs(24 * 60 * 60);
/// No channel's ID, and nothing that could become one.
const NO_CHANNEL: &str = "cams-roi-doctor.no-such-channel";

/// Asks the client's provider, and shows who it is but never the secret.
pub(super) async fn credentials(client: &Client) -> Check {
    let credentials = match client.credentials().provide().await {
        Ok(credentials) => credentials,
        Err(error) => {
            let advice = if error.is_transient() {
                "Try again: the source could not be reached, or was busy."
            } else if error.is_configured() {
                "Fix what is named here, or remove it so that the next source is used."
            } else {
                "Set ALIBABA_CLOUD_ACCESS_KEY_ID and ALIBABA_CLOUD_ACCESS_KEY_SECRET, or run `aliyun configure`."
            };
            return Check::fail(CREDENTIALS, &format!("none: {error}"), advice, Exit::Denied);
        }
    };
    let id = credentials.masked_access_key_id();
    // Those of the command line came from no provider.
    let provider = credentials.provider().unwrap_or("the command line");
    let kind = match (credentials.security_token(), credentials.expires_at()) {
        (None, _) => String::new(),
        (Some(_), None) => ", temporary".to_owned(),
        (Some(_), Some(time)) => format!(", temporary until {}", shown(time)),
    };
    Check::ok(CREDENTIALS, &format!("{id} from {provider}{kind}"))
}

/// Tries each action that the library knows. Nothing is changed: they are called for a channel that does not exist, at
/// which the service looks only after it has let the caller in.
pub(super) async fn permissions(client: &Client) -> Vec<Check> {
    let mut checks = Vec::new();
    for action in [
        EnableWhatsappRoiMetric::ACTION,
        GetChatappPhoneNumberMetric::ACTION,
        GetChatappTemplateMetric::ACTION,
    ] {
        checks.push(permission(client, action).await);
    }
    checks.push(listing(client, &ListInstance::new()).await);
    checks.push(listing(client, &QueryChatappPhoneNumbers::new(NO_CHANNEL)).await);
    checks.push(listing(client, &ListChatappTemplate::new(NO_CHANNEL)).await);
    checks
}

/// Tries an action that finds something. Who names channels, numbers and templates does without it.
async fn listing<O: Operation>(client: &Client, request: &O) -> Check {
    let action = request.action();
    match client.send(request, CallOptions::new()).await {
        Err(error) if error.kind() == ErrorKind::PermissionDenied => Check::warn(
            PERMISSION,
            &format!("cams:{action} is denied"),
            "`--all`, `collect` and `metrics` of whole channels need it: `cams-roi policy` prints a RAM policy.",
        ),
        answer => allowed(action, answer.err()),
    }
}

async fn permission(client: &Client, action: &str) -> Check {
    let now = SystemTime::now();
    let milliseconds = |time: SystemTime| {
        time.duration_since(SystemTime::UNIX_EPOCH).map_or(0, |since| since.as_millis()).to_string()
    };
    let mut call = Call::new(action).idempotent(true).parameter("CustSpaceId", NO_CHANNEL);
    if action != EnableWhatsappRoiMetric::ACTION {
        call = call.parameter("Start", milliseconds(now - A_DAY)).parameter("End", milliseconds(now));
    }
    if action == GetChatappTemplateMetric::ACTION {
        call = call.parameter("TemplateCode", "0").parameter("Language", "en");
    }
    allowed(action, client.send(&call, CallOptions::new()).await.err())
}

/// An answer about a channel that there is not comes after the caller was let in.
fn allowed(action: &str, error: Option<Error>) -> Check {
    match error {
        Some(error)
            if !matches!(error.kind(), ErrorKind::UnknownResourceOwner | ErrorKind::InvalidParameter) =>
        {
            Check::failed(PERMISSION, &error)
        }
        _ => Check::ok(PERMISSION, &format!("cams:{action} is allowed")),
    }
}
