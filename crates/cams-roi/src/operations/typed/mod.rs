//! The operations that have types of their own.
//!
//! Written by `cargo xtask generate` from `model/operations`; do not edit.

mod documented;
mod enable_whatsapp_roi_metric;
mod get_chatapp_phone_number_metric;
mod get_chatapp_template_metric;
mod methods;
mod shared;

pub use documented::DOCUMENTED;
pub use enable_whatsapp_roi_metric::{EnableWhatsappRoiMetric, EnableWhatsappRoiMetricOutput};
pub use get_chatapp_phone_number_metric::{
    GetChatappPhoneNumberMetric, GetChatappPhoneNumberMetricOutput, PhoneNumberMetric,
};
pub use get_chatapp_template_metric::{
    ButtonClicks, ButtonType, GetChatappTemplateMetric, GetChatappTemplateMetricOutput, TemplateMetric,
};
pub use shared::Granularity;
