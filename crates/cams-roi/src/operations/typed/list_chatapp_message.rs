//! `ListChatappMessage`.
//!
//! Written by `cargo xtask generate` from `model/operations/ListChatappMessage.toml`; do not edit.

use std::time::SystemTime;

use serde::Deserialize;

use super::super::channel::ChannelChoice;
use super::super::rows;
use super::super::{Operation, Parameters, Subject};
use super::shared::Page;
use crate::answer::Answer;
use crate::error::Error;
use crate::pages::Listing;

/// Lists the messages of a phone number, a page at a time (`ListChatappMessage`).
///
/// The answer has no total: the last page is the one that is not full.
///
/// The service documents no limit; 5 calls per second are made unless the client says otherwise. The caller needs the
/// RAM action `cams:ListChatappMessage`.
#[derive(Clone, Debug, PartialEq, Eq)]
#[must_use]
pub struct ListChatappMessage {
    channel: ChannelChoice,
    business_number: String,
    channel_type: String,
    page: Page,
    start_time: Option<SystemTime>,
    end_time: Option<SystemTime>,
    event_action: Option<String>,
    message_status: Option<String>,
    client_accept_status: Option<String>,
    template_code: Option<String>,
    group_message_id: Option<String>,
    user_number: Option<String>,
}

impl ListChatappMessage {
    /// The operation's name on the wire.
    pub const ACTION: &str = "ListChatappMessage";
    /// Calls a second for an account, as documented; 5 where nothing is.
    pub const CALLS_PER_SECOND: u32 = 5;

    /// A request with what is required. Say of which channel, too: [`cust_space_id`](Self::cust_space_id) or
    /// [`own_channel`](Self::own_channel).
    ///
    /// - `business_number`: The channel's phone number, in digits.
    /// - `channel_type`: What kind of channel it is, in lower or upper case.
    /// - `page`: The page's number and its length.
    pub fn new(business_number: impl Into<String>, channel_type: impl Into<String>, page: Page) -> Self {
        Self {
            channel: ChannelChoice::default(),
            business_number: business_number.into(),
            channel_type: channel_type.into(),
            page,
            start_time: None,
            end_time: None,
            event_action: None,
            message_status: None,
            client_accept_status: None,
            template_code: None,
            group_message_id: None,
            user_number: None,
        }
    }

    /// The channel (`cams-…`): an ISV's sub-customer, or a direct customer's instance.
    pub fn cust_space_id(mut self, id: impl Into<String>) -> Self {
        self.channel.set_id(id);
        self
    }

    /// The account's own channel, in place of one by its ID.
    pub fn own_channel(mut self) -> Self {
        self.channel.set_own();
        self
    }

    /// The start of the time range.
    pub fn start_time(mut self, start_time: SystemTime) -> Self {
        self.start_time = Some(start_time);
        self
    }

    /// The end of the time range.
    pub fn end_time(mut self, end_time: SystemTime) -> Self {
        self.end_time = Some(end_time);
        self
    }

    /// Messages of one direction: `DOWN` to users, `UP` from them.
    pub fn event_action(mut self, event_action: impl Into<String>) -> Self {
        self.event_action = Some(event_action.into());
        self
    }

    /// Messages of one status. The service documents no list of them.
    pub fn message_status(mut self, message_status: impl Into<String>) -> Self {
        self.message_status = Some(message_status.into());
        self
    }

    /// Messages with this status on the user's side. The service documents no list of them.
    pub fn client_accept_status(mut self, client_accept_status: impl Into<String>) -> Self {
        self.client_accept_status = Some(client_accept_status.into());
        self
    }

    /// Messages of one template.
    pub fn template_code(mut self, template_code: impl Into<String>) -> Self {
        self.template_code = Some(template_code.into());
        self
    }

    /// Messages of one mass sending.
    pub fn group_message_id(mut self, group_message_id: impl Into<String>) -> Self {
        self.group_message_id = Some(group_message_id.into());
        self
    }

    /// Messages to and from one user.
    pub fn user_number(mut self, user_number: impl Into<String>) -> Self {
        self.user_number = Some(user_number.into());
        self
    }
}

/// The answer to [`ListChatappMessage`].
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct ListChatappMessageOutput {
    /// The service's ID of the request.
    pub request_id: Option<String>,
    /// The messages of this page; empty after the last page.
    pub messages: Vec<MessageRecord>,
}

/// A message that was sent or received.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "PascalCase")]
#[non_exhaustive]
pub struct MessageRecord {
    /// The message's ID, by which receipts name it.
    #[serde(default, deserialize_with = "rows::text")]
    pub message_id: String,
    /// Another ID of the message.
    #[serde(default, deserialize_with = "rows::optional_text")]
    pub unique_message_id: Option<String>,
    /// The conversation that it belongs to.
    #[serde(default, deserialize_with = "rows::optional_text")]
    pub conversation_id: Option<String>,
    /// The channel's phone number.
    #[serde(default, deserialize_with = "rows::text")]
    pub business_number: String,
    /// The user's phone number.
    #[serde(default, deserialize_with = "rows::text")]
    pub user_number: String,
    /// What kind of channel it is.
    #[serde(default, deserialize_with = "rows::text")]
    pub channel_type: String,
    /// `DOWN` to the user, `UP` from the user.
    #[serde(default, deserialize_with = "rows::text")]
    pub event_action: String,
    /// The same in words.
    #[serde(default, deserialize_with = "rows::optional_text")]
    pub event_action_name: Option<String>,
    /// The result of sending, such as `success`.
    #[serde(default, deserialize_with = "rows::optional_text")]
    pub message_status: Option<String>,
    /// The same in words.
    #[serde(default, deserialize_with = "rows::optional_text")]
    pub message_status_name: Option<String>,
    /// Whether the user's phone has it, in words.
    #[serde(default, deserialize_with = "rows::optional_text")]
    pub client_accept_status_name: Option<String>,
    /// Whether the user has read it.
    #[serde(default, deserialize_with = "rows::optional_text")]
    pub client_read_status: Option<String>,
    /// The same in words.
    #[serde(default, deserialize_with = "rows::optional_text")]
    pub client_read_status_name: Option<String>,
    /// Why the sending failed.
    #[serde(default, deserialize_with = "rows::optional_text")]
    pub fail_reason: Option<String>,
    /// Whether it was sent as an SMS instead, as `Y` or `N`. The service spells it so.
    #[serde(default, deserialize_with = "rows::optional_text")]
    pub fail_back_flag: Option<String>,
    /// What was sent as an SMS instead.
    #[serde(default, deserialize_with = "rows::optional_text")]
    pub fail_back_content: Option<String>,
    /// The template, if it was made from one.
    #[serde(default, deserialize_with = "rows::optional_text")]
    pub template_code: Option<String>,
    /// The template's name, if it was made from one.
    #[serde(default, deserialize_with = "rows::optional_text")]
    pub template_name: Option<String>,
    /// The template's language, if it was made from one.
    #[serde(default, deserialize_with = "rows::optional_text")]
    pub language_code: Option<String>,
    /// The message itself, often as JSON.
    #[serde(default, deserialize_with = "rows::optional_text")]
    pub message: Option<String>,
    /// What kind of message it is, such as `INTERACTIVE`.
    #[serde(default, deserialize_with = "rows::optional_text")]
    pub message_type: Option<String>,
    /// The same in words.
    #[serde(default, deserialize_with = "rows::optional_text")]
    pub message_type_name: Option<String>,
    /// What sent it, such as `api`.
    #[serde(default, deserialize_with = "rows::optional_text")]
    pub message_source: Option<String>,
    /// What the row is about, such as `message`. The service calls it `Type`.
    #[serde(default, rename = "Type", deserialize_with = "rows::optional_text")]
    pub kind: Option<String>,
    /// The month, as `202611`.
    #[serde(default, deserialize_with = "rows::optional_text")]
    pub month: Option<String>,
    /// When it was sent.
    #[serde(default, deserialize_with = "rows::optional_iso_time")]
    pub send_time: Option<SystemTime>,
}

impl Operation for ListChatappMessage {
    type Output = ListChatappMessageOutput;

    fn action(&self) -> &str {
        Self::ACTION
    }

    fn calls_per_second(&self) -> Option<u32> {
        Some(Self::CALLS_PER_SECOND)
    }

    fn subject(&self) -> Subject<'_> {
        Subject {
            cust_space_id: self.channel.id(),
            template_code: self.template_code.as_deref(),
            ..Subject::default()
        }
    }

    fn parameters(&self) -> Result<Parameters, Error> {
        Parameters::new()
            .channel(&self.channel)?
            .identifier("BusinessNumber", &self.business_number)?
            .identifier("ChannelType", &self.channel_type)?
            .json("Page", &self.page)?
            .optional_time("StartTime", self.start_time.as_ref())?
            .optional_time("EndTime", self.end_time.as_ref())?
            .optional_identifier("EventAction", self.event_action.as_deref())?
            .optional_identifier("MessageStatus", self.message_status.as_deref())?
            .optional_identifier("ClientAcceptStatus", self.client_accept_status.as_deref())?
            .optional_identifier("TemplateCode", self.template_code.as_deref())?
            .optional_identifier("GroupMessageId", self.group_message_id.as_deref())?
            .optional_identifier("UserNumber", self.user_number.as_deref())
    }

    fn output(&self, answer: Answer) -> Result<Self::Output, Error> {
        #[derive(Deserialize)]
        #[serde(rename_all = "PascalCase")]
        struct Body {
            #[serde(default, rename = "Data", deserialize_with = "rows::list")]
            messages: Vec<MessageRecord>,
        }
        let body: Body = rows::read(&answer)?;
        Ok(ListChatappMessageOutput { request_id: answer.request_id, messages: body.messages })
    }
}

impl Listing for ListChatappMessage {
    type Item = MessageRecord;

    const PAGE_SIZE: i64 = 50;

    fn page_size(&self) -> Option<i64> {
        Some(self.page.size)
    }

    fn at_page(mut self, index: i64, size: i64) -> Self {
        self.page = Page::new(index, size);
        self
    }

    fn items(page: &Self::Output) -> &[Self::Item] {
        &page.messages
    }

    fn into_items(page: Self::Output) -> Vec<Self::Item> {
        page.messages
    }

    fn total(_: &Self::Output) -> Option<i64> {
        None
    }
}
