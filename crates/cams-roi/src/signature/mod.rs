//! The two signatures that the service's gateway accepts, as pure functions.
//!
//! Nothing here reads a clock, draws a random number or does I/O: the time and the nonce are arguments, so that
//! every signature can be compared with a recorded one.

pub mod acs3;
pub(crate) mod encoding;
pub mod hmac_sha1;
mod request;
mod sign;

pub use encoding::{canonical_query, format_time, percent_encode};
pub use request::{SignedRequest, UnsignedRequest};
pub use sign::sign;

pub use crate::words::SignatureAlgorithm;
