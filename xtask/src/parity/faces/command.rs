//! The command: its help, and the JSON that it prints when it calls an emulator of its own.

use std::collections::BTreeMap;
use std::io::{BufRead as _, BufReader, Read as _, Write as _};
use std::net::TcpStream;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, SystemTime, UNIX_EPOCH};

use anyhow::{Context as _, Result, ensure};
use serde_json::{Value, json};

use super::classes;
use crate::process;
use crate::workspace::Workspace;

/// The flags that together are the client option `credentials`.
const CREDENTIALS: [&str; 3] = ["access-key-id", "access-key-secret", "security-token"];

/// The account that an emulator begins with.
const ACCOUNT: &str = "1000000000000001";

const DAY: Duration = Duration::from_secs(86_400);

pub(super) fn read(workspace: &Workspace, errors: &Value) -> Result<Value> {
    let program = workspace.build("cams-roi-cli", "cams-roi")?;
    let help = Help::of(&program, &[])?;
    let mut client_options = help.flags("Connection");
    let credentials: Vec<_> =
        client_options.extract_if(.., |flag| CREDENTIALS.contains(&flag.as_str())).collect();
    if !credentials.is_empty() {
        client_options.push("credentials".to_owned());
    }
    let mut fields = printed(&program)?;
    fields.insert("Credentials".to_owned(), credentials);
    Ok(json!({
        "client_options": client_options,
        "operations": operations(&program, &help)?,
        // What it prints are the core's own names: see `printed`.
        "errors": classes(errors),
        "fields": fields,
    }))
}

/// What each subcommand takes. `enable` is two operations: one channel, and many.
fn operations(program: &Path, help: &Help) -> Result<BTreeMap<String, Vec<String>>> {
    let mut operations = BTreeMap::new();
    for name in help.commands() {
        let help = Help::of(program, &[&name])?;
        match name.as_str() {
            "enable" => {
                operations.insert("enable_whatsapp_roi_metric".to_owned(), help.taken());
                operations.insert("enable_many".to_owned(), help.taken());
            }
            "metrics" => {
                for metric in help.commands() {
                    let taken = Help::of(program, &[&name, &metric])?.taken();
                    operations.insert(format!("get_chatapp_{metric}_metric"), taken);
                }
            }
            _ => {
                operations.insert(name, help.taken());
            }
        }
    }
    Ok(operations)
}

/// What `--help` says.
struct Help(String);

impl Help {
    fn of(program: &Path, subcommand: &[&str]) -> Result<Self> {
        Ok(Self(process::output(Command::new(program).args(subcommand).arg("--help"))?))
    }

    /// The lines below a heading, up to the next line that is not indented.
    fn section(&self, heading: &str) -> impl Iterator<Item = &str> {
        let heading = format!("{heading}:");
        let lines = self.0.lines().skip_while(move |line| *line != heading).skip(1);
        lines.take_while(|line| line.is_empty() || line.starts_with(' '))
    }

    /// The flags below a heading, but for those that every command has.
    fn flags(&self, heading: &str) -> Vec<String> {
        let flag = |line: &str| {
            // `-v, --verbose...`, `    --region <REGION>` or `    --idempotent[=<BOOL>]`; explanations are indented further.
            let line = line.strip_prefix("  ")?;
            let line = line.strip_prefix("    --").or_else(|| Some(line.split_once(", --")?.1))?;
            let name = line.split([' ', '.', '[']).next()?;
            (!matches!(name, "help" | "version")).then(|| name.to_owned())
        };
        self.section(heading).filter_map(flag).collect()
    }

    /// What a subcommand takes for itself: arguments, and flags that are not the connection's.
    fn taken(&self) -> Vec<String> {
        let argument = |line: &str| {
            let line = line.strip_prefix("  ")?;
            let name = line.strip_prefix(['<', '['])?.split(['>', ']']).next()?;
            Some(name.to_lowercase())
        };
        self.section("Arguments").filter_map(argument).chain(self.flags("Options")).collect()
    }

    fn commands(&self) -> Vec<String> {
        let name = |line: &str| {
            let name = line.strip_prefix("  ")?.split(' ').next()?;
            (!matches!(name, "" | "help")).then(|| name.to_owned())
        };
        self.section("Commands").filter_map(name).collect()
    }
}

/// The fields of what it prints: of a channel that is enabled, of figures a day later, and of a call that is denied.
fn printed(program: &Path) -> Result<BTreeMap<String, Vec<String>>> {
    let emulator = Emulator::start(program)?;
    let enabled = emulator.run(&["enable", "--cust-space-id", &emulator.channel])?;
    // What is printed for a single channel is the result of a single call as well, with more about the channel.
    let of_a_call = ["request_id", "message", "access_denied_detail"];
    let result =
        enabled.as_object().into_iter().flatten().filter(|(name, _)| of_a_call.contains(&name.as_str()));
    let result: Value = result.map(|(name, value)| (name.clone(), value.clone())).collect();
    emulator.control("clock", &json!({ "advance_ms": u64::try_from(DAY.as_millis())? }))?;
    let (start, end) = (moment(-1)?, moment(1)?);
    let figures = ["--start", &start, "--end", &end, "--cust-space-id", &emulator.channel];
    let metrics = |which: &[&str]| emulator.run(&[&["metrics"], which, &figures].concat());
    let by_number = metrics(&["phone-number"])?;
    let by_template = metrics(&["template", "--template-code", "1100123456789"])?;
    let nothing = json!({ "account_id": ACCOUNT, "permissions": [], "denial": "object" });
    emulator.control("accounts", &nothing)?;
    let denied = emulator.run(&["enable", "--cust-space-id", &emulator.channel])?;
    let values = [
        ("ChannelOutcome", &enabled),
        ("EnableWhatsappRoiMetricResult", &result),
        ("CamsRoiError", &denied["error"]),
        ("AccessDeniedDetail", &denied["error"]["access_denied_detail"]),
        ("GetChatappPhoneNumberMetricResult", &by_number),
        ("PhoneNumberMetric", &by_number["data"][0]),
        ("GetChatappTemplateMetricResult", &by_template),
        ("TemplateMetric", &by_template["data"][0]),
        ("ButtonClicks", &by_template["data"][0]["clicks"][0]),
    ];
    let fields = |(name, value): (&str, &Value)| {
        let object =
            value.as_object().with_context(|| format!("the command printed no {name} but {value}"))?;
        Ok((name.to_owned(), object.keys().cloned().collect()))
    };
    values.into_iter().map(fields).collect()
}

/// A time so many days from now, as the command reads it.
fn moment(days: i32) -> Result<String> {
    let now = SystemTime::now().duration_since(UNIX_EPOCH)?;
    let distance = DAY * days.unsigned_abs();
    let time = if days < 0 { now.saturating_sub(distance) } else { now + distance };
    Ok(time.as_millis().to_string())
}

/// The command's own emulator, which ends with this value.
struct Emulator {
    program: PathBuf,
    child: Child,
    account: Value,
    channel: String,
}

impl Emulator {
    fn start(program: &Path) -> Result<Self> {
        let mut command = Command::new(program);
        command.args(["emulator", "--port", "0", "--exit-with-stdin"]);
        let mut child = command.stdin(Stdio::piped()).stdout(Stdio::piped()).spawn()?;
        let mut line = String::new();
        BufReader::new(child.stdout.take().context("the emulator has no output")?).read_line(&mut line)?;
        let account: Value = serde_json::from_str(&line).context("the emulator did not start")?;
        let channel =
            account["cust_space_ids"][0].as_str().context("the emulator has no channel")?.to_owned();
        Ok(Self { program: program.to_owned(), child, account, channel })
    }

    /// What a command prints as JSON, also where it fails for the one channel that it was given.
    fn run(&self, arguments: &[&str]) -> Result<Value> {
        let text =
            |name: &str| self.account[name].as_str().with_context(|| format!("the emulator tells no {name}"));
        let mut command = Command::new(&self.program);
        command
            .args(arguments)
            .args(["--output", "json", "--proxy", "direct"])
            .env("CAMS_ROI_ENDPOINT", text("url")?)
            .env("ALIBABA_CLOUD_ACCESS_KEY_ID", text("access_key_id")?)
            .env("ALIBABA_CLOUD_ACCESS_KEY_SECRET", text("access_key_secret")?)
            .env_remove("ALIBABA_CLOUD_SECURITY_TOKEN");
        let output = command.output()?;
        serde_json::from_slice(&output.stdout).with_context(|| {
            format!("{arguments:?} printed no JSON: {}", String::from_utf8_lossy(&output.stderr))
        })
    }

    /// Sets a control.
    fn control(&self, name: &str, value: &Value) -> Result<()> {
        let url = self.account["url"].as_str().unwrap_or_default();
        let address = url.trim_start_matches("http://").trim_end_matches('/');
        let body = value.to_string();
        let length = body.len();
        let mut stream = TcpStream::connect(address)?;
        write!(
            stream,
            "POST /_emulator/{name} HTTP/1.1\r\nhost: {address}\r\ncontent-length: {length}\r\nconnection: close\r\n\r\n{body}"
        )?;
        let mut answer = String::new();
        stream.read_to_string(&mut answer)?;
        ensure!(answer.starts_with("HTTP/1.1 200"), "the emulator does not take {name}: {answer}");
        Ok(())
    }
}

impl Drop for Emulator {
    fn drop(&mut self) {
        // It ends with its input; both only fail where it has ended before.
        drop(self.child.stdin.take());
        let _ = self.child.wait();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const HELP: &str = "\
Calls

Usage: cams-roi call [OPTIONS] <ACTION> [KEY=VALUE]...

Commands:
  enable       Start
  help         Print this

Arguments:
  <ACTION>
          The operation's name, with --care

  [KEY=VALUE]...
          Its parameters

Options:
      --cust-space-id <ID>
          An ID
      --idempotent[=<BOOL>]
          A flag
  -h, --help
          Print help

Connection:
      --region <REGION>  The region
  -v, --verbose...       Log

Examples:
  cams-roi --not-a-flag
";

    #[test]
    fn help_is_read_by_its_sections() {
        let help = Help(HELP.to_owned());
        assert_eq!(help.commands(), ["enable"]);
        assert_eq!(help.taken(), ["action", "key=value", "cust-space-id", "idempotent"]);
        assert_eq!(help.flags("Connection"), ["region", "verbose"]);
        assert!(help.flags("Nothing").is_empty());
    }
}
