//! `cams-roi query-chatapp-bind-waba`.
//!
//! Written by `cargo xtask generate` from `model/operations/QueryChatappBindWaba.toml`; do not edit.

use std::io::Write;

use cams_roi::CallOptions;
use cams_roi::operations::{QueryChatappBindWaba, QueryChatappBindWabaOutput, Waba};

use crate::arguments::ChannelArgs;
use crate::connection::ConnectionArgs;
use crate::failure::Failure;
use crate::output::RowFormat;
use crate::rows::{self, Answer};
use crate::values::{Fields, Show, Value};

/// What `query-chatapp-bind-waba` takes.
#[allow(clippy::doc_markdown, reason = "what people read in a terminal")]
#[derive(Debug, clap::Args)]
#[command(after_help = "\
Examples:
  cams-roi query-chatapp-bind-waba --cust-space-id cams-emulator-1")]
pub(crate) struct Arguments {
    #[command(flatten)]
    channel: ChannelArgs,
    /// The code by which the ISV authorised the caller
    #[arg(long, value_name = "CODE")]
    isv_code: Option<String>,
    /// table for people; json is one object with request_id and waba; csv has a header
    #[arg(long, value_enum, default_value_t, value_name = "FORM")]
    pub(super) output: RowFormat,
}

impl Arguments {
    /// Calls the operation and prints its answer.
    pub(super) async fn run(self, connection: &ConnectionArgs, out: &mut dyn Write) -> Result<(), Failure> {
        let request = match self.channel.id()? {
            Some(id) => QueryChatappBindWaba::new(id),
            None => QueryChatappBindWaba::own_channel(),
        };
        let request = match self.isv_code {
            Some(it) => request.isv_code(it),
            None => request,
        };
        let answer = connection.client()?.send(&request, CallOptions::new()).await?;
        rows::write(out, self.output, &answer)
    }
}

impl Answer for QueryChatappBindWabaOutput {
    type Row = Waba;

    fn rows(&self) -> &[Self::Row] {
        self.waba.as_slice()
    }
}

impl Fields for QueryChatappBindWabaOutput {
    const NAMES: &'static [&'static str] = &["request_id", "waba"];

    fn values(&self) -> Vec<Value> {
        vec![self.request_id.show(), self.waba.show()]
    }
}

impl Fields for Waba {
    const NAMES: &'static [&'static str] = &[
        "id",
        "name",
        "account_review_status",
        "currency",
        "business_id",
        "business_name",
        "message_template_namespace",
        "marketing_message_lite_status",
        "is_on_biz_app",
        "primary_business_location",
        "auth_international_rate_eligibility",
    ];

    fn values(&self) -> Vec<Value> {
        vec![
            self.id.show(),
            self.name.show(),
            self.account_review_status.show(),
            self.currency.show(),
            self.business_id.show(),
            self.business_name.show(),
            self.message_template_namespace.show(),
            self.marketing_message_lite_status.show(),
            self.is_on_biz_app.show(),
            self.primary_business_location.show(),
            self.auth_international_rate_eligibility.show(),
        ]
    }
}
