//! The subcommands of the operations that have types of their own.
//!
//! Written by `cargo xtask generate` from `model/operations`; do not edit.

mod get_chatapp_phone_number_metric;
mod get_chatapp_template_detail;
mod get_chatapp_template_metric;
mod get_whatsapp_health_status;
mod list_chatapp_message;
mod list_chatapp_template;
mod list_instance;
mod local;
mod query_chatapp_bind_waba;
mod query_chatapp_phone_numbers;
mod query_instance;
mod shared;

use std::io::Write;

use crate::connection::ConnectionArgs;
use crate::failure::Failure;
use crate::output::RowFormat;

/// An operation to call.
#[allow(clippy::doc_markdown, reason = "what people read in a terminal")]
#[allow(clippy::large_enum_variant, reason = "there is one of it")]
#[derive(Debug, clap::Subcommand)]
pub(crate) enum Operation {
    /// Reads a message template in one language: its text, its buttons and its rating by Meta
    GetChatappTemplateDetail(get_chatapp_template_detail::Arguments),
    /// Reads whether messages can be sent, and what prevents it
    GetWhatsappHealthStatus(get_whatsapp_health_status::Arguments),
    /// Lists the messages of a phone number, a page at a time
    ListChatappMessage(list_chatapp_message::Arguments),
    /// Lists the message templates of a channel, a page at a time
    ListChatappTemplate(list_chatapp_template::Arguments),
    /// Lists the account's channels, a page at a time
    ListInstance(list_instance::Arguments),
    /// Reads the WhatsApp Business Account (WABA) that a channel is bound to
    QueryChatappBindWaba(query_chatapp_bind_waba::Arguments),
    /// Lists the phone numbers of a channel, all at once
    QueryChatappPhoneNumbers(query_chatapp_phone_numbers::Arguments),
    /// Reads the details of one channel
    QueryInstance(query_instance::Arguments),
}

/// Read the metrics: of many channels at once, or of one phone number or template.
#[allow(clippy::doc_markdown, reason = "what people read in a terminal")]
#[allow(clippy::large_enum_variant, reason = "there is one of it")]
#[derive(Debug, clap::Subcommand)]
pub(crate) enum Metrics {
    /// Messages sent and delivered, by phone number
    PhoneNumber(get_chatapp_phone_number_metric::Arguments),
    /// Messages of a marketing template sent, delivered, read and clicked
    Template(get_chatapp_template_metric::Arguments),
}

impl Metrics {
    /// The form of the output.
    pub(crate) fn output(&self) -> RowFormat {
        match self {
            Self::PhoneNumber(it) => it.output,
            Self::Template(it) => it.output,
        }
    }

    /// Calls it and prints its answer.
    pub(crate) async fn run(self, connection: &ConnectionArgs, out: &mut dyn Write) -> Result<(), Failure> {
        match self {
            Self::PhoneNumber(it) => it.run(connection, out).await,
            Self::Template(it) => it.run(connection, out).await,
        }
    }
}

impl Operation {
    /// The form of the output.
    pub(crate) fn output(&self) -> RowFormat {
        match self {
            Self::GetChatappTemplateDetail(it) => it.output,
            Self::GetWhatsappHealthStatus(it) => it.output,
            Self::ListChatappMessage(it) => it.output,
            Self::ListChatappTemplate(it) => it.output,
            Self::ListInstance(it) => it.output,
            Self::QueryChatappBindWaba(it) => it.output,
            Self::QueryChatappPhoneNumbers(it) => it.output,
            Self::QueryInstance(it) => it.output,
        }
    }

    /// Calls it and prints its answer.
    pub(crate) async fn run(self, connection: &ConnectionArgs, out: &mut dyn Write) -> Result<(), Failure> {
        match self {
            Self::GetChatappTemplateDetail(it) => it.run(connection, out).await,
            Self::GetWhatsappHealthStatus(it) => it.run(connection, out).await,
            Self::ListChatappMessage(it) => it.run(connection, out).await,
            Self::ListChatappTemplate(it) => it.run(connection, out).await,
            Self::ListInstance(it) => it.run(connection, out).await,
            Self::QueryChatappBindWaba(it) => it.run(connection, out).await,
            Self::QueryChatappPhoneNumbers(it) => it.run(connection, out).await,
            Self::QueryInstance(it) => it.run(connection, out).await,
        }
    }
}
