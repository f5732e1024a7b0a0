//! How the typed operations of the cases are called by the command, and how it prints their answers.
//!
//! Written by `cargo xtask generate` from `model/operations`; do not edit.

use crate::forms::{Form, Operation, Renamed};

const PHONE_NUMBER_METRIC: &[Renamed] = &[("start", "start", Form::Time), ("end", "end", Form::Time)];

const TEMPLATE_METRIC: &[Renamed] = &[("start", "start", Form::Time), ("end", "end", Form::Time)];

pub(super) const OPERATIONS: &[Operation] = &[
    Operation { name: "enable_whatsapp_roi_metric", command: &["enable"], takes: &[], gives: &[] },
    Operation {
        name: "get_chatapp_phone_number_metric",
        command: &["metrics", "phone-number"],
        takes: &[("start", Form::Time), ("end", Form::Time)],
        gives: &[("data", Form::List(&Form::Record(PHONE_NUMBER_METRIC)))],
    },
    Operation {
        name: "get_chatapp_template_metric",
        command: &["metrics", "template"],
        takes: &[("start", Form::Time), ("end", Form::Time)],
        gives: &[("data", Form::List(&Form::Record(TEMPLATE_METRIC)))],
    },
];
