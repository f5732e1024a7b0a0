//! `GetChatappPhoneNumberMetric`.
//!
//! Written by `cargo xtask generate` from `model/operations/GetChatappPhoneNumberMetric.toml`; do not edit.

use std::time::SystemTime;

use serde::Deserialize;

use super::super::channel::ChannelChoice;
use super::super::rows;
use super::super::{Operation, Parameters, Subject};
use super::shared::Granularity;
use crate::answer::Answer;
use crate::days;
use crate::error::Error;

/// Reads how many messages of each phone number of a WhatsApp channel were sent and delivered
/// (`GetChatappPhoneNumberMetric`).
///
/// The channel must have been enabled at least a day ago.
///
/// The service allows 50 calls per second for an account. The caller needs the RAM action
/// `cams:GetChatappPhoneNumberMetric`.
#[derive(Clone, Debug, PartialEq, Eq)]
#[must_use]
pub struct GetChatappPhoneNumberMetric {
    start: SystemTime,
    end: SystemTime,
    granularity: Option<Granularity>,
    phone_number: Option<String>,
    channel: ChannelChoice,
    isv_code: Option<String>,
}

impl GetChatappPhoneNumberMetric {
    /// The operation's name on the wire.
    pub const ACTION: &str = "GetChatappPhoneNumberMetric";
    /// Calls a second for an account, as documented; 5 where nothing is.
    pub const CALLS_PER_SECOND: u32 = 50;

    /// A request with what is required. Say of which channel, too: [`cust_space_id`](Self::cust_space_id) or
    /// [`own_channel`](Self::own_channel).
    ///
    /// - `start`: The start of the time range, inclusive.
    /// - `end`: The end of the time range, exclusive.
    pub fn new(start: SystemTime, end: SystemTime) -> Self {
        Self {
            start,
            end,
            granularity: None,
            phone_number: None,
            channel: ChannelChoice::default(),
            isv_code: None,
        }
    }

    /// The length of each row's period. The service documents no default; as far as is known, it is `DAILY`.
    pub fn granularity(mut self, granularity: Granularity) -> Self {
        self.granularity = Some(granularity);
        self
    }

    /// One business phone number: digits with country code, no `+`.
    pub fn phone_number(mut self, phone_number: impl Into<String>) -> Self {
        self.phone_number = Some(phone_number.into());
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

/// The answer to [`GetChatappPhoneNumberMetric`].
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct GetChatappPhoneNumberMetricOutput {
    /// The service's ID of the request.
    pub request_id: Option<String>,
    /// The rows as the service returned them; empty if there is no data yet.
    pub data: Vec<PhoneNumberMetric>,
}

/// One phone number's metrics for one period. Rows are returned as they came: in the service's sample, start is later
/// than end, so do not assume an order.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "PascalCase")]
#[non_exhaustive]
pub struct PhoneNumberMetric {
    /// The business phone number, digits with country code; empty if the service left it out.
    #[serde(default, deserialize_with = "rows::text")]
    pub phone_number: String,
    /// The length of the row's period.
    #[serde(default)]
    pub granularity: Option<Granularity>,
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
}

impl Operation for GetChatappPhoneNumberMetric {
    type Output = GetChatappPhoneNumberMetricOutput;

    fn action(&self) -> &str {
        Self::ACTION
    }

    fn calls_per_second(&self) -> Option<u32> {
        Some(Self::CALLS_PER_SECOND)
    }

    fn subject(&self) -> Subject<'_> {
        Subject {
            phone_number: self.phone_number.as_deref(),
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
            .time_range(self.start, self.end)?
            .optional_identifier("Granularity", self.granularity.as_ref().map(Granularity::as_str))?
            .optional_identifier("PhoneNumber", self.phone_number.as_deref())?
            .channel(&self.channel)?
            .optional_identifier("IsvCode", self.isv_code.as_deref())
    }

    fn output(&self, answer: Answer) -> Result<Self::Output, Error> {
        #[derive(Deserialize)]
        #[serde(rename_all = "PascalCase")]
        struct Body {
            #[serde(default, deserialize_with = "rows::list")]
            data: Vec<PhoneNumberMetric>,
        }
        let body: Body = rows::read(&answer)?;
        Ok(GetChatappPhoneNumberMetricOutput { request_id: answer.request_id, data: body.data })
    }
}
