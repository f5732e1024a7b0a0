//! `cams-roi emulator`: the service on this machine, for tests in any language.

use std::io::{self, Read as _, Write};
use std::thread;

use cams_roi_emulator::{Emulator, EmulatorOptions, Limits, ServerCertificate};
use clap::ValueEnum;
use tokio::sync::oneshot;

use crate::failure::Failure;
use crate::output::write_json;

/// What `emulator` takes.
#[derive(Debug, clap::Args)]
#[command(after_help = "\
It prints one JSON line with url, access_key_id, access_key_secret, cust_space_ids and isv_code, and serves on 127.0.0.1 \
until it is killed. Faults, clock, accounts, totals of all metrics and the log of requests are reached under \
URL/_emulator/.

Examples:
  cams-roi emulator --port 8080
  cams-roi enable --endpoint http://127.0.0.1:8080 --access-key-id emulator-access-key-id --access-key-secret \
emulator-access-key-secret --cust-space-id cams-emulator-1
  cams-roi emulator --channels 1000 --templates 5 --late-days 3 --day-offset +08:00 --qps 1000%")]
pub(crate) struct EmulatorArgs {
    /// The port; 0 takes a free one
    #[arg(long, value_name = "N", default_value_t = 0)]
    port: u16,
    /// Calls a second for each operation, percent of what the service documents, or off [default: 100%]
    #[arg(long, value_name = "N|N%|off", value_parser = parse_limits)]
    qps: Option<Limits>,
    /// How many channels the account has
    #[arg(long, value_name = "N", default_value_t = 5)]
    channels: usize,
    /// How many phone numbers each channel has
    #[arg(long, value_name = "N", default_value_t = 1)]
    phone_numbers: usize,
    /// How many approved marketing templates each channel has; it has three others beside them
    #[arg(long, value_name = "N", default_value_t = 3)]
    templates: usize,
    /// In how many languages each template is there
    #[arg(long, value_name = "N", default_value_t = 2)]
    template_languages: usize,
    /// How many days old a day is once its metrics are complete: until then they grow from day to day
    #[arg(long, value_name = "N", default_value_t = 0)]
    late_days: u32,
    /// By which clock the days of metrics begin: how far it is from UTC, such as +08:00 or -3
    #[arg(long, value_name = "OFFSET", value_parser = parse_offset, default_value = "+00:00",
        allow_hyphen_values = true)]
    day_offset: i32,
    /// What everything is made up from: the same seed gives the same account and metrics
    #[arg(long, value_name = "N", default_value_t = 0)]
    seed: u64,
    /// Answer over TLS; the JSON line then has ca_pem, the certificate to trust. The server's own is valid unless it is
    /// said to be otherwise
    #[arg(long, value_name = "CERTIFICATE", num_args = 0..=1, require_equals = true,
        default_missing_value = "valid")]
    tls: Option<Certificate>,
    /// End when standard input is closed, so that nothing is left when the program that started it ends
    #[arg(long)]
    exit_with_stdin: bool,
}

/// What certificate the emulator shows.
#[derive(Clone, Copy, Debug, ValueEnum)]
enum Certificate {
    /// One that whoever trusts ca_pem takes
    Valid,
    /// One whose time is over
    Expired,
    /// That of another host
    OtherHost,
}

impl From<Certificate> for ServerCertificate {
    fn from(certificate: Certificate) -> Self {
        match certificate {
            Certificate::Valid => Self::Valid,
            Certificate::Expired => Self::Expired,
            Certificate::OtherHost => Self::OtherHost,
        }
    }
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
        phone_numbers: args.phone_numbers,
        templates: args.templates,
        template_languages: args.template_languages,
        late_days: args.late_days,
        day_offset_minutes: args.day_offset,
        limits: args.qps.unwrap_or_default(),
        tls: args.tls.map(Into::into),
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
        if error.kind() == io::ErrorKind::InvalidInput {
            return Failure::usage(
                format!("the emulator cannot start: {error}"),
                "See cams-roi emulator --help.",
            );
        }
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
    if text == "off" {
        return Ok(Limits::off());
    }
    let (number, limits): (_, fn(u32) -> Limits) = match text.strip_suffix('%') {
        Some(percent) => (percent, Limits::percent),
        None => (text, Limits::all),
    };
    number.parse().map(limits).map_err(|_| "give a whole number, or off; percent as in 200%".to_owned())
}

/// Minutes of an offset from UTC: `+08:00`, `-03:30`, or hours alone.
fn parse_offset(text: &str) -> Result<i32, String> {
    let wrong = || "give hours and minutes with a sign, such as +08:00, or hours, such as -3".to_owned();
    let (sign, digits) = match text.split_at_checked(1) {
        Some(("+", digits)) => (1, digits),
        Some(("-", digits)) => (-1, digits),
        _ => (1, text),
    };
    let (hours, minutes) = digits.split_once(':').unwrap_or((digits, "0"));
    // A sign of its own is none of theirs.
    let number = |text: &str| text.parse::<u8>().ok().filter(|_| text.bytes().all(|it| it.is_ascii_digit()));
    let hours = number(hours).ok_or_else(wrong)?;
    let minutes = number(minutes).filter(|minutes| *minutes < 60).ok_or_else(wrong)?;
    Ok(sign * (i32::from(hours) * 60 + i32::from(minutes)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn offsets_are_hours_and_minutes() {
        for (text, minutes) in
            [("+08:00", 480), ("-03:30", -210), ("8", 480), ("-3", -180), ("+00:00", 0), ("05:30", 330)]
        {
            assert_eq!(parse_offset(text), Ok(minutes), "{text}");
        }
        for wrong in ["", "+", "x", "8:60", "+-8", "8:", "1:2:3", "++8", "8:+5", "300"] {
            assert!(parse_offset(wrong).is_err(), "{wrong}");
        }
    }

    #[test]
    fn limits_are_a_number_percent_or_off() {
        assert_eq!(parse_limits("7"), Ok(Limits::all(7)));
        assert_eq!(parse_limits("250%"), Ok(Limits::percent(250)));
        assert_eq!(parse_limits("off"), Ok(Limits::off()));
        assert!(parse_limits("%").is_err() && parse_limits("many").is_err());
    }
}
