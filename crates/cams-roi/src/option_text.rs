//! Texts that a client is configured with: what cannot be meant is refused by the option's name, before anything is sent.

use std::path::Path;

use crate::error::Error;
use crate::operations::{LOST, describe, spoilt};

/// Refuses a name or an ID that is empty, since the variable behind it was not set, or that copying has spoilt.
pub(crate) fn check_name(option: &str, given: &str) -> Result<(), Error> {
    check_given(option, given)?;
    match spoilt(option, given) {
        Some(error) => Err(Error::configuration(error.message(), error.hint())),
        None => Ok(()),
    }
}

/// Refuses a text that is empty, since the variable behind it was not set.
pub(crate) fn check_given(option: &str, given: &str) -> Result<(), Error> {
    if given.trim().is_empty() {
        return Err(Error::configuration(
            format!("{option} is empty"),
            format!("Give {option} a value, or leave it out; perhaps a variable is not set."),
        ));
    }
    Ok(())
}

/// Refuses the path that a variable without a value gives.
pub(crate) fn check_path(option: &str, given: &Path) -> Result<(), Error> {
    given.to_str().map_or(Ok(()), |text| check_given(option, text))
}

/// Refuses what a header cannot hold.
pub(crate) fn check_user_agent(given: &str) -> Result<(), Error> {
    match given.chars().find(|it| it.is_control() || *it == LOST) {
        Some(character) => Err(Error::configuration(
            format!("user_agent holds {}", describe(character)),
            "Give user_agent as one line of text, for example my-shop/1.0.",
        )),
        None => Ok(()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_variable_without_a_value_gives_is_refused_by_name() {
        for (given, message) in [
            ("", "account_id is empty"),
            (" \t\r\n", "account_id is empty"),
            ("12\u{a0}", "account_id holds a no-break space (U+00A0) at position 3: \"12\\u{a0}\""),
            ("\u{fffd}", "account_id holds a character that was lost (U+FFFD) at position 1: \"\u{fffd}\""),
        ] {
            let error = check_name("account_id", given).unwrap_err();
            assert_eq!((error.kind(), error.message()), (crate::ErrorKind::Configuration, message));
            assert!(error.hint().contains("account_id"), "{error:?}");
        }
        check_name("account_id", "1234567890").unwrap();
        for given in ["", " \n"] {
            assert_eq!(check_path("ca_file", Path::new(given)).unwrap_err().message(), "ca_file is empty");
        }
        check_path("ca_file", Path::new(" ca.pem")).unwrap();
    }

    #[test]
    fn a_header_is_one_line() {
        for (given, what) in [
            ("shop\n", "a line end (U+000A)"),
            ("\u{7}", "a control character (U+0007)"),
            ("\u{fffd}", "a character that was lost (U+FFFD)"),
        ] {
            let error = check_user_agent(given).unwrap_err();
            assert_eq!(error.message(), format!("user_agent holds {what}"));
        }
        check_user_agent("Größe/1.0 (shop)").unwrap();
    }
}
