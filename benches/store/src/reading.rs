//! A report, in a process of its own: what it takes, and how much memory at the most.

use std::fs;
use std::io::BufWriter;
use std::time::Instant;

use anyhow::{Context as _, Result};
use cams_roi_report::{By, Report, ReportOptions};
use cams_roi_store::{Access, Location, Store};

use crate::rows;

/// Prints seconds and MiB.
pub(crate) fn report(store: &str) -> Result<()> {
    let started = Instant::now();
    let mut store = Store::open(&Location::parse(store)?, Access::Read)?;
    let options = ReportOptions { days: 28, until: rows::UNTIL.parse()?, by: By::Day, account: None };
    let report = Report::read(&mut store, &options, None, None)?;
    let page = tempfile::NamedTempFile::new()?;
    report.write_html(&mut BufWriter::new(&page))?;
    println!("{} {}", started.elapsed().as_secs_f64(), most_memory()?);
    Ok(())
}

/// The most memory that this process has had at once, in MiB.
fn most_memory() -> Result<f64> {
    let status = fs::read_to_string("/proc/self/status").context("memory is read on Linux only")?;
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"));
    let kibibytes: f64 = line.context("status says no VmHWM")?.trim().trim_end_matches(" kB").parse()?;
    Ok(kibibytes / 1024.0)
}
