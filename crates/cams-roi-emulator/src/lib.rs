//! Alibaba Cloud Chat App Message Service (CAMS) on localhost, for tests.
//!
//! It checks what the service checks, in its order: both signatures, time, nonce, limits, subscription, permission,
//! parameters. Faults can be asked for, time can be moved, and every request can be read back: from Rust, and from any
//! language over HTTP, as the README beside this crate tells.
//!
//! ```
//! # tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap().block_on(async {
//! use cams_roi_emulator::{Emulator, EmulatorOptions, Fault, FaultRule};
//!
//! let emulator = Emulator::start(EmulatorOptions::default()).await?;
//! emulator.add_faults([FaultRule::once(Fault::Reset).on_action("EnableWhatsappROIMetric")])?;
//! println!("{}", emulator.url());
//! // … calls …
//! emulator.advance(std::time::Duration::from_secs(24 * 60 * 60))?;
//! assert!(emulator.log().is_empty());
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! # }).unwrap();
//! ```

mod access_key;
mod account;
mod account_book;
mod answer;
mod authenticator;
mod body;
mod buckets;
mod buttons;
mod call;
mod certificate;
mod clock;
mod connections;
mod control;
mod counts;
mod emulator;
mod fault;
mod fault_rule;
mod form;
mod gateway;
mod health;
mod instances;
mod invalid_setting;
mod issued;
mod known;
mod languages;
mod local_only;
mod log;
mod messages;
mod metadata;
mod metrics;
mod mixing;
mod nonce;
mod operation;
mod operations;
mod options;
mod paging;
mod pattern;
mod phone_numbers;
mod population;
mod rate;
mod refusal;
mod request_id;
mod role;
mod seen;
mod server;
mod service;
mod shop;
mod state;
mod sts;
mod template;
mod template_detail;
mod template_list;
mod templates;
mod totals;
mod typed;
mod verdict;
mod verify;
mod waba;
mod wire;
mod xml;

pub use access_key::AccessKey;
pub use account::{Account, AccountPatch, Channel, DenialForm};
pub use certificate::ServerCertificate;
pub use connections::Connections;
pub use emulator::{Emulator, ReadyAccount};
pub use fault::{Case, Fault, Format};
pub use fault_rule::{FaultMatch, FaultRule};
pub use invalid_setting::InvalidSetting;
pub use jiff::Timestamp;
pub use log::{LogEntry, Outcome};
pub use metadata::MetadataVersions;
pub use options::EmulatorOptions;
pub use rate::Limits;
pub use role::Role;
pub use template::Template;
pub use totals::{MetricTotals, Totals, TotalsQuery};
