//! The templates of a channel, as ListChatappTemplate has them: a row for each language.

use serde_json::{Value, json};

use crate::call::Call;
use crate::mixing::mix_texts;
use crate::paging::Page;
use crate::refusal::Refusal;
use crate::shop::Shop;
use crate::template::Template;
use crate::templates::Templates;

const DAY_MS: u64 = 24 * 60 * 60 * 1000;

/// The type of all templates here.
pub(crate) const TYPE: &str = "WHATSAPP";

/// The page that is asked for of the channel's templates.
pub(crate) fn list(templates: Templates<'_>, call: &Call) -> Result<Value, Refusal> {
    let page = Page::of_json(call)?;
    let shop = Shop::of(templates.channel, templates.population);
    let is = |name, value: &str| call.parameter(name).is_none_or(|wanted| wanted == value);
    let wanted = |template: &Template| {
        is("Name", template.shown_name())
            && is("Code", &template.code)
            && is("Category", &template.category)
            && is("AuditStatus", &template.audit_status)
            && is("TemplateType", TYPE)
    };
    let rows = templates.iter().filter(|template| wanted(template)).flat_map(|template| {
        let languages = template.languages.clone();
        languages.into_iter().map(move |language| (template.clone(), language))
    });
    let (rows, total) = page.counted(rows.filter(|(_, language)| is("Language", language)));
    let rows: Vec<Value> = rows.iter().map(|(template, language)| row(&shop, template, language)).collect();
    Ok(json!({ "Total": total, "ListTemplate": rows }))
}

/// Why the review refused it, as the service writes it.
pub(crate) fn reason(template: &Template) -> &'static str {
    if template.audit_status == "fail" { "INVALID_FORMAT" } else { "None" }
}

fn row(shop: &Shop, template: &Template, language: &str) -> Value {
    // Within a hundred days from when the channel was applied for.
    let later = mix_texts(0, &[&template.code, language]) % (100 * DAY_MS);
    json!({
        "TemplateCode": template.code,
        "TemplateName": template.shown_name(),
        "Language": language,
        "Category": template.category,
        "AuditStatus": template.audit_status,
        "Reason": reason(template),
        "TemplateType": TYPE,
        "LastUpdateTime": shop.submitted_at.as_millisecond() + i64::try_from(later).unwrap_or_default(),
    })
}
