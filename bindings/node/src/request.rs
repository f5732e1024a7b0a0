//! What is asked of the service, and its answers as plain data.

use cams_roi::bridge::{milliseconds, time};
use cams_roi::operations::{
    ButtonClicks, Call, CallOutput, EnableWhatsappRoiMetric, EnableWhatsappRoiMetricOutput,
    GetChatappPhoneNumberMetric, GetChatappPhoneNumberMetricOutput, GetChatappTemplateMetric,
    GetChatappTemplateMetricOutput, Granularity, PhoneNumberMetric, TemplateMetric,
};
use napi_derive::napi;

use crate::failure::{AccessDeniedDetail, Failure};

/// `EnableWhatsappROIMetric`
#[napi(object, object_to_js = false)]
pub struct EnableRequest {
    pub cust_space_id: Option<String>,
    pub own_channel: Option<bool>,
    pub isv_code: Option<String>,
}

/// `GetChatappPhoneNumberMetric`; times are in milliseconds since 1970.
#[napi(object, object_to_js = false)]
pub struct PhoneNumberRequest {
    pub start: f64,
    pub end: f64,
    pub granularity: Option<String>,
    pub phone_number: Option<String>,
    pub cust_space_id: Option<String>,
    pub own_channel: Option<bool>,
    pub isv_code: Option<String>,
}

/// `GetChatappTemplateMetric`; times are in milliseconds since 1970.
#[napi(object, object_to_js = false)]
pub struct TemplateRequest {
    pub template_code: String,
    pub start: f64,
    pub end: f64,
    pub language: Option<String>,
    pub granularity: Option<String>,
    pub template_type: Option<String>,
    pub cust_space_id: Option<String>,
    pub own_channel: Option<bool>,
    pub isv_code: Option<String>,
}

/// Any operation by its name.
#[napi(object, object_to_js = false)]
pub struct CallRequest {
    pub action: String,
    pub parameters: Vec<(String, String)>,
    pub idempotent: Option<bool>,
}

/// Calls a setter of a request if there is a value.
macro_rules! given {
    ($from:ident, $request:ident, $($name:ident),*) => {
        $(let $request = match $from.$name { Some(value) => $request.$name(value), None => $request };)*
    };
}

impl TryFrom<EnableRequest> for EnableWhatsappRoiMetric {
    type Error = Box<Failure>;

    fn try_from(from: EnableRequest) -> Result<Self, Box<Failure>> {
        let request = match from.own_channel {
            Some(true) => Self::own_channel(),
            _ => Self::new(from.cust_space_id.unwrap_or_default()),
        };
        given!(from, request, isv_code);
        Ok(request)
    }
}

impl TryFrom<PhoneNumberRequest> for GetChatappPhoneNumberMetric {
    type Error = Box<Failure>;

    fn try_from(from: PhoneNumberRequest) -> Result<Self, Box<Failure>> {
        let request = Self::new(time("start", from.start)?, time("end", from.end)?);
        let request = match from.granularity {
            Some(text) => request.granularity(Granularity::from(text.as_str())),
            None => request,
        };
        given!(from, request, phone_number, cust_space_id, isv_code);
        Ok(if from.own_channel == Some(true) { request.own_channel() } else { request })
    }
}

impl TryFrom<TemplateRequest> for GetChatappTemplateMetric {
    type Error = Box<Failure>;

    fn try_from(from: TemplateRequest) -> Result<Self, Box<Failure>> {
        let request = Self::new(from.template_code, time("start", from.start)?, time("end", from.end)?);
        let request = match from.granularity {
            Some(text) => request.granularity(Granularity::from(text.as_str())),
            None => request,
        };
        given!(from, request, language, template_type, cust_space_id, isv_code);
        Ok(if from.own_channel == Some(true) { request.own_channel() } else { request })
    }
}

impl TryFrom<CallRequest> for Call {
    type Error = Box<Failure>;

    fn try_from(from: CallRequest) -> Result<Self, Box<Failure>> {
        let parameters = from.parameters.into_iter();
        let request =
            parameters.fold(Self::new(from.action), |request, (name, value)| request.parameter(name, value));
        given!(from, request, idempotent);
        Ok(request)
    }
}

/// Figures are being collected.
#[napi(object, object_from_js = false)]
pub struct Enabled {
    pub request_id: Option<String>,
    pub message: Option<String>,
    pub access_denied_detail: Option<AccessDeniedDetail>,
}

impl From<EnableWhatsappRoiMetricOutput> for Enabled {
    fn from(output: EnableWhatsappRoiMetricOutput) -> Self {
        Self {
            request_id: output.request_id,
            message: output.message,
            access_denied_detail: output.access_denied_detail.as_ref().map(Into::into),
        }
    }
}

/// The figures of phone numbers.
#[napi(object, object_from_js = false)]
pub struct PhoneNumberFigures {
    pub request_id: Option<String>,
    pub data: Vec<PhoneNumberRow>,
}

/// One phone number's figures; times are in milliseconds since 1970.
#[napi(object, object_from_js = false)]
pub struct PhoneNumberRow {
    pub phone_number: String,
    pub granularity: Option<String>,
    pub start: i64,
    pub end: i64,
    pub sent_count: i64,
    pub delivered_count: i64,
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
            start: milliseconds(row.start),
            end: milliseconds(row.end),
            sent_count: row.sent_count,
            delivered_count: row.delivered_count,
        }
    }
}

/// The figures of a template.
#[napi(object, object_from_js = false)]
pub struct TemplateFigures {
    pub request_id: Option<String>,
    pub data: Vec<TemplateRow>,
}

/// One template's figures in one language; times are in milliseconds since 1970.
#[napi(object, object_from_js = false)]
pub struct TemplateRow {
    pub template_code: String,
    pub language: String,
    pub start: i64,
    pub end: i64,
    pub sent_count: i64,
    pub delivered_count: i64,
    pub read_count: i64,
    pub clicks: Vec<Clicks>,
}

/// How often a button was clicked.
#[napi(object, object_from_js = false)]
pub struct Clicks {
    pub button_content: String,
    pub r#type: String,
    pub count: i64,
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
            start: milliseconds(row.start),
            end: milliseconds(row.end),
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
            r#type: clicks.button_type.as_str().to_owned(),
            button_content: clicks.button_content,
            count: clicks.count,
        }
    }
}

/// An answer as it came.
#[napi(object, object_from_js = false)]
pub struct TextAnswer {
    pub text: String,
}

impl From<CallOutput> for TextAnswer {
    fn from(answer: CallOutput) -> Self {
        Self { text: answer.text }
    }
}
