//! The lines of channels that many workers enable: what each is called there, and the outcome that a line stands for.

use super::enabled::{ENABLED, RecordedLine};
use crate::outcome::ChannelOutcome;
use crate::recorded_error::recorded;
use crate::shared_run::LineOf;

/// What workers call a channel.
pub(crate) fn name_of_channel(endpoint: &str, cust_space_id: &str) -> String {
    format!("{endpoint} {cust_space_id}")
}

/// Reads what a line is of.
pub(crate) fn read_enabled(line: &str) -> Result<LineOf, String> {
    let line: RecordedLine = serde_json::from_str(line).map_err(|error| error.to_string())?;
    Ok(LineOf {
        thing: name_of_channel(&line.endpoint, &line.cust_space_id),
        is_done: line.status == ENABLED,
    })
}

/// The outcome that another worker, or an earlier run, wrote so; `None` for what is no line.
pub(crate) fn outcome_of(line: &str) -> Option<ChannelOutcome> {
    let line: RecordedLine = serde_json::from_str(line).ok()?;
    let is_enabled = line.status == ENABLED;
    Some(ChannelOutcome {
        cust_space_id: line.cust_space_id,
        request_id: line.request_id,
        attempts: line.attempts,
        message: None,
        access_denied_detail: None,
        error: (!is_enabled).then(|| recorded(&line.error.unwrap_or_default())),
        resumed: is_enabled,
        not_called: false,
    })
}

#[cfg(test)]
mod tests {
    use super::super::enabled::outcome_line;
    use super::*;
    use crate::error::Error;

    #[test]
    fn a_line_is_the_outcome_that_it_was_made_of() {
        let mut outcome = ChannelOutcome {
            cust_space_id: "cams-1".to_owned(),
            request_id: Some("R".to_owned()),
            attempts: 2,
            message: None,
            access_denied_detail: None,
            error: None,
            resumed: false,
            not_called: false,
        };
        for error in [None, Some(Error::invalid_argument("wrong", "ask"))] {
            outcome.error = error.clone();
            let line = String::from_utf8(outcome_line("https://e/", &outcome).unwrap()).unwrap();
            let read = read_enabled(&line).unwrap();
            assert_eq!((read.thing.as_str(), read.is_done), ("https://e/ cams-1", error.is_none()));
            let given = outcome_of(&line).unwrap();
            assert_eq!((given.resumed, given.attempts, &given.error), (error.is_none(), 2, &error));
            assert_eq!((given.cust_space_id, given.request_id), ("cams-1".to_owned(), Some("R".to_owned())));
        }
        assert!(read_enabled("{}").is_err() && outcome_of("no line").is_none());
    }
}
