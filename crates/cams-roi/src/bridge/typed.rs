//! How the operations that have types of their own cross to other languages: requests come as their parameters in the
//! model's order, answers go as their fields in that order.
//!
//! Written by `cargo xtask generate` from `model/operations`; do not edit.

use std::time::SystemTime;

use serde::ser::SerializeTupleStruct as _;
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use super::crossing::{Arrive, Cross, Crossing};
use crate::client::{CallOptions, Client};
use crate::error::Error;
use crate::operations::{
    ButtonClicks, ButtonType, EnableWhatsappRoiMetric, EnableWhatsappRoiMetricOutput,
    GetChatappPhoneNumberMetric, GetChatappPhoneNumberMetricOutput, GetChatappTemplateMetric,
    GetChatappTemplateMetricOutput, Granularity, PhoneNumberMetric, TemplateMetric,
};

/// A request of one of the operations.
#[allow(clippy::enum_variant_names, reason = "they have the names of the operations")]
pub(super) enum TypedRequest {
    EnableWhatsappRoiMetric(EnableWhatsappRoiMetric),
    GetChatappPhoneNumberMetric(GetChatappPhoneNumberMetric),
    GetChatappTemplateMetric(GetChatappTemplateMetric),
}

/// The answer of one of them.
#[allow(clippy::enum_variant_names, reason = "they have the names of the operations")]
pub(super) enum TypedOutput {
    EnableWhatsappRoiMetric(EnableWhatsappRoiMetricOutput),
    GetChatappPhoneNumberMetric(GetChatappPhoneNumberMetricOutput),
    GetChatappTemplateMetric(GetChatappTemplateMetricOutput),
}

impl TypedRequest {
    /// Reads the request of the operation that is called so on the wire; `None` where no type has the name.
    pub(super) fn read<'de, D: Deserializer<'de>>(
        operation: &str,
        request: D,
    ) -> Option<Result<Result<Self, Error>, D::Error>> {
        Some(match operation {
            EnableWhatsappRoiMetric::ACTION => {
                enable_whatsapp_roi_metric(request).map(|read| read.map(Self::EnableWhatsappRoiMetric))
            }
            GetChatappPhoneNumberMetric::ACTION => get_chatapp_phone_number_metric(request)
                .map(|read| read.map(Self::GetChatappPhoneNumberMetric)),
            GetChatappTemplateMetric::ACTION => {
                get_chatapp_template_metric(request).map(|read| read.map(Self::GetChatappTemplateMetric))
            }
            _ => return None,
        })
    }

    /// Sends it.
    pub(super) async fn send(self, client: &Client, options: CallOptions) -> Result<TypedOutput, Error> {
        Ok(match self {
            Self::EnableWhatsappRoiMetric(request) => {
                TypedOutput::EnableWhatsappRoiMetric(client.send(&request, options).await?)
            }
            Self::GetChatappPhoneNumberMetric(request) => {
                TypedOutput::GetChatappPhoneNumberMetric(client.send(&request, options).await?)
            }
            Self::GetChatappTemplateMetric(request) => {
                TypedOutput::GetChatappTemplateMetric(client.send(&request, options).await?)
            }
        })
    }
}

impl Serialize for TypedOutput {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::EnableWhatsappRoiMetric(output) => output.cross(serializer),
            Self::GetChatappPhoneNumberMetric(output) => output.cross(serializer),
            Self::GetChatappTemplateMetric(output) => output.cross(serializer),
        }
    }
}

fn enable_whatsapp_roi_metric<'de, D: Deserializer<'de>>(
    request: D,
) -> Result<Result<EnableWhatsappRoiMetric, Error>, D::Error> {
    #[derive(Deserialize)]
    struct Given(Option<String>, Option<String>);
    let Given(cust_space_id, isv_code) = Given::deserialize(request)?;
    let read = || {
        let request =
            cust_space_id.map_or_else(EnableWhatsappRoiMetric::own_channel, EnableWhatsappRoiMetric::new);
        let request = match isv_code {
            Some(given) => request.isv_code(<String>::arrive("isv_code", given)?),
            None => request,
        };
        Ok(request)
    };
    Ok(read())
}

impl Cross for EnableWhatsappRoiMetricOutput {
    fn cross<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut fields = serializer.serialize_tuple_struct("EnableWhatsappRoiMetricOutput", 3)?;
        fields.serialize_field(&self.request_id)?;
        fields.serialize_field(&Crossing(&self.message))?;
        fields.serialize_field(&Crossing(&self.access_denied_detail))?;
        fields.end()
    }
}

fn get_chatapp_phone_number_metric<'de, D: Deserializer<'de>>(
    request: D,
) -> Result<Result<GetChatappPhoneNumberMetric, Error>, D::Error> {
    #[derive(Deserialize)]
    struct Given(f64, f64, Option<String>, Option<String>, Option<String>, Option<String>);
    let Given(start, end, granularity, phone_number, cust_space_id, isv_code) = Given::deserialize(request)?;
    let read = || {
        let request = GetChatappPhoneNumberMetric::new(
            <SystemTime>::arrive("start", start)?,
            <SystemTime>::arrive("end", end)?,
        );
        let request = match cust_space_id {
            Some(id) => request.cust_space_id(id),
            None => request.own_channel(),
        };
        let request = match granularity {
            Some(given) => request.granularity(<Granularity>::arrive("granularity", given)?),
            None => request,
        };
        let request = match phone_number {
            Some(given) => request.phone_number(<String>::arrive("phone_number", given)?),
            None => request,
        };
        let request = match isv_code {
            Some(given) => request.isv_code(<String>::arrive("isv_code", given)?),
            None => request,
        };
        Ok(request)
    };
    Ok(read())
}

impl Cross for GetChatappPhoneNumberMetricOutput {
    fn cross<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut fields = serializer.serialize_tuple_struct("GetChatappPhoneNumberMetricOutput", 2)?;
        fields.serialize_field(&self.request_id)?;
        fields.serialize_field(&Crossing(&self.data))?;
        fields.end()
    }
}

impl Cross for PhoneNumberMetric {
    fn cross<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut fields = serializer.serialize_tuple_struct("PhoneNumberMetric", 6)?;
        fields.serialize_field(&Crossing(&self.phone_number))?;
        fields.serialize_field(&Crossing(&self.granularity))?;
        fields.serialize_field(&Crossing(&self.start))?;
        fields.serialize_field(&Crossing(&self.end))?;
        fields.serialize_field(&Crossing(&self.sent_count))?;
        fields.serialize_field(&Crossing(&self.delivered_count))?;
        fields.end()
    }
}

fn get_chatapp_template_metric<'de, D: Deserializer<'de>>(
    request: D,
) -> Result<Result<GetChatappTemplateMetric, Error>, D::Error> {
    #[derive(Deserialize)]
    struct Given(
        String,
        f64,
        f64,
        Option<String>,
        Option<String>,
        Option<String>,
        Option<String>,
        Option<String>,
    );
    let Given(template_code, start, end, language, granularity, template_type, cust_space_id, isv_code) =
        Given::deserialize(request)?;
    let read = || {
        let request = GetChatappTemplateMetric::new(
            <String>::arrive("template_code", template_code)?,
            <SystemTime>::arrive("start", start)?,
            <SystemTime>::arrive("end", end)?,
        );
        let request = match cust_space_id {
            Some(id) => request.cust_space_id(id),
            None => request.own_channel(),
        };
        let request = match language {
            Some(given) => request.language(<String>::arrive("language", given)?),
            None => request,
        };
        let request = match granularity {
            Some(given) => request.granularity(<Granularity>::arrive("granularity", given)?),
            None => request,
        };
        let request = match template_type {
            Some(given) => request.template_type(<String>::arrive("template_type", given)?),
            None => request,
        };
        let request = match isv_code {
            Some(given) => request.isv_code(<String>::arrive("isv_code", given)?),
            None => request,
        };
        Ok(request)
    };
    Ok(read())
}

impl Cross for GetChatappTemplateMetricOutput {
    fn cross<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut fields = serializer.serialize_tuple_struct("GetChatappTemplateMetricOutput", 2)?;
        fields.serialize_field(&self.request_id)?;
        fields.serialize_field(&Crossing(&self.data))?;
        fields.end()
    }
}

impl Cross for TemplateMetric {
    fn cross<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut fields = serializer.serialize_tuple_struct("TemplateMetric", 8)?;
        fields.serialize_field(&Crossing(&self.template_code))?;
        fields.serialize_field(&Crossing(&self.language))?;
        fields.serialize_field(&Crossing(&self.start))?;
        fields.serialize_field(&Crossing(&self.end))?;
        fields.serialize_field(&Crossing(&self.sent_count))?;
        fields.serialize_field(&Crossing(&self.delivered_count))?;
        fields.serialize_field(&Crossing(&self.read_count))?;
        fields.serialize_field(&Crossing(&self.clicks))?;
        fields.end()
    }
}

impl Cross for ButtonClicks {
    fn cross<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut fields = serializer.serialize_tuple_struct("ButtonClicks", 3)?;
        fields.serialize_field(&Crossing(&self.button_content))?;
        fields.serialize_field(&Crossing(&self.button_type))?;
        fields.serialize_field(&Crossing(&self.count))?;
        fields.end()
    }
}

impl Cross for ButtonType {
    fn cross<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.as_str())
    }
}

impl Arrive for ButtonType {
    type Given = String;

    fn arrive(_: &str, given: String) -> Result<Self, Error> {
        Ok(given.as_str().into())
    }
}

impl Cross for Granularity {
    fn cross<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.as_str())
    }
}

impl Arrive for Granularity {
    type Given = String;

    fn arrive(_: &str, given: String) -> Result<Self, Error> {
        Ok(given.as_str().into())
    }
}
