//! The one table from the service's error codes to kinds, with what the user should do about each.
//!
//! Written by `cargo xtask generate` from `model/errors.toml`; do not edit.

use super::code::{ErrorCode, Recovery, row};
use crate::error::ErrorKind;

const GRANT: &str = "Grant the RAM action {action} on resource * to this identity (`cams-roi policy` prints the \
        policy), or use another AccessKey.";
const SLOW_DOWN: &str = "Wait and try again. Make fewer calls per second, in other processes that share the account, \
        too.";
const RETRY_LATER: &str = "Try again later. If it lasts, quote the request ID to the vendor's support.";
const REPORT: &str = "Report this as a bug: the library sent a malformed request.";

/// All rows. The first that matches wins, so special cases stand before what they are a case of.
pub const ERROR_CODES: &[ErrorCode] = &[
    row(
        "Product.Unsubscript",
        ErrorKind::NotSubscribed,
        Recovery::None,
        "Subscribe to Chat App Message Service in the Alibaba Cloud console with this account.",
    ),
    row("Ram.PermissionDeny", ErrorKind::PermissionDenied, Recovery::None, GRANT),
    row("NoPermission*", ErrorKind::PermissionDenied, Recovery::None, GRANT),
    row("Forbidden*", ErrorKind::PermissionDenied, Recovery::None, GRANT),
    row("ActionUnauthorized", ErrorKind::PermissionDenied, Recovery::None, GRANT),
    row(
        "Authentication.NoAuth",
        ErrorKind::PermissionDenied,
        Recovery::None,
        "Check that IsvCode is the code by which the ISV authorised this account, and grant the RAM \
        action {action}.",
    ),
    row("System.LimitControl", ErrorKind::Throttled, Recovery::Backoff, SLOW_DOWN),
    row("Throttling*", ErrorKind::Throttled, Recovery::Backoff, SLOW_DOWN),
    row(
        "Unknown.ResourceOwnerId",
        ErrorKind::UnknownResourceOwner,
        Recovery::None,
        "Check CustSpaceId: the channel must belong to this account, or IsvCode must prove that the ISV \
        may act for it.",
    ),
    row(
        "SignatureDoesNotMatch",
        ErrorKind::Authentication,
        Recovery::None,
        "Check that the AccessKey ID and the secret belong together and were copied completely.",
    ),
    row("IncompleteSignature", ErrorKind::Authentication, Recovery::None, REPORT),
    row("InvalidSignatureMethod", ErrorKind::Authentication, Recovery::None, REPORT),
    row(
        "InvalidAccessKeyId.Inactive",
        ErrorKind::Authentication,
        Recovery::None,
        "Enable the AccessKey in the RAM console, or use another one.",
    ),
    row(
        "InvalidAccessKeyId*",
        ErrorKind::Authentication,
        Recovery::None,
        "Check the AccessKey ID: the service does not know it.",
    ),
    row(
        "InvalidSecurityToken.Expired",
        ErrorKind::Authentication,
        Recovery::RenewCredentials,
        "Get new temporary credentials: the security token has expired.",
    ),
    row(
        "InvalidSecurityToken*",
        ErrorKind::Authentication,
        Recovery::None,
        "Use an AccessKey and a security token from the same set.",
    ),
    row(
        "MissingSecurityToken",
        ErrorKind::Authentication,
        Recovery::None,
        "Add the security token: this AccessKey is temporary.",
    ),
    row(
        "SignatureNonceUsed",
        ErrorKind::Authentication,
        Recovery::Backoff,
        "Try again: each attempt is signed with a new nonce.",
    ),
    row(
        "InvalidTimeStamp.Expired",
        ErrorKind::Authentication,
        Recovery::CorrectClock,
        "Set this machine's clock: the service refuses requests that are more than 15 minutes off.",
    ),
    row("InvalidTimeStamp*", ErrorKind::Authentication, Recovery::None, REPORT),
    row("IllegalTimestamp", ErrorKind::Authentication, Recovery::None, REPORT),
    row(
        "InvalidApi.NotFound",
        ErrorKind::InvalidParameter,
        Recovery::None,
        "Check the operation's name, letter case included, and the endpoint.",
    ),
    row(
        "InvalidAction*",
        ErrorKind::InvalidParameter,
        Recovery::None,
        "Check the operation's name, letter case included.",
    ),
    row("InvalidVersion", ErrorKind::InvalidParameter, Recovery::None, REPORT),
    row("NoSuchVersion", ErrorKind::InvalidParameter, Recovery::None, REPORT),
    row("UnsupportedHTTPMethod", ErrorKind::InvalidParameter, Recovery::None, REPORT),
    row("InvalidProtocol*", ErrorKind::InvalidParameter, Recovery::None, "Use an https:// endpoint."),
    row(
        "InvalidProduct*",
        ErrorKind::InvalidParameter,
        Recovery::None,
        "Check the endpoint: another product answers there.",
    ),
    row("Missing*", ErrorKind::InvalidParameter, Recovery::None, "Add the parameter named in the message."),
    row(
        "Invalid*",
        ErrorKind::InvalidParameter,
        Recovery::None,
        "Check the parameter named in the message against the operation's documentation.",
    ),
    row("ServiceUnavailable*", ErrorKind::ServiceUnavailable, Recovery::Backoff, RETRY_LATER),
    row("InternalError*", ErrorKind::ServiceUnavailable, Recovery::Backoff, RETRY_LATER),
    row("UnknownError", ErrorKind::ServiceUnavailable, Recovery::Backoff, RETRY_LATER),
    row("InsufficientBalance", ErrorKind::Service, Recovery::None, "Top up the account's balance."),
    row("ContentMD5NotMatched", ErrorKind::Service, Recovery::None, REPORT),
];

/// For HTTP 429, and for a 503 that says when to come back.
pub(super) const THROTTLED: ErrorCode = row("*", ErrorKind::Throttled, Recovery::Backoff, SLOW_DOWN);
/// For a code that the table does not know, answered with a server error.
pub(super) const UNKNOWN_AT_5XX: ErrorCode =
    row("*", ErrorKind::ServiceUnavailable, Recovery::Backoff, RETRY_LATER);
/// For any other code that the table does not know.
pub(super) const UNKNOWN: ErrorCode = row(
    "*",
    ErrorKind::Service,
    Recovery::None,
    "Look up the code in the service's error center, or quote the request ID to the vendor's \
        support.",
);
