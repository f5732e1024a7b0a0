//! The code of the pages, and the world in which it runs: `docs/code-in-these-pages.md` says what both are.

use std::env;
use std::fs;
use std::io::{BufRead as _, BufReader, Read as _, Write as _};
use std::net::TcpStream;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};

use anyhow::{Context as _, Result, bail, ensure};
use serde_json::{Value, json};

/// The fenced blocks of a page that have a tag.
pub(crate) fn blocks<'a>(page: &'a str, tag: &str) -> Vec<&'a str> {
    let fence = format!("```{tag}\n");
    let mut blocks = Vec::new();
    let mut rest = page;
    while let Some((_, behind)) = rest.split_once(&fence) {
        let (block, behind) = behind.split_once("```").unwrap_or((behind, ""));
        blocks.push(block);
        rest = behind;
    }
    blocks
}

/// The channels of the world.
const CHANNELS: [&str; 3] = ["cams-1", "cams-2", "cams-3"];

/// The account that the emulator has.
const ACCOUNT: &str = "1000000000000001";

/// An emulator, and a directory to run programs in. It ends with this value.
pub(crate) struct World {
    emulator: Child,
    account: Value,
    directory: PathBuf,
}

impl World {
    /// Starts an emulator of its own, and empties the directory: `command` is the command cams-roi.
    pub(crate) fn begin(command: &Path, directory: PathBuf) -> Result<Self> {
        if directory.exists() {
            fs::remove_dir_all(&directory)?;
        }
        fs::create_dir_all(&directory)?;
        fs::write(directory.join("channels.csv"), format!("cust_space_id\n{}\n", CHANNELS.join("\n")))?;
        let mut emulator = Command::new(command)
            .args(["emulator", "--qps", "off", "--exit-with-stdin"])
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()
            .with_context(|| format!("{} cannot be started", command.display()))?;
        let output = emulator.stdout.take().context("the emulator has no output")?;
        let mut world = Self { emulator, account: Value::Null, directory };
        let mut line = String::new();
        BufReader::new(output).read_line(&mut line)?;
        world.account = serde_json::from_str(&line).context("the emulator does not tell its account")?;
        let channel = |id: &&str| json!({ "id": id, "phone_numbers": ["99900000042"], "enabled_at": "2020-01-01T00:00:00Z" });
        let channels: Vec<_> = CHANNELS.iter().map(channel).collect();
        world.control(
            "accounts",
            &json!({ "account_id": ACCOUNT, "isv_code": "isv-1", "channels": channels }),
        )?;
        Ok(world)
    }

    /// The directory of its programs.
    pub(crate) fn directory(&self) -> &Path {
        &self.directory
    }

    /// Runs a program; an error with what it printed if it fails. It finds the emulator, and of whoever runs this no
    /// setting of ours.
    pub(crate) fn play(&self, program: &mut Command) -> Result<()> {
        let given: Vec<_> = program
            .get_envs()
            .filter_map(|(name, value)| Some((name.to_owned(), value?.to_owned())))
            .collect();
        // What programs are found by, and what Windows' own libraries need.
        let kept =
            ["PATH", "SystemRoot", "TEMP"].into_iter().filter_map(|name| Some((name, env::var_os(name)?)));
        program.env_clear().envs(kept).env("HOME", &self.directory).envs(given);
        program.env("ALIBABA_CLOUD_ECS_METADATA_DISABLED", "true");
        program.env("CAMS_ROI_ENDPOINT", self.told("url")?);
        program.env("ALIBABA_CLOUD_ACCESS_KEY_ID", self.told("access_key_id")?);
        program.env("ALIBABA_CLOUD_ACCESS_KEY_SECRET", self.told("access_key_secret")?);
        let output = program.output().with_context(|| format!("{program:?} cannot be started"))?;
        if !output.status.success() {
            let printed = [output.stdout, output.stderr].concat();
            bail!("{program:?} ended with {}:\n{}", output.status, String::from_utf8_lossy(&printed));
        }
        Ok(())
    }

    fn told(&self, name: &str) -> Result<&str> {
        self.account[name].as_str().with_context(|| format!("the emulator does not tell its {name}"))
    }

    /// Sets one of the emulator's controls.
    fn control(&self, name: &str, value: &Value) -> Result<()> {
        let address = self.told("url")?.trim_start_matches("http://");
        let body = value.to_string();
        let mut connection = TcpStream::connect(address)?;
        write!(
            connection,
            "POST /_emulator/{name} HTTP/1.1\r\nhost: {address}\r\ncontent-length: {}\r\nconnection: close\r\n\r\n{body}",
            body.len()
        )?;
        let mut answer = String::new();
        connection.read_to_string(&mut answer)?;
        ensure!(answer.starts_with("HTTP/1.1 200 "), "the emulator refuses {name}: {answer}");
        Ok(())
    }
}

impl Drop for World {
    fn drop(&mut self) {
        let _ = self.emulator.kill();
        let _ = self.emulator.wait();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_blocks_of_a_page_are_those_with_its_tag() {
        let page =
            "# A\n```sh\nls\n```\n```swift\nlet a = 1\n```\ntext\n```swift\nlet b = 2\nlet c = 3\n```\n";
        assert_eq!(blocks(page, "swift"), ["let a = 1\n", "let b = 2\nlet c = 3\n"]);
        assert_eq!(blocks(page, "sh"), ["ls\n"]);
        assert!(blocks("```rust\nlet a = 1;\n```", "swift").is_empty());
    }
}
