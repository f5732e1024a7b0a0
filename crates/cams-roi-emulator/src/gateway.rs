//! The checks that a request passes, in the gateway's order, before an operation is done.

use http::{Method, StatusCode};
use serde_json::{Value, json};

use crate::account::{Account, DenialForm};
use crate::authenticator::Authenticator;
use crate::call::Call;
use crate::clock::Clock;
use crate::issued::Issuer;
use crate::known;
use crate::log::OpenEntry;
use crate::operation::Operation;
use crate::operations::{Asked, Reply};
use crate::population::Population;
use crate::rate::RateLimiter;
use crate::refusal::Refusal;
use crate::sts;

const VERSION: &str = "2020-06-06";

/// What the gateway checks a call with, and what stands behind it.
pub(crate) struct Gateway<'a> {
    pub(crate) authenticator: Authenticator<'a>,
    pub(crate) limiter: &'a RateLimiter,
    pub(crate) issuer: Issuer<'a>,
    pub(crate) data_clock: &'a Clock,
    pub(crate) population: Population,
    /// Whether the caller lacks the permission, whatever the account has.
    pub(crate) is_denied: bool,
}

impl Gateway<'_> {
    /// Handles one call: the answer's body, or why it is refused.
    pub(crate) fn handle(&self, call: &Call, entry: &OpenEntry, request_id: &str) -> Result<Value, Refusal> {
        if let Some(action) = call.action().and_then(|name| sts::Action::from_name(&name)) {
            return action.handle(self.authenticator, self.issuer, call, request_id);
        }
        let operation = operation(call)?;
        let accounts = self.issuer.accounts;
        let book = accounts.read();
        let (account, _) = self.authenticator.authenticate(&book, call)?;
        let accepted_at = self.limiter.admit(&account.account_id, operation).ok_or_else(|| {
            Refusal::bad_request("System.LimitControl", "The system is under flow control.")
        })?;
        entry.update(|entry| entry.accepted_at = Some(accepted_at));
        check_subscription(account)?;
        check_permission(account, operation, self.is_denied)?;
        let now = self.data_clock.now();
        let asked =
            Asked { operation, call, account, book: &book, population: &self.population, now, request_id };
        match asked.reply()? {
            Reply::Body(body) => Ok(body),
            Reply::Enable { account_id, channel_id } => {
                // Enabling writes to the accounts.
                drop(book);
                accounts.write().enable(&account_id, &channel_id, now).ok_or_else(Refusal::unknown_owner)?;
                // The documented sample: its request ID ends in a line feed, and what is absent is "None".
                Ok(json!({
                    "RequestId": format!("{request_id}\n"), "Code": "OK", "Message": "None",
                    "AccessDeniedDetail": "None",
                }))
            }
        }
    }
}

fn operation(call: &Call) -> Result<&'static Operation, Refusal> {
    let action = call.action().ok_or_else(|| Refusal::missing_parameter("Action"))?;
    let version = call.version().ok_or_else(|| Refusal::missing_parameter("Version"))?;
    if version != VERSION {
        return Err(Refusal::bad_request("InvalidVersion", "Specified parameter Version is not valid."));
    }
    let operation = known::operation(&action).ok_or_else(Refusal::unknown_action)?;
    if !matches!(call.method, Method::GET | Method::POST) {
        return Err(Refusal::bad_request("UnsupportedHTTPMethod", "This http method is not supported."));
    }
    Ok(operation)
}

fn check_subscription(account: &Account) -> Result<(), Refusal> {
    if account.subscribed {
        return Ok(());
    }
    Err(Refusal::bad_request("Product.Unsubscript", "You have not subscribed to the specified product."))
}

fn check_permission(account: &Account, operation: &Operation, is_denied: bool) -> Result<(), Refusal> {
    let action = operation.ram_action;
    if !is_denied && account.permits(action) {
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
