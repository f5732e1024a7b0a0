//! Whether messages can be sent, and what stands in the way.

use serde_json::{Value, json};

use crate::account::Channel;
use crate::call::Call;
use crate::phone_numbers::Standing;
use crate::refusal::Refusal;
use crate::shop::Shop;
use crate::template::Template;
use crate::templates::Templates;
use crate::waba;

const AVAILABLE: &str = "AVAILABLE";
const LIMITED: &str = "LIMITED";
const BLOCKED: &str = "BLOCKED";

/// The health of what is asked about, and of the account behind it. The worst of them is that of the whole.
pub(crate) fn status(templates: Templates<'_>, call: &Call) -> Result<Value, Refusal> {
    let shop = Shop::of(templates.channel, templates.population);
    let waba_id = shop.meta_id(waba::ID);
    let mut entities = match call.parameter("NodeType") {
        Some("phone") => numbers(templates.channel, &shop, call.parameter("PhoneNumber")),
        Some("template") => template(templates, call)?,
        _ if call.parameter("WabaId").is_some_and(|wanted| wanted != waba_id) => {
            return Err(Refusal::unknown_owner());
        }
        _ => Vec::new(),
    };
    entities.push(entity("WABA", json!({ "WabaId": waba_id }), None));
    entities.push(entity("BUSINESS", json!({ "BusinessId": shop.meta_id("business") }), None));
    let worst = [BLOCKED, LIMITED]
        .into_iter()
        .find(|state| entities.iter().any(|entity| entity["CanSendMessage"] == *state));
    Ok(json!({ "Data": { "CanSendMessage": worst.unwrap_or(AVAILABLE), "Entities": entities } }))
}

/// The number that is named, or each of the channel's. One that the channel does not have cannot send.
fn numbers(channel: &Channel, shop: &Shop, wanted: Option<&str>) -> Vec<Value> {
    let health = |number: &str| {
        let is_known = channel.phone_numbers.iter().any(|known| known == number);
        let problem = match Standing::of(channel, shop, number).status {
            _ if !is_known => {
                Some((BLOCKED, "141000", "The phone number is not registered.", "Register it."))
            }
            "CONNECTED" => None,
            "PENDING" => Some((BLOCKED, "141004", "The phone number is not ready yet.", "Verify it.")),
            _ => Some((LIMITED, "141010", "The phone number has reached its limit.", "Send to fewer users.")),
        };
        entity("PHONE_NUMBER", json!({ "PhoneNumber": number }), problem)
    };
    match wanted {
        Some(number) => vec![health(number)],
        None => channel.phone_numbers.iter().map(|number| health(number)).collect(),
    }
}

/// The template that is named, in one language or in each. One that is not there in the language cannot be sent.
fn template(templates: Templates<'_>, call: &Call) -> Result<Vec<Value>, Refusal> {
    let code = call.parameter("TemplateCode").ok_or_else(|| Refusal::missing_parameter("TemplateCode"))?;
    let template = templates.named(code).ok_or_else(Refusal::unknown_owner)?.template;
    let health = |language: &str| {
        let problem = if template.is_in(language) {
            refused(&template)
        } else {
            Some((BLOCKED, "132001", "The template does not exist in the language.", "Translate it."))
        };
        entity("MESSAGE_TEMPLATE", json!({ "TemplateCode": code, "Language": language }), problem)
    };
    Ok(match call.parameter("Language") {
        Some(language) => vec![health(language)],
        None => template.languages.iter().map(|language| health(language)).collect(),
    })
}

type Problem = (&'static str, &'static str, &'static str, &'static str);

fn refused(template: &Template) -> Option<Problem> {
    let is_refused = template.audit_status != "pass";
    is_refused.then_some((
        BLOCKED,
        "141001",
        "The template is not approved.",
        "Wait for its review, or change it.",
    ))
}

fn entity(entity_type: &str, mut entity: Value, problem: Option<Problem>) -> Value {
    entity["EntityType"] = entity_type.into();
    entity["CanSendMessage"] = problem.map_or(AVAILABLE, |(state, ..)| state).into();
    let error = problem.map(|(_, code, description, solution)| {
        json!({ "ErrorCode": code, "ErrorDescription": description, "PossibleSolution": solution })
    });
    entity["Errors"] = error.into_iter().collect::<Vec<_>>().into();
    entity
}
