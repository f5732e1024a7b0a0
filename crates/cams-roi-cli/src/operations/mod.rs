//! The subcommands of the operations that have types of their own.
//!
//! Written by `cargo xtask generate` from `model/operations`; do not edit.

mod get_chatapp_phone_number_metric;
mod get_chatapp_template_metric;
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
    /// Read the figures
    #[command(subcommand)]
    Metrics(Metrics),
}

/// Read the figures.
#[allow(clippy::doc_markdown, reason = "what people read in a terminal")]
#[allow(clippy::large_enum_variant, reason = "there is one of it")]
#[derive(Debug, clap::Subcommand)]
pub(crate) enum Metrics {
    /// Messages sent and delivered, by phone number
    PhoneNumber(get_chatapp_phone_number_metric::Arguments),
    /// Messages of a marketing template sent, delivered, read and clicked
    Template(get_chatapp_template_metric::Arguments),
}

impl Operation {
    /// The form of the output.
    pub(crate) fn output(&self) -> RowFormat {
        match self {
            Self::Metrics(Metrics::PhoneNumber(it)) => it.output,
            Self::Metrics(Metrics::Template(it)) => it.output,
        }
    }

    /// Calls it and prints its answer.
    pub(crate) async fn run(self, connection: &ConnectionArgs, out: &mut dyn Write) -> Result<(), Failure> {
        match self {
            Self::Metrics(Metrics::PhoneNumber(it)) => it.run(connection, out).await,
            Self::Metrics(Metrics::Template(it)) => it.run(connection, out).await,
        }
    }
}
