//! The core beside `wrk`, and the server that every comparison calls.

mod server;
mod throughput;

use anyhow::{Result, bail};

fn main() -> Result<()> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    match arguments.iter().map(String::as_str).collect::<Vec<_>>().as_slice() {
        ["serve"] => server::serve(),
        ["call", url, in_flight] => throughput::call(url, in_flight.parse()?),
        ["compare"] => throughput::compare(),
        _ => bail!("say serve, compare, or call URL IN_FLIGHT"),
    }
}
