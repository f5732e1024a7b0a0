//! Client for the WhatsApp ROI metrics of Alibaba Cloud Chat App Message Service (CAMS).
//!
//! [`EnableWhatsappRoiMetric`](operations::EnableWhatsappRoiMetric) makes the service collect a channel's sent,
//! delivered, read and click metrics; a day later the two queries read them.
//!
//! ```no_run
//! use cams_roi::{Client, operations::EnableWhatsappRoiMetric};
//!
//! # async fn example() -> Result<(), cams_roi::Error> {
//! let client = Client::new()?;
//! let request = EnableWhatsappRoiMetric::new("cams-example");
//! match client.enable_whatsapp_roi_metric(request).await {
//!     Ok(enabled) => println!("collecting from now on, request {:?}", enabled.request_id),
//!     Err(error) => eprintln!("{}: {error}\n{}", error.kind(), error.hint()),
//! }
//! # Ok(())
//! # }
//! ```
//!
//! Source of every operation: the API documentation of Chat App Message Service, version 2020-06-06.

#![cfg_attr(
    not(feature = "bindings"),
    allow(
        dead_code,
        unused_imports,
        unreachable_pub,
        reason = "some parts are there for the bindings alone"
    )
)]

#[cfg(feature = "bindings")]
#[doc(hidden)]
pub mod bridge;
pub mod bulk;
pub mod channels;
pub mod credentials;
pub mod days;
pub mod error_codes;
#[cfg(feature = "fuzzing")]
#[doc(hidden)]
pub mod fuzzing;
pub mod operations;
pub mod pages;
pub mod signature;
pub mod telemetry;
pub mod transport;

mod access_denied;
mod access_key;
mod answer;
mod attempts;
mod builder;
mod call_path;
mod catalogue;
mod client;
mod client_parts;
mod clock;
mod collect;
mod defaults;
mod endpoint;
mod error;
mod error_kind;
mod error_text;
mod held;
mod host;
mod http_types;
mod journal;
mod limiter;
mod limiters;
mod may_send;
mod no_turn;
mod option_text;
mod outcome;
mod outside;
mod proxy;
mod random;
mod rate_limit;
mod rate_limiter;
#[cfg(feature = "redis")]
mod recorded_error;
#[cfg(feature = "redis")]
mod redis_server;
mod resolver;
mod retry;
#[cfg(feature = "bindings")]
mod runs;
mod secret;
mod service_text;
#[cfg(feature = "redis")]
mod shared_journal;
#[cfg(feature = "redis")]
mod shared_limits;
#[cfg(feature = "redis")]
mod shared_run;
mod sharing;
mod subject;
mod system;
mod text_bytes;
mod tls;
mod typed_call;
mod unknown_word;
mod user_agent;
mod words;

pub use access_denied::AccessDeniedDetail;
pub use access_key::Credentials;
pub use answer::Answer;
pub use builder::ClientBuilder;
pub use client::{CallOptions, Client};
pub use clock::{Clock, SystemClock};
pub use endpoint::DEFAULT_REGION;
pub use error::{Error, ErrorKind, TimeoutPhase};
pub use rate_limit::RateLimit;
pub use retry::RetryPolicy;
pub use secret::Secret;
#[cfg(feature = "redis")]
pub use shared_journal::{SharedJournal, SharedProgress};
pub use transport::Proxy;
pub use typed_call::TypedCall;
pub use unknown_word::UnknownWord;
pub use words::{SignatureAlgorithm, WhenUnavailable};
