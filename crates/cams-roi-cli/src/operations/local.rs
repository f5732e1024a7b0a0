//! How what the library does itself is shown.
//!
//! Written by `cargo xtask generate` from `model/operations`; do not edit.

use cams_roi::operations::{CollectProgress, FoundChannel, MetricsRow};

use crate::values::{Fields, Show, Value};

impl Fields for CollectProgress {
    const NAMES: &'static [&'static str] = &["channels", "done", "total", "is_complete", "skipped", "failed"];

    fn values(&self) -> Vec<Value> {
        vec![
            self.channels.show(),
            self.done.show(),
            self.total.show(),
            self.is_complete.show(),
            self.skipped.show(),
            self.failed.show(),
        ]
    }
}

impl Fields for MetricsRow {
    const NAMES: &'static [&'static str] = &[
        "cust_space_id",
        "phone_number",
        "template_code",
        "template_name",
        "language",
        "start",
        "end",
        "sent_count",
        "delivered_count",
        "read_count",
        "click_count",
        "clicks",
        "delivery_rate",
        "read_rate",
        "click_rate",
    ];

    fn values(&self) -> Vec<Value> {
        vec![
            self.cust_space_id.show(),
            self.phone_number.show(),
            self.template_code.show(),
            self.template_name.show(),
            self.language.show(),
            self.start.show(),
            self.end.show(),
            self.sent_count.show(),
            self.delivered_count.show(),
            self.read_count.show(),
            self.click_count.show(),
            self.clicks.show(),
            self.delivery_rate.show(),
            self.read_rate.show(),
            self.click_rate.show(),
        ]
    }
}

impl Fields for FoundChannel {
    const NAMES: &'static [&'static str] = &["cust_space_id", "instance_id", "name", "state", "region"];

    fn values(&self) -> Vec<Value> {
        vec![
            self.cust_space_id.show(),
            self.instance_id.show(),
            self.name.show(),
            self.state.show(),
            self.region.show(),
        ]
    }
}
