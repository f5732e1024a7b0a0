//! What kept metrics say: a page with pictures, a table, and a short text.
//!
//! The page is one file that needs nothing else: no network, no script. Costs and returns come from files of the user
//! alone; what they lack is listed and never guessed.

#![forbid(unsafe_code)]

mod error;
mod model;
mod money;
mod page;
mod table;
mod text;

pub use error::ReportError;
pub use model::{By, Counts, Report, ReportOptions};
pub use money::{Prices, Revenue};
