//! The operations that the emulator knows: those of the model, and a few in outline.

use crate::form::{Form, Parameter};
use crate::operation::Operation;
use crate::typed::TYPED;

/// In outline, for callers of any operation by its name.
static OUTLINED: [Operation; 2] = [
    Operation {
        name: "ListInstance",
        ram_action: "cams:ListInstance",
        calls_per_second: None,
        parameters: &[],
        time_range: None,
        sample: "{}",
    },
    Operation {
        name: "QueryChatappPhoneNumbers",
        ram_action: "cams:QueryChatappPhoneNumbers",
        calls_per_second: Some(10),
        parameters: &[Parameter { name: "CustSpaceId", required: false, form: Form::Channel }],
        time_range: None,
        sample: "{}",
    },
];

/// All of them, each once.
pub(crate) fn operations() -> impl Iterator<Item = &'static Operation> {
    let is_typed = |name: &str| TYPED.iter().any(|operation| operation.name == name);
    TYPED.iter().chain(OUTLINED.iter().filter(move |operation| !is_typed(operation.name)))
}

/// Names are case-sensitive.
pub(crate) fn operation(name: &str) -> Option<&'static Operation> {
    operations().find(|operation| operation.name == name)
}
