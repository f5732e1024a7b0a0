//! Keeps WhatsApp ROI metrics of Alibaba Cloud Chat App Message Service (CAMS): in a file of SQLite, or in a database
//! of PostgreSQL, with the same tables and views in both.
//!
//! A row is there once for each account, channel, phone number or template and language, granularity and start. A
//! later correction takes its place, and is remembered. What came of one query is written as a whole or not at all.
//!
//! All calls block, those of PostgreSQL on a runtime of their own: asynchronous programs keep a store on a thread.

#![forbid(unsafe_code)]

mod accounts;
mod driver;
mod error;
mod location;
mod metrics;
mod names;
mod postgres;
mod read;
mod runs;
mod schema;
mod sqlite;
mod store;
mod value;

pub use driver::Written;
pub use error::{StoreError, StoreErrorKind};
pub use location::Location;
pub use metrics::{Answer, ButtonClicks, MetricsRow, Span, Subject};
pub use names::{ChannelName, PhoneNumberName, TemplateName};
pub use read::{CountRow, KeptRow, RowFilter};
pub use runs::{FailedQuery, Run, RunStatus};
pub use store::{Access, Store};
pub use value::Value;
