//! What kept metrics say: a page with pictures, a table, and a short text.
//!
//! The page is one file that needs nothing else: no network, no script. Costs and returns come from files of the user
//! alone; what they lack is listed and never guessed.

#![forbid(unsafe_code)]

mod attention;
mod counts;
mod error;
mod gather;
mod money;
mod page;
mod period;
mod reach;
mod report;
mod subject;
mod table;
mod text;

pub use counts::{Counts, rate};
pub use error::ReportError;
pub use money::{Prices, Revenue};
pub use period::By;
pub use report::{Report, ReportOptions};
