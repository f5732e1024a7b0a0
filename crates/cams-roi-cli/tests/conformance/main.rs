//! The conformance cases, by the command. `conformance/format.md` says what a case is.

#![cfg(unix)]

mod forms;
mod typed;

use std::os::unix::process::ExitStatusExt as _;
use std::process::{Output, Stdio};

use anyhow::{Context as _, Result, bail};
use cams_roi_conformance::{Call, Client, Stage};
use serde_json::{Map, Value, json};
use tokio::io::AsyncWriteExt as _;
use tokio::process::Command;

use typed::OPERATIONS;

#[tokio::test(flavor = "multi_thread")]
async fn every_case_passes() -> Result<()> {
    Stage::play("command", play).await
}

async fn play(stage: &Stage, call: Call, options: Map<String, Value>) -> Result<Value> {
    // Nobody else would say that a key is not known: the command refuses it as any other mistake.
    serde_json::from_value::<Client>(options.clone().into())?;
    call.typed()?;
    let mut line = Line(vec!["--output=json".to_owned()]);
    for (name, value) in &options {
        match (name.as_str(), value) {
            ("credentials", Value::Object(key)) => key.iter().for_each(|(name, part)| line.flag(name, part)),
            ("ca_pem", Value::String(pem)) => {
                let file = stage.home().join("ca.pem");
                std::fs::write(&file, pem)?;
                line.flag("ca_bundle", &json!(file));
            }
            ("rate_limit", Value::Object(operations)) => {
                for (operation, limit) in operations {
                    let limit = limit.as_str().map_or_else(|| limit.to_string(), str::to_owned);
                    line.flag(name, &json!(format!("{operation}={limit}")));
                }
            }
            ("ca_file", file) => line.flag("ca_bundle", file),
            // The command makes one call: that call's own option wins.
            ("timeout_ms", _) if call.options.timeout_ms.is_some() => {}
            ("max_attempts", _) if call.options.max_attempts.is_some() => {}
            (name, value) => line.flag(name, value),
        }
    }
    line.flag("timeout_ms", &json!(call.options.timeout_ms));
    line.flag("max_attempts", &json!(call.options.max_attempts));
    let (command, stdin) = line.request(&call)?;
    let mut child = Command::new(env!("CARGO_BIN_EXE_cams-roi"))
        .args(command)
        .args(&line.0)
        .env_clear()
        .envs([("HOME", stage.home().as_os_str()), ("ALIBABA_CLOUD_ECS_METADATA_DISABLED", "true".as_ref())])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .kill_on_drop(true)
        .spawn()?;
    let mut pipe = child.stdin.take().context("stdin")?;
    // A command that found a mistake at once does not read it.
    let _ = pipe.write_all(stdin.as_bytes()).await;
    drop(pipe);
    if let Some(when) = call.cancel_when {
        stage.requests(when.requests).await?;
        let id = child.id().context("it has ended")?;
        Command::new("kill").args(["-INT", &id.to_string()]).status().await?;
    }
    let ended = child.wait_with_output().await?;
    outcome(&call.operation, &ended).with_context(|| format!("{:?} ended with {ended:#?}", line.0))
}

/// A command line.
struct Line(Vec<String>);

impl Line {
    /// An option or a parameter, which the command calls as the cases do; in one word, so that a value may begin with a
    /// dash. One that the command does not know is its error to tell.
    fn flag(&mut self, name: &str, value: &Value) {
        let (name, unit) = name.strip_suffix("_ms").map_or((name, ""), |name| (name, "ms"));
        let name = name.replace('_', "-");
        match value {
            Value::Null => {}
            Value::String(text) => self.0.push(format!("--{name}={text}{unit}")),
            value => self.0.push(format!("--{name}={value}{unit}")),
        }
    }

    /// The flags and words of the request; gives the command, and what it reads from standard input.
    fn request(&mut self, call: &Call) -> Result<(&'static [&'static str], String)> {
        let mut stdin = String::new();
        let typed = OPERATIONS.iter().find(|it| it.name == call.operation);
        let command: &[&str] = match call.operation.as_str() {
            "call" | "call_text" => &["call"],
            "enable_many" => &["enable", "--from=-"],
            "read_channels" => &["enable", "--dry-run"],
            other => typed.with_context(|| format!("no operation {other}"))?.command,
        };
        let mut words = Vec::new();
        for (name, value) in &call.request {
            match (name.as_str(), value) {
                ("action", Value::String(action)) if typed.is_none() => words.insert(0, action.clone()),
                ("parameters", Value::Object(all)) if typed.is_none() => {
                    words.extend(all.iter().map(|(name, it)| match it.as_str() {
                        Some(text) => format!("{name}={text}"),
                        None => format!("{name}:={it}"),
                    }));
                }
                ("channels", Value::Array(channels)) if typed.is_none() => {
                    stdin.push_str("cust_space_id,isv_code\n");
                    for channel in channels {
                        let field = |name: &str| channel[name].as_str().unwrap_or_default();
                        stdin.extend([field("cust_space_id"), ",", field("isv_code"), "\n"]);
                    }
                }
                ("path", path) if typed.is_none() => self.flag("from", path),
                ("own_channel", Value::Bool(true)) => self.0.push("--own-channel".to_owned()),
                ("unchecked", Value::Bool(true)) => self.0.push("--unchecked".to_owned()),
                (name, value) => match typed {
                    Some(operation) => self.flag(name, &operation.written(name, value)?),
                    None => self.flag(name, value),
                },
            }
        }
        if !words.is_empty() {
            self.0.push("--".to_owned());
            self.0.append(&mut words);
        }
        Ok((command, stdin))
    }
}

/// What the command printed, as all packages give it.
fn outcome(operation: &str, ended: &Output) -> Result<Value> {
    if ended.status.code() == Some(130) || ended.status.signal() == Some(2) {
        return Ok(json!({ "cancelled": true }));
    }
    let (stdout, stderr) = (str::from_utf8(&ended.stdout)?, str::from_utf8(&ended.stderr)?);
    if let Some(error) = stderr.lines().find(|line| line.starts_with("{\"error\":")) {
        return Ok(serde_json::from_str(error)?);
    }
    let mut lines: Vec<Value> = stdout.lines().map(serde_json::from_str).collect::<Result<_, _>>()?;
    if operation == "read_channels" {
        return Ok(json!({ "result": { "channels": lines } }));
    }
    if operation == "call_text" {
        return Ok(json!({ "result": { "text": stdout.trim_end() } }));
    }
    if operation == "enable_many" {
        lines.sort_by_key(|line| line["cust_space_id"].to_string());
        return Ok(json!({ "outcomes": lines }));
    }
    let [line] = lines.as_mut_slice() else { bail!("it printed {} lines", lines.len()) };
    if let Some(operation) = OPERATIONS.iter().find(|it| it.name == operation) {
        operation.read(line)?;
    }
    // The one that prints what became of a channel.
    let failed = operation == "enable_whatsapp_roi_metric" && line["status"] == "failed";
    Ok(if failed { json!({ "error": line["error"] }) } else { json!({ "result": line }) })
}
