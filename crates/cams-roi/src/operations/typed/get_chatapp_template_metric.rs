//! `GetChatappTemplateMetric`.
//!
//! Written by `cargo xtask generate` from `model/operations/GetChatappTemplateMetric.toml`; do not edit.

use std::time::SystemTime;

use serde::Deserialize;

use super::super::channel::ChannelChoice;
use super::super::rows;
use super::super::{Operation, Parameters, Subject};
use super::shared::ButtonClicks;
use super::shared::Granularity;
use crate::answer::Answer;
use crate::days;
use crate::error::Error;

/// Reads how many messages of a WhatsApp marketing template were sent, delivered, read and clicked
/// (`GetChatappTemplateMetric`).
///
/// The channel must have been enabled at least a day ago.
///
/// The service allows 50 calls per second for an account. The caller needs the RAM action
/// `cams:GetChatappTemplateMetric`.
#[derive(Clone, Debug, PartialEq, Eq)]
#[must_use]
pub struct GetChatappTemplateMetric {
    template_code: String,
    start: SystemTime,
    end: SystemTime,
    language: Option<String>,
    granularity: Option<Granularity>,
    template_type: Option<String>,
    channel: ChannelChoice,
    isv_code: Option<String>,
}

impl GetChatappTemplateMetric {
    /// The operation's name on the wire.
    pub const ACTION: &str = "GetChatappTemplateMetric";
    /// Calls a second for an account, as documented; 5 where nothing is.
    pub const CALLS_PER_SECOND: u32 = 50;

    /// A request with what is required. Say of which channel, too: [`cust_space_id`](Self::cust_space_id) or
    /// [`own_channel`](Self::own_channel).
    ///
    /// - `template_code`: The template's code. It is a text, even if it consists of digits.
    /// - `start`: The start of the time range, inclusive.
    /// - `end`: The end of the time range, exclusive.
    pub fn new(template_code: impl Into<String>, start: SystemTime, end: SystemTime) -> Self {
        Self {
            template_code: template_code.into(),
            start,
            end,
            language: None,
            granularity: None,
            template_type: None,
            channel: ChannelChoice::default(),
            isv_code: None,
        }
    }

    /// One language of the template, for example `en` or `zh_CN`.
    pub fn language(mut self, language: impl Into<String>) -> Self {
        self.language = Some(language.into());
        self
    }

    /// The length of each row's period. The service documents no default; as far as is known, it is `DAILY`.
    pub fn granularity(mut self, granularity: Granularity) -> Self {
        self.granularity = Some(granularity);
        self
    }

    /// The template's type. `WHATSAPP` is the only one documented, and the service's default.
    pub fn template_type(mut self, template_type: impl Into<String>) -> Self {
        self.template_type = Some(template_type.into());
        self
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

    /// The code by which the ISV authorised the caller.
    pub fn isv_code(mut self, isv_code: impl Into<String>) -> Self {
        self.isv_code = Some(isv_code.into());
        self
    }
}

/// The answer to [`GetChatappTemplateMetric`].
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct GetChatappTemplateMetricOutput {
    /// The service's ID of the request.
    pub request_id: Option<String>,
    /// The rows as the service returned them; empty if there is no data yet.
    pub data: Vec<TemplateMetric>,
}

/// One template's metrics in one language for one period. Rows are returned as they came: in the service's sample,
/// there are more clicks than deliveries.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "PascalCase")]
#[non_exhaustive]
pub struct TemplateMetric {
    /// The template's code: a long string of digits, never a number.
    #[serde(default, deserialize_with = "rows::text")]
    pub template_code: String,
    /// The template's language; empty if the service left it out.
    #[serde(default, deserialize_with = "rows::text")]
    pub language: String,
    /// When the period begins.
    #[serde(deserialize_with = "rows::time")]
    pub start: SystemTime,
    /// When the period ends.
    #[serde(deserialize_with = "rows::time")]
    pub end: SystemTime,
    /// Messages sent; zero if the service left it out.
    #[serde(default, deserialize_with = "rows::count")]
    pub sent_count: i64,
    /// Messages delivered; zero if the service left it out.
    #[serde(default, deserialize_with = "rows::count")]
    pub delivered_count: i64,
    /// Messages read; zero if the service left it out.
    #[serde(default, deserialize_with = "rows::count")]
    pub read_count: i64,
    /// Clicks by button. The service calls the list `Cliented`.
    #[serde(default, rename = "Cliented", deserialize_with = "rows::list")]
    pub clicks: Vec<ButtonClicks>,
}

impl Operation for GetChatappTemplateMetric {
    type Output = GetChatappTemplateMetricOutput;

    fn action(&self) -> &str {
        Self::ACTION
    }

    fn calls_per_second(&self) -> Option<u32> {
        Some(Self::CALLS_PER_SECOND)
    }

    fn subject(&self) -> Subject<'_> {
        Subject {
            template_code: Some(&self.template_code),
            cust_space_id: self.channel.id(),
            ..Subject::default()
        }
    }

    fn remark(&self) -> Option<&'static str> {
        let is_daily = matches!(self.granularity, None | Some(Granularity::Daily));
        if is_daily { days::remark(self.start, self.end) } else { None }
    }

    fn parameters(&self) -> Result<Parameters, Error> {
        Parameters::new()
            .identifier("TemplateCode", &self.template_code)?
            .time_range(self.start, self.end)?
            .optional_identifier("Language", self.language.as_deref())?
            .optional_identifier("Granularity", self.granularity.as_ref().map(Granularity::as_str))?
            .optional_identifier("TemplateType", self.template_type.as_deref())?
            .channel(&self.channel)?
            .optional_identifier("IsvCode", self.isv_code.as_deref())
    }

    fn output(&self, answer: Answer) -> Result<Self::Output, Error> {
        #[derive(Deserialize)]
        #[serde(rename_all = "PascalCase")]
        struct Body {
            #[serde(default, deserialize_with = "rows::list")]
            data: Vec<TemplateMetric>,
        }
        let body: Body = rows::read(&answer)?;
        Ok(GetChatappTemplateMetricOutput { request_id: answer.request_id, data: body.data })
    }
}
