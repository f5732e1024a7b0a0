//! How the operations that have types of their own cross to other languages: requests come as their parameters in the
//! model's order, answers go as their fields in that order.
//!
//! Written by `cargo xtask generate` from `model/operations`; do not edit.

use std::time::SystemTime;

use serde::ser::SerializeTupleStruct as _;
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use super::crossing::{Arrive, Cross, Crossing};
use crate::bulk::Channel;
use crate::client::{CallOptions, Client};
use crate::error::Error;
use crate::operations::{
    ButtonClicks, ButtonType, CardButton, CardComponent, CollectMetrics, CollectMetricsOutput,
    CollectProgress, CollectedMetrics, EnableWhatsappRoiMetric, EnableWhatsappRoiMetricOutput, FindChannels,
    FindChannelsOutput, FoundChannel, GetChatappPhoneNumberMetric, GetChatappPhoneNumberMetricOutput,
    GetChatappTemplateDetail, GetChatappTemplateDetailOutput, GetChatappTemplateMetric,
    GetChatappTemplateMetricOutput, GetWhatsappHealthStatus, GetWhatsappHealthStatusOutput, Granularity,
    Health, HealthEntity, HealthProblem, Instance, InstanceDetail, ListChatappMessage,
    ListChatappMessageOutput, ListChatappTemplate, ListChatappTemplateOutput, ListInstance,
    ListInstanceOutput, MessageRecord, MetricsRow, MetricsTarget, NodeType, Page, PhoneNumber,
    PhoneNumberMetric, PhoneNumberStatus, QualityRating, QueryChatappBindWaba, QueryChatappBindWabaOutput,
    QueryChatappPhoneNumbers, QueryChatappPhoneNumbersOutput, QueryInstance, QueryInstanceOutput, Template,
    TemplateApp, TemplateButton, TemplateCard, TemplateComponent, TemplateDetail, TemplateMetric,
    TemplateNextStep, Waba,
};
use crate::pages;

/// A request of one of the operations.
#[allow(clippy::enum_variant_names, reason = "they have the names of the operations")]
pub(super) enum TypedRequest {
    EnableWhatsappRoiMetric(EnableWhatsappRoiMetric),
    GetChatappPhoneNumberMetric(GetChatappPhoneNumberMetric),
    GetChatappTemplateDetail(GetChatappTemplateDetail),
    GetChatappTemplateMetric(GetChatappTemplateMetric),
    GetWhatsappHealthStatus(GetWhatsappHealthStatus),
    ListChatappMessage(ListChatappMessage),
    ListChatappTemplate(ListChatappTemplate),
    ListInstance(ListInstance),
    QueryChatappBindWaba(QueryChatappBindWaba),
    QueryChatappPhoneNumbers(QueryChatappPhoneNumbers),
    QueryInstance(QueryInstance),
    CollectMetrics(CollectMetrics),
    FindChannels(FindChannels),
}

/// The answer of one of them.
#[allow(clippy::enum_variant_names, reason = "they have the names of the operations")]
pub(super) enum TypedOutput {
    EnableWhatsappRoiMetric(EnableWhatsappRoiMetricOutput),
    GetChatappPhoneNumberMetric(GetChatappPhoneNumberMetricOutput),
    GetChatappTemplateDetail(GetChatappTemplateDetailOutput),
    GetChatappTemplateMetric(GetChatappTemplateMetricOutput),
    GetWhatsappHealthStatus(GetWhatsappHealthStatusOutput),
    ListChatappMessage(ListChatappMessageOutput),
    ListChatappTemplate(ListChatappTemplateOutput),
    ListInstance(ListInstanceOutput),
    QueryChatappBindWaba(QueryChatappBindWabaOutput),
    QueryChatappPhoneNumbers(QueryChatappPhoneNumbersOutput),
    QueryInstance(QueryInstanceOutput),
    CollectMetrics(CollectMetricsOutput),
    FindChannels(FindChannelsOutput),
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
            GetChatappTemplateDetail::ACTION => {
                get_chatapp_template_detail(request).map(|read| read.map(Self::GetChatappTemplateDetail))
            }
            GetChatappTemplateMetric::ACTION => {
                get_chatapp_template_metric(request).map(|read| read.map(Self::GetChatappTemplateMetric))
            }
            GetWhatsappHealthStatus::ACTION => {
                get_whatsapp_health_status(request).map(|read| read.map(Self::GetWhatsappHealthStatus))
            }
            ListChatappMessage::ACTION => {
                list_chatapp_message(request).map(|read| read.map(Self::ListChatappMessage))
            }
            ListChatappTemplate::ACTION => {
                list_chatapp_template(request).map(|read| read.map(Self::ListChatappTemplate))
            }
            ListInstance::ACTION => list_instance(request).map(|read| read.map(Self::ListInstance)),
            QueryChatappBindWaba::ACTION => {
                query_chatapp_bind_waba(request).map(|read| read.map(Self::QueryChatappBindWaba))
            }
            QueryChatappPhoneNumbers::ACTION => {
                query_chatapp_phone_numbers(request).map(|read| read.map(Self::QueryChatappPhoneNumbers))
            }
            QueryInstance::ACTION => query_instance(request).map(|read| read.map(Self::QueryInstance)),
            CollectMetrics::ACTION => collect_metrics(request).map(|read| read.map(Self::CollectMetrics)),
            FindChannels::ACTION => find_channels(request).map(|read| read.map(Self::FindChannels)),
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
            Self::GetChatappTemplateDetail(request) => {
                TypedOutput::GetChatappTemplateDetail(client.send(&request, options).await?)
            }
            Self::GetChatappTemplateMetric(request) => {
                TypedOutput::GetChatappTemplateMetric(client.send(&request, options).await?)
            }
            Self::GetWhatsappHealthStatus(request) => {
                TypedOutput::GetWhatsappHealthStatus(client.send(&request, options).await?)
            }
            Self::ListChatappMessage(request) => {
                TypedOutput::ListChatappMessage(client.send(&request, options).await?)
            }
            Self::ListChatappTemplate(request) => {
                TypedOutput::ListChatappTemplate(client.send(&request, options).await?)
            }
            Self::ListInstance(request) => TypedOutput::ListInstance(client.send(&request, options).await?),
            Self::QueryChatappBindWaba(request) => {
                TypedOutput::QueryChatappBindWaba(client.send(&request, options).await?)
            }
            Self::QueryChatappPhoneNumbers(request) => {
                TypedOutput::QueryChatappPhoneNumbers(client.send(&request, options).await?)
            }
            Self::QueryInstance(request) => TypedOutput::QueryInstance(client.send(&request, options).await?),
            Self::CollectMetrics(_) | Self::FindChannels(_) => return Err(pages::only_in_pages()),
        })
    }
}

impl TypedRequest {
    /// Fetches a page, the first one without a cursor, and gives the cursor of the next; `None` where the operation lists
    /// nothing.
    pub(super) async fn page(
        self,
        client: &Client,
        cursor: Option<&str>,
        options: CallOptions,
    ) -> Option<Result<(TypedOutput, Option<String>), Error>> {
        Some(match self {
            Self::ListChatappMessage(request) => pages::fetch_at(client, request, cursor, options)
                .await
                .map(|(page, next)| (TypedOutput::ListChatappMessage(page), next)),
            Self::ListChatappTemplate(request) => pages::fetch_at(client, request, cursor, options)
                .await
                .map(|(page, next)| (TypedOutput::ListChatappTemplate(page), next)),
            Self::ListInstance(request) => pages::fetch_at(client, request, cursor, options)
                .await
                .map(|(page, next)| (TypedOutput::ListInstance(page), next)),
            Self::CollectMetrics(request) => request
                .page(client, cursor, options)
                .await
                .map(|(page, next)| (TypedOutput::CollectMetrics(page), next)),
            Self::FindChannels(request) => request
                .page(client, cursor, options)
                .await
                .map(|(page, next)| (TypedOutput::FindChannels(page), next)),
            _ => return None,
        })
    }
}

impl Serialize for TypedOutput {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::EnableWhatsappRoiMetric(output) => output.cross(serializer),
            Self::GetChatappPhoneNumberMetric(output) => output.cross(serializer),
            Self::GetChatappTemplateDetail(output) => output.cross(serializer),
            Self::GetChatappTemplateMetric(output) => output.cross(serializer),
            Self::GetWhatsappHealthStatus(output) => output.cross(serializer),
            Self::ListChatappMessage(output) => output.cross(serializer),
            Self::ListChatappTemplate(output) => output.cross(serializer),
            Self::ListInstance(output) => output.cross(serializer),
            Self::QueryChatappBindWaba(output) => output.cross(serializer),
            Self::QueryChatappPhoneNumbers(output) => output.cross(serializer),
            Self::QueryInstance(output) => output.cross(serializer),
            Self::CollectMetrics(output) => output.cross(serializer),
            Self::FindChannels(output) => output.cross(serializer),
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

fn get_chatapp_template_detail<'de, D: Deserializer<'de>>(
    request: D,
) -> Result<Result<GetChatappTemplateDetail, Error>, D::Error> {
    #[derive(Deserialize)]
    struct Given(Option<String>, String, Option<String>, Option<String>, Option<String>, Option<String>);
    let Given(cust_space_id, language, template_code, template_name, template_type, isv_code) =
        Given::deserialize(request)?;
    let read = || {
        let request = GetChatappTemplateDetail::new(<String>::arrive("language", language)?);
        let request = match cust_space_id {
            Some(id) => request.cust_space_id(id),
            None => request.own_channel(),
        };
        let request = match template_code {
            Some(given) => request.template_code(<String>::arrive("template_code", given)?),
            None => request,
        };
        let request = match template_name {
            Some(given) => request.template_name(<String>::arrive("template_name", given)?),
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

impl Cross for GetChatappTemplateDetailOutput {
    fn cross<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut fields = serializer.serialize_tuple_struct("GetChatappTemplateDetailOutput", 2)?;
        fields.serialize_field(&self.request_id)?;
        fields.serialize_field(&Crossing(&self.template))?;
        fields.end()
    }
}

impl Cross for TemplateDetail {
    fn cross<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut fields = serializer.serialize_tuple_struct("TemplateDetail", 14)?;
        fields.serialize_field(&Crossing(&self.template_code))?;
        fields.serialize_field(&Crossing(&self.template_name))?;
        fields.serialize_field(&Crossing(&self.language))?;
        fields.serialize_field(&Crossing(&self.category))?;
        fields.serialize_field(&Crossing(&self.audit_status))?;
        fields.serialize_field(&Crossing(&self.reason))?;
        fields.serialize_field(&Crossing(&self.template_type))?;
        fields.serialize_field(&Crossing(&self.quality_score))?;
        fields.serialize_field(&Crossing(&self.allow_send))?;
        fields.serialize_field(&Crossing(&self.category_change_paused))?;
        fields.serialize_field(&Crossing(&self.message_send_ttl_seconds))?;
        fields.serialize_field(&Crossing(&self.product_set_id))?;
        fields.serialize_field(&Crossing(&self.examples))?;
        fields.serialize_field(&Crossing(&self.components))?;
        fields.end()
    }
}

impl Cross for TemplateComponent {
    fn cross<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut fields = serializer.serialize_tuple_struct("TemplateComponent", 19)?;
        fields.serialize_field(&Crossing(&self.component_type))?;
        fields.serialize_field(&Crossing(&self.format))?;
        fields.serialize_field(&Crossing(&self.text))?;
        fields.serialize_field(&Crossing(&self.url))?;
        fields.serialize_field(&Crossing(&self.caption))?;
        fields.serialize_field(&Crossing(&self.file_name))?;
        fields.serialize_field(&Crossing(&self.file_type))?;
        fields.serialize_field(&Crossing(&self.thumb_url))?;
        fields.serialize_field(&Crossing(&self.duration))?;
        fields.serialize_field(&Crossing(&self.latitude))?;
        fields.serialize_field(&Crossing(&self.longitude))?;
        fields.serialize_field(&Crossing(&self.location_name))?;
        fields.serialize_field(&Crossing(&self.location_address))?;
        fields.serialize_field(&Crossing(&self.add_secret_recommendation))?;
        fields.serialize_field(&Crossing(&self.code_expiration_minutes))?;
        fields.serialize_field(&Crossing(&self.has_expiration))?;
        fields.serialize_field(&Crossing(&self.offer_expiration_time_ms))?;
        fields.serialize_field(&Crossing(&self.buttons))?;
        fields.serialize_field(&Crossing(&self.cards))?;
        fields.end()
    }
}

impl Cross for TemplateButton {
    fn cross<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut fields = serializer.serialize_tuple_struct("TemplateButton", 15)?;
        fields.serialize_field(&Crossing(&self.button_type))?;
        fields.serialize_field(&Crossing(&self.text))?;
        fields.serialize_field(&Crossing(&self.url))?;
        fields.serialize_field(&Crossing(&self.url_type))?;
        fields.serialize_field(&Crossing(&self.phone_number))?;
        fields.serialize_field(&Crossing(&self.coupon_code))?;
        fields.serialize_field(&Crossing(&self.flow_id))?;
        fields.serialize_field(&Crossing(&self.flow_action))?;
        fields.serialize_field(&Crossing(&self.navigate_screen))?;
        fields.serialize_field(&Crossing(&self.autofill_text))?;
        fields.serialize_field(&Crossing(&self.package_name))?;
        fields.serialize_field(&Crossing(&self.signature_hash))?;
        fields.serialize_field(&Crossing(&self.supported_apps))?;
        fields.serialize_field(&Crossing(&self.is_opt_out))?;
        fields.serialize_field(&Crossing(&self.next_step))?;
        fields.end()
    }
}

impl Cross for TemplateApp {
    fn cross<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut fields = serializer.serialize_tuple_struct("TemplateApp", 2)?;
        fields.serialize_field(&Crossing(&self.package_name))?;
        fields.serialize_field(&Crossing(&self.signature_hash))?;
        fields.end()
    }
}

impl Cross for TemplateNextStep {
    fn cross<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut fields = serializer.serialize_tuple_struct("TemplateNextStep", 5)?;
        fields.serialize_field(&Crossing(&self.action))?;
        fields.serialize_field(&Crossing(&self.intent_code))?;
        fields.serialize_field(&Crossing(&self.next_template_code))?;
        fields.serialize_field(&Crossing(&self.next_template_name))?;
        fields.serialize_field(&Crossing(&self.next_language_code))?;
        fields.end()
    }
}

impl Cross for TemplateCard {
    fn cross<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut fields = serializer.serialize_tuple_struct("TemplateCard", 1)?;
        fields.serialize_field(&Crossing(&self.components))?;
        fields.end()
    }
}

impl Cross for CardComponent {
    fn cross<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut fields = serializer.serialize_tuple_struct("CardComponent", 5)?;
        fields.serialize_field(&Crossing(&self.component_type))?;
        fields.serialize_field(&Crossing(&self.format))?;
        fields.serialize_field(&Crossing(&self.text))?;
        fields.serialize_field(&Crossing(&self.url))?;
        fields.serialize_field(&Crossing(&self.buttons))?;
        fields.end()
    }
}

impl Cross for CardButton {
    fn cross<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut fields = serializer.serialize_tuple_struct("CardButton", 5)?;
        fields.serialize_field(&Crossing(&self.button_type))?;
        fields.serialize_field(&Crossing(&self.text))?;
        fields.serialize_field(&Crossing(&self.url))?;
        fields.serialize_field(&Crossing(&self.url_type))?;
        fields.serialize_field(&Crossing(&self.phone_number))?;
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

fn get_whatsapp_health_status<'de, D: Deserializer<'de>>(
    request: D,
) -> Result<Result<GetWhatsappHealthStatus, Error>, D::Error> {
    #[derive(Deserialize)]
    struct Given(Option<String>, String, Option<String>, Option<String>, Option<String>, Option<String>);
    let Given(cust_space_id, node_type, phone_number, template_code, language, waba_id) =
        Given::deserialize(request)?;
    let read = || {
        let request = GetWhatsappHealthStatus::new(<NodeType>::arrive("node_type", node_type)?);
        let request = match cust_space_id {
            Some(id) => request.cust_space_id(id),
            None => request.own_channel(),
        };
        let request = match phone_number {
            Some(given) => request.phone_number(<String>::arrive("phone_number", given)?),
            None => request,
        };
        let request = match template_code {
            Some(given) => request.template_code(<String>::arrive("template_code", given)?),
            None => request,
        };
        let request = match language {
            Some(given) => request.language(<String>::arrive("language", given)?),
            None => request,
        };
        let request = match waba_id {
            Some(given) => request.waba_id(<String>::arrive("waba_id", given)?),
            None => request,
        };
        Ok(request)
    };
    Ok(read())
}

impl Cross for GetWhatsappHealthStatusOutput {
    fn cross<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut fields = serializer.serialize_tuple_struct("GetWhatsappHealthStatusOutput", 2)?;
        fields.serialize_field(&self.request_id)?;
        fields.serialize_field(&Crossing(&self.health))?;
        fields.end()
    }
}

impl Cross for Health {
    fn cross<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut fields = serializer.serialize_tuple_struct("Health", 2)?;
        fields.serialize_field(&Crossing(&self.can_send_message))?;
        fields.serialize_field(&Crossing(&self.entities))?;
        fields.end()
    }
}

impl Cross for HealthEntity {
    fn cross<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut fields = serializer.serialize_tuple_struct("HealthEntity", 8)?;
        fields.serialize_field(&Crossing(&self.entity_type))?;
        fields.serialize_field(&Crossing(&self.can_send_message))?;
        fields.serialize_field(&Crossing(&self.business_id))?;
        fields.serialize_field(&Crossing(&self.phone_number))?;
        fields.serialize_field(&Crossing(&self.template_code))?;
        fields.serialize_field(&Crossing(&self.language))?;
        fields.serialize_field(&Crossing(&self.waba_id))?;
        fields.serialize_field(&Crossing(&self.errors))?;
        fields.end()
    }
}

impl Cross for HealthProblem {
    fn cross<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut fields = serializer.serialize_tuple_struct("HealthProblem", 3)?;
        fields.serialize_field(&Crossing(&self.error_code))?;
        fields.serialize_field(&Crossing(&self.error_description))?;
        fields.serialize_field(&Crossing(&self.possible_solution))?;
        fields.end()
    }
}

impl Cross for NodeType {
    fn cross<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.as_str())
    }
}

impl Arrive for NodeType {
    type Given = String;

    fn arrive(_: &str, given: String) -> Result<Self, Error> {
        Ok(given.as_str().into())
    }
}

fn list_chatapp_message<'de, D: Deserializer<'de>>(
    request: D,
) -> Result<Result<ListChatappMessage, Error>, D::Error> {
    #[derive(Deserialize)]
    struct Given(
        Option<String>,
        String,
        String,
        GivenPage,
        Option<f64>,
        Option<f64>,
        Option<String>,
        Option<String>,
        Option<String>,
        Option<String>,
        Option<String>,
        Option<String>,
    );
    let Given(
        cust_space_id,
        business_number,
        channel_type,
        page,
        start_time,
        end_time,
        event_action,
        message_status,
        client_accept_status,
        template_code,
        group_message_id,
        user_number,
    ) = Given::deserialize(request)?;
    let read = || {
        let request = ListChatappMessage::new(
            <String>::arrive("business_number", business_number)?,
            <String>::arrive("channel_type", channel_type)?,
            <Page>::arrive("page", page)?,
        );
        let request = match cust_space_id {
            Some(id) => request.cust_space_id(id),
            None => request.own_channel(),
        };
        let request = match start_time {
            Some(given) => request.start_time(<SystemTime>::arrive("start_time", given)?),
            None => request,
        };
        let request = match end_time {
            Some(given) => request.end_time(<SystemTime>::arrive("end_time", given)?),
            None => request,
        };
        let request = match event_action {
            Some(given) => request.event_action(<String>::arrive("event_action", given)?),
            None => request,
        };
        let request = match message_status {
            Some(given) => request.message_status(<String>::arrive("message_status", given)?),
            None => request,
        };
        let request = match client_accept_status {
            Some(given) => request.client_accept_status(<String>::arrive("client_accept_status", given)?),
            None => request,
        };
        let request = match template_code {
            Some(given) => request.template_code(<String>::arrive("template_code", given)?),
            None => request,
        };
        let request = match group_message_id {
            Some(given) => request.group_message_id(<String>::arrive("group_message_id", given)?),
            None => request,
        };
        let request = match user_number {
            Some(given) => request.user_number(<String>::arrive("user_number", given)?),
            None => request,
        };
        Ok(request)
    };
    Ok(read())
}

impl Cross for ListChatappMessageOutput {
    fn cross<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut fields = serializer.serialize_tuple_struct("ListChatappMessageOutput", 2)?;
        fields.serialize_field(&self.request_id)?;
        fields.serialize_field(&Crossing(&self.messages))?;
        fields.end()
    }
}

impl Cross for MessageRecord {
    fn cross<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut fields = serializer.serialize_tuple_struct("MessageRecord", 26)?;
        fields.serialize_field(&Crossing(&self.message_id))?;
        fields.serialize_field(&Crossing(&self.unique_message_id))?;
        fields.serialize_field(&Crossing(&self.conversation_id))?;
        fields.serialize_field(&Crossing(&self.business_number))?;
        fields.serialize_field(&Crossing(&self.user_number))?;
        fields.serialize_field(&Crossing(&self.channel_type))?;
        fields.serialize_field(&Crossing(&self.event_action))?;
        fields.serialize_field(&Crossing(&self.event_action_name))?;
        fields.serialize_field(&Crossing(&self.message_status))?;
        fields.serialize_field(&Crossing(&self.message_status_name))?;
        fields.serialize_field(&Crossing(&self.client_accept_status_name))?;
        fields.serialize_field(&Crossing(&self.client_read_status))?;
        fields.serialize_field(&Crossing(&self.client_read_status_name))?;
        fields.serialize_field(&Crossing(&self.fail_reason))?;
        fields.serialize_field(&Crossing(&self.fail_back_flag))?;
        fields.serialize_field(&Crossing(&self.fail_back_content))?;
        fields.serialize_field(&Crossing(&self.template_code))?;
        fields.serialize_field(&Crossing(&self.template_name))?;
        fields.serialize_field(&Crossing(&self.language_code))?;
        fields.serialize_field(&Crossing(&self.message))?;
        fields.serialize_field(&Crossing(&self.message_type))?;
        fields.serialize_field(&Crossing(&self.message_type_name))?;
        fields.serialize_field(&Crossing(&self.message_source))?;
        fields.serialize_field(&Crossing(&self.kind))?;
        fields.serialize_field(&Crossing(&self.month))?;
        fields.serialize_field(&Crossing(&self.send_time))?;
        fields.end()
    }
}

fn list_chatapp_template<'de, D: Deserializer<'de>>(
    request: D,
) -> Result<Result<ListChatappTemplate, Error>, D::Error> {
    #[derive(Deserialize)]
    struct Given(
        Option<String>,
        Option<String>,
        Option<GivenPage>,
        Option<String>,
        Option<String>,
        Option<String>,
        Option<String>,
        Option<String>,
        Option<String>,
    );
    let Given(cust_space_id, isv_code, page, name, code, language, category, audit_status, template_type) =
        Given::deserialize(request)?;
    let read = || {
        let request = cust_space_id.map_or_else(ListChatappTemplate::own_channel, ListChatappTemplate::new);
        let request = match isv_code {
            Some(given) => request.isv_code(<String>::arrive("isv_code", given)?),
            None => request,
        };
        let request = match page {
            Some(given) => request.page(<Page>::arrive("page", given)?),
            None => request,
        };
        let request = match name {
            Some(given) => request.name(<String>::arrive("name", given)?),
            None => request,
        };
        let request = match code {
            Some(given) => request.code(<String>::arrive("code", given)?),
            None => request,
        };
        let request = match language {
            Some(given) => request.language(<String>::arrive("language", given)?),
            None => request,
        };
        let request = match category {
            Some(given) => request.category(<String>::arrive("category", given)?),
            None => request,
        };
        let request = match audit_status {
            Some(given) => request.audit_status(<String>::arrive("audit_status", given)?),
            None => request,
        };
        let request = match template_type {
            Some(given) => request.template_type(<String>::arrive("template_type", given)?),
            None => request,
        };
        Ok(request)
    };
    Ok(read())
}

impl Cross for ListChatappTemplateOutput {
    fn cross<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut fields = serializer.serialize_tuple_struct("ListChatappTemplateOutput", 3)?;
        fields.serialize_field(&self.request_id)?;
        fields.serialize_field(&Crossing(&self.templates))?;
        fields.serialize_field(&Crossing(&self.total))?;
        fields.end()
    }
}

impl Cross for Template {
    fn cross<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut fields = serializer.serialize_tuple_struct("Template", 8)?;
        fields.serialize_field(&Crossing(&self.template_code))?;
        fields.serialize_field(&Crossing(&self.template_name))?;
        fields.serialize_field(&Crossing(&self.language))?;
        fields.serialize_field(&Crossing(&self.category))?;
        fields.serialize_field(&Crossing(&self.audit_status))?;
        fields.serialize_field(&Crossing(&self.reason))?;
        fields.serialize_field(&Crossing(&self.template_type))?;
        fields.serialize_field(&Crossing(&self.last_update_time))?;
        fields.end()
    }
}

fn list_instance<'de, D: Deserializer<'de>>(request: D) -> Result<Result<ListInstance, Error>, D::Error> {
    #[derive(Deserialize)]
    struct Given(
        Option<i64>,
        Option<i64>,
        Option<String>,
        Option<String>,
        Option<String>,
        Option<String>,
        Option<String>,
        Option<String>,
    );
    let Given(
        page_index,
        page_size,
        channel_type,
        instance_id,
        instance_name,
        filter_str,
        resource_group_id,
        submit_time,
    ) = Given::deserialize(request)?;
    let read = || {
        let request = ListInstance::new();
        let request = match page_index {
            Some(given) => request.page_index(<i64>::arrive("page_index", given)?),
            None => request,
        };
        let request = match page_size {
            Some(given) => request.page_size(<i64>::arrive("page_size", given)?),
            None => request,
        };
        let request = match channel_type {
            Some(given) => request.channel_type(<String>::arrive("channel_type", given)?),
            None => request,
        };
        let request = match instance_id {
            Some(given) => request.instance_id(<String>::arrive("instance_id", given)?),
            None => request,
        };
        let request = match instance_name {
            Some(given) => request.instance_name(<String>::arrive("instance_name", given)?),
            None => request,
        };
        let request = match filter_str {
            Some(given) => request.filter_str(<String>::arrive("filter_str", given)?),
            None => request,
        };
        let request = match resource_group_id {
            Some(given) => request.resource_group_id(<String>::arrive("resource_group_id", given)?),
            None => request,
        };
        let request = match submit_time {
            Some(given) => request.submit_time(<String>::arrive("submit_time", given)?),
            None => request,
        };
        Ok(request)
    };
    Ok(read())
}

impl Cross for ListInstanceOutput {
    fn cross<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut fields = serializer.serialize_tuple_struct("ListInstanceOutput", 3)?;
        fields.serialize_field(&self.request_id)?;
        fields.serialize_field(&Crossing(&self.instances))?;
        fields.serialize_field(&Crossing(&self.total_count))?;
        fields.end()
    }
}

impl Cross for Instance {
    fn cross<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut fields = serializer.serialize_tuple_struct("Instance", 14)?;
        fields.serialize_field(&Crossing(&self.instance_id))?;
        fields.serialize_field(&Crossing(&self.cust_space_id))?;
        fields.serialize_field(&Crossing(&self.instance_name))?;
        fields.serialize_field(&Crossing(&self.instance_description))?;
        fields.serialize_field(&Crossing(&self.channel_type))?;
        fields.serialize_field(&Crossing(&self.state))?;
        fields.serialize_field(&Crossing(&self.submit_time))?;
        fields.serialize_field(&Crossing(&self.country_id))?;
        fields.serialize_field(&Crossing(&self.contact_mail))?;
        fields.serialize_field(&Crossing(&self.office_address))?;
        fields.serialize_field(&Crossing(&self.facebook_bm_id))?;
        fields.serialize_field(&Crossing(&self.isv_terms))?;
        fields.serialize_field(&Crossing(&self.resource_group_id))?;
        fields.serialize_field(&Crossing(&self.resource_region_id))?;
        fields.end()
    }
}

fn query_chatapp_bind_waba<'de, D: Deserializer<'de>>(
    request: D,
) -> Result<Result<QueryChatappBindWaba, Error>, D::Error> {
    #[derive(Deserialize)]
    struct Given(Option<String>, Option<String>);
    let Given(cust_space_id, isv_code) = Given::deserialize(request)?;
    let read = || {
        let request = cust_space_id.map_or_else(QueryChatappBindWaba::own_channel, QueryChatappBindWaba::new);
        let request = match isv_code {
            Some(given) => request.isv_code(<String>::arrive("isv_code", given)?),
            None => request,
        };
        Ok(request)
    };
    Ok(read())
}

impl Cross for QueryChatappBindWabaOutput {
    fn cross<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut fields = serializer.serialize_tuple_struct("QueryChatappBindWabaOutput", 2)?;
        fields.serialize_field(&self.request_id)?;
        fields.serialize_field(&Crossing(&self.waba))?;
        fields.end()
    }
}

impl Cross for Waba {
    fn cross<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut fields = serializer.serialize_tuple_struct("Waba", 11)?;
        fields.serialize_field(&Crossing(&self.id))?;
        fields.serialize_field(&Crossing(&self.name))?;
        fields.serialize_field(&Crossing(&self.account_review_status))?;
        fields.serialize_field(&Crossing(&self.currency))?;
        fields.serialize_field(&Crossing(&self.business_id))?;
        fields.serialize_field(&Crossing(&self.business_name))?;
        fields.serialize_field(&Crossing(&self.message_template_namespace))?;
        fields.serialize_field(&Crossing(&self.marketing_message_lite_status))?;
        fields.serialize_field(&Crossing(&self.is_on_biz_app))?;
        fields.serialize_field(&Crossing(&self.primary_business_location))?;
        fields.serialize_field(&Crossing(&self.auth_international_rate_eligibility))?;
        fields.end()
    }
}

fn query_chatapp_phone_numbers<'de, D: Deserializer<'de>>(
    request: D,
) -> Result<Result<QueryChatappPhoneNumbers, Error>, D::Error> {
    #[derive(Deserialize)]
    struct Given(Option<String>, Option<String>, Option<String>);
    let Given(cust_space_id, isv_code, status) = Given::deserialize(request)?;
    let read = || {
        let request =
            cust_space_id.map_or_else(QueryChatappPhoneNumbers::own_channel, QueryChatappPhoneNumbers::new);
        let request = match isv_code {
            Some(given) => request.isv_code(<String>::arrive("isv_code", given)?),
            None => request,
        };
        let request = match status {
            Some(given) => request.status(<String>::arrive("status", given)?),
            None => request,
        };
        Ok(request)
    };
    Ok(read())
}

impl Cross for QueryChatappPhoneNumbersOutput {
    fn cross<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut fields = serializer.serialize_tuple_struct("QueryChatappPhoneNumbersOutput", 2)?;
        fields.serialize_field(&self.request_id)?;
        fields.serialize_field(&Crossing(&self.phone_numbers))?;
        fields.end()
    }
}

impl Cross for PhoneNumber {
    fn cross<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut fields = serializer.serialize_tuple_struct("PhoneNumber", 13)?;
        fields.serialize_field(&Crossing(&self.phone_number))?;
        fields.serialize_field(&Crossing(&self.verified_name))?;
        fields.serialize_field(&Crossing(&self.status))?;
        fields.serialize_field(&Crossing(&self.quality_rating))?;
        fields.serialize_field(&Crossing(&self.messaging_limit_tier))?;
        fields.serialize_field(&Crossing(&self.code_verification_status))?;
        fields.serialize_field(&Crossing(&self.name_status))?;
        fields.serialize_field(&Crossing(&self.new_name_status))?;
        fields.serialize_field(&Crossing(&self.is_official))?;
        fields.serialize_field(&Crossing(&self.status_callback_url))?;
        fields.serialize_field(&Crossing(&self.status_queue))?;
        fields.serialize_field(&Crossing(&self.up_callback_url))?;
        fields.serialize_field(&Crossing(&self.up_queue))?;
        fields.end()
    }
}

impl Cross for PhoneNumberStatus {
    fn cross<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.as_str())
    }
}

impl Arrive for PhoneNumberStatus {
    type Given = String;

    fn arrive(_: &str, given: String) -> Result<Self, Error> {
        Ok(given.as_str().into())
    }
}

fn query_instance<'de, D: Deserializer<'de>>(request: D) -> Result<Result<QueryInstance, Error>, D::Error> {
    // One parameter is a sequence, too, which it would not be as a structure.
    type Given = (String,);
    let (instance_id,) = Given::deserialize(request)?;
    let read = || {
        let request = QueryInstance::new(<String>::arrive("instance_id", instance_id)?);
        Ok(request)
    };
    Ok(read())
}

impl Cross for QueryInstanceOutput {
    fn cross<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut fields = serializer.serialize_tuple_struct("QueryInstanceOutput", 2)?;
        fields.serialize_field(&self.request_id)?;
        fields.serialize_field(&Crossing(&self.instance))?;
        fields.end()
    }
}

impl Cross for InstanceDetail {
    fn cross<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut fields = serializer.serialize_tuple_struct("InstanceDetail", 13)?;
        fields.serialize_field(&Crossing(&self.instance_id))?;
        fields.serialize_field(&Crossing(&self.instance_name))?;
        fields.serialize_field(&Crossing(&self.instance_description))?;
        fields.serialize_field(&Crossing(&self.channel_type))?;
        fields.serialize_field(&Crossing(&self.cust_type))?;
        fields.serialize_field(&Crossing(&self.submit_time))?;
        fields.serialize_field(&Crossing(&self.country_id))?;
        fields.serialize_field(&Crossing(&self.contact_mail))?;
        fields.serialize_field(&Crossing(&self.office_address))?;
        fields.serialize_field(&Crossing(&self.facebook_bm_id))?;
        fields.serialize_field(&Crossing(&self.isv_terms))?;
        fields.serialize_field(&Crossing(&self.resource_group_id))?;
        fields.serialize_field(&Crossing(&self.resource_region_id))?;
        fields.end()
    }
}

fn collect_metrics<'de, D: Deserializer<'de>>(request: D) -> Result<Result<CollectMetrics, Error>, D::Error> {
    #[derive(Deserialize)]
    struct Given(
        Option<Vec<(String, Option<String>)>>,
        Option<Vec<GivenMetricsTarget>>,
        Option<String>,
        Option<String>,
        Option<f64>,
        Option<f64>,
        Option<String>,
        Option<bool>,
        Option<bool>,
        Option<String>,
        Option<i64>,
        Option<String>,
    );
    let Given(
        channels,
        targets,
        days,
        time_zone,
        start,
        end,
        granularity,
        phone_numbers,
        templates,
        isv_code,
        days_per_query,
        journal,
    ) = Given::deserialize(request)?;
    let read = || {
        let request = CollectMetrics::new();
        let request = match channels {
            Some(given) => request.channels(<Vec<Channel>>::arrive("channels", given)?),
            None => request,
        };
        let request = match targets {
            Some(given) => request.targets(<Vec<MetricsTarget>>::arrive("targets", given)?),
            None => request,
        };
        let request = match days {
            Some(given) => request.days(<String>::arrive("days", given)?),
            None => request,
        };
        let request = match time_zone {
            Some(given) => request.time_zone(<String>::arrive("time_zone", given)?),
            None => request,
        };
        let request = match start {
            Some(given) => request.start(<SystemTime>::arrive("start", given)?),
            None => request,
        };
        let request = match end {
            Some(given) => request.end(<SystemTime>::arrive("end", given)?),
            None => request,
        };
        let request = match granularity {
            Some(given) => request.granularity(<Granularity>::arrive("granularity", given)?),
            None => request,
        };
        let request = match phone_numbers {
            Some(given) => request.phone_numbers(<bool>::arrive("phone_numbers", given)?),
            None => request,
        };
        let request = match templates {
            Some(given) => request.templates(<bool>::arrive("templates", given)?),
            None => request,
        };
        let request = match isv_code {
            Some(given) => request.isv_code(<String>::arrive("isv_code", given)?),
            None => request,
        };
        let request = match days_per_query {
            Some(given) => request.days_per_query(<i64>::arrive("days_per_query", given)?),
            None => request,
        };
        let request = match journal {
            Some(given) => request.journal(<String>::arrive("journal", given)?),
            None => request,
        };
        Ok(request)
    };
    Ok(read())
}

impl Cross for CollectMetricsOutput {
    fn cross<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut fields = serializer.serialize_tuple_struct("CollectMetricsOutput", 2)?;
        fields.serialize_field(&None::<String>)?;
        fields.serialize_field(&Crossing(&self.results))?;
        fields.end()
    }
}

/// A [`MetricsTarget`] as another language gives it.
#[derive(Deserialize)]
pub(super) struct GivenMetricsTarget(
    String,
    Option<String>,
    Option<String>,
    Option<String>,
    Option<String>,
    Option<String>,
);

impl Arrive for MetricsTarget {
    type Given = GivenMetricsTarget;

    fn arrive(_: &str, given: Self::Given) -> Result<Self, Error> {
        let GivenMetricsTarget(cust_space_id, phone_number, template_code, language, template_name, isv_code) =
            given;
        let record = Self::new(<String>::arrive("cust_space_id", cust_space_id)?);
        let record = match phone_number {
            Some(given) => record.phone_number(<String>::arrive("phone_number", given)?),
            None => record,
        };
        let record = match template_code {
            Some(given) => record.template_code(<String>::arrive("template_code", given)?),
            None => record,
        };
        let record = match language {
            Some(given) => record.language(<String>::arrive("language", given)?),
            None => record,
        };
        let record = match template_name {
            Some(given) => record.template_name(<String>::arrive("template_name", given)?),
            None => record,
        };
        let record = match isv_code {
            Some(given) => record.isv_code(<String>::arrive("isv_code", given)?),
            None => record,
        };
        Ok(record)
    }
}

impl Cross for CollectedMetrics {
    fn cross<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut fields = serializer.serialize_tuple_struct("CollectedMetrics", 10)?;
        fields.serialize_field(&Crossing(&self.cust_space_id))?;
        fields.serialize_field(&Crossing(&self.phone_number))?;
        fields.serialize_field(&Crossing(&self.template_code))?;
        fields.serialize_field(&Crossing(&self.template_name))?;
        fields.serialize_field(&Crossing(&self.language))?;
        fields.serialize_field(&Crossing(&self.start))?;
        fields.serialize_field(&Crossing(&self.end))?;
        fields.serialize_field(&Crossing(&self.rows))?;
        fields.serialize_field(&Crossing(&self.error))?;
        fields.serialize_field(&Crossing(&self.progress))?;
        fields.end()
    }
}

impl Cross for CollectProgress {
    fn cross<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut fields = serializer.serialize_tuple_struct("CollectProgress", 6)?;
        fields.serialize_field(&Crossing(&self.channels))?;
        fields.serialize_field(&Crossing(&self.done))?;
        fields.serialize_field(&Crossing(&self.total))?;
        fields.serialize_field(&Crossing(&self.is_complete))?;
        fields.serialize_field(&Crossing(&self.skipped))?;
        fields.serialize_field(&Crossing(&self.failed))?;
        fields.end()
    }
}

impl Cross for MetricsRow {
    fn cross<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut fields = serializer.serialize_tuple_struct("MetricsRow", 15)?;
        fields.serialize_field(&Crossing(&self.cust_space_id))?;
        fields.serialize_field(&Crossing(&self.phone_number))?;
        fields.serialize_field(&Crossing(&self.template_code))?;
        fields.serialize_field(&Crossing(&self.template_name))?;
        fields.serialize_field(&Crossing(&self.language))?;
        fields.serialize_field(&Crossing(&self.start))?;
        fields.serialize_field(&Crossing(&self.end))?;
        fields.serialize_field(&Crossing(&self.sent_count))?;
        fields.serialize_field(&Crossing(&self.delivered_count))?;
        fields.serialize_field(&Crossing(&self.read_count))?;
        fields.serialize_field(&Crossing(&self.click_count))?;
        fields.serialize_field(&Crossing(&self.clicks))?;
        fields.serialize_field(&Crossing(&self.delivery_rate))?;
        fields.serialize_field(&Crossing(&self.read_rate))?;
        fields.serialize_field(&Crossing(&self.click_rate))?;
        fields.end()
    }
}

fn find_channels<'de, D: Deserializer<'de>>(request: D) -> Result<Result<FindChannels, Error>, D::Error> {
    #[derive(Deserialize)]
    struct Given(Option<String>, Option<String>, Option<String>);
    let Given(name, state, region) = Given::deserialize(request)?;
    let read = || {
        let request = FindChannels::new();
        let request = match name {
            Some(given) => request.name(<String>::arrive("name", given)?),
            None => request,
        };
        let request = match state {
            Some(given) => request.state(<String>::arrive("state", given)?),
            None => request,
        };
        let request = match region {
            Some(given) => request.region(<String>::arrive("region", given)?),
            None => request,
        };
        Ok(request)
    };
    Ok(read())
}

impl Cross for FindChannelsOutput {
    fn cross<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut fields = serializer.serialize_tuple_struct("FindChannelsOutput", 3)?;
        fields.serialize_field(&None::<String>)?;
        fields.serialize_field(&Crossing(&self.channels))?;
        fields.serialize_field(&Crossing(&self.found))?;
        fields.end()
    }
}

impl Cross for FoundChannel {
    fn cross<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut fields = serializer.serialize_tuple_struct("FoundChannel", 5)?;
        fields.serialize_field(&Crossing(&self.cust_space_id))?;
        fields.serialize_field(&Crossing(&self.instance_id))?;
        fields.serialize_field(&Crossing(&self.name))?;
        fields.serialize_field(&Crossing(&self.state))?;
        fields.serialize_field(&Crossing(&self.region))?;
        fields.end()
    }
}

/// A [`Page`] as another language gives it.
#[derive(Deserialize)]
pub(super) struct GivenPage(i64, i64);

impl Arrive for Page {
    type Given = GivenPage;

    fn arrive(_: &str, given: Self::Given) -> Result<Self, Error> {
        let GivenPage(index, size) = given;
        let record = Self::new(<i64>::arrive("index", index)?, <i64>::arrive("size", size)?);
        Ok(record)
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

impl Cross for QualityRating {
    fn cross<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.as_str())
    }
}

impl Arrive for QualityRating {
    type Given = String;

    fn arrive(_: &str, given: String) -> Result<Self, Error> {
        Ok(given.as_str().into())
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
