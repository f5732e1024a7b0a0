//! Where the cases are played: an emulator, and a home directory.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context as _, Result, ensure};
use cams_roi_emulator::{Emulator, EmulatorOptions};
use serde_json::{Map, Value, json};
use tempfile::TempDir;
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::TcpStream;

use crate::case::{Case, Client};

/// An emulator, and a home directory.
pub struct Stage {
    emulator: Emulator,
    home: TempDir,
    silent: String,
    defaults: Map<String, Value>,
}

impl Stage {
    /// Starts the emulator, on the current Tokio runtime.
    pub async fn open() -> Result<Self> {
        let emulator = Emulator::start(EmulatorOptions::default()).await?;
        let mut stage = Self { emulator, home: TempDir::new()?, silent: String::new(), defaults: Map::new() };
        let silent = stage.control("GET", "silent", &Value::Null).await?;
        stage.silent = silent["address"].as_str().context("silent")?.to_owned();
        stage.defaults = serde_json::from_str(&stage.read(&folder().join("client.json"))?)?;
        Ok(stage)
    }

    /// The home directory.
    #[must_use]
    pub fn home(&self) -> &Path {
        self.home.path()
    }

    /// All cases, in the order of the files' names.
    pub fn cases(&self) -> Result<Vec<Case>> {
        let mut files: Vec<PathBuf> =
            fs::read_dir(folder().join("cases"))?.map(|entry| Ok(entry?.path())).collect::<Result<_>>()?;
        files.sort();
        let mut cases = Vec::new();
        for file in files {
            let read: Vec<Case> =
                serde_json::from_str(&self.read(&file)?).context(file.display().to_string())?;
            cases.extend(read);
        }
        Ok(cases)
    }

    /// Makes everything as the case says it is before the call, and gives the client's options.
    pub async fn set(&self, case: &Case) -> Result<Client> {
        for entry in fs::read_dir(self.home())? {
            let path = entry?.path();
            if path.is_dir() { fs::remove_dir_all(path)? } else { fs::remove_file(path)? }
        }
        for (name, content) in &case.files {
            let path = self.home().join(name);
            fs::create_dir_all(path.parent().context("a file has no folder")?)?;
            fs::write(path, content.as_str().map_or_else(|| content.to_string(), str::to_owned))?;
        }
        self.control("POST", "reset", &Value::Null).await?;
        for (control, value) in &case.emulator {
            self.control("POST", control, value).await?;
        }
        let mut options = self.defaults.clone();
        options.extend(case.client.clone());
        Ok(serde_json::from_value(Value::Object(options))?)
    }

    /// Waits until the emulator has seen so many requests.
    pub async fn requests(&self, count: usize) -> Result<()> {
        while self.control("GET", "log", &Value::Null).await?.as_array().map_or(0, Vec::len) < count {}
        Ok(())
    }

    /// Has what came out compared with what was expected, and with what the emulator saw.
    pub async fn check(&self, case: &Case, outcome: &Value) -> Result<()> {
        let question = json!({ "expect": case.expect, "outcome": outcome, "seen": case.seen });
        let verdict = self.control("POST", "verify", &question).await?;
        let problems: Vec<_> = verdict["problems"].as_array().into_iter().flatten().collect();
        ensure!(verdict == json!({ "problems": [] }), "{problems:#?}\n    it was {outcome}");
        Ok(())
    }

    async fn control(&self, method: &str, name: &str, value: &Value) -> Result<Value> {
        let (host, body) = (self.emulator.address(), value.to_string());
        let length = body.len();
        let request = format!(
            "{method} /_emulator/{name} HTTP/1.1\r\nhost: {host}\r\nconnection: close\r\ncontent-length: {length}\r\n\r\n{body}"
        );
        let mut connection = TcpStream::connect(host).await?;
        connection.write_all(request.as_bytes()).await?;
        let mut answer = String::new();
        connection.read_to_string(&mut answer).await?;
        let (head, body) = answer.split_once("\r\n\r\n").context("no answer from the emulator")?;
        ensure!(head.starts_with("HTTP/1.1 200 "), "/_emulator/{name}: {body}");
        Ok(serde_json::from_str(body)?)
    }

    /// A file, with its placeholders filled in.
    fn read(&self, path: &Path) -> Result<String> {
        let text = fs::read_to_string(path).with_context(|| path.display().to_string())?;
        Ok(text
            .replace("{url}", self.emulator.url())
            .replace("{host}", &self.emulator.address().to_string())
            .replace("{silent}", &self.silent)
            .replace("{home}", &self.home().display().to_string()))
    }
}

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("..")
}
