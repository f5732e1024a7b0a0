//! `QueryChatappPhoneNumbers`.
//!
//! Written by `cargo xtask generate` from `model/operations/QueryChatappPhoneNumbers.toml`; do not edit.

use serde::Deserialize;

use super::super::channel::ChannelChoice;
use super::super::rows;
use super::super::{Operation, Parameters, Subject};
use super::shared::QualityRating;
use crate::answer::Answer;
use crate::error::Error;

/// Lists the phone numbers of a channel, all at once (`QueryChatappPhoneNumbers`).
///
/// The service allows 10 calls per second for an account. The caller needs the RAM action
/// `cams:QueryChatappPhoneNumbers`.
#[derive(Clone, Debug, PartialEq, Eq)]
#[must_use]
pub struct QueryChatappPhoneNumbers {
    channel: ChannelChoice,
    isv_code: Option<String>,
    status: Option<String>,
}

impl QueryChatappPhoneNumbers {
    /// The operation's name on the wire.
    pub const ACTION: &str = "QueryChatappPhoneNumbers";
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
        Self { channel, isv_code: None, status: None }
    }

    /// The code by which the ISV authorised the caller.
    pub fn isv_code(mut self, isv_code: impl Into<String>) -> Self {
        self.isv_code = Some(isv_code.into());
        self
    }

    /// Only numbers with this status. The service documents no list of them.
    pub fn status(mut self, status: impl Into<String>) -> Self {
        self.status = Some(status.into());
        self
    }
}

/// The answer to [`QueryChatappPhoneNumbers`].
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct QueryChatappPhoneNumbersOutput {
    /// The service's ID of the request.
    pub request_id: Option<String>,
    /// The phone numbers; empty if the channel has none yet.
    pub phone_numbers: Vec<PhoneNumber>,
}

/// A phone number of a channel.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "PascalCase")]
#[non_exhaustive]
pub struct PhoneNumber {
    /// The number, in digits without a plus.
    #[serde(default, deserialize_with = "rows::text")]
    pub phone_number: String,
    /// The name that users see.
    #[serde(default, deserialize_with = "rows::optional_text")]
    pub verified_name: Option<String>,
    /// Whether messages can be sent from it.
    #[serde(default)]
    pub status: PhoneNumberStatus,
    /// Meta's rating of the messages of the last days.
    #[serde(default)]
    pub quality_rating: QualityRating,
    /// How many users may be written to in a day, such as `TIER_1K` or `TIER_UNLIMITED`.
    #[serde(default, deserialize_with = "rows::optional_text")]
    pub messaging_limit_tier: Option<String>,
    /// Whether the number was verified by a code: `VERIFIED`, `REJECTED`, `MORE_INFORMATION_REQUESTED` or `REVOKED`.
    #[serde(default, deserialize_with = "rows::optional_text")]
    pub code_verification_status: Option<String>,
    /// Whether the name was approved.
    #[serde(default, deserialize_with = "rows::optional_text")]
    pub name_status: Option<String>,
    /// Whether a new name was approved.
    #[serde(default, deserialize_with = "rows::optional_text")]
    pub new_name_status: Option<String>,
    /// Whether it is an official business account.
    #[serde(default, deserialize_with = "rows::optional_flag")]
    pub is_official: Option<bool>,
    /// The URL to which receipts are sent.
    #[serde(default, deserialize_with = "rows::optional_text")]
    pub status_callback_url: Option<String>,
    /// The queue that receipts are put into.
    #[serde(default, deserialize_with = "rows::optional_text")]
    pub status_queue: Option<String>,
    /// The URL to which users' messages are sent.
    #[serde(default, deserialize_with = "rows::optional_text")]
    pub up_callback_url: Option<String>,
    /// The queue that messages of users are put into.
    #[serde(default, deserialize_with = "rows::optional_text")]
    pub up_queue: Option<String>,
}

/// The state of a phone number.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum PhoneNumberStatus {
    /// It can send.
    Connected,
    /// It is not ready yet.
    Pending,
    /// Its quality is low, and it may be restricted soon.
    Flagged,
    /// It has used up its limit, and can send to nobody new.
    Restricted,
    /// It sends too fast.
    RateLimited,
    /// Meta has blocked it.
    Banned,
    /// It was deleted.
    Deleted,
    /// It was moved to another account.
    Migrated,
    /// It is not connected.
    Disconnected,
    /// Its code was not verified.
    Unverified,
    /// The service does not know.
    Unknown,
    /// What the service may add, as it came; empty where it left the value out.
    Other(String),
}

impl PhoneNumberStatus {
    /// The service's own word, for example `UNKNOWN`.
    #[must_use]
    pub fn as_str(&self) -> &str {
        match self {
            Self::Connected => "CONNECTED",
            Self::Pending => "PENDING",
            Self::Flagged => "FLAGGED",
            Self::Restricted => "RESTRICTED",
            Self::RateLimited => "RATE_LIMITED",
            Self::Banned => "BANNED",
            Self::Deleted => "DELETED",
            Self::Migrated => "MIGRATED",
            Self::Disconnected => "DISCONNECTED",
            Self::Unverified => "UNVERIFIED",
            Self::Unknown => "UNKNOWN",
            Self::Other(text) => text,
        }
    }
}

impl Default for PhoneNumberStatus {
    fn default() -> Self {
        Self::Other(String::new())
    }
}

impl From<&str> for PhoneNumberStatus {
    fn from(text: &str) -> Self {
        match text {
            "CONNECTED" => Self::Connected,
            "PENDING" => Self::Pending,
            "FLAGGED" => Self::Flagged,
            "RESTRICTED" => Self::Restricted,
            "RATE_LIMITED" => Self::RateLimited,
            "BANNED" => Self::Banned,
            "DELETED" => Self::Deleted,
            "MIGRATED" => Self::Migrated,
            "DISCONNECTED" => Self::Disconnected,
            "UNVERIFIED" => Self::Unverified,
            "UNKNOWN" => Self::Unknown,
            other => Self::Other(other.to_owned()),
        }
    }
}

impl std::fmt::Display for PhoneNumberStatus {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(self.as_str())
    }
}

impl<'de> serde::Deserialize<'de> for PhoneNumberStatus {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        super::super::rows::text(deserializer).map(|text| text.as_str().into())
    }
}

impl serde::Serialize for PhoneNumberStatus {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.as_str())
    }
}

impl Operation for QueryChatappPhoneNumbers {
    type Output = QueryChatappPhoneNumbersOutput;

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
            .optional_identifier("Status", self.status.as_deref())
    }

    fn output(&self, answer: Answer) -> Result<Self::Output, Error> {
        #[derive(Deserialize)]
        #[serde(rename_all = "PascalCase")]
        struct Body {
            #[serde(default, deserialize_with = "rows::list")]
            phone_numbers: Vec<PhoneNumber>,
        }
        let body: Body = rows::read(&answer)?;
        Ok(QueryChatappPhoneNumbersOutput {
            request_id: answer.request_id,
            phone_numbers: body.phone_numbers,
        })
    }
}
