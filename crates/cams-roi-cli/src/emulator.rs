//! `cams-roi emulator`: the service on this machine, for tests in any language.

use std::io::{self, Read as _, Write};
use std::thread;

use cams_roi_emulator::{Emulator, EmulatorOptions, Limits};
use tokio::sync::oneshot;

use crate::failure::Failure;
use crate::output::write_json;

/// What `emulator` takes.
#[derive(Debug, clap::Args)]
#[command(after_help = "\
It prints one JSON line with url, access_key_id, access_key_secret, cust_space_ids and isv_code, and serves on 127.0.0.1 \
until it is killed. Faults, clock, accounts and the log of requests are reached under URL/_emulator/.

Examples:
  cams-roi emulator --port 8080
  cams-roi enable --endpoint http://127.0.0.1:8080 --access-key-id emulator-access-key-id --access-key-secret \
emulator-access-key-secret --cust-space-id cams-emulator-1")]
pub(crate) struct EmulatorArgs {
    /// The port; 0 takes a free one
    #[arg(long, value_name = "N", default_value_t = 0)]
    port: u16,
    /// Calls a second for each operation, or off [default: what the service documents]
    #[arg(long, value_name = "N|off", value_parser = parse_limits)]
    qps: Option<Limits>,
    /// How many channels the account has
    #[arg(long, value_name = "N", default_value_t = 5)]
    channels: usize,
    /// What the figures are made from: the same seed gives the same figures
    #[arg(long, value_name = "N", default_value_t = 0)]
    seed: u64,
    /// End when standard input is closed, so that nothing is left when the program that started it ends
    #[arg(long)]
    exit_with_stdin: bool,
}

/// Serves until it is told to end.
pub(crate) async fn run(args: EmulatorArgs, out: &mut dyn Write) -> Result<(), Failure> {
    // Before the address is told: whoever knows it may already send a signal.
    let signal = end_signal().map_err(|error| {
        Failure::local(format!("signals cannot be received: {error}"), "Free some of the system's resources.")
    })?;
    let stdin = if args.exit_with_stdin { Some(stdin_closed()?) } else { None };
    let emulator = start(EmulatorOptions {
        port: args.port,
        seed: args.seed,
        channels: args.channels,
        limits: args.qps.unwrap_or_default(),
        ..EmulatorOptions::default()
    })
    .await?;
    write_json(out, &emulator.ready_account(), false)?;
    out.flush()?;
    emulator
        .run_until(async {
            tokio::select! {
                () = signal => {}
                () = closed(stdin) => {}
            }
        })
        .await;
    Ok(())
}

/// Starts an emulator.
pub(crate) async fn start(options: EmulatorOptions) -> Result<Emulator, Failure> {
    let port = options.port;
    Emulator::start(options).await.map_err(|error| {
        Failure::local(
            format!("the emulator cannot start on port {port} of 127.0.0.1: {error}"),
            "Give a port that is free, or 0.",
        )
    })
}

/// Ends when standard input does.
fn stdin_closed() -> Result<impl Future<Output = ()>, Failure> {
    let (sender, closed) = oneshot::channel::<()>();
    let read = move || {
        let mut buffer = [0; 4096];
        // What comes in means nothing; an error means that nothing more will come.
        while matches!(io::stdin().read(&mut buffer), Ok(1..)) {}
        drop(sender);
    };
    // A thread that nobody waits for: reading cannot be broken off.
    thread::Builder::new().name("cams-roi-stdin".to_owned()).spawn(read).map_err(|error| {
        Failure::local(
            format!("no thread can be started to read standard input: {error}"),
            "Raise the limit on threads (`ulimit -u`, the container's pids limit).",
        )
    })?;
    Ok(async move {
        let _ = closed.await;
    })
}

/// Ends with standard input, or never.
async fn closed(stdin: Option<impl Future<Output = ()>>) {
    match stdin {
        Some(stdin) => stdin.await,
        None => std::future::pending().await,
    }
}

#[cfg(unix)]
fn end_signal() -> io::Result<impl Future<Output = ()>> {
    use tokio::signal::unix::{SignalKind, signal};
    let mut interrupt = signal(SignalKind::interrupt())?;
    let mut terminate = signal(SignalKind::terminate())?;
    Ok(async move {
        tokio::select! {
            _ = interrupt.recv() => {}
            _ = terminate.recv() => {}
        }
    })
}

#[cfg(not(unix))]
fn end_signal() -> io::Result<impl Future<Output = ()>> {
    Ok(async {
        if tokio::signal::ctrl_c().await.is_err() {
            std::future::pending::<()>().await;
        }
    })
}

fn parse_limits(text: &str) -> Result<Limits, String> {
    match text {
        "off" => Ok(Limits::off()),
        number => number.parse().map(Limits::all).map_err(|_| "give a whole number, or off".to_owned()),
    }
}
