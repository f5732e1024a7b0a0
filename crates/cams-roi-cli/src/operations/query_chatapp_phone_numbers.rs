//! `cams-roi query-chatapp-phone-numbers`.
//!
//! Written by `cargo xtask generate` from `model/operations/QueryChatappPhoneNumbers.toml`; do not edit.

use std::io::Write;

use cams_roi::CallOptions;
use cams_roi::operations::{
    PhoneNumber, PhoneNumberStatus, QueryChatappPhoneNumbers, QueryChatappPhoneNumbersOutput,
};

use crate::arguments::ChannelArgs;
use crate::connection::ConnectionArgs;
use crate::failure::Failure;
use crate::output::RowFormat;
use crate::rows::{self, Answer};
use crate::values::{Fields, Show, Value};

/// What `query-chatapp-phone-numbers` takes.
#[allow(clippy::doc_markdown, reason = "what people read in a terminal")]
#[derive(Debug, clap::Args)]
#[command(after_help = "\
Examples:
  cams-roi query-chatapp-phone-numbers --cust-space-id cams-emulator-1")]
pub(crate) struct Arguments {
    #[command(flatten)]
    channel: ChannelArgs,
    /// The code by which the ISV authorised the caller
    #[arg(long, value_name = "CODE")]
    isv_code: Option<String>,
    /// Only numbers with this status. The service documents no list of them
    #[arg(long, value_name = "STATUS")]
    status: Option<String>,
    /// table for people; json is one object with request_id and phone_numbers; csv has a header
    #[arg(long, value_enum, default_value_t, value_name = "FORM")]
    pub(super) output: RowFormat,
}

impl Arguments {
    /// Calls the operation and prints its answer.
    pub(super) async fn run(self, connection: &ConnectionArgs, out: &mut dyn Write) -> Result<(), Failure> {
        let request = match self.channel.id()? {
            Some(id) => QueryChatappPhoneNumbers::new(id),
            None => QueryChatappPhoneNumbers::own_channel(),
        };
        let request = match self.isv_code {
            Some(it) => request.isv_code(it),
            None => request,
        };
        let request = match self.status {
            Some(it) => request.status(it),
            None => request,
        };
        let answer = connection.client()?.send(&request, CallOptions::new()).await?;
        rows::write(out, self.output, &answer)
    }
}

impl Answer for QueryChatappPhoneNumbersOutput {
    type Row = PhoneNumber;

    fn rows(&self) -> &[Self::Row] {
        &self.phone_numbers
    }
}

impl Fields for QueryChatappPhoneNumbersOutput {
    const NAMES: &'static [&'static str] = &["request_id", "phone_numbers"];

    fn values(&self) -> Vec<Value> {
        vec![self.request_id.show(), self.phone_numbers.show()]
    }
}

impl Fields for PhoneNumber {
    const NAMES: &'static [&'static str] = &[
        "phone_number",
        "verified_name",
        "status",
        "quality_rating",
        "messaging_limit_tier",
        "code_verification_status",
        "name_status",
        "new_name_status",
        "is_official",
        "status_callback_url",
        "status_queue",
        "up_callback_url",
        "up_queue",
    ];

    fn values(&self) -> Vec<Value> {
        vec![
            self.phone_number.show(),
            self.verified_name.show(),
            self.status.show(),
            self.quality_rating.show(),
            self.messaging_limit_tier.show(),
            self.code_verification_status.show(),
            self.name_status.show(),
            self.new_name_status.show(),
            self.is_official.show(),
            self.status_callback_url.show(),
            self.status_queue.show(),
            self.up_callback_url.show(),
            self.up_queue.show(),
        ]
    }
}

impl Show for PhoneNumberStatus {
    fn show(&self) -> Value {
        Value::Text(self.as_str().to_owned())
    }
}
