//! `EnableWhatsappROIMetric`.
//!
//! Written by `cargo xtask generate` from `model/operations/EnableWhatsappROIMetric.toml`; do not edit.

use super::super::channel::ChannelChoice;
use super::super::{Operation, Parameters, Subject};
use crate::access_denied::AccessDeniedDetail;
use crate::answer::Answer;
use crate::error::Error;

/// Enables the sent, delivered, read and click metrics of a WhatsApp channel (`EnableWhatsappROIMetric`).
///
/// The service begins to collect the metrics now; they appear a day later at the earliest. Messages sent before are
/// never counted. Calling it again for the same channel changes nothing.
///
/// The service allows 5 calls per second for an account. The caller needs the RAM action
/// `cams:EnableWhatsappROIMetric`.
#[derive(Clone, Debug, PartialEq, Eq)]
#[must_use]
pub struct EnableWhatsappRoiMetric {
    channel: ChannelChoice,
    isv_code: Option<String>,
}

impl EnableWhatsappRoiMetric {
    /// The operation's name on the wire.
    pub const ACTION: &str = "EnableWhatsappROIMetric";
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
        Self { channel, isv_code: None }
    }

    /// The code by which the ISV authorised the caller.
    pub fn isv_code(mut self, isv_code: impl Into<String>) -> Self {
        self.isv_code = Some(isv_code.into());
        self
    }
}

/// The answer to [`EnableWhatsappRoiMetric`]: metrics are being collected.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct EnableWhatsappRoiMetricOutput {
    /// The service's ID of the request.
    pub request_id: Option<String>,
    /// The service's message, where it is more than a placeholder.
    pub message: Option<String>,
    /// The service's `AccessDeniedDetail`, where it is more than a placeholder.
    pub access_denied_detail: Option<AccessDeniedDetail>,
}

impl Operation for EnableWhatsappRoiMetric {
    type Output = EnableWhatsappRoiMetricOutput;

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
        Ok(EnableWhatsappRoiMetricOutput {
            request_id: answer.request_id,
            message: answer.message,
            access_denied_detail: answer.access_denied_detail,
        })
    }
}
