//! Any operation by name: the way to what has no type of its own yet.

use serde::de::{DeserializeOwned, Error as _};

use super::call_check;
use super::call_value::CallValue;
use super::identifier::spoilt;
use super::{Operation, Parameters, Subject};
use crate::answer::{self, Answer};
use crate::catalogue;
use crate::error::{Error, ErrorKind};
use crate::signature::hmac_sha1::SYSTEM_PARAMETERS;

/// A call of any CAMS operation by its name; the answer is JSON as it came.
///
/// The library knows every operation of the API: its documented limit, whether it may run twice, and its parameters. What
/// the operation does not have, what it requires and is not given, and what has another type is refused before anything
/// is sent, unless the call is [`unchecked`](Self::unchecked). An operation that this version does not know is sent as it
/// is, without a limit. Texts are sent as they are, empty ones too, but for `CustSpaceId`: an empty one would mean the
/// account's own channel.
///
/// An operation that is known only to read is repeated after any failure that may pass. Others, and those that this
/// version does not know, are repeated only where the service certainly did not act on the request, unless
/// [`idempotent`](Self::idempotent) says otherwise.
#[derive(Clone, Debug, PartialEq, Eq)]
#[must_use]
pub struct Call {
    action: String,
    parameters: Vec<(String, CallValue)>,
    idempotent: bool,
    unchecked: bool,
}

impl Call {
    /// A call of `action`, for example `ListInstance`.
    pub fn new(action: impl Into<String>) -> Self {
        let action = action.into();
        let idempotent = catalogue::operation(&action).is_some_and(catalogue::KnownOperation::may_run_twice);
        Self { action, parameters: Vec::new(), idempotent, unchecked: false }
    }

    /// Adds a parameter: a text, a number, a flag, a list, or any [JSON](CallValue::json).
    pub fn parameter(mut self, name: impl Into<String>, value: impl Into<CallValue>) -> Self {
        self.parameters.push((name.into(), value.into()));
        self
    }

    /// Says whether the operation may run twice with the effect of once.
    pub fn idempotent(mut self, idempotent: bool) -> Self {
        self.idempotent = idempotent;
        self
    }

    /// Says whether parameters are sent without being compared with what this version knows of the operation, for one
    /// that the service has learnt since.
    pub fn unchecked(mut self, unchecked: bool) -> Self {
        self.unchecked = unchecked;
        self
    }
}

/// The answer to a [`Call`]: JSON exactly as the service wrote it, with the order of its keys and every digit.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct CallOutput {
    /// The answer, JSON in UTF-8.
    pub text: String,
    /// The service's ID of the request.
    pub request_id: Option<String>,
    operation: String,
}

impl CallOutput {
    /// Reads the answer into a type of the caller's, whose numbers may be as wide as the service's are. A
    /// `serde_json::Value` keeps neither the order of keys nor integers above 2⁶⁴.
    pub fn decode<T: DeserializeOwned>(&self) -> Result<T, Error> {
        serde_json::from_str(&self.text).map_err(|problem| {
            Error::new(
                ErrorKind::UnexpectedResponse,
                format!("the answer is not what was expected: {problem}"),
                "Read it into a type that has the fields of this operation's answer.",
            )
            .with_operation(&self.operation)
            .with_request_id(self.request_id.clone())
        })
    }
}

impl Operation for Call {
    type Output = CallOutput;

    fn action(&self) -> &str {
        &self.action
    }

    fn is_idempotent(&self) -> bool {
        self.idempotent
    }

    fn subject(&self) -> Subject<'_> {
        Subject::of(&self.parameters)
    }

    fn parameters(&self) -> Result<Parameters, Error> {
        if self.action.is_empty() || !self.action.bytes().all(|byte| byte.is_ascii_alphanumeric()) {
            return Err(Error::invalid_argument(
                format!("{:?} is not an operation's name", self.action),
                "Give the name as the API documentation writes it, for example ListInstance.",
            ));
        }
        let mut parameters = Parameters::new();
        for (name, value) in &self.parameters {
            let is_name = |byte: u8| byte.is_ascii_alphanumeric() || b"-_.".contains(&byte);
            if name.is_empty() || !name.bytes().all(is_name) {
                return Err(Error::invalid_argument(
                    format!("{name:?} is not a parameter's name"),
                    "Give the name as the API documentation writes it, for example CustSpaceId.",
                ));
            }
            if SYSTEM_PARAMETERS.contains(&name.as_str()) {
                return Err(Error::invalid_argument(
                    format!("parameter {name} is set by the library"),
                    format!("Leave {name} out."),
                ));
            }
            if name != "CustSpaceId" && name.replace(['_', '-'], "").eq_ignore_ascii_case("CustSpaceId") {
                // The service would ignore it, and take the account's own channel.
                return Err(Error::invalid_argument(
                    format!("no operation has a parameter {name}"),
                    "Write it as the service does: CustSpaceId.",
                ));
            }
            if name == "CustSpaceId"
                && let Some(error) = spoilt(name, value.as_str())
            {
                return Err(error);
            }
            if value.is_null() {
                let hint = format!("Give {name} a value, or leave it out.");
                return Err(Error::invalid_argument(format!("{name} is null"), hint));
            }
            parameters = parameters.raw(name.clone(), value.as_str())?;
        }
        if let Some(operation) = catalogue::operation(&self.action)
            && !self.unchecked
        {
            call_check::check(operation, &self.parameters)?;
        }
        Ok(parameters)
    }

    fn output(&self, answer: Answer) -> Result<CallOutput, Error> {
        if is_too_deep(&answer.body) {
            let problem = serde_json::Error::custom(format_args!("it nests more than {MOST_DEEP} values"));
            return Err(answer::malformed(&answer, &problem));
        }
        let operation = self.action.clone();
        Ok(CallOutput { text: answer.body, request_id: answer.request_id, operation })
    }
}

/// How deep an answer may nest: a reader that recurses must survive it in every language.
const MOST_DEEP: usize = 127;

/// Whether JSON nests deeper than that.
fn is_too_deep(text: &str) -> bool {
    let (mut depth, mut in_text, mut escaped) = (0_usize, false, false);
    text.bytes().any(|byte| {
        match byte {
            _ if escaped => escaped = false,
            b'\\' if in_text => escaped = true,
            b'"' => in_text = !in_text,
            b'{' | b'[' if !in_text => depth += 1,
            b'}' | b']' if !in_text => depth = depth.saturating_sub(1),
            _ => {}
        }
        depth > MOST_DEEP
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn depth_counts_outside_of_texts_alone() {
        let nested = |depth: usize| format!("{}{}", "[".repeat(depth), "]".repeat(depth));
        assert!(!is_too_deep(&nested(MOST_DEEP)) && is_too_deep(&nested(MOST_DEEP + 1)));
        assert!(!is_too_deep(&format!("[\"\\\"{}\", []]", "[".repeat(200))));
    }

    #[test]
    fn a_channel_under_another_name_is_refused() {
        for name in ["custSpaceId", "CustSpaceID", "cust_space_id"] {
            let error =
                Call::new("EnableWhatsappROIMetric").parameter(name, "cams-1").parameters().unwrap_err();
            assert_eq!(error.message(), format!("no operation has a parameter {name}"));
        }
    }

    #[test]
    fn what_the_catalogue_lacks_is_sent_as_it_is() {
        let call = Call::new("GetWhatNobodyKnowsYet").parameter("Any", vec![true]);
        assert!(!call.is_idempotent() && call.calls_per_second().is_none());
        assert_eq!(call.parameters().unwrap().as_slice(), [("Any".into(), "[true]".to_owned())]);
    }

    #[test]
    fn what_is_known_of_an_operation_counts_unless_it_is_said_not_to() {
        let call = Call::new("QueryChatappPhoneNumbers").parameter("New", 1);
        assert!(call.is_idempotent() && call.calls_per_second() == Some(10));
        assert_eq!(call.parameters().unwrap_err().message(), "QueryChatappPhoneNumbers has no parameter New");
        let unchecked = call.unchecked(true).idempotent(false);
        assert!(!unchecked.is_idempotent() && unchecked.calls_per_second() == Some(10));
        assert_eq!(unchecked.parameters().unwrap().as_slice(), [("New".into(), "1".to_owned())]);
    }

    #[test]
    fn null_is_no_value() {
        let null = CallValue::from_json("null").unwrap();
        let error = Call::new("GetWhatNobodyKnowsYet").parameter("Any", null).parameters().unwrap_err();
        assert_eq!(error.message(), "Any is null");
    }
}
