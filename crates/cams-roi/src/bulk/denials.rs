//! What ends a run: an error that is the account's beyond doubt, or the same denial for several channels in a row.

use std::sync::{Mutex, PoisonError};

use crate::error::{Error, ErrorKind};

/// An ISV code does not fit: with a code of its own that is between one channel and its ISV.
const WRONG_ISV_CODE: &str = "Authentication.NoAuth";

/// Counts denials in a row, in the order in which calls end.
#[derive(Debug)]
pub(super) struct Denials {
    most: usize,
    row: Mutex<Row>,
}

#[derive(Debug, Default)]
struct Row {
    code: Option<String>,
    channels: usize,
}

impl Denials {
    pub(super) fn new(most: usize) -> Self {
        Self { most, row: Mutex::default() }
    }

    /// Takes in how a call ended; tells whether no further channel should be called.
    pub(super) fn end_the_run(&self, result: Result<(), &Error>, has_own_isv_code: bool) -> bool {
        let mut row = self.row.lock().unwrap_or_else(PoisonError::into_inner);
        let Err(error) = result else {
            *row = Row::default();
            return false;
        };
        if error.concerns_every_channel() {
            return true;
        }
        let is_denial = error.kind() == ErrorKind::PermissionDenied
            && !(has_own_isv_code && error.code() == Some(WRONG_ISV_CODE));
        if !is_denial {
            // What may pass says nothing about permissions.
            if !error.is_retryable() {
                *row = Row::default();
            }
            return false;
        }
        if row.channels == 0 || row.code.as_deref() != error.code() {
            *row = Row { code: error.code().map(str::to_owned), channels: 0 };
        }
        row.channels += 1;
        row.channels >= self.most
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn denied(code: &str) -> Error {
        Error::new(ErrorKind::PermissionDenied, "no", "ask").with_code(Some(code.to_owned()))
    }

    fn of(kind: ErrorKind, retryable: bool) -> Error {
        Error::new(kind, "no", "ask").with_retryable(retryable)
    }

    #[test]
    fn only_the_same_denial_in_a_row_counts() {
        let (one, other) = (denied("Ram.PermissionDeny"), denied("Other"));
        let denials = Denials::new(3);
        let takes = |error: &Error| denials.end_the_run(Err(error), false);
        assert!(!takes(&one) && !takes(&one));
        assert!(!denials.end_the_run(Ok(()), false), "a success begins anew");
        assert!(!takes(&one) && !takes(&one));
        assert!(!takes(&of(ErrorKind::UnknownResourceOwner, false)), "so does another error");
        assert!(!takes(&one) && !takes(&other) && !takes(&other), "and another reason");
        assert!(!takes(&of(ErrorKind::Transport, true)), "a failure that may pass does not");
        assert!(takes(&other));
    }

    #[test]
    fn a_wrong_isv_code_counts_only_where_all_share_it() {
        let error = denied(WRONG_ISV_CODE);
        let denials = Denials::new(1);
        assert!(!denials.end_the_run(Err(&error), true));
        assert!(denials.end_the_run(Err(&error), false));
    }

    #[test]
    fn what_is_the_account_s_beyond_doubt_ends_the_run_at_once() {
        let denials = Denials::new(5);
        for (kind, retryable, ends) in [
            (ErrorKind::Configuration, false, true),
            (ErrorKind::Credentials, false, true),
            (ErrorKind::Credentials, true, false),
            (ErrorKind::Authentication, false, true),
            (ErrorKind::NotSubscribed, false, true),
            (ErrorKind::Throttled, true, false),
            (ErrorKind::InvalidArgument, false, false),
        ] {
            assert_eq!(denials.end_the_run(Err(&of(kind, retryable)), false), ends, "{kind}");
        }
    }
}
