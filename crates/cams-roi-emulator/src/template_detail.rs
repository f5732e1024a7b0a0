//! One template in one language, as GetChatappTemplateDetail has it.

use serde_json::{Value, json};

use crate::buttons::{Button, ButtonKind};
use crate::call::Call;
use crate::languages::texts;
use crate::mixing::{mix_texts, pick};
use crate::refusal::Refusal;
use crate::template::Template;
use crate::template_list::{TYPE, reason};
use crate::templates::{Named, Templates};

/// The template that is named by its code, or else by its name. Where both are absent, the service documents no refusal:
/// then it is the channel's first.
pub(crate) fn detail(templates: Templates<'_>, call: &Call) -> Result<Value, Refusal> {
    let named = match (call.parameter("TemplateCode"), call.parameter("TemplateName")) {
        (Some(code), _) => templates.named(code),
        (None, Some(name)) => templates.with_name(name).map(Named::of_channel),
        (None, None) => templates.at(0).map(Named::of_channel),
    };
    let language = call.parameter("Language").unwrap_or_default();
    let is_of_type = call.parameter("TemplateType").is_none_or(|wanted| wanted == TYPE);
    let named = named.filter(|named| is_of_type && named.template.is_in(language)).ok_or_else(|| {
        Refusal::bad_request("DetailError.TemplateNotExist", "The template does not exist.")
    })?;
    let template = &named.template;
    let quality = mix_texts(1, &[&template.code, language]);
    let mut data = json!({
        "TemplateCode": template.code,
        "Name": template.shown_name(),
        "Language": language,
        "Category": template.category,
        "AuditStatus": template.audit_status,
        "Reason": reason(template),
        "TemplateType": TYPE,
        "QualityScore": pick(quality, &["GREEN", "GREEN", "GREEN", "YELLOW", "UNKNOWN"]),
        "CategoryChangePaused": false,
        "MessageSendTtlSeconds": 600,
        "Example": example(template),
        "Components": components(&named, language),
    });
    if template.category == "MARKETING" {
        data["AllowSend"] = template.is_measured().into();
    }
    Ok(json!({ "Data": data }))
}

/// Examples of the variables. The service writes some values as JSON text.
fn example(template: &Template) -> Value {
    match template.category.as_str() {
        "AUTHENTICATION" => json!({ "code": "123456" }),
        _ => json!({ "name": "Ann", "messageBody": r#"{"name":"Ann"}"# }),
    }
}

fn components(named: &Named<'_>, language: &str) -> Vec<Value> {
    let template = &named.template;
    let body = texts(language).body;
    if template.category == "AUTHENTICATION" {
        return vec![
            json!({ "Type": "BODY", "Text": "$(code)", "AddSecretRecommendation": true }),
            json!({ "Type": "FOOTER", "CodeExpirationMinutes": 10 }),
            json!({ "Type": "BUTTONS", "Buttons": [{ "Type": "COPY_CODE", "Text": "Copy code" }] }),
        ];
    }
    let buttons = named.buttons(language);
    vec![
        json!({ "Type": "HEADER", "Format": "IMAGE", "Url": "https://media.shop.example/header.png" }),
        json!({ "Type": "BODY", "Text": body }),
        json!({ "Type": "FOOTER", "Text": template.shown_name() }),
        json!({ "Type": "BUTTONS", "Buttons": buttons.iter().map(button).collect::<Vec<_>>() }),
    ]
}

fn button(button: &Button) -> Value {
    let Button { kind, text } = *button;
    match kind {
        ButtonKind::Url => json!({
            "Type": "URL", "Text": text, "Url": "https://shop.example/sale", "UrlType": "static",
        }),
        ButtonKind::Reply => json!({ "Type": "QUICK_REPLY", "Text": text, "IsOptOut": false }),
        ButtonKind::OptOut => json!({ "Type": "QUICK_REPLY", "Text": text, "IsOptOut": true }),
        ButtonKind::Call => json!({ "Type": "PHONE_NUMBER", "Text": text, "PhoneNumber": "+99900000000" }),
    }
}
