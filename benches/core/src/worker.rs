//! The core as a peer: makes a client and calls with it, and prints what that took, as the other languages' workers do.

use std::fs;
use std::time::Instant;

use anyhow::{Context as _, Result};
use cams_roi::operations::EnableWhatsappRoiMetric;
use cams_roi::{Client, Error};
use futures_util::future::try_join_all;
use serde_json::json;

use crate::client;

pub(crate) fn work(url: &str, calls: u32, in_flight: u32) -> Result<()> {
    let start = Instant::now();
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
    let client = client(url)?;
    let client_ms = start.elapsed().as_secs_f64() * 1000.0;
    let (mut calls_per_second, mut cpu_us_per_call) = (0.0, 0.0);
    runtime.block_on(async {
        make(&client, 1, 1).await?;
        if calls > 0 {
            make(&client, calls.min(500), in_flight).await?;
            let (begun, cpu_before) = (Instant::now(), cpu_seconds()?);
            make(&client, calls, in_flight).await?;
            calls_per_second = f64::from(calls) / begun.elapsed().as_secs_f64();
            cpu_us_per_call = (cpu_seconds()? - cpu_before) / f64::from(calls) * 1e6;
        }
        anyhow::Ok(())
    })?;
    println!(
        "{}",
        json!({"clientMs": client_ms, "callsPerSecond": calls_per_second, "cpuUsPerCall": cpu_us_per_call, "rssMiB": resident_mib()?})
    );
    Ok(())
}

/// Makes calls, so many at a time.
async fn make(client: &Client, calls: u32, in_flight: u32) -> Result<(), Error> {
    try_join_all((0..in_flight).map(|_| async {
        for _ in 0..calls / in_flight {
            client.enable_whatsapp_roi_metric(EnableWhatsappRoiMetric::new("cams-1")).await?;
        }
        Ok(())
    }))
    .await
    .map(|_| ())
}

/// Seconds of processor time that the threads of this process have used.
fn cpu_seconds() -> Result<f64> {
    let mut nanoseconds = 0.0;
    for thread in fs::read_dir("/proc/self/task").context("processor time is read on Linux only")? {
        let account = fs::read_to_string(thread?.path().join("schedstat"))?;
        let used = account.split_whitespace().next().context("schedstat is empty")?;
        nanoseconds += used.parse::<f64>()?;
    }
    Ok(nanoseconds / 1e9)
}

fn resident_mib() -> Result<f64> {
    let status = fs::read_to_string("/proc/self/status")?;
    let line = status.lines().find(|line| line.starts_with("VmRSS")).context("/proc tells no VmRSS")?;
    let digits: String = line.chars().filter(char::is_ascii_digit).collect();
    Ok(digits.parse::<f64>()? / 1024.0)
}
