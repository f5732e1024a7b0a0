//! What the service's error codes mean, by the table of `model/errors.toml`.
//!
//! The code decides, because the HTTP status of one code differs even between the vendor's own pages. The status
//! decides only where no row knows the code.

mod code;
mod table;

pub use code::{ErrorCode, Recovery};
pub use table::ERROR_CODES;
use table::{THROTTLED, UNKNOWN, UNKNOWN_AT_5XX};

use crate::catalogue;

/// The code by which the gateway also says that it is asked too often.
const OVERLOADED: &str = "ServiceUnavailable*";

/// The codes of an operation that there is not.
const NO_SUCH_API: &str = "InvalidApi.NotFound";
const NO_SUCH_ACTION: &str = "InvalidAction*";

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
    fn codes_with_a_meaning_of_their_own_are_in_the_table() {
        for pattern in [OVERLOADED, NO_SUCH_API, NO_SUCH_ACTION] {
            assert!(ERROR_CODES.iter().any(|row| row.pattern == pattern), "{pattern}");
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
}
