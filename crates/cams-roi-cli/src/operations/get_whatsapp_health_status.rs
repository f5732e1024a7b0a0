//! `cams-roi get-whatsapp-health-status`.
//!
//! Written by `cargo xtask generate` from `model/operations/GetWhatsappHealthStatus.toml`; do not edit.

use std::io::Write;

use cams_roi::CallOptions;
use cams_roi::operations::{
    GetWhatsappHealthStatus, GetWhatsappHealthStatusOutput, Health, HealthEntity, HealthProblem, NodeType,
};

use crate::arguments::ChannelArgs;
use crate::connection::ConnectionArgs;
use crate::failure::Failure;
use crate::output::RowFormat;
use crate::rows::{self, Answer};
use crate::values::{Fields, Show, Value};

/// What `get-whatsapp-health-status` takes.
#[allow(clippy::doc_markdown, reason = "what people read in a terminal")]
#[derive(Debug, clap::Args)]
#[command(after_help = "\
Examples:
  cams-roi get-whatsapp-health-status --cust-space-id cams-emulator-1 --node-type phone")]
pub(crate) struct Arguments {
    #[command(flatten)]
    channel: ChannelArgs,
    /// Whose health is read
    #[arg(long, value_name = "TYPE", value_enum)]
    node_type: NodeTypeWord,
    /// The phone number to read the health of
    #[arg(long, value_name = "NUMBER")]
    phone_number: Option<String>,
    /// The template to read the health of
    #[arg(long, value_name = "CODE")]
    template_code: Option<String>,
    /// The language of the template to read the health of
    #[arg(long, value_name = "LANGUAGE")]
    language: Option<String>,
    /// The WhatsApp Business Account to read the health of
    #[arg(long, value_name = "ID")]
    waba_id: Option<String>,
    /// table for people; json is one object with request_id and health; csv has a header
    #[arg(long, value_enum, default_value_t, value_name = "FORM")]
    pub(super) output: RowFormat,
}

impl Arguments {
    /// Calls the operation and prints its answer.
    pub(super) async fn run(self, connection: &ConnectionArgs, out: &mut dyn Write) -> Result<(), Failure> {
        let request = GetWhatsappHealthStatus::new(self.node_type.into());
        let request = match self.channel.id()? {
            Some(id) => request.cust_space_id(id),
            None => request.own_channel(),
        };
        let request = match self.phone_number {
            Some(it) => request.phone_number(it),
            None => request,
        };
        let request = match self.template_code {
            Some(it) => request.template_code(it),
            None => request,
        };
        let request = match self.language {
            Some(it) => request.language(it),
            None => request,
        };
        let request = match self.waba_id {
            Some(it) => request.waba_id(it),
            None => request,
        };
        let answer = connection.client()?.send(&request, CallOptions::new()).await?;
        rows::write(out, self.output, &answer)
    }
}

/// Whose health is read.
#[derive(Clone, Copy, Debug, clap::ValueEnum)]
pub(super) enum NodeTypeWord {
    /// A template
    Template,
    /// A phone number
    Phone,
    /// A WhatsApp Business Account
    Waba,
}

impl From<NodeTypeWord> for NodeType {
    fn from(word: NodeTypeWord) -> Self {
        match word {
            NodeTypeWord::Template => Self::Template,
            NodeTypeWord::Phone => Self::Phone,
            NodeTypeWord::Waba => Self::Waba,
        }
    }
}

impl Answer for GetWhatsappHealthStatusOutput {
    type Row = Health;

    fn rows(&self) -> &[Self::Row] {
        std::slice::from_ref(&self.health)
    }
}

impl Fields for GetWhatsappHealthStatusOutput {
    const NAMES: &'static [&'static str] = &["request_id", "health"];

    fn values(&self) -> Vec<Value> {
        vec![self.request_id.show(), self.health.show()]
    }
}

impl Fields for Health {
    const NAMES: &'static [&'static str] = &["can_send_message", "entities"];

    fn values(&self) -> Vec<Value> {
        vec![self.can_send_message.show(), self.entities.show()]
    }
}

impl Fields for HealthEntity {
    const NAMES: &'static [&'static str] = &[
        "entity_type",
        "can_send_message",
        "business_id",
        "phone_number",
        "template_code",
        "language",
        "waba_id",
        "errors",
    ];

    fn values(&self) -> Vec<Value> {
        vec![
            self.entity_type.show(),
            self.can_send_message.show(),
            self.business_id.show(),
            self.phone_number.show(),
            self.template_code.show(),
            self.language.show(),
            self.waba_id.show(),
            self.errors.show(),
        ]
    }
}

impl Fields for HealthProblem {
    const NAMES: &'static [&'static str] = &["error_code", "error_description", "possible_solution"];

    fn values(&self) -> Vec<Value> {
        vec![self.error_code.show(), self.error_description.show(), self.possible_solution.show()]
    }
}
