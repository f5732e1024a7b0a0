//! Running other programs.

use std::env;
use std::fs::File;
use std::io::{self, BufRead as _, BufReader, ErrorKind, Write as _};
use std::process::{Command, ExitStatus, Stdio};

use anyhow::{Context as _, Result, anyhow, bail};

/// Runs a program with its output shown; an error if it fails.
pub(crate) fn run(command: &mut Command) -> Result<()> {
    let status = command.status().map_err(|error| not_started(command, error))?;
    succeeded(command, status)
}

/// Runs a program for what it writes to standard output; an error if it fails.
pub(crate) fn output(command: &mut Command) -> Result<String> {
    let output = command.output().map_err(|error| not_started(command, error))?;
    succeeded(command, output.status)
        .with_context(|| String::from_utf8_lossy(&output.stderr).trim().to_owned())?;
    String::from_utf8(output.stdout).with_context(|| format!("{} wrote no UTF-8", shown(command)))
}

/// Runs a program for what it writes to standard output, with its errors shown; an error if it fails.
pub(crate) fn printed(command: &mut Command) -> Result<String> {
    output(command.stderr(Stdio::inherit()))
}

/// Runs a program with its output shown, and hands each line of it to `read` too.
pub(crate) fn tee(mut command: Command, mut read: impl FnMut(&str)) -> Result<ExitStatus> {
    // One pipe for both streams keeps their lines in order.
    let (reader, writer) = io::pipe()?;
    command.stdout(writer.try_clone()?).stderr(writer);
    let mut child = command.spawn().map_err(|error| not_started(&command, error))?;
    // It holds the pipe's other end, which would never close.
    drop(command);
    let mut reader = BufReader::new(reader);
    let mut line = Vec::new();
    while reader.read_until(b'\n', &mut line)? > 0 {
        io::stdout().write_all(&line)?;
        read(String::from_utf8_lossy(&line).trim_end());
        line.clear();
    }
    Ok(child.wait()?)
}

/// Installs Debian's package where its program is not there.
pub(crate) fn install(program: &str, package: &str) -> Result<()> {
    let is_there = || output(Command::new("sh").args(["-c", &format!("command -v {program}")])).is_ok();
    if is_there() { Ok(()) } else { install_packages(&[package]) }
}

/// Installs Debian's packages.
pub(crate) fn install_packages(packages: &[&str]) -> Result<()> {
    // apt refuses what comes while another of its programs works; suites run side by side.
    let lock = File::create(env::temp_dir().join("cams-roi-xtask.apt-lock"))?;
    lock.lock().context("no other run can be kept from installing at the same time")?;
    eprintln!("Installing {} …", packages.join(" and "));
    run(Command::new("apt-get").args(["-qq", "update"]))?;
    let mut install = Command::new("apt-get");
    // Nobody is there to answer its questions; and a server is started by who needs it, not by its package.
    install.env("DEBIAN_FRONTEND", "noninteractive").env("RUNLEVEL", "1");
    output(install.args(["-qq", "-y", "install"]).args(packages))?;
    Ok(())
}

fn succeeded(command: &Command, status: ExitStatus) -> Result<()> {
    if !status.success() {
        bail!("{} failed ({status})", shown(command));
    }
    Ok(())
}

fn not_started(command: &Command, error: io::Error) -> anyhow::Error {
    let program = command.get_program().display();
    if error.kind() == ErrorKind::NotFound {
        return anyhow!("{program} is not there: install it, or put it on PATH");
    }
    anyhow!(error).context(format!("{program} cannot be started"))
}

fn shown(command: &Command) -> String {
    let words = std::iter::once(command.get_program()).chain(command.get_args());
    let words: Vec<_> = words.map(|word| word.to_string_lossy()).collect();
    format!("`{}`", words.join(" "))
}
