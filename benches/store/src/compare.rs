//! Rounds in turns: the store writes, the database itself writes, and a report is read.

use std::path::Path;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use anyhow::{Context as _, Result, ensure};
use cams_roi_store::{Access, Location, RunStatus, Store};
use jiff::Timestamp;
use serde_json::json;

use crate::database;
use crate::rows::{self, Made};

const ROUNDS: usize = 3;
/// So many answers `collect` writes together where they are there already.
const AT_ONCE: usize = 64;
const ACCOUNT: &str = "bench";

/// What was measured with one database.
#[derive(Default)]
struct Measured {
    ours: Vec<f64>,
    again: Vec<f64>,
    theirs: Vec<f64>,
    report_seconds: Vec<f64>,
    report_memory: Vec<f64>,
}

/// Prints what `cargo xtask bench` reads; benches/how-it-is-measured.md says what that is.
pub(crate) fn compare(postgres: &str) -> Result<()> {
    let folder = tempfile::tempdir()?;
    let made = rows::make()?;
    let csv = folder.path().join("rows.csv");
    database::write_csv(&made.answers, &csv)?;
    let (mut sqlite, mut server) = (Measured::default(), Measured::default());
    for round in 0..ROUNDS {
        eprintln!("round {} of {ROUNDS} …", round + 1);
        let file = folder.path().join(format!("{round}.db"));
        let of_file = file.to_str().context("the temporary folder's name is no text")?;
        sqlite.round(&made, of_file, || database::import(&file, &csv, made.rows))?;
        remove(folder.path(), &csv)?;
        database::forget(postgres)?;
        server.round(&made, postgres, || database::copy(postgres, &csv, made.rows))?;
    }
    println!("{}", json!({"face": "Store", "ours": "cams-roi", "peer": "the database's own program"}));
    sqlite.print("SQLite", ".import");
    server.print("PostgreSQL", "COPY");
    Ok(())
}

impl Measured {
    fn round(&mut self, made: &Made, store: &str, theirs: impl FnOnce() -> Result<Duration>) -> Result<()> {
        #[allow(clippy::cast_precision_loss, reason = "a million or so")]
        let rate = |took: Duration| made.rows as f64 / took.as_secs_f64();
        self.ours.push(rate(write(made, store, made.rows)?));
        self.theirs.push(rate(theirs()?));
        let (seconds, memory) = report(store)?;
        self.report_seconds.push(seconds * 1000.0);
        self.report_memory.push(memory);
        self.again.push(rate(write(made, store, 0)?));
        Ok(())
    }

    fn print(&self, name: &str, peer: &str) {
        let rate = format!("rows/s written to {name}, beside {peer}");
        println!(
            "{}",
            json!({"what": rate, "better": "more", "goal": 0.3, "ours": self.ours, "peer": self.theirs})
        );
        let again = format!("rows/s that come to {name} again as they were");
        println!("{}", json!({"what": again, "better": "more", "ours": self.again}));
        let time = format!("a report of a million rows in {name}, ms");
        println!("{}", json!({"what": time, "better": "less", "ours": self.report_seconds}));
        let memory = format!("memory at the most for that report of {name}, MiB");
        println!("{}", json!({"what": memory, "better": "less", "ours": self.report_memory}));
    }
}

/// Writes all rows as `collect` does; so many of them have to be new.
fn write(made: &Made, store: &str, new: usize) -> Result<Duration> {
    let mut store = Store::open(&Location::parse(store)?, Access::Write)?;
    let now = Timestamp::now();
    store.keep_channels(ACCOUNT, &made.channels, now)?;
    let run = store.begin_run(ACCOUNT, rows::span()?, now)?;
    let (started, mut written) = (Instant::now(), 0);
    for answers in made.answers.chunks(AT_ONCE) {
        written += usize::try_from(store.keep_answers(&run, answers, now)?.new)?;
    }
    let took = started.elapsed();
    store.end_run(&run, RunStatus::Done, now)?;
    ensure!(written == new, "{written} rows were new");
    Ok(took)
}

/// Seconds and MiB, of a process of its own.
fn report(store: &str) -> Result<(f64, f64)> {
    let program = std::env::current_exe()?;
    let output = Command::new(program).args(["report", store]).stderr(Stdio::inherit()).output()?;
    let text = String::from_utf8(output.stdout)?;
    let (seconds, memory) = text.trim().split_once(' ').context("the report gave no times")?;
    Ok((seconds.parse()?, memory.parse()?))
}

/// Takes the files of a round away, but for the rows.
fn remove(folder: &Path, csv: &Path) -> Result<()> {
    for entry in std::fs::read_dir(folder)? {
        let path = entry?.path();
        if path != csv {
            std::fs::remove_file(path)?;
        }
    }
    Ok(())
}
