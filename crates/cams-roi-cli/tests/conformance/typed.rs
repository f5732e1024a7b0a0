//! How the typed operations of the cases are called by the command, and how it prints their answers.
//!
//! Written by `cargo xtask generate` from `model/operations`; do not edit.

use crate::forms::{Form, Operation, Renamed};

const PHONE_NUMBER_METRIC: &[Renamed] = &[("start", "start", Form::Time), ("end", "end", Form::Time)];

const TEMPLATE_METRIC: &[Renamed] = &[("start", "start", Form::Time), ("end", "end", Form::Time)];

const MESSAGE_RECORD: &[Renamed] = &[("send_time", "send_time", Form::Time)];

const TEMPLATE: &[Renamed] = &[("last_update_time", "last_update_time", Form::Time)];

const SENT_PAGE: &[Renamed] = &[("index", "Index", Form::Plain), ("size", "Size", Form::Plain)];

pub(super) const OPERATIONS: &[Operation] = &[
    Operation { name: "enable_whatsapp_roi_metric", command: &["enable"], takes: &[], gives: &[] },
    Operation {
        name: "get_chatapp_phone_number_metric",
        command: &["metrics", "phone-number"],
        takes: &[("start", Form::Time), ("end", Form::Time)],
        gives: &[("data", Form::List(&Form::Record(PHONE_NUMBER_METRIC)))],
    },
    Operation {
        name: "get_chatapp_template_detail",
        command: &["get-chatapp-template-detail"],
        takes: &[],
        gives: &[],
    },
    Operation {
        name: "get_chatapp_template_metric",
        command: &["metrics", "template"],
        takes: &[("start", Form::Time), ("end", Form::Time)],
        gives: &[("data", Form::List(&Form::Record(TEMPLATE_METRIC)))],
    },
    Operation {
        name: "get_whatsapp_health_status",
        command: &["get-whatsapp-health-status"],
        takes: &[],
        gives: &[],
    },
    Operation {
        name: "list_chatapp_message",
        command: &["list-chatapp-message"],
        takes: &[("page", Form::Record(SENT_PAGE)), ("start_time", Form::Time), ("end_time", Form::Time)],
        gives: &[("messages", Form::List(&Form::Record(MESSAGE_RECORD)))],
    },
    Operation {
        name: "list_chatapp_template",
        command: &["list-chatapp-template"],
        takes: &[("page", Form::Record(SENT_PAGE))],
        gives: &[("templates", Form::List(&Form::Record(TEMPLATE)))],
    },
    Operation { name: "list_instance", command: &["list-instance"], takes: &[], gives: &[] },
    Operation {
        name: "query_chatapp_bind_waba",
        command: &["query-chatapp-bind-waba"],
        takes: &[],
        gives: &[],
    },
    Operation {
        name: "query_chatapp_phone_numbers",
        command: &["query-chatapp-phone-numbers"],
        takes: &[],
        gives: &[],
    },
    Operation { name: "query_instance", command: &["query-instance"], takes: &[], gives: &[] },
];
