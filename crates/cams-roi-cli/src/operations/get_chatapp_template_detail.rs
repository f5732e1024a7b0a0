//! `cams-roi get-chatapp-template-detail`.
//!
//! Written by `cargo xtask generate` from `model/operations/GetChatappTemplateDetail.toml`; do not edit.

use std::io::Write;

use cams_roi::CallOptions;
use cams_roi::operations::{
    CardButton, CardComponent, GetChatappTemplateDetail, GetChatappTemplateDetailOutput, TemplateApp,
    TemplateButton, TemplateCard, TemplateComponent, TemplateDetail, TemplateNextStep,
};

use crate::arguments::ChannelArgs;
use crate::connection::ConnectionArgs;
use crate::failure::Failure;
use crate::output::RowFormat;
use crate::rows::{self, Answer};
use crate::values::{Fields, Show, Value};

/// What `get-chatapp-template-detail` takes.
#[allow(clippy::doc_markdown, reason = "what people read in a terminal")]
#[derive(Debug, clap::Args)]
#[command(after_help = "\
Examples:
  cams-roi get-chatapp-template-detail --cust-space-id cams-emulator-1 --language en")]
pub(crate) struct Arguments {
    #[command(flatten)]
    channel: ChannelArgs,
    /// The language, for example en or zh_CN
    #[arg(long, value_name = "LANGUAGE")]
    language: String,
    /// The template's code. It is a text, even if it consists of digits
    #[arg(long, value_name = "CODE")]
    template_code: Option<String>,
    /// The template's name, where its code is not given
    #[arg(long, value_name = "NAME")]
    template_name: Option<String>,
    /// The template's type; WHATSAPP by default
    #[arg(long, value_name = "TYPE")]
    template_type: Option<String>,
    /// The code by which the ISV authorised the caller
    #[arg(long, value_name = "CODE")]
    isv_code: Option<String>,
    /// table for people; json is one object with request_id and template; csv has a header
    #[arg(long, value_enum, default_value_t, value_name = "FORM")]
    pub(super) output: RowFormat,
}

impl Arguments {
    /// Calls the operation and prints its answer.
    pub(super) async fn run(self, connection: &ConnectionArgs, out: &mut dyn Write) -> Result<(), Failure> {
        let request = GetChatappTemplateDetail::new(self.language);
        let request = match self.channel.id()? {
            Some(id) => request.cust_space_id(id),
            None => request.own_channel(),
        };
        let request = match self.template_code {
            Some(it) => request.template_code(it),
            None => request,
        };
        let request = match self.template_name {
            Some(it) => request.template_name(it),
            None => request,
        };
        let request = match self.template_type {
            Some(it) => request.template_type(it),
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

impl Answer for GetChatappTemplateDetailOutput {
    type Row = TemplateDetail;

    fn rows(&self) -> &[Self::Row] {
        std::slice::from_ref(&self.template)
    }
}

impl Fields for GetChatappTemplateDetailOutput {
    const NAMES: &'static [&'static str] = &["request_id", "template"];

    fn values(&self) -> Vec<Value> {
        vec![self.request_id.show(), self.template.show()]
    }
}

impl Fields for TemplateDetail {
    const NAMES: &'static [&'static str] = &[
        "template_code",
        "template_name",
        "language",
        "category",
        "audit_status",
        "reason",
        "template_type",
        "quality_score",
        "allow_send",
        "category_change_paused",
        "message_send_ttl_seconds",
        "product_set_id",
        "examples",
        "components",
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
            self.quality_score.show(),
            self.allow_send.show(),
            self.category_change_paused.show(),
            self.message_send_ttl_seconds.show(),
            self.product_set_id.show(),
            self.examples.show(),
            self.components.show(),
        ]
    }
}

impl Fields for TemplateComponent {
    const NAMES: &'static [&'static str] = &[
        "component_type",
        "format",
        "text",
        "url",
        "caption",
        "file_name",
        "file_type",
        "thumb_url",
        "duration",
        "latitude",
        "longitude",
        "location_name",
        "location_address",
        "add_secret_recommendation",
        "code_expiration_minutes",
        "has_expiration",
        "offer_expiration_time_ms",
        "buttons",
        "cards",
    ];

    fn values(&self) -> Vec<Value> {
        vec![
            self.component_type.show(),
            self.format.show(),
            self.text.show(),
            self.url.show(),
            self.caption.show(),
            self.file_name.show(),
            self.file_type.show(),
            self.thumb_url.show(),
            self.duration.show(),
            self.latitude.show(),
            self.longitude.show(),
            self.location_name.show(),
            self.location_address.show(),
            self.add_secret_recommendation.show(),
            self.code_expiration_minutes.show(),
            self.has_expiration.show(),
            self.offer_expiration_time_ms.show(),
            self.buttons.show(),
            self.cards.show(),
        ]
    }
}

impl Fields for TemplateButton {
    const NAMES: &'static [&'static str] = &[
        "button_type",
        "text",
        "url",
        "url_type",
        "phone_number",
        "coupon_code",
        "flow_id",
        "flow_action",
        "navigate_screen",
        "autofill_text",
        "package_name",
        "signature_hash",
        "supported_apps",
        "is_opt_out",
        "next_step",
    ];

    fn values(&self) -> Vec<Value> {
        vec![
            self.button_type.show(),
            self.text.show(),
            self.url.show(),
            self.url_type.show(),
            self.phone_number.show(),
            self.coupon_code.show(),
            self.flow_id.show(),
            self.flow_action.show(),
            self.navigate_screen.show(),
            self.autofill_text.show(),
            self.package_name.show(),
            self.signature_hash.show(),
            self.supported_apps.show(),
            self.is_opt_out.show(),
            self.next_step.show(),
        ]
    }
}

impl Fields for TemplateApp {
    const NAMES: &'static [&'static str] = &["package_name", "signature_hash"];

    fn values(&self) -> Vec<Value> {
        vec![self.package_name.show(), self.signature_hash.show()]
    }
}

impl Fields for TemplateNextStep {
    const NAMES: &'static [&'static str] =
        &["action", "intent_code", "next_template_code", "next_template_name", "next_language_code"];

    fn values(&self) -> Vec<Value> {
        vec![
            self.action.show(),
            self.intent_code.show(),
            self.next_template_code.show(),
            self.next_template_name.show(),
            self.next_language_code.show(),
        ]
    }
}

impl Fields for TemplateCard {
    const NAMES: &'static [&'static str] = &["components"];

    fn values(&self) -> Vec<Value> {
        vec![self.components.show()]
    }
}

impl Fields for CardComponent {
    const NAMES: &'static [&'static str] = &["component_type", "format", "text", "url", "buttons"];

    fn values(&self) -> Vec<Value> {
        vec![
            self.component_type.show(),
            self.format.show(),
            self.text.show(),
            self.url.show(),
            self.buttons.show(),
        ]
    }
}

impl Fields for CardButton {
    const NAMES: &'static [&'static str] = &["button_type", "text", "url", "url_type", "phone_number"];

    fn values(&self) -> Vec<Value> {
        vec![
            self.button_type.show(),
            self.text.show(),
            self.url.show(),
            self.url_type.show(),
            self.phone_number.show(),
        ]
    }
}
