//! `cams-roi journal`: what is recorded of a run that many workers share.

use std::io::Write;
use std::path::{Path, PathBuf};

use cams_roi::SharedProgress;
use serde_json::json;

use crate::connection::ConnectionArgs;
use crate::failure::Failure;
use crate::output::{TextOrJson, say, write_json};
use crate::output_file::OutputFile;
use crate::text::counted;

/// What `journal` takes.
#[derive(Debug, clap::Args)]
#[command(after_help = "\
Examples:
  cams-roi journal show redis://cache.example/0/june
  cams-roi journal export redis://cache.example/0/june --output june.journal
  cams-roi journal import june.journal redis://cache.example/0/june

A URL that begins like that is also what --journal of enable and metrics takes: many workers on many machines share one run. A password is better kept from other users of this machine: give the URL as - and its text on standard input.")]
pub(crate) struct JournalArgs {
    #[command(subcommand)]
    act: Act,
}

#[derive(Debug, clap::Subcommand)]
enum Act {
    /// Say how far a shared run is, and how many workers are at it
    Show {
        /// The run: redis://HOST:PORT/DB/NAME, or - for its text on standard input
        #[arg(value_name = "URL")]
        run: String,
        /// text for people; json is one object
        #[arg(long, value_enum, default_value_t, value_name = "FORM")]
        output: TextOrJson,
    },
    /// Write the lines of a shared run as a file, which is a journal, too
    Export {
        /// The run: redis://HOST:PORT/DB/NAME, or - for its text on standard input
        #[arg(value_name = "URL")]
        run: String,
        /// Where they go: a file, or - for standard output
        #[arg(long, value_name = "FILE|-", default_value = "-")]
        output: PathBuf,
    },
    /// Add the lines of a file's journal to a shared run, which goes on from there
    Import {
        /// The journal of enable or metrics
        file: PathBuf,
        /// The run: redis://HOST:PORT/DB/NAME, or - for its text on standard input
        #[arg(value_name = "URL")]
        run: String,
    },
}

impl JournalArgs {
    pub(crate) fn prints_json(&self) -> bool {
        matches!(self.act, Act::Show { output: TextOrJson::Json, .. })
    }

    pub(crate) async fn run(self, connection: &ConnectionArgs, out: &mut dyn Write) -> Result<(), Failure> {
        let client = connection.client()?;
        match self.act {
            Act::Show { run, output } => {
                let run = given(run)?;
                let progress = client.shared_journal(&run).await?.progress().await?;
                show(&run, &progress, output, out)
            }
            Act::Export { run, output } => {
                let text = client.shared_journal(&given(run)?).await?.export().await?;
                if output.as_os_str() == "-" {
                    return Ok(out.write_all(text.as_bytes())?);
                }
                let mut file = OutputFile::create(&output)?;
                file.write_all(text.as_bytes()).map_err(|error| {
                    let message = format!("{} cannot be written: {error}", output.display());
                    Failure::local(message, "Give another file, or make room.")
                })?;
                file.finish()?;
                say(&format!("{} in {}", counted(text.lines().count(), "line"), output.display()));
                Ok(())
            }
            Act::Import { file, run } => {
                let bytes = std::fs::read(&file).map_err(|error| {
                    Failure::usage(
                        format!("{} cannot be read: {error}", file.display()),
                        "Give the journal of a run of enable or metrics.",
                    )
                })?;
                let run = given(run)?;
                let added = client.shared_journal(&run).await?.import(&bytes).await?;
                let added = counted(usize::try_from(added).unwrap_or_default(), "line");
                say(&format!("{added} added to {}", shown(Path::new(&run))));
                Ok(())
            }
        }
    }
}

/// The URL that is meant.
fn given(run: String) -> Result<String, Failure> {
    if run != "-" {
        return Ok(run);
    }
    let mut line = String::new();
    std::io::stdin().read_line(&mut line).map_err(|error| {
        Failure::usage(format!("standard input cannot be read: {error}"), "Give the URL of a run there.")
    })?;
    Ok(line.trim().to_owned())
}

fn show(run: &str, progress: &SharedProgress, form: TextOrJson, out: &mut dyn Write) -> Result<(), Failure> {
    let run = shown(Path::new(run));
    let SharedProgress { kind, done, failed, lines, workers, .. } = progress;
    match form {
        TextOrJson::Text => {
            let what = if kind == "collecting" { "queries done" } else { "channels enabled" };
            let workers = counted(usize::try_from(*workers).unwrap_or_default(), "worker");
            Ok(writeln!(out, "{run}  {done} {what}, {failed} failed, {workers} at it, {lines} lines")?)
        }
        TextOrJson::Json => {
            let progress = json!({
                "journal": run, "kind": kind, "done": done, "failed": failed, "workers": workers, "lines": lines,
            });
            write_json(out, &progress, false)
        }
    }
}

/// A journal as it is shown: without the password of a URL.
pub(crate) fn shown(journal: &Path) -> String {
    let text = journal.display().to_string();
    let Some((scheme, rest)) = text.split_once("://") else { return text };
    let (authority, path) = rest.split_once('/').unwrap_or((rest, ""));
    let host = authority.rsplit_once('@').map_or(authority, |(_, host)| host);
    format!("{scheme}://{host}/{path}")
}

/// Whether a journal is a run that workers share.
pub(crate) fn is_shared(journal: &Path) -> bool {
    journal.to_str().is_some_and(|text| text.contains("://"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_password_is_not_shown() {
        for (given, is_shown) in [
            ("redis://app:pass@cache.example/0/june", "redis://cache.example/0/june"),
            ("unix:///run/redis.sock/june", "unix:///run/redis.sock/june"),
            ("done.jsonl", "done.jsonl"),
        ] {
            assert_eq!(shown(Path::new(given)), is_shown);
        }
    }
}
