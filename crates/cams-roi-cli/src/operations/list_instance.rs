//! `cams-roi list-instance`.
//!
//! Written by `cargo xtask generate` from `model/operations/ListInstance.toml`; do not edit.

use std::io::Write;

use cams_roi::CallOptions;
use cams_roi::operations::{Instance, ListInstance, ListInstanceOutput};

use crate::connection::ConnectionArgs;
use crate::failure::Failure;
use crate::output::RowFormat;
use crate::rows::{self, Answer};
use crate::values::{Fields, Show, Value};

/// What `list-instance` takes.
#[allow(clippy::doc_markdown, reason = "what people read in a terminal")]
#[derive(Debug, clap::Args)]
#[command(after_help = "\
Examples:
  cams-roi list-instance")]
pub(crate) struct Arguments {
    /// The page's number, from 1. The service documents no default
    #[arg(long, value_name = "INDEX", allow_negative_numbers = true)]
    page_index: Option<i64>,
    /// The number of channels of a page. The service documents neither a default nor a maximum
    #[arg(long, value_name = "SIZE", allow_negative_numbers = true)]
    page_size: Option<i64>,
    /// Only channels of this kind
    #[arg(long, value_name = "TYPE")]
    channel_type: Option<String>,
    /// Only the channel with this instance ID
    #[arg(long, value_name = "ID")]
    instance_id: Option<String>,
    /// Only channels with this name
    #[arg(long, value_name = "NAME")]
    instance_name: Option<String>,
    /// A text to look for. The service does not document where it looks
    #[arg(long, value_name = "STR")]
    filter_str: Option<String>,
    /// Only channels of this resource group
    #[arg(long, value_name = "ID")]
    resource_group_id: Option<String>,
    /// When the channel was applied for, as 2023-12-12 00:00:00. The service does not document the time zone
    #[arg(long, value_name = "TIME")]
    submit_time: Option<String>,
    /// table for people; json is one object with request_id, instances and total_count; csv has a header
    #[arg(long, value_enum, default_value_t, value_name = "FORM")]
    pub(super) output: RowFormat,
}

impl Arguments {
    /// Calls the operation and prints its answer.
    pub(super) async fn run(self, connection: &ConnectionArgs, out: &mut dyn Write) -> Result<(), Failure> {
        let request = ListInstance::new();
        let request = match self.page_index {
            Some(it) => request.page_index(it),
            None => request,
        };
        let request = match self.page_size {
            Some(it) => request.page_size(it),
            None => request,
        };
        let request = match self.channel_type {
            Some(it) => request.channel_type(it),
            None => request,
        };
        let request = match self.instance_id {
            Some(it) => request.instance_id(it),
            None => request,
        };
        let request = match self.instance_name {
            Some(it) => request.instance_name(it),
            None => request,
        };
        let request = match self.filter_str {
            Some(it) => request.filter_str(it),
            None => request,
        };
        let request = match self.resource_group_id {
            Some(it) => request.resource_group_id(it),
            None => request,
        };
        let request = match self.submit_time {
            Some(it) => request.submit_time(it),
            None => request,
        };
        let answer = connection.client()?.send(&request, CallOptions::new()).await?;
        rows::write(out, self.output, &answer)
    }
}

impl Answer for ListInstanceOutput {
    type Row = Instance;

    fn rows(&self) -> &[Self::Row] {
        &self.instances
    }

    fn beside(&self) -> Vec<(&'static str, Value)> {
        vec![("total_count", self.total_count.show())]
    }
}

impl Fields for ListInstanceOutput {
    const NAMES: &'static [&'static str] = &["request_id", "instances", "total_count"];

    fn values(&self) -> Vec<Value> {
        vec![self.request_id.show(), self.instances.show(), self.total_count.show()]
    }
}

impl Fields for Instance {
    const NAMES: &'static [&'static str] = &[
        "instance_id",
        "cust_space_id",
        "instance_name",
        "instance_description",
        "channel_type",
        "state",
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
            self.cust_space_id.show(),
            self.instance_name.show(),
            self.instance_description.show(),
            self.channel_type.show(),
            self.state.show(),
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
