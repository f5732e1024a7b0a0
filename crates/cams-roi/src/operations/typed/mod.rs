//! The operations that have types of their own.
//!
//! Written by `cargo xtask generate` from `model/operations`; do not edit.

mod collect_metrics;
mod documented;
mod enable_whatsapp_roi_metric;
mod find_channels;
mod get_chatapp_phone_number_metric;
mod get_chatapp_template_detail;
mod get_chatapp_template_metric;
mod get_whatsapp_health_status;
mod list_chatapp_message;
mod list_chatapp_template;
mod list_instance;
mod methods;
mod query_chatapp_bind_waba;
mod query_chatapp_phone_numbers;
mod query_instance;
mod shared;

pub(crate) use collect_metrics::CollectMetricsOutput;
pub use collect_metrics::{CollectMetrics, CollectProgress, CollectedMetrics, MetricsRow, MetricsTarget};
pub use documented::DOCUMENTED;
pub use enable_whatsapp_roi_metric::{EnableWhatsappRoiMetric, EnableWhatsappRoiMetricOutput};
pub(crate) use find_channels::FindChannelsOutput;
pub use find_channels::{FindChannels, FoundChannel};
pub use get_chatapp_phone_number_metric::{
    GetChatappPhoneNumberMetric, GetChatappPhoneNumberMetricOutput, PhoneNumberMetric,
};
pub use get_chatapp_template_detail::{
    CardButton, CardComponent, GetChatappTemplateDetail, GetChatappTemplateDetailOutput, TemplateApp,
    TemplateButton, TemplateCard, TemplateComponent, TemplateDetail, TemplateNextStep,
};
pub use get_chatapp_template_metric::{
    GetChatappTemplateMetric, GetChatappTemplateMetricOutput, TemplateMetric,
};
pub use get_whatsapp_health_status::{
    GetWhatsappHealthStatus, GetWhatsappHealthStatusOutput, Health, HealthEntity, HealthProblem, NodeType,
};
pub use list_chatapp_message::{ListChatappMessage, ListChatappMessageOutput, MessageRecord};
pub use list_chatapp_template::{ListChatappTemplate, ListChatappTemplateOutput, Template};
pub use list_instance::{Instance, ListInstance, ListInstanceOutput};
pub use query_chatapp_bind_waba::{QueryChatappBindWaba, QueryChatappBindWabaOutput, Waba};
pub use query_chatapp_phone_numbers::{
    PhoneNumber, PhoneNumberStatus, QueryChatappPhoneNumbers, QueryChatappPhoneNumbersOutput,
};
pub use query_instance::{InstanceDetail, QueryInstance, QueryInstanceOutput};
pub use shared::{ButtonClicks, ButtonType, Granularity, Page, QualityRating};
