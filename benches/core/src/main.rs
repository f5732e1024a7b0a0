//! The core beside `wrk`, and the server that every comparison calls.

mod server;
mod throughput;
mod worker;

use anyhow::{Result, bail};
use cams_roi::{Client, Credentials, Error, Proxy, RateLimit};

fn main() -> Result<()> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    match arguments.iter().map(String::as_str).collect::<Vec<_>>().as_slice() {
        ["serve"] => server::serve(),
        ["call", url, in_flight] => throughput::call(url, in_flight.parse()?),
        ["worker", url, calls, in_flight] => worker::work(url, calls.parse()?, in_flight.parse()?),
        ["compare"] => throughput::compare(),
        _ => bail!("say serve, compare, call URL IN_FLIGHT, or worker URL CALLS IN_FLIGHT"),
    }
}

/// The client that is measured: it calls the server directly, and as fast as it can.
fn client(url: &str) -> Result<Client, Error> {
    Client::builder()
        .endpoint(url)
        .credentials(Credentials::new("bench-id", "bench-secret"))
        .proxy(Proxy::Direct)
        .rate_limit(RateLimit::off())
        .build()
}
