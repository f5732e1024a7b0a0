//! Runs each Rust program of the pages against an emulator, in the world that `docs/code-in-these-pages.md` describes.

use std::env;
use std::error::Error;
use std::process::{Command, ExitCode};

use cams_roi_emulator::{Account, Channel, Emulator, EmulatorOptions, Limits, Timestamp};
use tempfile::TempDir;
use tokio::runtime::Runtime;

/// A program of the pages: its place, and what it does.
type Program = (&'static str, fn() -> ExitCode);

include!(concat!(env!("OUT_DIR"), "/programs.rs"));

/// Which program a child is to be.
const PROGRAM: &str = "CAMS_ROI_GUIDE";

fn main() -> Result<ExitCode, Box<dyn Error>> {
    if let Some(name) = env::var_os(PROGRAM) {
        let program = PROGRAMS.iter().find(|(other, _)| name == *other);
        return Ok(program.map_or(ExitCode::FAILURE, |(_, run)| run()));
    }
    let mut failed = 0;
    for (name, _) in PROGRAMS {
        failed += usize::from(!passes(name)?);
    }
    let passed = PROGRAMS.len() - failed;
    let result = if failed == 0 { "ok" } else { "FAILED" };
    println!(
        "\ntest result: {result}. {passed} passed; {failed} failed; 0 ignored; 0 measured; 0 filtered out"
    );
    Ok(if failed == 0 && passed > 0 { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

/// Runs a program in a process, a directory and a world of its own.
fn passes(name: &str) -> Result<bool, Box<dyn Error>> {
    let world = World::new()?;
    let account = world.emulator.ready_account().ok_or("the emulator has no account")?;
    let output = Command::new(env::current_exe()?)
        .current_dir(world.directory.path())
        .env_clear()
        .env(PROGRAM, name)
        .env("CAMS_ROI_ENDPOINT", account.url)
        .env("ALIBABA_CLOUD_ACCESS_KEY_ID", account.access_key_id)
        .env("ALIBABA_CLOUD_ACCESS_KEY_SECRET", account.access_key_secret)
        .env("ALIBABA_CLOUD_ECS_METADATA_DISABLED", "true")
        .output()?;
    let passes = output.status.success();
    println!("test {name} ... {}", if passes { "ok" } else { "FAILED" });
    if !passes {
        println!("{}{}", String::from_utf8_lossy(&output.stdout), String::from_utf8_lossy(&output.stderr));
    }
    Ok(passes)
}

/// What a program of the pages finds.
struct World {
    emulator: Emulator,
    directory: TempDir,
    _runtime: Runtime,
}

impl World {
    fn new() -> Result<Self, Box<dyn Error>> {
        let mut account = Account::ready(0);
        account.isv_code = Some("isv-1".to_owned());
        let long_ago: Timestamp = "2020-01-01T00:00:00Z".parse()?;
        account.channels = (1..=3)
            .map(|number| {
                let channel = Channel::new(format!("cams-{number}")).with_phone_number("99900000042");
                Channel { enabled_at: Some(long_ago), ..channel }
            })
            .collect();
        let directory = tempfile::tempdir()?;
        std::fs::write(directory.path().join("channels.csv"), "cust_space_id\ncams-1\ncams-2\ncams-3\n")?;
        let runtime = tokio::runtime::Builder::new_multi_thread().worker_threads(1).enable_all().build()?;
        let options =
            EmulatorOptions { accounts: vec![account], limits: Limits::off(), ..EmulatorOptions::default() };
        let emulator = runtime.block_on(Emulator::start(options))?;
        Ok(Self { emulator, directory, _runtime: runtime })
    }
}
