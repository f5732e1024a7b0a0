//! The one table from the service's error codes to kinds, with what the user should do about each.
//!
//! The code decides, because the HTTP status of one code differs even between the vendor's own pages. The status
//! decides only where no row knows the code.

use crate::catalogue;
use crate::error::ErrorKind;

/// What, apart from giving up, may help against an error.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Recovery {
    /// Nothing: the same call fails again.
    None,
    /// Waiting, and trying again with a fresh signature.
    Backoff,
    /// Learning the service's time from the answer's `Date` header, once.
    CorrectClock,
    /// Getting new credentials, once.
    RenewCredentials,
}

/// One row of the table: the codes it matches, and what they mean.
#[derive(Clone, Copy, Debug)]
pub struct ErrorCode {
    /// A code, or the beginning of codes where it ends in `*`.
    pub pattern: &'static str,
    /// The kind of error that it becomes.
    pub kind: ErrorKind,
    /// What may help.
    pub recovery: Recovery,
    /// What the user should do. `{action}` stands for the RAM action, for example `cams:EnableWhatsappROIMetric`.
    pub hint: &'static str,
}

const fn row(pattern: &'static str, kind: ErrorKind, recovery: Recovery, hint: &'static str) -> ErrorCode {
    ErrorCode { pattern, kind, recovery, hint }
}

const GRANT: &str = "Grant the RAM action {action} on resource * to this identity (`cams-roi policy` prints the \
                     policy), or use another AccessKey.";
const ISV_CODE: &str = "Check that IsvCode is the code by which the ISV authorised this account, and grant the RAM \
                        action {action}.";
const SLOW_DOWN: &str = "Wait and try again; make fewer calls a second, also from other processes that share the \
                         account.";
const RETRY_LATER: &str = "Try again later; quote the request ID to the vendor's support if it lasts.";
const CHECK_CLOCK: &str = "Set this machine's clock: the service refuses requests more than 15 minutes off.";
const NEW_TOKEN: &str = "Get new temporary credentials: the security token is no longer valid.";
const CHECK_PAIR: &str = "Check that AccessKey ID and secret belong together and were copied whole.";
const CHECK_PARAMETERS: &str =
    "Check the parameter that the message names against the operation's documentation.";
const REPORT: &str = "Report this: the request that the library made was malformed.";

/// The code by which the gateway also says that it is asked too often.
const OVERLOADED: &str = "ServiceUnavailable*";

/// The codes of an operation that there is not.
const NO_SUCH_API: &str = "InvalidApi.NotFound";
const NO_SUCH_ACTION: &str = "InvalidAction*";

/// All rows. The first that matches wins, so special cases stand before what they are a case of.
pub const ERROR_CODES: &[ErrorCode] = {
    use ErrorKind::{
        Authentication, InvalidParameter, NotSubscribed, PermissionDenied, Service, ServiceUnavailable,
        Throttled, UnknownResourceOwner,
    };
    use Recovery::{Backoff, CorrectClock, None, RenewCredentials};
    &[
        row(
            "Product.Unsubscript",
            NotSubscribed,
            None,
            "Subscribe to Chat App Message Service in the Alibaba Cloud console with this account.",
        ),
        row("Ram.PermissionDeny", PermissionDenied, None, GRANT),
        row("NoPermission*", PermissionDenied, None, GRANT),
        row("Forbidden*", PermissionDenied, None, GRANT),
        row("Authentication.NoAuth", PermissionDenied, None, ISV_CODE),
        row("ActionUnauthorized", PermissionDenied, None, GRANT),
        row("System.LimitControl", Throttled, Backoff, SLOW_DOWN),
        row("Throttling*", Throttled, Backoff, SLOW_DOWN),
        row(
            "Unknown.ResourceOwnerId",
            UnknownResourceOwner,
            None,
            "Check CustSpaceId: the channel must belong to this account, or IsvCode must prove that the ISV may act \
             for it.",
        ),
        row("SignatureDoesNotMatch", Authentication, None, CHECK_PAIR),
        row("IncompleteSignature", Authentication, None, REPORT),
        row("InvalidSignatureMethod", Authentication, None, REPORT),
        row(
            "InvalidAccessKeyId.Inactive",
            Authentication,
            None,
            "Enable the AccessKey in the RAM console, or use another.",
        ),
        row(
            "InvalidAccessKeyId*",
            Authentication,
            None,
            "Check the AccessKey ID: the service does not know it.",
        ),
        row("InvalidSecurityToken.Expired", Authentication, RenewCredentials, NEW_TOKEN),
        row(
            "InvalidSecurityToken*",
            Authentication,
            None,
            "Use AccessKey and security token of one and the same set.",
        ),
        row(
            "MissingSecurityToken",
            Authentication,
            None,
            "Give the security token too: this AccessKey is a temporary one.",
        ),
        row(
            "SignatureNonceUsed",
            Authentication,
            Backoff,
            "Try again: each attempt is signed with a new nonce.",
        ),
        row("InvalidTimeStamp.Expired", Authentication, CorrectClock, CHECK_CLOCK),
        row("InvalidTimeStamp*", Authentication, None, REPORT),
        row("IllegalTimestamp", Authentication, None, REPORT),
        row(
            NO_SUCH_API,
            InvalidParameter,
            None,
            "Check the operation's name, letter case included, and the endpoint.",
        ),
        row(NO_SUCH_ACTION, InvalidParameter, None, "Check the operation's name, letter case included."),
        row("InvalidVersion", InvalidParameter, None, REPORT),
        row("NoSuchVersion", InvalidParameter, None, REPORT),
        row("UnsupportedHTTPMethod", InvalidParameter, None, REPORT),
        row("InvalidProtocol*", InvalidParameter, None, "Use an https:// endpoint."),
        row("InvalidProduct*", InvalidParameter, None, "Check the endpoint: another product answers there."),
        row("Missing*", InvalidParameter, None, "Give the parameter that the message names."),
        row("Invalid*", InvalidParameter, None, CHECK_PARAMETERS),
        row(OVERLOADED, ServiceUnavailable, Backoff, RETRY_LATER),
        row("InternalError*", ServiceUnavailable, Backoff, RETRY_LATER),
        row("UnknownError", ServiceUnavailable, Backoff, RETRY_LATER),
        row("InsufficientBalance", Service, None, "Top up the account's balance."),
        row("ContentMD5NotMatched", Service, None, REPORT),
    ]
};

/// For a code that the table does not know, answered with a server error.
const UNKNOWN_AT_5XX: ErrorCode = row("*", ErrorKind::ServiceUnavailable, Recovery::Backoff, RETRY_LATER);
/// For HTTP 429, and for a 503 that says when to come back.
const THROTTLED: ErrorCode = row("*", ErrorKind::Throttled, Recovery::Backoff, SLOW_DOWN);
/// For any other code that the table does not know.
const UNKNOWN: ErrorCode = row(
    "*",
    ErrorKind::Service,
    Recovery::None,
    "Look the code up in the service's error center, and quote the request ID to the vendor's support.",
);

/// What an error code means. `asked_to_wait` says that the answer carried a positive `x-acs-retry-after`: with HTTP 429
/// and 503, and no code that says otherwise, that is flow control. Other errors may carry it, too, and then the service
/// may have acted on the request.
#[must_use]
pub fn classify(code: &str, http_status: u16, asked_to_wait: bool) -> ErrorCode {
    let known = ERROR_CODES.iter().find(|row| matches(row.pattern, code)).copied();
    let is_flow_control = is_flow_control(http_status, asked_to_wait);
    match known {
        Some(row) if row.pattern == OVERLOADED && is_flow_control => THROTTLED,
        Some(row) => row,
        None if is_flow_control => THROTTLED,
        None if http_status >= 500 => UNKNOWN_AT_5XX,
        None => UNKNOWN,
    }
}

/// What an answer without any code means, where its status alone tells.
#[must_use]
pub(crate) fn classify_without_code(http_status: u16, asked_to_wait: bool) -> Option<ErrorCode> {
    is_flow_control(http_status, asked_to_wait).then_some(THROTTLED)
}

/// Whether the service certainly turned the request away before it acted on it.
const fn is_flow_control(http_status: u16, asked_to_wait: bool) -> bool {
    http_status == 429 || (http_status == 503 && asked_to_wait)
}

/// The hint for a user of `action`, an operation's name.
#[must_use]
pub(crate) fn hint(row: &ErrorCode, action: &str) -> String {
    let hint = row.hint.replace("{action}", &format!("cams:{action}"));
    let meant = match row.pattern {
        NO_SUCH_API | NO_SUCH_ACTION => catalogue::operation_like(action),
        _ => None,
    };
    match meant {
        Some(meant) if meant != action => format!("Did you mean {meant}? {hint}"),
        _ => hint,
    }
}

fn matches(pattern: &str, code: &str) -> bool {
    match pattern.strip_suffix('*') {
        Some(beginning) => code.starts_with(beginning),
        None => code == pattern,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_row_can_be_reached() {
        for (index, row) in ERROR_CODES.iter().enumerate() {
            let code = row.pattern.replace('*', "");
            let first = ERROR_CODES.iter().position(|row| matches(row.pattern, &code));
            assert_eq!(first, Some(index), "{} is hidden behind an earlier row", row.pattern);
        }
    }

    #[test]
    fn an_operation_that_there_is_not_is_answered_with_the_one_that_is_meant() {
        let told = |code, action| hint(&classify(code, 404, false), action);
        assert_eq!(
            told("InvalidAction.NotFound", "ListInstances"),
            "Did you mean ListInstance? Check the operation's name, letter case included."
        );
        assert!(told("InvalidApi.NotFound", "listInstance").starts_with("Did you mean ListInstance? Check "));
        for (code, action) in [
            ("InvalidAction.NotFound", "ListInstance"),
            ("InvalidAction.NotFound", "GetWhatNobodyKnowsYet"),
            ("InvalidParameter", "ListInstances"),
        ] {
            assert!(told(code, action).starts_with("Check "), "{code} {action}");
        }
    }

    #[test]
    fn every_hint_is_a_sentence() {
        for row in ERROR_CODES.iter().chain([&UNKNOWN, &UNKNOWN_AT_5XX, &THROTTLED]) {
            assert!(row.hint.ends_with('.') && row.hint.len() > 10, "{}: {:?}", row.pattern, row.hint);
        }
    }
}
