//! What the databases themselves do with the same rows: `.import` of SQLite's program, and `\copy` of PostgreSQL's,
//! into a table with the same columns, key and index.

use std::fmt::Write as _;
use std::fs::File;
use std::io::{BufWriter, Write as _};
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use anyhow::{Context as _, Result, ensure};
use cams_roi_store::Answer;

/// Writes the rows as CSV in the order in which `collect` gets them: texts quoted, and what is null neither quoted
/// nor there.
pub(crate) fn write_csv(answers: &[Answer], path: &Path) -> Result<()> {
    let mut file = BufWriter::new(File::create(path)?);
    let mut line = String::new();
    for row in answers.iter().flat_map(|answer| &answer.rows) {
        line.clear();
        let subject = [
            "bench",
            &row.cust_space_id,
            &row.phone_number,
            &row.template_code,
            &row.language,
            &row.granularity,
        ];
        subject.iter().try_for_each(|text| quote(&mut line, text))?;
        write!(line, "{},{},{},{},", row.period_start, row.period_end, row.sent_count, row.delivered_count)?;
        for count in [row.read_count, row.click_count()] {
            if let Some(count) = count {
                write!(line, "{count}")?;
            }
            line.push(',');
        }
        match &row.clicks {
            Some(clicks) => quote(&mut line, &serde_json::to_string(clicks)?)?,
            None => line.push(','),
        }
        let now = row.period_end;
        writeln!(line, "{now},{now},0,\"20261101T000000Z-00000000\"")?;
        file.write_all(line.as_bytes())?;
    }
    Ok(file.flush()?)
}

fn quote(line: &mut String, text: &str) -> Result<()> {
    Ok(write!(line, "\"{}\",", text.replace('"', "\"\""))?)
}

/// Imports the rows into a file beside the store, whose table is made like the store's. Only its columns are of any
/// type: `.import` knows no null.
pub(crate) fn import(store: &Path, csv: &Path, rows: usize) -> Result<Duration> {
    let beside = store.with_extension("peer.db");
    let schema =
        run(sqlite(store)
            .arg("select sql || ';' from sqlite_schema where tbl_name = 'metrics' and sql <> ''"))?;
    let schema = schema.replace("strict, without rowid", "without rowid");
    let pragmas = "pragma journal_mode = wal; pragma synchronous = normal; pragma cache_size = -65536;";
    run(sqlite(&beside).arg(format!("{pragmas} {schema}")))?;
    let started = Instant::now();
    let import = format!(".import --csv '{}' metrics", csv.display());
    run(sqlite(&beside).args(["-cmd", pragmas, &import]))?;
    let took = started.elapsed();
    let told = run(sqlite(&beside).arg("select count(*) from metrics"))?;
    ensure!(told.trim() == rows.to_string(), "{told} rows of {rows} were imported");
    Ok(took)
}

/// Copies the rows into a table like the store's, of another schema.
pub(crate) fn copy(postgres: &str, csv: &Path, rows: usize) -> Result<Duration> {
    let make = "drop schema if exists peer cascade; create schema peer; \
                create table peer.metrics (like cams_roi.metrics including all)";
    run(psql(postgres).arg(make))?;
    let started = Instant::now();
    run(psql(postgres).arg(format!("\\copy peer.metrics from '{}' csv", csv.display())))?;
    let took = started.elapsed();
    let told = run(psql(postgres).arg("select count(*) from peer.metrics"))?;
    ensure!(told.trim() == rows.to_string(), "{told} rows of {rows} were copied");
    Ok(took)
}

/// Takes the store of the round before away.
pub(crate) fn forget(postgres: &str) -> Result<()> {
    run(psql(postgres).arg("drop schema if exists cams_roi cascade")).map(|_| ())
}

fn sqlite(file: &Path) -> Command {
    let mut command = Command::new("sqlite3");
    command.arg("-bail").arg(file);
    command
}

fn psql(url: &str) -> Command {
    let mut command = Command::new("psql");
    command.env("PGOPTIONS", "--client-min-messages=warning");
    command.args([url, "--no-psqlrc", "--quiet", "--tuples-only", "--set=ON_ERROR_STOP=1", "--command"]);
    command
}

fn run(command: &mut Command) -> Result<String> {
    let output = command.stderr(Stdio::inherit()).output();
    let output =
        output.context("sqlite3 and psql are needed (Debian: apt-get install sqlite3 postgresql)")?;
    ensure!(output.status.success(), "{} failed", command.get_program().display());
    Ok(String::from_utf8(output.stdout)?)
}
