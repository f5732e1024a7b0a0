//! The typed operations of a conformance case, and their results as JSON.
//!
//! Written by `cargo xtask generate` from `model/operations`; do not edit.

use std::time::{Duration, SystemTime, UNIX_EPOCH};

use cams_roi::operations::{
    ButtonClicks, CardButton, CardComponent, EnableWhatsappRoiMetric, GetChatappPhoneNumberMetric,
    GetChatappTemplateDetail, GetChatappTemplateMetric, GetWhatsappHealthStatus, Health, HealthEntity,
    HealthProblem, Instance, InstanceDetail, ListChatappMessage, ListChatappTemplate, ListInstance,
    MessageRecord, Page, PhoneNumber, PhoneNumberMetric, QueryChatappBindWaba, QueryChatappPhoneNumbers,
    QueryInstance, Template, TemplateApp, TemplateButton, TemplateCard, TemplateComponent, TemplateDetail,
    TemplateMetric, TemplateNextStep, Waba,
};
use cams_roi::{CallOptions, Client, Error};
use serde::Deserialize;
use serde_json::{Map, Value, json};

/// Calls an operation of a case; `None` where no type has the name.
pub(super) async fn send(
    client: &Client,
    operation: &str,
    request: Map<String, Value>,
    options: CallOptions,
) -> Option<Result<Value, Error>> {
    Some(match operation {
        "enable_whatsapp_roi_metric" => enable_whatsapp_roi_metric(client, request.into(), options).await,
        "get_chatapp_phone_number_metric" => {
            get_chatapp_phone_number_metric(client, request.into(), options).await
        }
        "get_chatapp_template_detail" => get_chatapp_template_detail(client, request.into(), options).await,
        "get_chatapp_template_metric" => get_chatapp_template_metric(client, request.into(), options).await,
        "get_whatsapp_health_status" => get_whatsapp_health_status(client, request.into(), options).await,
        "list_chatapp_message" => list_chatapp_message(client, request.into(), options).await,
        "list_chatapp_template" => list_chatapp_template(client, request.into(), options).await,
        "list_instance" => list_instance(client, request.into(), options).await,
        "query_chatapp_bind_waba" => query_chatapp_bind_waba(client, request.into(), options).await,
        "query_chatapp_phone_numbers" => query_chatapp_phone_numbers(client, request.into(), options).await,
        "query_instance" => query_instance(client, request.into(), options).await,
        _ => return None,
    })
}

async fn enable_whatsapp_roi_metric(
    client: &Client,
    request: Value,
    options: CallOptions,
) -> Result<Value, Error> {
    #[derive(Deserialize)]
    #[serde(deny_unknown_fields)]
    struct Given {
        cust_space_id: Option<String>,
        #[serde(default)]
        own_channel: bool,
        isv_code: Option<String>,
    }
    let given: Given = serde_json::from_value(request).unwrap();
    let request = if given.own_channel {
        EnableWhatsappRoiMetric::own_channel()
    } else {
        EnableWhatsappRoiMetric::new(given.cust_space_id.unwrap_or_default())
    };
    let request = match given.isv_code {
        Some(it) => request.isv_code(it),
        None => request,
    };
    let result = client.send(&request, options).await?;
    Ok(json!({ "result": {
        "request_id": result.request_id,
        "message": result.message,
        "access_denied_detail": result.access_denied_detail,
    } }))
}

async fn get_chatapp_phone_number_metric(
    client: &Client,
    request: Value,
    options: CallOptions,
) -> Result<Value, Error> {
    #[derive(Deserialize)]
    #[serde(deny_unknown_fields)]
    struct Given {
        start: u64,
        end: u64,
        granularity: Option<String>,
        phone_number: Option<String>,
        cust_space_id: Option<String>,
        #[serde(default)]
        own_channel: bool,
        isv_code: Option<String>,
    }
    let given: Given = serde_json::from_value(request).unwrap();
    let request = GetChatappPhoneNumberMetric::new(time(given.start), time(given.end));
    let request = match given.cust_space_id {
        Some(id) => request.cust_space_id(id),
        None => request,
    };
    let request = if given.own_channel { request.own_channel() } else { request };
    let request = match given.granularity {
        Some(it) => request.granularity(it.as_str().into()),
        None => request,
    };
    let request = match given.phone_number {
        Some(it) => request.phone_number(it),
        None => request,
    };
    let request = match given.isv_code {
        Some(it) => request.isv_code(it),
        None => request,
    };
    let result = client.send(&request, options).await?;
    Ok(json!({ "result": {
        "request_id": result.request_id,
        "data": result.data.iter().map(phone_number_metric).collect::<Vec<_>>(),
    } }))
}

async fn get_chatapp_template_detail(
    client: &Client,
    request: Value,
    options: CallOptions,
) -> Result<Value, Error> {
    #[derive(Deserialize)]
    #[serde(deny_unknown_fields)]
    struct Given {
        cust_space_id: Option<String>,
        #[serde(default)]
        own_channel: bool,
        language: String,
        template_code: Option<String>,
        template_name: Option<String>,
        template_type: Option<String>,
        isv_code: Option<String>,
    }
    let given: Given = serde_json::from_value(request).unwrap();
    let request = GetChatappTemplateDetail::new(given.language);
    let request = match given.cust_space_id {
        Some(id) => request.cust_space_id(id),
        None => request,
    };
    let request = if given.own_channel { request.own_channel() } else { request };
    let request = match given.template_code {
        Some(it) => request.template_code(it),
        None => request,
    };
    let request = match given.template_name {
        Some(it) => request.template_name(it),
        None => request,
    };
    let request = match given.template_type {
        Some(it) => request.template_type(it),
        None => request,
    };
    let request = match given.isv_code {
        Some(it) => request.isv_code(it),
        None => request,
    };
    let result = client.send(&request, options).await?;
    Ok(json!({ "result": {
        "request_id": result.request_id,
        "template": template_detail(&result.template),
    } }))
}

async fn get_chatapp_template_metric(
    client: &Client,
    request: Value,
    options: CallOptions,
) -> Result<Value, Error> {
    #[derive(Deserialize)]
    #[serde(deny_unknown_fields)]
    struct Given {
        template_code: String,
        start: u64,
        end: u64,
        language: Option<String>,
        granularity: Option<String>,
        template_type: Option<String>,
        cust_space_id: Option<String>,
        #[serde(default)]
        own_channel: bool,
        isv_code: Option<String>,
    }
    let given: Given = serde_json::from_value(request).unwrap();
    let request = GetChatappTemplateMetric::new(given.template_code, time(given.start), time(given.end));
    let request = match given.cust_space_id {
        Some(id) => request.cust_space_id(id),
        None => request,
    };
    let request = if given.own_channel { request.own_channel() } else { request };
    let request = match given.language {
        Some(it) => request.language(it),
        None => request,
    };
    let request = match given.granularity {
        Some(it) => request.granularity(it.as_str().into()),
        None => request,
    };
    let request = match given.template_type {
        Some(it) => request.template_type(it),
        None => request,
    };
    let request = match given.isv_code {
        Some(it) => request.isv_code(it),
        None => request,
    };
    let result = client.send(&request, options).await?;
    Ok(json!({ "result": {
        "request_id": result.request_id,
        "data": result.data.iter().map(template_metric).collect::<Vec<_>>(),
    } }))
}

async fn get_whatsapp_health_status(
    client: &Client,
    request: Value,
    options: CallOptions,
) -> Result<Value, Error> {
    #[derive(Deserialize)]
    #[serde(deny_unknown_fields)]
    struct Given {
        cust_space_id: Option<String>,
        #[serde(default)]
        own_channel: bool,
        node_type: String,
        phone_number: Option<String>,
        template_code: Option<String>,
        language: Option<String>,
        waba_id: Option<String>,
    }
    let given: Given = serde_json::from_value(request).unwrap();
    let request = GetWhatsappHealthStatus::new(given.node_type.as_str().into());
    let request = match given.cust_space_id {
        Some(id) => request.cust_space_id(id),
        None => request,
    };
    let request = if given.own_channel { request.own_channel() } else { request };
    let request = match given.phone_number {
        Some(it) => request.phone_number(it),
        None => request,
    };
    let request = match given.template_code {
        Some(it) => request.template_code(it),
        None => request,
    };
    let request = match given.language {
        Some(it) => request.language(it),
        None => request,
    };
    let request = match given.waba_id {
        Some(it) => request.waba_id(it),
        None => request,
    };
    let result = client.send(&request, options).await?;
    Ok(json!({ "result": {
        "request_id": result.request_id,
        "health": health(&result.health),
    } }))
}

async fn list_chatapp_message(client: &Client, request: Value, options: CallOptions) -> Result<Value, Error> {
    #[derive(Deserialize)]
    #[serde(deny_unknown_fields)]
    struct Given {
        cust_space_id: Option<String>,
        #[serde(default)]
        own_channel: bool,
        business_number: String,
        channel_type: String,
        page: GivenPage,
        start_time: Option<u64>,
        end_time: Option<u64>,
        event_action: Option<String>,
        message_status: Option<String>,
        client_accept_status: Option<String>,
        template_code: Option<String>,
        group_message_id: Option<String>,
        user_number: Option<String>,
    }
    let given: Given = serde_json::from_value(request).unwrap();
    let request = ListChatappMessage::new(given.business_number, given.channel_type, given.page.into());
    let request = match given.cust_space_id {
        Some(id) => request.cust_space_id(id),
        None => request,
    };
    let request = if given.own_channel { request.own_channel() } else { request };
    let request = match given.start_time {
        Some(it) => request.start_time(time(it)),
        None => request,
    };
    let request = match given.end_time {
        Some(it) => request.end_time(time(it)),
        None => request,
    };
    let request = match given.event_action {
        Some(it) => request.event_action(it),
        None => request,
    };
    let request = match given.message_status {
        Some(it) => request.message_status(it),
        None => request,
    };
    let request = match given.client_accept_status {
        Some(it) => request.client_accept_status(it),
        None => request,
    };
    let request = match given.template_code {
        Some(it) => request.template_code(it),
        None => request,
    };
    let request = match given.group_message_id {
        Some(it) => request.group_message_id(it),
        None => request,
    };
    let request = match given.user_number {
        Some(it) => request.user_number(it),
        None => request,
    };
    let result = client.send(&request, options).await?;
    Ok(json!({ "result": {
        "request_id": result.request_id,
        "messages": result.messages.iter().map(message_record).collect::<Vec<_>>(),
    } }))
}

async fn list_chatapp_template(
    client: &Client,
    request: Value,
    options: CallOptions,
) -> Result<Value, Error> {
    #[derive(Deserialize)]
    #[serde(deny_unknown_fields)]
    struct Given {
        cust_space_id: Option<String>,
        #[serde(default)]
        own_channel: bool,
        isv_code: Option<String>,
        page: Option<GivenPage>,
        name: Option<String>,
        code: Option<String>,
        language: Option<String>,
        category: Option<String>,
        audit_status: Option<String>,
        template_type: Option<String>,
    }
    let given: Given = serde_json::from_value(request).unwrap();
    let request = if given.own_channel {
        ListChatappTemplate::own_channel()
    } else {
        ListChatappTemplate::new(given.cust_space_id.unwrap_or_default())
    };
    let request = match given.isv_code {
        Some(it) => request.isv_code(it),
        None => request,
    };
    let request = match given.page {
        Some(it) => request.page(it.into()),
        None => request,
    };
    let request = match given.name {
        Some(it) => request.name(it),
        None => request,
    };
    let request = match given.code {
        Some(it) => request.code(it),
        None => request,
    };
    let request = match given.language {
        Some(it) => request.language(it),
        None => request,
    };
    let request = match given.category {
        Some(it) => request.category(it),
        None => request,
    };
    let request = match given.audit_status {
        Some(it) => request.audit_status(it),
        None => request,
    };
    let request = match given.template_type {
        Some(it) => request.template_type(it),
        None => request,
    };
    let result = client.send(&request, options).await?;
    Ok(json!({ "result": {
        "request_id": result.request_id,
        "templates": result.templates.iter().map(template).collect::<Vec<_>>(),
        "total": result.total,
    } }))
}

async fn list_instance(client: &Client, request: Value, options: CallOptions) -> Result<Value, Error> {
    #[derive(Deserialize)]
    #[serde(deny_unknown_fields)]
    struct Given {
        page_index: Option<i64>,
        page_size: Option<i64>,
        channel_type: Option<String>,
        instance_id: Option<String>,
        instance_name: Option<String>,
        filter_str: Option<String>,
        resource_group_id: Option<String>,
        submit_time: Option<String>,
    }
    let given: Given = serde_json::from_value(request).unwrap();
    let request = ListInstance::new();
    let request = match given.page_index {
        Some(it) => request.page_index(it),
        None => request,
    };
    let request = match given.page_size {
        Some(it) => request.page_size(it),
        None => request,
    };
    let request = match given.channel_type {
        Some(it) => request.channel_type(it),
        None => request,
    };
    let request = match given.instance_id {
        Some(it) => request.instance_id(it),
        None => request,
    };
    let request = match given.instance_name {
        Some(it) => request.instance_name(it),
        None => request,
    };
    let request = match given.filter_str {
        Some(it) => request.filter_str(it),
        None => request,
    };
    let request = match given.resource_group_id {
        Some(it) => request.resource_group_id(it),
        None => request,
    };
    let request = match given.submit_time {
        Some(it) => request.submit_time(it),
        None => request,
    };
    let result = client.send(&request, options).await?;
    Ok(json!({ "result": {
        "request_id": result.request_id,
        "instances": result.instances.iter().map(instance).collect::<Vec<_>>(),
        "total_count": result.total_count,
    } }))
}

async fn query_chatapp_bind_waba(
    client: &Client,
    request: Value,
    options: CallOptions,
) -> Result<Value, Error> {
    #[derive(Deserialize)]
    #[serde(deny_unknown_fields)]
    struct Given {
        cust_space_id: Option<String>,
        #[serde(default)]
        own_channel: bool,
        isv_code: Option<String>,
    }
    let given: Given = serde_json::from_value(request).unwrap();
    let request = if given.own_channel {
        QueryChatappBindWaba::own_channel()
    } else {
        QueryChatappBindWaba::new(given.cust_space_id.unwrap_or_default())
    };
    let request = match given.isv_code {
        Some(it) => request.isv_code(it),
        None => request,
    };
    let result = client.send(&request, options).await?;
    Ok(json!({ "result": {
        "request_id": result.request_id,
        "waba": result.waba.as_ref().map(waba),
    } }))
}

async fn query_chatapp_phone_numbers(
    client: &Client,
    request: Value,
    options: CallOptions,
) -> Result<Value, Error> {
    #[derive(Deserialize)]
    #[serde(deny_unknown_fields)]
    struct Given {
        cust_space_id: Option<String>,
        #[serde(default)]
        own_channel: bool,
        isv_code: Option<String>,
        status: Option<String>,
    }
    let given: Given = serde_json::from_value(request).unwrap();
    let request = if given.own_channel {
        QueryChatappPhoneNumbers::own_channel()
    } else {
        QueryChatappPhoneNumbers::new(given.cust_space_id.unwrap_or_default())
    };
    let request = match given.isv_code {
        Some(it) => request.isv_code(it),
        None => request,
    };
    let request = match given.status {
        Some(it) => request.status(it),
        None => request,
    };
    let result = client.send(&request, options).await?;
    Ok(json!({ "result": {
        "request_id": result.request_id,
        "phone_numbers": result.phone_numbers.iter().map(phone_number).collect::<Vec<_>>(),
    } }))
}

async fn query_instance(client: &Client, request: Value, options: CallOptions) -> Result<Value, Error> {
    #[derive(Deserialize)]
    #[serde(deny_unknown_fields)]
    struct Given {
        instance_id: String,
    }
    let given: Given = serde_json::from_value(request).unwrap();
    let request = QueryInstance::new(given.instance_id);
    let result = client.send(&request, options).await?;
    Ok(json!({ "result": {
        "request_id": result.request_id,
        "instance": instance_detail(&result.instance),
    } }))
}

fn phone_number_metric(it: &PhoneNumberMetric) -> Value {
    json!({
        "phone_number": it.phone_number,
        "granularity": it.granularity.as_ref().map(cams_roi::operations::Granularity::as_str),
        "start": milliseconds(it.start),
        "end": milliseconds(it.end),
        "sent_count": it.sent_count,
        "delivered_count": it.delivered_count,
    })
}

fn template_detail(it: &TemplateDetail) -> Value {
    json!({
        "template_code": it.template_code,
        "template_name": it.template_name,
        "language": it.language,
        "category": it.category,
        "audit_status": it.audit_status,
        "reason": it.reason,
        "template_type": it.template_type,
        "quality_score": it.quality_score.as_str(),
        "allow_send": it.allow_send,
        "category_change_paused": it.category_change_paused,
        "message_send_ttl_seconds": it.message_send_ttl_seconds,
        "product_set_id": it.product_set_id,
        "examples": it.examples,
        "components": it.components.iter().map(template_component).collect::<Vec<_>>(),
    })
}

fn template_component(it: &TemplateComponent) -> Value {
    json!({
        "component_type": it.component_type,
        "format": it.format,
        "text": it.text,
        "url": it.url,
        "caption": it.caption,
        "file_name": it.file_name,
        "file_type": it.file_type,
        "thumb_url": it.thumb_url,
        "duration": it.duration,
        "latitude": it.latitude,
        "longitude": it.longitude,
        "location_name": it.location_name,
        "location_address": it.location_address,
        "add_secret_recommendation": it.add_secret_recommendation,
        "code_expiration_minutes": it.code_expiration_minutes,
        "has_expiration": it.has_expiration,
        "offer_expiration_time_ms": it.offer_expiration_time_ms,
        "buttons": it.buttons.iter().map(template_button).collect::<Vec<_>>(),
        "cards": it.cards.iter().map(template_card).collect::<Vec<_>>(),
    })
}

fn template_button(it: &TemplateButton) -> Value {
    json!({
        "button_type": it.button_type,
        "text": it.text,
        "url": it.url,
        "url_type": it.url_type,
        "phone_number": it.phone_number,
        "coupon_code": it.coupon_code,
        "flow_id": it.flow_id,
        "flow_action": it.flow_action,
        "navigate_screen": it.navigate_screen,
        "autofill_text": it.autofill_text,
        "package_name": it.package_name,
        "signature_hash": it.signature_hash,
        "supported_apps": it.supported_apps.iter().map(template_app).collect::<Vec<_>>(),
        "is_opt_out": it.is_opt_out,
        "next_step": it.next_step.as_ref().map(template_next_step),
    })
}

fn template_app(it: &TemplateApp) -> Value {
    json!({
        "package_name": it.package_name,
        "signature_hash": it.signature_hash,
    })
}

fn template_next_step(it: &TemplateNextStep) -> Value {
    json!({
        "action": it.action,
        "intent_code": it.intent_code,
        "next_template_code": it.next_template_code,
        "next_template_name": it.next_template_name,
        "next_language_code": it.next_language_code,
    })
}

fn template_card(it: &TemplateCard) -> Value {
    json!({
        "components": it.components.iter().map(card_component).collect::<Vec<_>>(),
    })
}

fn card_component(it: &CardComponent) -> Value {
    json!({
        "component_type": it.component_type,
        "format": it.format,
        "text": it.text,
        "url": it.url,
        "buttons": it.buttons.iter().map(card_button).collect::<Vec<_>>(),
    })
}

fn card_button(it: &CardButton) -> Value {
    json!({
        "button_type": it.button_type,
        "text": it.text,
        "url": it.url,
        "url_type": it.url_type,
        "phone_number": it.phone_number,
    })
}

fn template_metric(it: &TemplateMetric) -> Value {
    json!({
        "template_code": it.template_code,
        "language": it.language,
        "start": milliseconds(it.start),
        "end": milliseconds(it.end),
        "sent_count": it.sent_count,
        "delivered_count": it.delivered_count,
        "read_count": it.read_count,
        "clicks": it.clicks.iter().map(button_clicks).collect::<Vec<_>>(),
    })
}

fn health(it: &Health) -> Value {
    json!({
        "can_send_message": it.can_send_message,
        "entities": it.entities.iter().map(health_entity).collect::<Vec<_>>(),
    })
}

fn health_entity(it: &HealthEntity) -> Value {
    json!({
        "entity_type": it.entity_type,
        "can_send_message": it.can_send_message,
        "business_id": it.business_id,
        "phone_number": it.phone_number,
        "template_code": it.template_code,
        "language": it.language,
        "waba_id": it.waba_id,
        "errors": it.errors.iter().map(health_problem).collect::<Vec<_>>(),
    })
}

fn health_problem(it: &HealthProblem) -> Value {
    json!({
        "error_code": it.error_code,
        "error_description": it.error_description,
        "possible_solution": it.possible_solution,
    })
}

fn message_record(it: &MessageRecord) -> Value {
    json!({
        "message_id": it.message_id,
        "unique_message_id": it.unique_message_id,
        "conversation_id": it.conversation_id,
        "business_number": it.business_number,
        "user_number": it.user_number,
        "channel_type": it.channel_type,
        "event_action": it.event_action,
        "event_action_name": it.event_action_name,
        "message_status": it.message_status,
        "message_status_name": it.message_status_name,
        "client_accept_status_name": it.client_accept_status_name,
        "client_read_status": it.client_read_status,
        "client_read_status_name": it.client_read_status_name,
        "fail_reason": it.fail_reason,
        "fail_back_flag": it.fail_back_flag,
        "fail_back_content": it.fail_back_content,
        "template_code": it.template_code,
        "template_name": it.template_name,
        "language_code": it.language_code,
        "message": it.message,
        "message_type": it.message_type,
        "message_type_name": it.message_type_name,
        "message_source": it.message_source,
        "kind": it.kind,
        "month": it.month,
        "send_time": it.send_time.as_ref().map(|it| milliseconds(*it)),
    })
}

fn template(it: &Template) -> Value {
    json!({
        "template_code": it.template_code,
        "template_name": it.template_name,
        "language": it.language,
        "category": it.category,
        "audit_status": it.audit_status,
        "reason": it.reason,
        "template_type": it.template_type,
        "last_update_time": it.last_update_time.as_ref().map(|it| milliseconds(*it)),
    })
}

fn instance(it: &Instance) -> Value {
    json!({
        "instance_id": it.instance_id,
        "cust_space_id": it.cust_space_id,
        "instance_name": it.instance_name,
        "instance_description": it.instance_description,
        "channel_type": it.channel_type,
        "state": it.state,
        "submit_time": it.submit_time,
        "country_id": it.country_id,
        "contact_mail": it.contact_mail,
        "office_address": it.office_address,
        "facebook_bm_id": it.facebook_bm_id,
        "isv_terms": it.isv_terms,
        "resource_group_id": it.resource_group_id,
        "resource_region_id": it.resource_region_id,
    })
}

fn waba(it: &Waba) -> Value {
    json!({
        "id": it.id,
        "name": it.name,
        "account_review_status": it.account_review_status,
        "currency": it.currency,
        "business_id": it.business_id,
        "business_name": it.business_name,
        "message_template_namespace": it.message_template_namespace,
        "marketing_message_lite_status": it.marketing_message_lite_status,
        "is_on_biz_app": it.is_on_biz_app,
        "primary_business_location": it.primary_business_location,
        "auth_international_rate_eligibility": it.auth_international_rate_eligibility,
    })
}

fn phone_number(it: &PhoneNumber) -> Value {
    json!({
        "phone_number": it.phone_number,
        "verified_name": it.verified_name,
        "status": it.status.as_str(),
        "quality_rating": it.quality_rating.as_str(),
        "messaging_limit_tier": it.messaging_limit_tier,
        "code_verification_status": it.code_verification_status,
        "name_status": it.name_status,
        "new_name_status": it.new_name_status,
        "is_official": it.is_official,
        "status_callback_url": it.status_callback_url,
        "status_queue": it.status_queue,
        "up_callback_url": it.up_callback_url,
        "up_queue": it.up_queue,
    })
}

fn instance_detail(it: &InstanceDetail) -> Value {
    json!({
        "instance_id": it.instance_id,
        "instance_name": it.instance_name,
        "instance_description": it.instance_description,
        "channel_type": it.channel_type,
        "cust_type": it.cust_type,
        "submit_time": it.submit_time,
        "country_id": it.country_id,
        "contact_mail": it.contact_mail,
        "office_address": it.office_address,
        "facebook_bm_id": it.facebook_bm_id,
        "isv_terms": it.isv_terms,
        "resource_group_id": it.resource_group_id,
        "resource_region_id": it.resource_region_id,
    })
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct GivenPage {
    index: i64,
    size: i64,
}

impl From<GivenPage> for Page {
    fn from(given: GivenPage) -> Self {
        Self::new(given.index, given.size)
    }
}

fn button_clicks(it: &ButtonClicks) -> Value {
    json!({
        "button_content": it.button_content,
        "type": it.button_type.as_str(),
        "count": it.count,
    })
}

fn time(milliseconds: u64) -> SystemTime {
    UNIX_EPOCH + Duration::from_millis(milliseconds)
}

fn milliseconds(time: SystemTime) -> u128 {
    time.duration_since(UNIX_EPOCH).unwrap().as_millis()
}
