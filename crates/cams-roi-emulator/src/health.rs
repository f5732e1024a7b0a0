//! Whether messages can be sent, and what stands in the way.

use serde_json::{Value, json};

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
    if call.parameter("WabaId").is_some_and(|wanted| wanted != waba_id) {
        return Err(Refusal::unknown_owner());
    }
    let mut entities = match call.parameter("NodeType") {
        Some("phone") => numbers(templates, &shop, call)?,
        Some("template") => template(templates, call)?,
        _ => Vec::new(),
    };
    entities.push(entity("WABA", json!({ "WabaId": waba_id }), None));
    entities.push(entity("BUSINESS", json!({ "BusinessId": shop.meta_id("business") }), None));
    let worst = [BLOCKED, LIMITED]
        .into_iter()
        .find(|state| entities.iter().any(|entity| entity["CanSendMessage"] == *state));
    Ok(json!({ "Data": { "CanSendMessage": worst.unwrap_or(AVAILABLE), "Entities": entities } }))
}

/// The number that is named, or each of the channel's.
fn numbers(templates: Templates<'_>, shop: &Shop, call: &Call) -> Result<Vec<Value>, Refusal> {
    let channel = templates.channel;
    let wanted = call.parameter("PhoneNumber");
    let numbers: Vec<_> =
        channel.phone_numbers.iter().filter(|number| wanted.is_none_or(|wanted| wanted == *number)).collect();
    if wanted.is_some() && numbers.is_empty() {
        return Err(Refusal::unknown_owner());
    }
    let health = |number: &&String| {
        let problem = match Standing::of(channel, shop, number).status {
            "CONNECTED" => None,
            "PENDING" => Some((BLOCKED, "141004", "The phone number is not ready yet.", "Verify it.")),
            _ => Some((LIMITED, "141010", "The phone number has reached its limit.", "Send to fewer users.")),
        };
        entity("PHONE_NUMBER", json!({ "PhoneNumber": number }), problem)
    };
    Ok(numbers.iter().map(health).collect())
}

fn template(templates: Templates<'_>, call: &Call) -> Result<Vec<Value>, Refusal> {
    let code = call.parameter("TemplateCode").ok_or_else(|| Refusal::missing_parameter("TemplateCode"))?;
    let template = templates.with_code(code).ok_or_else(Refusal::unknown_owner)?;
    let language = call.parameter("Language");
    let languages: Vec<_> =
        template.languages.iter().filter(|known| language.is_none_or(|wanted| wanted == *known)).collect();
    if languages.is_empty() {
        return Err(Refusal::unknown_owner());
    }
    let named = |language: &&String| json!({ "TemplateCode": template.code, "Language": language });
    Ok(languages
        .iter()
        .map(|language| entity("MESSAGE_TEMPLATE", named(language), refused(&template)))
        .collect())
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
