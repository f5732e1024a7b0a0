//! The checks that a request passes, in the gateway's order, before an operation is done.

use http::{Method, StatusCode};
use jiff::{SignedDuration, Timestamp};
use serde_json::{Value, json};

use cams_roi::signature::format_time;

use crate::account::{AccessKey, Account, DenialForm};
use crate::account_book::AccountBook;
use crate::call::Call;
use crate::log::OpenEntry;
use crate::operations::{Operation, Work};
use crate::refusal::Refusal;
use crate::state::State;
use crate::sts;
use crate::verify::Signed;

const VERSION: &str = "2020-06-06";

/// How far a signature's time may be from the server's.
const TIME_WINDOW: SignedDuration = SignedDuration::from_mins(15);

/// Handles one call: the answer's body, or why it is refused. `now` is the time that its signature is checked against.
pub(crate) fn handle(
    state: &State,
    call: &Call,
    entry: &OpenEntry,
    now: Timestamp,
    request_id: &str,
) -> Result<Value, Refusal> {
    if let Some(action) = call.action().and_then(|name| sts::Action::from_name(&name)) {
        return action.handle(state, call, now, request_id);
    }
    let operation = operation(call)?;
    let book = state.accounts();
    let (account, _) = authenticate(&book, state, call, now)?;
    let accepted_at = state
        .limiter
        .admit(&account.account_id, operation)
        .ok_or_else(|| Refusal::bad_request("System.LimitControl", "The system is under flow control."))?;
    entry.update(|entry| entry.accepted_at = Some(accepted_at));
    check_subscription(account)?;
    check_permission(account, operation)?;
    let work = Work::read(operation, call, account)?;
    // Enabling writes to the accounts.
    drop(book);
    work.perform(state, request_id)
}

/// Who calls, by a signature that is right, in time and new.
pub(crate) fn authenticate<'a>(
    book: &'a AccountBook,
    state: &State,
    call: &Call,
    now: Timestamp,
) -> Result<(&'a Account, &'a AccessKey), Refusal> {
    let signed = Signed::read(call)?;
    let (account, key) = book.find(&signed.access_key_id).ok_or_else(unknown_access_key)?;
    signed.verify(key.secret.expose())?;
    check_access_key(key, &signed, book, now)?;
    check_time(&signed.time, now)?;
    if !state.nonces.is_new(&signed.access_key_id, &signed.nonce, state.log.now()) {
        return Err(Refusal::bad_request(
            "SignatureNonceUsed",
            "Specified signature nonce was used already.",
        ));
    }
    Ok((account, key))
}

fn operation(call: &Call) -> Result<Operation, Refusal> {
    let action = call.action().ok_or_else(|| Refusal::missing_parameter("Action"))?;
    let version = call.version().ok_or_else(|| Refusal::missing_parameter("Version"))?;
    if version != VERSION {
        return Err(Refusal::bad_request("InvalidVersion", "Specified parameter Version is not valid."));
    }
    let operation = Operation::from_name(&action).ok_or_else(Refusal::unknown_action)?;
    if !matches!(call.method, Method::GET | Method::POST) {
        return Err(Refusal::bad_request("UnsupportedHTTPMethod", "This http method is not supported."));
    }
    Ok(operation)
}

fn unknown_access_key() -> Refusal {
    Refusal::new(StatusCode::NOT_FOUND, "InvalidAccessKeyId.NotFound", "Specified access key is not found.")
}

fn check_access_key(
    key: &AccessKey,
    signed: &Signed,
    book: &AccountBook,
    now: Timestamp,
) -> Result<(), Refusal> {
    if !key.active {
        return Err(Refusal::bad_request("InvalidAccessKeyId.Inactive", "Specified access key is disabled."));
    }
    let expected = key.security_token.as_ref().map(cams_roi::Secret::expose);
    match (expected, signed.security_token.as_deref()) {
        (Some(_), None) => Err(Refusal::bad_request(
            "MissingSecurityToken",
            "SecurityToken is mandatory for this access key.",
        )),
        (expected, Some(token)) if expected != Some(token) => Err(if book.knows_token(token) {
            let message = "Specified SecurityToken does not belong to the access key.";
            Refusal::bad_request("InvalidSecurityToken.MismatchWithAccessKey", message)
        } else {
            Refusal::bad_request("InvalidSecurityToken.Malformed", "Specified SecurityToken is malformed.")
        }),
        _ if key.expires_at.is_some_and(|time| time <= now) => {
            Err(Refusal::bad_request("InvalidSecurityToken.Expired", "Specified SecurityToken is expired."))
        }
        _ => Ok(()),
    }
}

fn check_time(text: &str, now: Timestamp) -> Result<(), Refusal> {
    // Many spellings are RFC 3339; the gateway takes one.
    let time = text.parse::<Timestamp>().ok().filter(|time| format_time(*time) == text).ok_or_else(|| {
        let message = "Specified time stamp must be written as YYYY-MM-DDThh:mm:ssZ.";
        Refusal::bad_request("InvalidTimeStamp.Format", message)
    })?;
    if now.duration_since(time).abs() > TIME_WINDOW {
        let message = "Specified time stamp or date value is expired.";
        return Err(Refusal::bad_request("InvalidTimeStamp.Expired", message));
    }
    Ok(())
}

fn check_subscription(account: &Account) -> Result<(), Refusal> {
    if account.subscribed {
        return Ok(());
    }
    Err(Refusal::bad_request("Product.Unsubscript", "You have not subscribed to the specified product."))
}

fn check_permission(account: &Account, operation: Operation) -> Result<(), Refusal> {
    let action = operation.ram_action();
    if account.permits(&action) {
        return Ok(());
    }
    let message = "You are not authorized to perform the operation.";
    Err(match account.denial {
        DenialForm::String => Refusal::bad_request("Ram.PermissionDeny", message)
            .with_detail(format!("ImplicitDeny of {action} by AccountLevelIdentityBasedPolicy").into()),
        DenialForm::Object => {
            Refusal::new(StatusCode::FORBIDDEN, "NoPermission", message).with_detail(json!({
                "AuthAction": action,
                "AuthPrincipalType": "SubUser",
                "AuthPrincipalOwnerId": account.account_id,
                "AuthPrincipalDisplayName": "emulator-user",
                "PolicyType": "AccountLevelIdentityBasedPolicy",
                "NoPermissionType": "ImplicitDeny",
                "EncodedDiagnosticMessage": "emulator-diagnostic-message",
            }))
        }
    })
}
