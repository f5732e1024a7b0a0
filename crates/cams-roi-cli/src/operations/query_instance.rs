//! `cams-roi query-instance`.
//!
//! Written by `cargo xtask generate` from `model/operations/QueryInstance.toml`; do not edit.

use std::io::Write;

use cams_roi::CallOptions;
use cams_roi::operations::{InstanceDetail, QueryInstance, QueryInstanceOutput};

use crate::connection::ConnectionArgs;
use crate::failure::Failure;
use crate::output::RowFormat;
use crate::rows::{self, Answer};
use crate::values::{Fields, Show, Value};

/// What `query-instance` takes.
#[allow(clippy::doc_markdown, reason = "what people read in a terminal")]
#[derive(Debug, clap::Args)]
#[command(after_help = "\
Examples:
  cams-roi query-instance --instance-id cams-emulator-1")]
pub(crate) struct Arguments {
    /// The instance's ID
    #[arg(long, value_name = "ID")]
    instance_id: String,
    /// table for people; json is one object with request_id and instance; csv has a header
    #[arg(long, value_enum, default_value_t, value_name = "FORM")]
    pub(super) output: RowFormat,
}

impl Arguments {
    /// Calls the operation and prints its answer.
    pub(super) async fn run(self, connection: &ConnectionArgs, out: &mut dyn Write) -> Result<(), Failure> {
        let request = QueryInstance::new(self.instance_id);
        let answer = connection.client()?.send(&request, CallOptions::new()).await?;
        rows::write(out, self.output, &answer)
    }
}

impl Answer for QueryInstanceOutput {
    type Row = InstanceDetail;

    fn rows(&self) -> &[Self::Row] {
        std::slice::from_ref(&self.instance)
    }
}

impl Fields for QueryInstanceOutput {
    const NAMES: &'static [&'static str] = &["request_id", "instance"];

    fn values(&self) -> Vec<Value> {
        vec![self.request_id.show(), self.instance.show()]
    }
}

impl Fields for InstanceDetail {
    const NAMES: &'static [&'static str] = &[
        "instance_id",
        "instance_name",
        "instance_description",
        "channel_type",
        "cust_type",
        "submit_time",
        "country_id",
        "contact_mail",
        "office_address",
        "facebook_bm_id",
        "isv_terms",
        "resource_group_id",
        "resource_region_id",
    ];

    fn values(&self) -> Vec<Value> {
        vec![
            self.instance_id.show(),
            self.instance_name.show(),
            self.instance_description.show(),
            self.channel_type.show(),
            self.cust_type.show(),
            self.submit_time.show(),
            self.country_id.show(),
            self.contact_mail.show(),
            self.office_address.show(),
            self.facebook_bm_id.show(),
            self.isv_terms.show(),
            self.resource_group_id.show(),
            self.resource_region_id.show(),
        ]
    }
}
