//! A million rows: written beside what the databases themselves do with the same rows, and reported on.

mod compare;
mod database;
mod reading;
mod rows;

use anyhow::{Result, bail};

fn main() -> Result<()> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    match arguments.iter().map(String::as_str).collect::<Vec<_>>().as_slice() {
        ["compare", postgres] => compare::compare(postgres),
        ["report", store] => reading::report(store),
        _ => bail!("say compare POSTGRES_URL, or report STORE"),
    }
}
