//! The service's operations, one file each: the request, the answer, the name and the documented limit.

mod call;
mod channel;
mod documented;
mod enable_whatsapp_roi_metric;
mod get_chatapp_phone_number_metric;
mod get_chatapp_template_metric;
mod identifier;
mod operation;
mod parameters;
mod repeatable;
mod rows;

pub use call::{Call, CallOutput};
pub use documented::DOCUMENTED;
pub use enable_whatsapp_roi_metric::{EnableWhatsappRoiMetric, EnableWhatsappRoiMetricOutput};
pub use get_chatapp_phone_number_metric::{
    GetChatappPhoneNumberMetric, GetChatappPhoneNumberMetricOutput, PhoneNumberMetric,
};
pub use get_chatapp_template_metric::{
    ButtonClicks, ButtonType, GetChatappTemplateMetric, GetChatappTemplateMetricOutput, TemplateMetric,
};
pub(crate) use identifier::{describe, is_invisible, spoilt};
pub use operation::{API_VERSION, Operation};
pub use parameters::Parameters;
pub use rows::Granularity;

pub use crate::subject::Subject;
