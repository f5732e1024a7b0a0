//! `cams-roi list-chatapp-template`.
//!
//! Written by `cargo xtask generate` from `model/operations/ListChatappTemplate.toml`; do not edit.

use std::io::Write;

use cams_roi::CallOptions;
use cams_roi::operations::{ListChatappTemplate, ListChatappTemplateOutput, Template};

use super::shared::GivenPage;
use crate::arguments::{ChannelArgs, Json};
use crate::connection::ConnectionArgs;
use crate::failure::Failure;
use crate::output::RowFormat;
use crate::rows::{self, Answer};
use crate::values::{Fields, Show, Value};

/// What `list-chatapp-template` takes.
#[allow(clippy::doc_markdown, reason = "what people read in a terminal")]
#[derive(Debug, clap::Args)]
#[command(after_help = "\
Examples:
  cams-roi list-chatapp-template --cust-space-id cams-emulator-1")]
pub(crate) struct Arguments {
    #[command(flatten)]
    channel: ChannelArgs,
    /// The code by which the ISV authorised the caller
    #[arg(long, value_name = "CODE")]
    isv_code: Option<String>,
    /// The page's number and its length; the first 10 rows by default; JSON, such as {"Index":1,"Size":50}
    #[arg(long, value_name = "JSON")]
    page: Option<Json<GivenPage>>,
    /// Templates of this name
    #[arg(long, value_name = "NAME")]
    name: Option<String>,
    /// Only the template with this code
    #[arg(long, value_name = "CODE")]
    code: Option<String>,
    /// Rows of one language, for example en or zh_CN
    #[arg(long, value_name = "LANGUAGE")]
    language: Option<String>,
    /// Templates of one category
    #[arg(long, value_name = "CATEGORY")]
    category: Option<String>,
    /// Templates in this state of Meta's review
    #[arg(long, value_name = "STATUS")]
    audit_status: Option<String>,
    /// The template's type; WHATSAPP by default
    #[arg(long, value_name = "TYPE")]
    template_type: Option<String>,
    /// table for people; json is one object with request_id, templates and total; csv has a header
    #[arg(long, value_enum, default_value_t, value_name = "FORM")]
    pub(super) output: RowFormat,
}

impl Arguments {
    /// Calls the operation and prints its answer.
    pub(super) async fn run(self, connection: &ConnectionArgs, out: &mut dyn Write) -> Result<(), Failure> {
        let request = match self.channel.id()? {
            Some(id) => ListChatappTemplate::new(id),
            None => ListChatappTemplate::own_channel(),
        };
        let request = match self.isv_code {
            Some(it) => request.isv_code(it),
            None => request,
        };
        let request = match self.page {
            Some(it) => request.page(it.0.into()),
            None => request,
        };
        let request = match self.name {
            Some(it) => request.name(it),
            None => request,
        };
        let request = match self.code {
            Some(it) => request.code(it),
            None => request,
        };
        let request = match self.language {
            Some(it) => request.language(it),
            None => request,
        };
        let request = match self.category {
            Some(it) => request.category(it),
            None => request,
        };
        let request = match self.audit_status {
            Some(it) => request.audit_status(it),
            None => request,
        };
        let request = match self.template_type {
            Some(it) => request.template_type(it),
            None => request,
        };
        let answer = connection.client()?.send(&request, CallOptions::new()).await?;
        rows::write(out, self.output, &answer)
    }
}

impl Answer for ListChatappTemplateOutput {
    type Row = Template;

    fn rows(&self) -> &[Self::Row] {
        &self.templates
    }

    fn beside(&self) -> Vec<(&'static str, Value)> {
        vec![("total", self.total.show())]
    }
}

impl Fields for ListChatappTemplateOutput {
    const NAMES: &'static [&'static str] = &["request_id", "templates", "total"];

    fn values(&self) -> Vec<Value> {
        vec![self.request_id.show(), self.templates.show(), self.total.show()]
    }
}

impl Fields for Template {
    const NAMES: &'static [&'static str] = &[
        "template_code",
        "template_name",
        "language",
        "category",
        "audit_status",
        "reason",
        "template_type",
        "last_update_time",
    ];

    fn values(&self) -> Vec<Value> {
        vec![
            self.template_code.show(),
            self.template_name.show(),
            self.language.show(),
            self.category.show(),
            self.audit_status.show(),
            self.reason.show(),
            self.template_type.show(),
            self.last_update_time.show(),
        ]
    }
}
