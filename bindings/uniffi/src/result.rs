//! The service's answers as plain data. Times are in milliseconds since 1970.

use cams_roi::bridge::milliseconds;
use cams_roi::operations::{
    ButtonClicks, EnableWhatsappRoiMetricOutput, GetChatappPhoneNumberMetricOutput,
    GetChatappTemplateMetricOutput, PhoneNumberMetric, TemplateMetric,
};

use crate::failure::AccessDeniedDetail;

/// Figures are being collected.
#[derive(uniffi::Record)]
pub(crate) struct Enabled {
    request_id: Option<String>,
    /// The service's remark; not called `message`, as in errors.
    remark: Option<String>,
    access_denied_detail: Option<AccessDeniedDetail>,
}

impl From<EnableWhatsappRoiMetricOutput> for Enabled {
    fn from(output: EnableWhatsappRoiMetricOutput) -> Self {
        Self {
            request_id: output.request_id,
            remark: output.message,
            access_denied_detail: output.access_denied_detail.as_ref().map(Into::into),
        }
    }
}

/// The figures of phone numbers.
#[derive(uniffi::Record)]
pub(crate) struct PhoneNumberFigures {
    request_id: Option<String>,
    data: Vec<PhoneNumberRow>,
}

/// One phone number's figures.
#[derive(uniffi::Record)]
pub(crate) struct PhoneNumberRow {
    phone_number: String,
    granularity: Option<String>,
    start_ms: i64,
    end_ms: i64,
    sent_count: i64,
    delivered_count: i64,
}

impl From<GetChatappPhoneNumberMetricOutput> for PhoneNumberFigures {
    fn from(output: GetChatappPhoneNumberMetricOutput) -> Self {
        let data = output.data.into_iter().map(Into::into).collect();
        Self { request_id: output.request_id, data }
    }
}

impl From<PhoneNumberMetric> for PhoneNumberRow {
    fn from(row: PhoneNumberMetric) -> Self {
        Self {
            phone_number: row.phone_number,
            granularity: row.granularity.map(|it| it.as_str().to_owned()),
            start_ms: milliseconds(row.start),
            end_ms: milliseconds(row.end),
            sent_count: row.sent_count,
            delivered_count: row.delivered_count,
        }
    }
}

/// The figures of a template.
#[derive(uniffi::Record)]
pub(crate) struct TemplateFigures {
    request_id: Option<String>,
    data: Vec<TemplateRow>,
}

/// One template's figures in one language.
#[derive(uniffi::Record)]
pub(crate) struct TemplateRow {
    template_code: String,
    language: String,
    start_ms: i64,
    end_ms: i64,
    sent_count: i64,
    delivered_count: i64,
    read_count: i64,
    clicks: Vec<Clicks>,
}

/// How often a button was clicked.
#[derive(uniffi::Record)]
pub(crate) struct Clicks {
    button_content: String,
    /// `phone_number_button`, `url_button`, `quick_reply_button`, or the service's own word.
    button_type: String,
    count: i64,
}

impl From<GetChatappTemplateMetricOutput> for TemplateFigures {
    fn from(output: GetChatappTemplateMetricOutput) -> Self {
        let data = output.data.into_iter().map(Into::into).collect();
        Self { request_id: output.request_id, data }
    }
}

impl From<TemplateMetric> for TemplateRow {
    fn from(row: TemplateMetric) -> Self {
        Self {
            template_code: row.template_code,
            language: row.language,
            start_ms: milliseconds(row.start),
            end_ms: milliseconds(row.end),
            sent_count: row.sent_count,
            delivered_count: row.delivered_count,
            read_count: row.read_count,
            clicks: row.clicks.into_iter().map(Into::into).collect(),
        }
    }
}

impl From<ButtonClicks> for Clicks {
    fn from(clicks: ButtonClicks) -> Self {
        Self {
            button_type: clicks.button_type.as_str().to_owned(),
            button_content: clicks.button_content,
            count: clicks.count,
        }
    }
}
