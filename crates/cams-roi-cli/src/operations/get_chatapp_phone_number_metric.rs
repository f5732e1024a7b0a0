//! `cams-roi metrics phone-number`.
//!
//! Written by `cargo xtask generate` from `model/operations/GetChatappPhoneNumberMetric.toml`; do not edit.

use std::io::Write;

use cams_roi::CallOptions;
use cams_roi::operations::{
    GetChatappPhoneNumberMetric, GetChatappPhoneNumberMetricOutput, PhoneNumberMetric,
};
use jiff::Timestamp;

use super::shared::GranularityWord;
use crate::arguments::ChannelArgs;
use crate::connection::ConnectionArgs;
use crate::failure::Failure;
use crate::output::RowFormat;
use crate::rows::{self, Answer};
use crate::times::{Moment, parse_moment};
use crate::values::{Fields, Show, Value};

/// What `metrics phone-number` takes.
#[allow(clippy::doc_markdown, reason = "what people read in a terminal")]
#[derive(Debug, clap::Args)]
#[command(after_help = "\
Examples:
  cams-roi metrics phone-number --cust-space-id cams-abc123 --start 7d --end now
  cams-roi metrics phone-number --own-channel --start 2026-11-01 --end 2026-11-08 --granularity half-hour --output csv")]
pub(crate) struct Arguments {
    /// The start of the time range, inclusive: RFC 3339, a date (midnight UTC), 7d, 12h or 30m back, now, or
    /// milliseconds since 1970
    #[arg(long, value_name = "TIME", value_parser = parse_moment, allow_hyphen_values = true)]
    start: Moment,
    /// The end of the time range, exclusive, in the same forms
    #[arg(long, value_name = "TIME", value_parser = parse_moment, allow_hyphen_values = true)]
    end: Moment,
    /// The length of each row's period. The service documents no default; as far as is known, it is DAILY
    #[arg(long, value_name = "GRANULARITY", value_enum)]
    granularity: Option<GranularityWord>,
    /// One business phone number: digits with country code, no +
    #[arg(long, value_name = "NUMBER")]
    phone_number: Option<String>,
    #[command(flatten)]
    channel: ChannelArgs,
    /// The code by which the ISV authorised the caller
    #[arg(long, value_name = "CODE")]
    isv_code: Option<String>,
    /// table for people; json is one object with request_id and data; csv has a header
    #[arg(long, value_enum, default_value_t, value_name = "FORM")]
    pub(super) output: RowFormat,
}

impl Arguments {
    /// Calls the operation and prints its answer.
    pub(super) async fn run(self, connection: &ConnectionArgs, out: &mut dyn Write) -> Result<(), Failure> {
        let now = Timestamp::now();
        let request = GetChatappPhoneNumberMetric::new(self.start.resolve(now), self.end.resolve(now));
        let request = match self.channel.id()? {
            Some(id) => request.cust_space_id(id),
            None => request.own_channel(),
        };
        let request = match self.granularity {
            Some(it) => request.granularity(it.into()),
            None => request,
        };
        let request = match self.phone_number {
            Some(it) => request.phone_number(it),
            None => request,
        };
        let request = match self.isv_code {
            Some(it) => request.isv_code(it),
            None => request,
        };
        let answer = connection.client()?.send(&request, CallOptions::new()).await?;
        rows::write(out, self.output, &answer)
    }
}

impl Answer for GetChatappPhoneNumberMetricOutput {
    type Row = PhoneNumberMetric;

    const NO_ROWS: &'static str = "\
no metrics for this time range. Either the channel was not enabled, or less than a day ago (messages sent before are \
never counted); or nothing was sent in that time; or you want another phone number, template or channel";

    fn rows(&self) -> &[Self::Row] {
        &self.data
    }
}

impl Fields for GetChatappPhoneNumberMetricOutput {
    const NAMES: &'static [&'static str] = &["request_id", "data"];

    fn values(&self) -> Vec<Value> {
        vec![self.request_id.show(), self.data.show()]
    }
}

impl Fields for PhoneNumberMetric {
    const NAMES: &'static [&'static str] =
        &["phone_number", "granularity", "start", "end", "sent_count", "delivered_count"];

    fn values(&self) -> Vec<Value> {
        vec![
            self.phone_number.show(),
            self.granularity.show(),
            self.start.show(),
            self.end.show(),
            self.sent_count.show(),
            self.delivered_count.show(),
        ]
    }
}
