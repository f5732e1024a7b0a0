//! The operations that have types of their own.
//!
//! Written by `cargo xtask generate` from `model/operations`; do not edit.

mod enable_whatsapp_roi_metric;
mod get_chatapp_phone_number_metric;
mod get_chatapp_template_metric;
mod methods;
mod shared;

pub use enable_whatsapp_roi_metric::{EnableWhatsappRoiMetric, EnableWhatsappRoiMetricOutput};
pub use get_chatapp_phone_number_metric::{
    GetChatappPhoneNumberMetric, GetChatappPhoneNumberMetricOutput, PhoneNumberMetric,
};
pub use get_chatapp_template_metric::{
    ButtonClicks, ButtonType, GetChatappTemplateMetric, GetChatappTemplateMetricOutput, TemplateMetric,
};
pub use shared::Granularity;

/// The names of the operations that have a type of their own, with their limits in calls a second for an account.
pub const DOCUMENTED: [(&str, u32); 3] = [
    (EnableWhatsappRoiMetric::ACTION, EnableWhatsappRoiMetric::CALLS_PER_SECOND),
    (GetChatappPhoneNumberMetric::ACTION, GetChatappPhoneNumberMetric::CALLS_PER_SECOND),
    (GetChatappTemplateMetric::ACTION, GetChatappTemplateMetric::CALLS_PER_SECOND),
];
