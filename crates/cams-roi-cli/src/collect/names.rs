//! The phone numbers and templates of channels: what there is to ask about, with names.

use cams_roi::operations::{ListChatappTemplate, QueryChatappPhoneNumbers};
use cams_roi::{Client, Error};
use cams_roi_store::{ChannelName, PhoneNumberName, TemplateName};
use futures_util::{Stream, StreamExt as _, TryStreamExt as _, stream};

use crate::many::NamedChannel;

/// How many channels are asked about at once.
const AT_ONCE: usize = 20;

/// What there is of a channel, and what could not be listed.
pub(super) struct Listed {
    pub(super) cust_space_id: String,
    pub(super) isv_code: Option<String>,
    pub(super) phone_numbers: Vec<PhoneNumberName>,
    pub(super) templates: Vec<TemplateName>,
    pub(super) errors: Vec<Error>,
}

/// What is known of a channel before it is asked about.
pub(super) fn name(named: &NamedChannel) -> ChannelName {
    let (mut name, mut state, mut region) = Default::default();
    if let Some(found) = &named.found {
        (name, state, region) = (found.name.clone(), found.state.clone(), found.region.clone());
    }
    ChannelName { cust_space_id: named.channel.cust_space_id.clone(), name, state, region }
}

/// Lists what the channels have, as it comes. `isv_code` is that of channels without one of their own.
///
/// Each channel has a task of its own: whoever takes them may be busy for a while, and a call that nobody looks after
/// would miss its deadline.
pub(super) fn list(
    client: &Client,
    channels: Vec<NamedChannel>,
    isv_code: Option<&str>,
) -> impl Stream<Item = Listed> + use<> {
    let (client, isv_code) = (client.clone(), isv_code.map(str::to_owned));
    let listed = channels.into_iter().map(move |named| {
        let code = named.channel.isv_code.or_else(|| isv_code.clone());
        let (client, cust_space_id) = (client.clone(), named.channel.cust_space_id);
        async move {
            let listing = tokio::spawn(of_channel(client, cust_space_id, code));
            // It is not cancelled; it ends early only by a panic, which goes on here.
            listing.await.unwrap_or_else(|error| std::panic::resume_unwind(error.into_panic()))
        }
    });
    stream::iter(listed).buffer_unordered(AT_ONCE)
}

async fn of_channel(client: Client, cust_space_id: String, isv_code: Option<String>) -> Listed {
    let (mut numbers, mut templates) =
        (QueryChatappPhoneNumbers::new(&cust_space_id), ListChatappTemplate::new(&cust_space_id));
    if let Some(code) = &isv_code {
        numbers = numbers.isv_code(code);
        templates = templates.isv_code(code);
    }
    let (numbers, templates) = futures_util::future::join(
        client.query_chatapp_phone_numbers(numbers),
        client.all_templates(templates).items().try_collect::<Vec<_>>(),
    )
    .await;
    let mut listed = Listed {
        cust_space_id,
        isv_code,
        phone_numbers: Vec::new(),
        templates: Vec::new(),
        errors: Vec::new(),
    };
    match numbers {
        Ok(answer) => {
            listed.phone_numbers.extend(answer.phone_numbers.into_iter().map(|it| PhoneNumberName {
                cust_space_id: listed.cust_space_id.clone(),
                phone_number: it.phone_number,
                verified_name: it.verified_name.unwrap_or_default(),
                status: it.status.as_str().to_owned(),
                quality_rating: it.quality_rating.as_str().to_owned(),
            }));
        }
        Err(error) => listed.errors.push(error),
    }
    match templates {
        Ok(templates) => {
            listed.templates.extend(templates.into_iter().map(|it| TemplateName {
                cust_space_id: listed.cust_space_id.clone(),
                template_code: it.template_code,
                language: it.language,
                template_name: it.template_name,
                category: it.category,
                audit_status: it.audit_status,
            }));
        }
        Err(error) => listed.errors.push(error),
    }
    listed
}
