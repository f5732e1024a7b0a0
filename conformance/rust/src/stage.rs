//! Where the cases are played: an emulator, and a home directory.

use std::fs;
use std::io::{self, Write as _};
use std::path::{Path, PathBuf};

use anyhow::{Context as _, Result, ensure};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use cams_roi_emulator::{Emulator, EmulatorOptions};
use serde_json::{Map, Value, json};
use tempfile::TempDir;
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::TcpStream;

use crate::case::{Call, Case};

/// An emulator, and a home directory.
pub struct Stage {
    emulator: Emulator,
    home: TempDir,
    silent: String,
    defaults: Map<String, Value>,
}

impl Stage {
    async fn open() -> Result<Self> {
        let emulator = Emulator::start(EmulatorOptions::default()).await?;
        let mut stage = Self { emulator, home: TempDir::new()?, silent: String::new(), defaults: Map::new() };
        let silent = stage.control("GET", "silent", &Value::Null).await?;
        silent["address"].as_str().context("silent")?.clone_into(&mut stage.silent);
        stage.defaults = serde_json::from_str(&stage.read(&folder().join("client.json"))?)?;
        Ok(stage)
    }

    /// The home directory.
    #[must_use]
    pub fn home(&self) -> &Path {
        self.home.path()
    }

    /// All cases, in the order of the files' names.
    fn cases(&self) -> Result<Vec<Case>> {
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

    /// Plays all cases, prints how many passed for `face`, and fails if any did not. `play` makes a client with the
    /// options, makes the call, and gives what came out.
    pub async fn play(
        face: &str,
        play: impl AsyncFn(&Self, Call, Map<String, Value>) -> Result<Value>,
    ) -> Result<()> {
        let stage = Self::open().await?;
        let cases = stage.cases()?;
        let mut failures = Vec::new();
        for case in &cases {
            let played = async {
                let options = stage.set(case).await?;
                let outcome = play(&stage, case.call.clone(), options).await?;
                stage.check(case, &outcome).await
            };
            if let Err(failure) = played.await {
                failures.push(format!("{}: {failure:#}", case.name));
            }
        }
        // Not by a macro, whose output the test harness keeps to itself.
        let passed = cases.len() - failures.len();
        writeln!(io::stdout(), "\nconformance {face}: {passed} cases passed")?;
        ensure!(failures.is_empty(), "{} failed:\n{}", failures.len(), failures.join("\n"));
        Ok(())
    }

    /// Waits until the emulator has seen so many requests.
    pub async fn requests(&self, count: usize) -> Result<()> {
        while self.control("GET", "log", &Value::Null).await?.as_array().map_or(0, Vec::len) < count {}
        Ok(())
    }

    /// Makes everything as the case says it is before the call, and gives the client's options.
    async fn set(&self, case: &Case) -> Result<Map<String, Value>> {
        for entry in fs::read_dir(self.home())? {
            let path = entry?.path();
            if path.is_dir() { fs::remove_dir_all(path)? } else { fs::remove_file(path)? }
        }
        for (name, content) in &case.files {
            let path = self.home().join(name);
            fs::create_dir_all(path.parent().context("a file has no folder")?)?;
            fs::write(path, bytes_of(content)?)?;
        }
        self.control("POST", "reset", &Value::Null).await?;
        for (control, value) in &case.emulator {
            self.control("POST", control, value).await?;
        }
        let mut options = self.defaults.clone();
        options.extend(case.client.clone());
        Ok(options)
    }

    /// Has what came out compared with what was expected, and with what the emulator saw.
    async fn check(&self, case: &Case, outcome: &Value) -> Result<()> {
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

/// A file's content: a text as it is, bytes in base64, or anything else as JSON.
fn bytes_of(content: &Value) -> Result<Vec<u8>> {
    match (content, content.get("base64").and_then(Value::as_str)) {
        (Value::String(text), _) => Ok(text.clone().into_bytes()),
        (Value::Object(keys), Some(encoded)) if keys.len() == 1 => Ok(STANDARD.decode(encoded)?),
        _ => Ok(content.to_string().into_bytes()),
    }
}

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("..")
}
