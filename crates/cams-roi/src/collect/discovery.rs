//! What a channel has metrics of: its phone numbers, and its marketing templates in each of their languages.

use std::collections::HashSet;

use crate::client::{CallOptions, Client};
use crate::error::Error;
use crate::operations::{ListChatappTemplate, MetricsTarget, QueryChatappPhoneNumbers};
use crate::pages::Listing as _;

const MARKETING: &str = "MARKETING";
const PASSED: &str = "pass";

/// What was found of a channel, and why that is not all.
pub(super) struct Found {
    pub(super) channel: MetricsTarget,
    pub(super) targets: Vec<MetricsTarget>,
    pub(super) error: Option<Error>,
}

/// Finds a channel's phone numbers. The service does not say whether a query without a number means all of them.
pub(super) async fn phone_numbers(client: Client, channel: MetricsTarget, options: CallOptions) -> Found {
    let mut request = QueryChatappPhoneNumbers::new(&channel.cust_space_id);
    if let Some(isv_code) = &channel.isv_code {
        request = request.isv_code(isv_code);
    }
    let answer = match client.send(&request, options).await {
        Ok(answer) => answer,
        Err(error) => return Found { channel, targets: Vec::new(), error: Some(error) },
    };
    let mut seen = HashSet::new();
    let numbers = answer.phone_numbers.into_iter().map(|it| it.phone_number);
    let targets = numbers
        .filter(|number| !number.trim().is_empty() && seen.insert(number.clone()))
        .map(|number| MetricsTarget { phone_number: Some(number), ..channel.clone() })
        .collect();
    Found { channel, targets, error: None }
}

/// Finds a channel's templates that can have metrics.
pub(super) async fn templates(client: Client, channel: MetricsTarget, options: CallOptions) -> Found {
    let mut request =
        ListChatappTemplate::new(&channel.cust_space_id).category(MARKETING).audit_status(PASSED);
    if let Some(isv_code) = &channel.isv_code {
        request = request.isv_code(isv_code);
    }
    let mut pages = client.all_templates(request).options(options);
    let (mut templates, mut seen) = (Vec::new(), HashSet::new());
    loop {
        let page = match pages.next_page().await {
            None => return Found { channel, targets: templates, error: None },
            Some(Err(error)) => return Found { channel, targets: templates, error: Some(error) },
            Some(Ok(page)) => ListChatappTemplate::into_items(page),
        };
        for template in page {
            // The service is asked for these alone; one that passes over a filter must not add others.
            let fits = |is: &str, wanted: &str| is.is_empty() || is.eq_ignore_ascii_case(wanted);
            if !fits(&template.category, MARKETING) || !fits(&template.audit_status, PASSED) {
                continue;
            }
            if template.template_code.is_empty()
                || !seen.insert((template.template_code.clone(), template.language.clone()))
            {
                continue;
            }
            let given = |text: String| Some(text).filter(|text| !text.is_empty());
            templates.push(MetricsTarget {
                template_code: Some(template.template_code),
                language: given(template.language),
                template_name: given(template.template_name),
                ..channel.clone()
            });
        }
    }
}
