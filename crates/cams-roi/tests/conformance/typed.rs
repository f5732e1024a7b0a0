//! The typed operations of a conformance case, and their results as JSON.
//!
//! Written by `cargo xtask generate` from `model/operations`; do not edit.

use std::time::{Duration, SystemTime, UNIX_EPOCH};

use cams_roi::operations::{
    ButtonClicks, EnableWhatsappRoiMetric, GetChatappPhoneNumberMetric, GetChatappTemplateMetric,
    PhoneNumberMetric, TemplateMetric,
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
        "get_chatapp_template_metric" => get_chatapp_template_metric(client, request.into(), options).await,
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
