//! A worker of its own process: enables the channels of a list, and prints each that is enabled.
//!
//! Usage: `worker LIST CALLS_PER_SECOND [JOURNAL]`

use std::env;
use std::error::Error;
use std::pin::pin;

use cams_roi::bulk::{BulkOptions, Journal};
use cams_roi::{Client, RateLimit, channels};
use futures_util::TryStreamExt as _;

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<(), Box<dyn Error>> {
    let mut arguments = env::args().skip(1);
    let (Some(list), Some(calls_per_second)) = (arguments.next(), arguments.next()) else {
        return Err("say LIST CALLS_PER_SECOND [JOURNAL]".into());
    };
    let client =
        Client::builder().rate_limit(RateLimit::per_second(calls_per_second.parse::<f64>()?)).build()?;
    let mut options = BulkOptions::new();
    if let Some(journal) = arguments.next() {
        options = options.journal(Journal::open(journal)?);
    }
    let channels = channels::read(list)?.collect::<Result<Vec<_>, _>>()?;
    let mut outcomes = pin!(client.enable_many(channels, options));
    while let Some(outcome) = outcomes.try_next().await? {
        if let Some(error) = outcome.error {
            return Err(error.into());
        }
        println!("{}", outcome.cust_space_id);
    }
    Ok(())
}
