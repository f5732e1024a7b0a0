//! `QueryChatappBindWaba`.
//!
//! Written by `cargo xtask generate` from `model/operations/QueryChatappBindWaba.toml`; do not edit.

use std::collections::BTreeMap;

use serde::Deserialize;

use super::super::channel::ChannelChoice;
use super::super::rows;
use super::super::{Operation, Parameters, Subject};
use crate::answer::Answer;
use crate::error::Error;

/// Reads the WhatsApp Business Account (WABA) that a channel is bound to (`QueryChatappBindWaba`).
///
/// The service allows 10 calls per second for an account. The caller needs the RAM action
/// `cams:QueryChatappBindWaba`.
#[derive(Clone, Debug, PartialEq, Eq)]
#[must_use]
pub struct QueryChatappBindWaba {
    channel: ChannelChoice,
    isv_code: Option<String>,
}

impl QueryChatappBindWaba {
    /// The operation's name on the wire.
    pub const ACTION: &str = "QueryChatappBindWaba";
    /// Calls a second for an account, as documented; 5 where nothing is.
    pub const CALLS_PER_SECOND: u32 = 10;

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
        Self { channel, isv_code: None }
    }

    /// The code by which the ISV authorised the caller.
    pub fn isv_code(mut self, isv_code: impl Into<String>) -> Self {
        self.isv_code = Some(isv_code.into());
        self
    }
}

/// The answer to [`QueryChatappBindWaba`].
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct QueryChatappBindWabaOutput {
    /// The service's ID of the request.
    pub request_id: Option<String>,
    /// The WABA; absent if the channel is bound to none.
    pub waba: Option<Waba>,
}

/// A WhatsApp Business Account.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "PascalCase")]
#[non_exhaustive]
pub struct Waba {
    /// The WABA's ID.
    #[serde(default, deserialize_with = "rows::text")]
    pub id: String,
    /// The WABA's name.
    #[serde(default, deserialize_with = "rows::text")]
    pub name: String,
    /// The result of Meta's review: `PENDING`, `APPROVED`, `REJECTED` or `DISABLED`.
    #[serde(default, deserialize_with = "rows::optional_text")]
    pub account_review_status: Option<String>,
    /// The currency of its bills, such as `USD`.
    #[serde(default, deserialize_with = "rows::optional_text")]
    pub currency: Option<String>,
    /// The ID of the Meta business that owns it.
    #[serde(default, deserialize_with = "rows::optional_text")]
    pub business_id: Option<String>,
    /// The name of the Meta business that owns it.
    #[serde(default, deserialize_with = "rows::optional_text")]
    pub business_name: Option<String>,
    /// The namespace of its templates.
    #[serde(default, deserialize_with = "rows::optional_text")]
    pub message_template_namespace: Option<String>,
    /// Whether marketing messages are sent by Meta's own way for them, as `Y` or `N`.
    #[serde(default, deserialize_with = "rows::optional_text")]
    pub marketing_message_lite_status: Option<String>,
    /// Whether a number is used in the WhatsApp Business app too.
    #[serde(default, deserialize_with = "rows::optional_flag")]
    pub is_on_biz_app: Option<bool>,
    /// The location of the business. The service's own sample has something else here.
    #[serde(default, deserialize_with = "rows::optional_text")]
    pub primary_business_location: Option<String>,
    /// Whether Meta's rates for international authentication apply, by names that the service does not document. What
    /// is no text is given as JSON.
    #[serde(default, deserialize_with = "rows::item_map")]
    pub auth_international_rate_eligibility: BTreeMap<String, String>,
}

impl Operation for QueryChatappBindWaba {
    type Output = QueryChatappBindWabaOutput;

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
        Parameters::new().channel(&self.channel)?.optional_identifier("IsvCode", self.isv_code.as_deref())
    }

    fn output(&self, answer: Answer) -> Result<Self::Output, Error> {
        #[derive(Deserialize)]
        #[serde(rename_all = "PascalCase")]
        struct Body {
            #[serde(default, rename = "Data")]
            waba: Option<Waba>,
        }
        let body: Body = rows::read(&answer)?;
        Ok(QueryChatappBindWabaOutput { request_id: answer.request_id, waba: body.waba })
    }
}
