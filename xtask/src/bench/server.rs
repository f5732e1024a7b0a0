//! The server with one fixed answer, which every comparison calls.

use std::io::{BufRead as _, BufReader};
use std::path::Path;
use std::process::{Child, Command, Stdio};

use anyhow::{Context as _, Result};

/// A process that ends with this value.
pub(crate) struct Server {
    process: Child,
    pub(crate) url: String,
}

impl Server {
    /// Starts it: `program` is what `benches/core` builds.
    pub(crate) fn start(program: &Path) -> Result<Self> {
        let mut process =
            Command::new(program).arg("serve").stdin(Stdio::piped()).stdout(Stdio::piped()).spawn()?;
        let output = process.stdout.take().context("the server has no output")?;
        let mut server = Self { process, url: String::new() };
        let mut line = String::new();
        BufReader::new(output).read_line(&mut line)?;
        line.trim().clone_into(&mut server.url);
        Ok(server)
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}
