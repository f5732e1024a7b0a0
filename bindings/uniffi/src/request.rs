//! What is asked of the service. Times are in milliseconds since 1970.

use cams_roi::bridge::time;
use cams_roi::operations::{
    Call, EnableWhatsappRoiMetric, GetChatappPhoneNumberMetric, GetChatappTemplateMetric, Granularity,
};

use crate::failure::Failure;

/// Which channel is meant. The account's own one has a form of its own, so that an ID that is missing never means it.
#[derive(uniffi::Enum)]
pub(crate) enum ChannelChoice {
    Id { cust_space_id: String },
    Own,
}

/// `EnableWhatsappROIMetric`
#[derive(uniffi::Record)]
pub(crate) struct EnableRequest {
    channel: ChannelChoice,
    isv_code: Option<String>,
}

/// `GetChatappPhoneNumberMetric`
#[derive(uniffi::Record)]
pub(crate) struct PhoneNumberRequest {
    start_ms: f64,
    end_ms: f64,
    granularity: Option<String>,
    phone_number: Option<String>,
    channel: ChannelChoice,
    isv_code: Option<String>,
}

/// `GetChatappTemplateMetric`
#[derive(uniffi::Record)]
pub(crate) struct TemplateRequest {
    template_code: String,
    start_ms: f64,
    end_ms: f64,
    language: Option<String>,
    granularity: Option<String>,
    template_type: Option<String>,
    channel: ChannelChoice,
    isv_code: Option<String>,
}

/// Any operation by its name.
#[derive(uniffi::Record)]
pub(crate) struct CallRequest {
    action: String,
    parameters: Vec<Parameter>,
    idempotent: Option<bool>,
}

/// A parameter of any operation; one that comes twice has the later value.
#[derive(uniffi::Record)]
pub(crate) struct Parameter {
    name: String,
    value: String,
}

/// Calls a setter of a request if there is a value.
macro_rules! given {
    ($from:ident, $request:ident, $($name:ident),*) => {
        $(let $request = match $from.$name { Some(value) => $request.$name(value), None => $request };)*
    };
}

/// Tells a query's request which channel is meant.
macro_rules! of_channel {
    ($from:ident, $request:ident) => {
        match $from.channel {
            ChannelChoice::Id { cust_space_id } => $request.cust_space_id(cust_space_id),
            ChannelChoice::Own => $request.own_channel(),
        }
    };
}

impl TryFrom<EnableRequest> for EnableWhatsappRoiMetric {
    type Error = Failure;

    fn try_from(from: EnableRequest) -> Result<Self, Failure> {
        let request = match from.channel {
            ChannelChoice::Id { cust_space_id } => Self::new(cust_space_id),
            ChannelChoice::Own => Self::own_channel(),
        };
        given!(from, request, isv_code);
        Ok(request)
    }
}

impl TryFrom<PhoneNumberRequest> for GetChatappPhoneNumberMetric {
    type Error = Failure;

    fn try_from(from: PhoneNumberRequest) -> Result<Self, Failure> {
        let request = Self::new(time("start", from.start_ms)?, time("end", from.end_ms)?);
        let request = match from.granularity {
            Some(text) => request.granularity(Granularity::from(text.as_str())),
            None => request,
        };
        given!(from, request, phone_number, isv_code);
        Ok(of_channel!(from, request))
    }
}

impl TryFrom<TemplateRequest> for GetChatappTemplateMetric {
    type Error = Failure;

    fn try_from(from: TemplateRequest) -> Result<Self, Failure> {
        let (start, end) = (time("start", from.start_ms)?, time("end", from.end_ms)?);
        let request = Self::new(from.template_code, start, end);
        let request = match from.granularity {
            Some(text) => request.granularity(Granularity::from(text.as_str())),
            None => request,
        };
        given!(from, request, language, template_type, isv_code);
        Ok(of_channel!(from, request))
    }
}

impl TryFrom<CallRequest> for Call {
    type Error = Failure;

    fn try_from(from: CallRequest) -> Result<Self, Failure> {
        let parameters = from.parameters.into_iter();
        let request = parameters.fold(Self::new(from.action), |request, Parameter { name, value }| {
            request.parameter(name, value)
        });
        given!(from, request, idempotent);
        Ok(request)
    }
}
