//! Who calls.

use std::time::Duration;

use cams_roi::signature::format_time;
use http::StatusCode;
use jiff::{SignedDuration, Timestamp};

use crate::access_key::AccessKey;
use crate::account::Account;
use crate::account_book::AccountBook;
use crate::call::Call;
use crate::nonce::Nonces;
use crate::refusal::Refusal;
use crate::verify::Signed;

/// How far a signature's time may be from the server's.
const TIME_WINDOW: SignedDuration = SignedDuration::from_mins(15);

/// What a signature is held against.
#[derive(Clone, Copy)]
pub(crate) struct Authenticator<'a> {
    pub(crate) nonces: &'a Nonces,
    /// The time that signatures are checked against.
    pub(crate) now: Timestamp,
    /// The time since the emulator started, by which nonces are forgotten.
    pub(crate) elapsed: Duration,
}

impl Authenticator<'_> {
    /// Who calls, by a signature that is right, in time and new.
    pub(crate) fn authenticate<'a>(
        &self,
        book: &'a AccountBook,
        call: &Call,
    ) -> Result<(&'a Account, &'a AccessKey), Refusal> {
        let signed = Signed::read(call)?;
        let (account, key) = book.find(&signed.access_key_id).ok_or_else(unknown_access_key)?;
        signed.verify(key.secret.expose())?;
        check_access_key(key, &signed, book, self.now)?;
        check_time(&signed.time, self.now)?;
        if !self.nonces.is_new(&signed.access_key_id, &signed.nonce, self.elapsed) {
            return Err(Refusal::bad_request(
                "SignatureNonceUsed",
                "Specified signature nonce was used already.",
            ));
        }
        Ok((account, key))
    }
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
