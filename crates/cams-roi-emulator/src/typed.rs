//! The operations of the model: who may call them, how often and with what, and an answer of each.
//!
//! Written by `cargo xtask generate` from `model/operations`; do not edit.

use crate::form::{Form, Parameter};
use crate::operation::Operation;

pub(crate) static TYPED: [Operation; 3] = [
    Operation {
        name: "EnableWhatsappROIMetric",
        ram_action: "cams:EnableWhatsappROIMetric",
        calls_per_second: Some(5),
        parameters: &[
            Parameter { name: "CustSpaceId", required: false, form: Form::Channel },
            Parameter { name: "IsvCode", required: false, form: Form::Text },
        ],
        time_range: None,
        sample: r#"{"RequestId": "90E63D28-E31D-1EB2-8939-A9486641****\n", "Code": "OK", "Message": "None", "AccessDeniedDetail": "None"}"#,
    },
    Operation {
        name: "GetChatappPhoneNumberMetric",
        ram_action: "cams:GetChatappPhoneNumberMetric",
        calls_per_second: Some(50),
        parameters: &[
            Parameter { name: "Start", required: true, form: Form::Time },
            Parameter { name: "End", required: true, form: Form::Time },
            Parameter { name: "Granularity", required: false, form: Form::Words(&["DAILY", "HALF_HOUR"]) },
            Parameter { name: "PhoneNumber", required: false, form: Form::Text },
            Parameter { name: "CustSpaceId", required: false, form: Form::Channel },
            Parameter { name: "IsvCode", required: false, form: Form::Text },
        ],
        time_range: Some(("Start", "End")),
        sample: r#"{"Code":"OK","Data":[{"DeliveredCount":5000000000,"End":1793491200000,"Granularity":"DAILY","PhoneNumber":"PhoneNumber 中文 \"1\"","SentCount":5000000000,"Start":1793491200000}],"RequestId":"R"}"#,
    },
    Operation {
        name: "GetChatappTemplateMetric",
        ram_action: "cams:GetChatappTemplateMetric",
        calls_per_second: Some(50),
        parameters: &[
            Parameter { name: "TemplateCode", required: true, form: Form::Text },
            Parameter { name: "Start", required: true, form: Form::Time },
            Parameter { name: "End", required: true, form: Form::Time },
            Parameter { name: "Language", required: false, form: Form::Text },
            Parameter { name: "Granularity", required: false, form: Form::Words(&["DAILY", "HALF_HOUR"]) },
            Parameter { name: "TemplateType", required: false, form: Form::Words(&["WHATSAPP"]) },
            Parameter { name: "CustSpaceId", required: false, form: Form::Channel },
            Parameter { name: "IsvCode", required: false, form: Form::Text },
        ],
        time_range: Some(("Start", "End")),
        sample: r#"{"Code":"OK","Data":[{"Cliented":[{"ButtonContent":"ButtonContent 中文 \"1\"","Count":5000000000,"Type":"phone_number_button"}],"DeliveredCount":5000000000,"End":1793491200000,"Language":"Language 中文 \"1\"","ReadCount":5000000000,"SentCount":5000000000,"Start":1793491200000,"TemplateCode":"TemplateCode 中文 \"1\""}],"RequestId":"R"}"#,
    },
];
