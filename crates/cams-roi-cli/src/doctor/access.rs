//! Who is calling, and whether they may.

use std::time::{Duration, SystemTime};

use cams_roi::operations::GetChatappPhoneNumberMetric;
use cams_roi::{Client, ErrorKind};

use super::check::Check;
use crate::exit::Exit;
use crate::times::shown;

const CREDENTIALS: &str = "credentials";
const PERMISSION: &str = "permission";

/// Asks the client's provider, and shows who it is but never the secret.
pub(super) async fn credentials(client: &Client) -> Check {
    let credentials = match client.credentials().provide().await {
        Ok(credentials) => credentials,
        Err(error) => {
            let advice = if error.is_configured() {
                "Mend what is named here, or take it out so that the next source serves."
            } else {
                "Set ALIBABA_CLOUD_ACCESS_KEY_ID and ALIBABA_CLOUD_ACCESS_KEY_SECRET, or run `aliyun configure`."
            };
            return Check::fail(CREDENTIALS, &format!("none: {error}"), advice, Exit::Denied);
        }
    };
    let id = masked(credentials.access_key_id());
    // Those of the command line came from no provider.
    let provider = credentials.provider().unwrap_or("the command line");
    let kind = match (credentials.security_token(), credentials.expires_at()) {
        (None, _) => String::new(),
        (Some(_), None) => ", temporary".to_owned(),
        (Some(_), Some(time)) => format!(", temporary until {}", shown(time)),
    };
    Check::ok(CREDENTIALS, &format!("{id} from {provider}{kind}"))
}

/// An AccessKey ID of which enough is shown to tell it from others.
fn masked(id: &str) -> String {
    let is_long = id.is_ascii() && id.len() >= 12;
    if is_long { format!("{}****{}", &id[..4], &id[id.len() - 4..]) } else { "****".to_owned() }
}

/// Reads the last day's figures, which changes nothing.
pub(super) async fn permission(
    client: &Client,
    cust_space_id: Option<&str>,
    isv_code: Option<&str>,
) -> Check {
    let now = SystemTime::now();
    let mut request = GetChatappPhoneNumberMetric::new(now - Duration::from_secs(24 * 60 * 60), now);
    request = match cust_space_id {
        Some(id) => request.cust_space_id(id),
        None => request.own_channel(),
    };
    if let Some(code) = isv_code {
        request = request.isv_code(code);
    }
    let action = GetChatappPhoneNumberMetric::ACTION;
    match client.get_chatapp_phone_number_metric(request).await {
        Ok(_) => Check::ok(PERMISSION, &format!("cams:{action} is allowed")),
        // The service looks at the space only after it has let the caller in.
        Err(error)
            if matches!(error.kind(), ErrorKind::UnknownResourceOwner | ErrorKind::InvalidParameter) =>
        {
            Check::warn(
                PERMISSION,
                &format!("cams:{action} is allowed, but {}: {error}", error.kind()),
                "Name one of the account's channels with --cust-space-id, and --isv-code where an ISV is involved.",
            )
        }
        Err(error) => Check::failed(PERMISSION, &error),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_id_is_masked_wherever_enough_stays_hidden() {
        assert_eq!(masked("LTAIabcdefghabcd"), "LTAI****abcd");
        assert_eq!(masked("short"), "****");
        assert_eq!(masked("ÄÄÄÄÄÄÄÄÄÄÄÄÄÄ"), "****");
    }
}
