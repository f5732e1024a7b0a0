//! The conformance cases, by the command. `conformance/README.md` says what a case is.

#![cfg(unix)]
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test fails by panicking")]

use std::io::Write as _;
use std::os::unix::process::ExitStatusExt as _;
use std::process::{ExitStatus, Output, Stdio};

use anyhow::{Context as _, Result, bail};
use cams_roi_conformance::{Case, Client, Options, Request, Stage};
use serde_json::{Value, json};
use tokio::io::AsyncWriteExt as _;
use tokio::process::{Child, Command};

#[tokio::test(flavor = "multi_thread")]
async fn every_case_passes() {
    let stage = Stage::open().await.unwrap();
    let cases = stage.cases().unwrap();
    let mut failures = Vec::new();
    for case in &cases {
        if let Err(failure) = play(&stage, case).await {
            failures.push(format!("{}\n    {failure:#}", case.name));
        }
    }
    // Not by a macro, whose output the test harness keeps to itself.
    let passed = cases.len() - failures.len();
    writeln!(std::io::stdout(), "\nconformance command: {passed} cases passed").unwrap();
    assert!(failures.is_empty(), "{} failed:\n{}", failures.len(), failures.join("\n"));
}

async fn play(stage: &Stage, case: &Case) -> Result<()> {
    let client = stage.set(case).await?;
    let mut line = Line::default();
    let request = case.call.request()?;
    let stdin = line.command(&request);
    line.connection(client, &case.call.options, stage)?;
    let mut command = Command::new(env!("CARGO_BIN_EXE_cams-roi"));
    command.args(&line.0).env_clear().env("HOME", stage.home());
    command.env("ALIBABA_CLOUD_ECS_METADATA_DISABLED", "true");
    command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped()).kill_on_drop(true);
    let mut child = command.spawn()?;
    let mut pipe = child.stdin.take().context("stdin")?;
    // A command that found a mistake at once does not read it.
    let _ = pipe.write_all(stdin.as_bytes()).await;
    drop(pipe);
    if let Some(when) = case.call.cancel_when {
        stage.requests(when.requests).await?;
        interrupt(&child).await?;
    }
    let ended = child.wait_with_output().await?;
    let outcome = outcome(&request, &ended)
        .with_context(|| format!("cams-roi {} ended with {ended:#?}", line.0.join(" ")))?;
    stage.check(case, &outcome).await
}

/// Ctrl-C.
async fn interrupt(child: &Child) -> Result<ExitStatus> {
    let id = child.id().context("it has ended")?.to_string();
    Ok(Command::new("kill").args(["-INT", &id]).status().await?)
}

/// A command line.
#[derive(Default)]
struct Line(Vec<String>);

impl Line {
    fn add(&mut self, words: &[&str]) {
        self.0.extend(words.iter().map(|&word| word.to_owned()));
    }

    fn option(&mut self, flag: &str, value: Option<&str>) {
        // In one word, so that a value may begin with a dash.
        self.0.extend(value.map(|value| format!("--{flag}={value}")));
    }

    /// Which command it is; gives what it reads from standard input.
    fn command(&mut self, request: &Request) -> String {
        let mut stdin = String::new();
        match request {
            Request::EnableWhatsappRoiMetric(it) => {
                self.add(&["enable"]);
                self.option("cust-space-id", it.cust_space_id.as_deref());
                self.option("isv-code", it.isv_code.as_deref());
            }
            Request::GetChatappPhoneNumberMetric(it) => {
                self.add(&["metrics", "phone-number"]);
                self.option("phone-number", it.phone_number.as_deref());
                self.period([it.start, it.end], it.granularity.as_deref());
                self.option("cust-space-id", it.cust_space_id.as_deref());
                self.option("isv-code", it.isv_code.as_deref());
            }
            Request::GetChatappTemplateMetric(it) => {
                self.add(&["metrics", "template"]);
                self.option("template-code", Some(&it.template_code));
                self.option("language", it.language.as_deref());
                self.option("template-type", it.template_type.as_deref());
                self.period([it.start, it.end], it.granularity.as_deref());
                self.option("cust-space-id", it.cust_space_id.as_deref());
                self.option("isv-code", it.isv_code.as_deref());
            }
            Request::Call(it) => {
                self.add(&["call"]);
                self.0.extend(it.idempotent.map(|yes| format!("--idempotent={yes}")));
                self.add(&["--", &it.action]);
                self.0.extend(it.parameters.iter().map(|(name, value)| format!("{name}={value}")));
            }
            Request::EnableMany(it) => {
                self.add(&["enable", "--from", "-"]);
                self.option("isv-code", it.isv_code.as_deref());
                self.option("journal", it.journal.as_deref());
                self.option("concurrency", it.concurrency.map(|it| it.to_string()).as_deref());
                stdin.push_str("cust_space_id,isv_code\n");
                for space in &it.spaces {
                    let code = space.isv_code.as_deref().unwrap_or_default();
                    stdin.push_str(&format!("{},{code}\n", space.cust_space_id));
                }
            }
        }
        stdin
    }

    fn period(&mut self, times: [u64; 2], granularity: Option<&str>) {
        // Far enough from now to be taken for milliseconds, whatever they are.
        let [start, end] =
            times.map(|it| jiff::Timestamp::from_millisecond(it.cast_signed()).unwrap().to_string());
        self.option("start", Some(&start));
        self.option("end", Some(&end));
        self.option("granularity", granularity.map(|it| it.to_lowercase().replace('_', "-")).as_deref());
    }

    /// The client's options, before the command.
    fn connection(&mut self, client: Client, call: &Options, stage: &Stage) -> Result<()> {
        let mut flags = Self(vec!["--output=json".to_owned()]);
        for (flag, value) in [
            ("endpoint", client.endpoint.as_deref()),
            ("region", client.region.as_deref()),
            ("profile", client.profile.as_deref()),
            ("account-id", client.account_id.as_deref()),
            ("signature", client.signature.as_deref()),
            ("proxy", client.proxy.as_deref()),
            ("ca-bundle", client.ca_file.as_deref()),
            ("user-agent", client.user_agent.as_deref()),
            ("access-key-id", client.credentials.as_ref().map(|it| it.access_key_id.as_str())),
            ("access-key-secret", client.credentials.as_ref().map(|it| it.access_key_secret.as_str())),
            ("security-token", client.credentials.as_ref().and_then(|it| it.security_token.as_deref())),
        ] {
            flags.option(flag, value);
        }
        if let Some(pem) = client.ca_pem {
            let file = stage.home().join("ca.pem");
            std::fs::write(&file, pem)?;
            flags.option("ca-bundle", file.to_str());
        }
        for (flag, time) in [
            ("timeout", call.timeout_ms.or(client.timeout_ms)),
            ("connect-timeout", client.connect_timeout_ms),
            ("attempt-timeout", client.attempt_timeout_ms),
            ("base-delay", client.base_delay_ms),
            ("max-delay", client.max_delay_ms),
        ] {
            flags.option(flag, time.map(|it| format!("{it}ms")).as_deref());
        }
        let attempts = call.max_attempts.or(client.max_attempts);
        flags.option("max-attempts", attempts.map(|it| it.to_string()).as_deref());
        let limit = client.rate_limit.map(|it| it.as_str().map_or_else(|| it.to_string(), str::to_owned));
        flags.option("rate-limit", limit.as_deref());
        let names = 1 + usize::from(self.0[0] == "metrics");
        self.0.splice(names..names, flags.0);
        Ok(())
    }
}

/// What the command printed, as all faces give it.
fn outcome(request: &Request, ended: &Output) -> Result<Value> {
    if ended.status.code() == Some(130) || ended.status.signal() == Some(2) {
        return Ok(json!({ "cancelled": true }));
    }
    let (stdout, stderr) = (str::from_utf8(&ended.stdout)?, str::from_utf8(&ended.stderr)?);
    if let Some(error) = stderr.lines().find(|line| line.starts_with("{\"error\":")) {
        return Ok(serde_json::from_str(error)?);
    }
    let mut lines: Vec<Value> = stdout.lines().map(serde_json::from_str).collect::<Result<_, _>>()?;
    let is_metric =
        matches!(request, Request::GetChatappPhoneNumberMetric(_) | Request::GetChatappTemplateMetric(_));
    Ok(match (request, lines.as_mut_slice()) {
        (Request::EnableMany(_), _) => {
            lines.sort_by_key(|it| it["cust_space_id"].as_str().unwrap().to_owned());
            json!({ "outcomes": lines })
        }
        (Request::EnableWhatsappRoiMetric(_), [line]) if line["status"] == "failed" => {
            json!({ "error": line["error"] })
        }
        (_, [line]) => {
            for row in line["data"].as_array_mut().into_iter().flatten().filter(|_| is_metric) {
                for name in ["start", "end"] {
                    let time: jiff::Timestamp = row[name].as_str().context("a time")?.parse()?;
                    row[name] = json!(time.as_millisecond());
                }
            }
            json!({ "result": line })
        }
        _ => bail!("it printed {} lines", lines.len()),
    })
}
