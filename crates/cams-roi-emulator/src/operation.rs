//! What the emulator knows of an operation, and which requests for it are refused.

use crate::call::Call;
use crate::form::{Form, Parameter};
use crate::refusal::Refusal;

/// An operation.
#[derive(Debug)]
pub(crate) struct Operation {
    pub(crate) name: &'static str,
    pub(crate) ram_action: &'static str,
    /// Calls a second, per account; `None` where none is documented.
    pub(crate) calls_per_second: Option<u32>,
    pub(crate) parameters: &'static [Parameter],
    /// The two times of which the first must lie before the second.
    pub(crate) time_range: Option<(&'static str, &'static str)>,
    /// An answer, as JSON.
    pub(crate) sample: &'static str,
}

impl Operation {
    /// Whether it is about a channel.
    pub(crate) fn has_channel(&self) -> bool {
        self.parameters.iter().any(|parameter| matches!(parameter.form, Form::Channel))
    }

    /// Refuses a call whose parameters cannot be right, in the service's order.
    pub(crate) fn check(&self, call: &Call) -> Result<(), Refusal> {
        let given = |parameter: &&Parameter| call.parameter(parameter.name).is_some();
        let mut mandatory = self.parameters.iter().filter(|it| it.required);
        if let Some(missing) = mandatory.find(|it| !given(it)) {
            return Err(Refusal::missing_parameter(missing.name));
        }
        for parameter in self.parameters.iter().filter(given) {
            let value = call.parameter(parameter.name).unwrap_or_default();
            if let Some(problem) = parameter.form.problem(parameter.name, value) {
                return Err(Refusal::invalid_parameter(problem));
            }
        }
        if let Some((start, end)) = self.time_range {
            let milliseconds = |name| call.parameter(name).and_then(|text| text.parse::<i64>().ok());
            if milliseconds(start) >= milliseconds(end) {
                return Err(Refusal::invalid_parameter(format!("{start} must be before {end}.")));
            }
        }
        Ok(())
    }
}
