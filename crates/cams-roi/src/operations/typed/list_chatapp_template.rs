//! `ListChatappTemplate`.
//!
//! Written by `cargo xtask generate` from `model/operations/ListChatappTemplate.toml`; do not edit.

use std::time::SystemTime;

use serde::Deserialize;

use super::super::channel::ChannelChoice;
use super::super::rows;
use super::super::{Operation, Parameters, Subject};
use super::shared::Page;
use crate::answer::Answer;
use crate::error::Error;
use crate::pages::Listing;

/// Lists the message templates of a channel, a page at a time (`ListChatappTemplate`).
///
/// A template has a row for each of its languages.
///
/// The service allows 5 calls per second for an account. The caller needs the RAM action `cams:ListChatappTemplate`.
#[derive(Clone, Debug, PartialEq, Eq)]
#[must_use]
pub struct ListChatappTemplate {
    channel: ChannelChoice,
    isv_code: Option<String>,
    page: Option<Page>,
    name: Option<String>,
    code: Option<String>,
    language: Option<String>,
    category: Option<String>,
    audit_status: Option<String>,
    template_type: Option<String>,
}

impl ListChatappTemplate {
    /// The operation's name on the wire.
    pub const ACTION: &str = "ListChatappTemplate";
    /// Calls a second for an account, as documented; 5 where nothing is.
    pub const CALLS_PER_SECOND: u32 = 5;

    /// For the channel with this ID (`cams-…`): an ISV's sub-customer, or a direct customer's instance.
    pub fn new(cust_space_id: impl Into<String>) -> Self {
        let mut channel = ChannelChoice::default();
        channel.set_id(cust_space_id);
        Self::of(channel)
    }

    /// For the account's own channel.
    pub fn own_channel() -> Self {
        let mut channel = ChannelChoice::default();
        channel.set_own();
        Self::of(channel)
    }

    fn of(channel: ChannelChoice) -> Self {
        Self {
            channel,
            isv_code: None,
            page: None,
            name: None,
            code: None,
            language: None,
            category: None,
            audit_status: None,
            template_type: None,
        }
    }

    /// The code by which the ISV authorised the caller.
    pub fn isv_code(mut self, isv_code: impl Into<String>) -> Self {
        self.isv_code = Some(isv_code.into());
        self
    }

    /// The page's number and its length; the first 10 rows by default.
    pub fn page(mut self, page: Page) -> Self {
        self.page = Some(page);
        self
    }

    /// Templates of this name.
    pub fn name(mut self, name: impl Into<String>) -> Self {
        self.name = Some(name.into());
        self
    }

    /// Only the template with this code.
    pub fn code(mut self, code: impl Into<String>) -> Self {
        self.code = Some(code.into());
        self
    }

    /// Rows of one language, for example `en` or `zh_CN`.
    pub fn language(mut self, language: impl Into<String>) -> Self {
        self.language = Some(language.into());
        self
    }

    /// Templates of one category.
    pub fn category(mut self, category: impl Into<String>) -> Self {
        self.category = Some(category.into());
        self
    }

    /// Templates in this state of Meta's review.
    pub fn audit_status(mut self, audit_status: impl Into<String>) -> Self {
        self.audit_status = Some(audit_status.into());
        self
    }

    /// The template's type; `WHATSAPP` by default.
    pub fn template_type(mut self, template_type: impl Into<String>) -> Self {
        self.template_type = Some(template_type.into());
        self
    }
}

/// The answer to [`ListChatappTemplate`].
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct ListChatappTemplateOutput {
    /// The service's ID of the request.
    pub request_id: Option<String>,
    /// The templates of this page; empty after the last page.
    pub templates: Vec<Template>,
    /// The number of rows on all pages.
    pub total: Option<i64>,
}

/// A template in one language.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "PascalCase")]
#[non_exhaustive]
pub struct Template {
    /// The template's code. It is a text, even if it consists of digits.
    #[serde(default, deserialize_with = "rows::text")]
    pub template_code: String,
    /// The template's name.
    #[serde(default, deserialize_with = "rows::text")]
    pub template_name: String,
    /// The language, for example `en` or `zh_CN`.
    #[serde(default, deserialize_with = "rows::text")]
    pub language: String,
    /// The category: `MARKETING`, `UTILITY` or `AUTHENTICATION`; Viber has others.
    #[serde(default, deserialize_with = "rows::text")]
    pub category: String,
    /// The state of the review: `pass`, `fail`, `auditing` or `unaudit`.
    #[serde(default, deserialize_with = "rows::text")]
    pub audit_status: String,
    /// Why the review refused it; absent without a reason, for which the service also writes `None`.
    #[serde(default, deserialize_with = "rows::meant_text")]
    pub reason: Option<String>,
    /// The type: `WHATSAPP` or `VIBER`.
    #[serde(default, deserialize_with = "rows::text")]
    pub template_type: String,
    /// When it was last changed.
    #[serde(default, deserialize_with = "rows::optional_time")]
    pub last_update_time: Option<SystemTime>,
}

impl Operation for ListChatappTemplate {
    type Output = ListChatappTemplateOutput;

    fn action(&self) -> &str {
        Self::ACTION
    }

    fn calls_per_second(&self) -> Option<u32> {
        Some(Self::CALLS_PER_SECOND)
    }

    fn subject(&self) -> Subject<'_> {
        Subject { cust_space_id: self.channel.id(), ..Subject::default() }
    }

    fn parameters(&self) -> Result<Parameters, Error> {
        Parameters::new()
            .channel(&self.channel)?
            .optional_identifier("IsvCode", self.isv_code.as_deref())?
            .optional_json("Page", self.page.as_ref())?
            .optional("Name", self.name.as_deref())?
            .optional_identifier("Code", self.code.as_deref())?
            .optional_identifier("Language", self.language.as_deref())?
            .optional_identifier("Category", self.category.as_deref())?
            .optional_identifier("AuditStatus", self.audit_status.as_deref())?
            .optional_identifier("TemplateType", self.template_type.as_deref())
    }

    fn output(&self, answer: Answer) -> Result<Self::Output, Error> {
        #[derive(Deserialize)]
        #[serde(rename_all = "PascalCase")]
        struct Body {
            #[serde(default, rename = "ListTemplate", deserialize_with = "rows::list")]
            templates: Vec<Template>,
            #[serde(default, deserialize_with = "rows::optional_count")]
            total: Option<i64>,
        }
        let body: Body = rows::read(&answer)?;
        Ok(ListChatappTemplateOutput {
            request_id: answer.request_id,
            templates: body.templates,
            total: body.total,
        })
    }
}

impl Listing for ListChatappTemplate {
    type Item = Template;

    const PAGE_SIZE: i64 = 50;

    fn page_size(&self) -> Option<i64> {
        self.page.as_ref().map(|page| page.size)
    }

    fn at_page(mut self, index: i64, size: i64) -> Self {
        self.page = Some(Page::new(index, size));
        self
    }

    fn items(page: &Self::Output) -> &[Self::Item] {
        &page.templates
    }

    fn into_items(page: Self::Output) -> Vec<Self::Item> {
        page.templates
    }

    fn total(page: &Self::Output) -> Option<i64> {
        page.total
    }
}
