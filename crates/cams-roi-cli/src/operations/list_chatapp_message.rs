//! `cams-roi list-chatapp-message`.
//!
//! Written by `cargo xtask generate` from `model/operations/ListChatappMessage.toml`; do not edit.

use std::io::Write;

use cams_roi::CallOptions;
use cams_roi::operations::{ListChatappMessage, ListChatappMessageOutput, MessageRecord};
use jiff::Timestamp;

use super::shared::GivenPage;
use crate::arguments::{ChannelArgs, Json};
use crate::connection::ConnectionArgs;
use crate::failure::Failure;
use crate::output::RowFormat;
use crate::rows::{self, Answer};
use crate::times::{Moment, parse_moment};
use crate::values::{Fields, Show, Value};

/// What `list-chatapp-message` takes.
#[allow(clippy::doc_markdown, reason = "what people read in a terminal")]
#[derive(Debug, clap::Args)]
#[command(after_help = "\
Examples:
  cams-roi list-chatapp-message --cust-space-id cams-emulator-1 --business-number 8613800000000 --channel-type whatsapp --page '{\"Index\":1,\"Size\":50}'")]
pub(crate) struct Arguments {
    #[command(flatten)]
    channel: ChannelArgs,
    /// The channel's phone number, in digits
    #[arg(long, value_name = "NUMBER")]
    business_number: String,
    /// What kind of channel it is, in lower or upper case
    #[arg(long, value_name = "TYPE")]
    channel_type: String,
    /// The page's number and its length; JSON, such as {"Index":1,"Size":50}
    #[arg(long, value_name = "JSON")]
    page: Json<GivenPage>,
    /// The start of the time range: RFC 3339, a date (midnight UTC), 7d, 12h or 30m back, now, or milliseconds since
    /// 1970
    #[arg(long, value_name = "TIME", value_parser = parse_moment, allow_hyphen_values = true)]
    start_time: Option<Moment>,
    /// The end of the time range, in the same forms
    #[arg(long, value_name = "TIME", value_parser = parse_moment, allow_hyphen_values = true)]
    end_time: Option<Moment>,
    /// Messages of one direction: DOWN to users, UP from them
    #[arg(long, value_name = "ACTION")]
    event_action: Option<String>,
    /// Messages of one status. The service documents no list of them
    #[arg(long, value_name = "STATUS")]
    message_status: Option<String>,
    /// Messages with this status on the user's side. The service documents no list of them
    #[arg(long, value_name = "STATUS")]
    client_accept_status: Option<String>,
    /// Messages of one template
    #[arg(long, value_name = "CODE")]
    template_code: Option<String>,
    /// Messages of one mass sending
    #[arg(long, value_name = "ID")]
    group_message_id: Option<String>,
    /// Messages to and from one user
    #[arg(long, value_name = "NUMBER")]
    user_number: Option<String>,
    /// table for people; json is one object with request_id and messages; csv has a header
    #[arg(long, value_enum, default_value_t, value_name = "FORM")]
    pub(super) output: RowFormat,
}

impl Arguments {
    /// Calls the operation and prints its answer.
    pub(super) async fn run(self, connection: &ConnectionArgs, out: &mut dyn Write) -> Result<(), Failure> {
        let now = Timestamp::now();
        let request = ListChatappMessage::new(self.business_number, self.channel_type, self.page.0.into());
        let request = match self.channel.id()? {
            Some(id) => request.cust_space_id(id),
            None => request.own_channel(),
        };
        let request = match self.start_time {
            Some(it) => request.start_time(it.resolve(now)),
            None => request,
        };
        let request = match self.end_time {
            Some(it) => request.end_time(it.resolve(now)),
            None => request,
        };
        let request = match self.event_action {
            Some(it) => request.event_action(it),
            None => request,
        };
        let request = match self.message_status {
            Some(it) => request.message_status(it),
            None => request,
        };
        let request = match self.client_accept_status {
            Some(it) => request.client_accept_status(it),
            None => request,
        };
        let request = match self.template_code {
            Some(it) => request.template_code(it),
            None => request,
        };
        let request = match self.group_message_id {
            Some(it) => request.group_message_id(it),
            None => request,
        };
        let request = match self.user_number {
            Some(it) => request.user_number(it),
            None => request,
        };
        let answer = connection.client()?.send(&request, CallOptions::new()).await?;
        rows::write(out, self.output, &answer)
    }
}

impl Answer for ListChatappMessageOutput {
    type Row = MessageRecord;

    fn rows(&self) -> &[Self::Row] {
        &self.messages
    }
}

impl Fields for ListChatappMessageOutput {
    const NAMES: &'static [&'static str] = &["request_id", "messages"];

    fn values(&self) -> Vec<Value> {
        vec![self.request_id.show(), self.messages.show()]
    }
}

impl Fields for MessageRecord {
    const NAMES: &'static [&'static str] = &[
        "message_id",
        "unique_message_id",
        "conversation_id",
        "business_number",
        "user_number",
        "channel_type",
        "event_action",
        "event_action_name",
        "message_status",
        "message_status_name",
        "client_accept_status_name",
        "client_read_status",
        "client_read_status_name",
        "fail_reason",
        "fail_back_flag",
        "fail_back_content",
        "template_code",
        "template_name",
        "language_code",
        "message",
        "message_type",
        "message_type_name",
        "message_source",
        "kind",
        "month",
        "send_time",
    ];

    fn values(&self) -> Vec<Value> {
        vec![
            self.message_id.show(),
            self.unique_message_id.show(),
            self.conversation_id.show(),
            self.business_number.show(),
            self.user_number.show(),
            self.channel_type.show(),
            self.event_action.show(),
            self.event_action_name.show(),
            self.message_status.show(),
            self.message_status_name.show(),
            self.client_accept_status_name.show(),
            self.client_read_status.show(),
            self.client_read_status_name.show(),
            self.fail_reason.show(),
            self.fail_back_flag.show(),
            self.fail_back_content.show(),
            self.template_code.show(),
            self.template_name.show(),
            self.language_code.show(),
            self.message.show(),
            self.message_type.show(),
            self.message_type_name.show(),
            self.message_source.show(),
            self.kind.show(),
            self.month.show(),
            self.send_time.show(),
        ]
    }
}
