//! Calls a second over loopback beside `wrk`'s, against one server with one fixed answer, in one run.
//!
//! Client and server are processes of their own, each pinned to a processor: on two, as where they are two machines,
//! and on one, where no time is lost to waking another. What a virtual machine takes to wake a processor otherwise
//! decides the results, and the kernel's choice of processor with it. Runs take turns, so that a machine whose speed
//! drifts treats both alike; medians are printed, with the smallest and largest value.

use std::ffi::OsStr;
use std::io::{BufRead as _, BufReader};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use anyhow::{Context as _, Result, bail};
use cams_roi::operations::EnableWhatsappRoiMetric;
use futures_util::future::join_all;
use serde_json::json;

use crate::client;

const RUNS: usize = 5;
const RUN: Duration = Duration::from_secs(3);
const CLIENT_PROCESSOR: usize = 0;

/// Prints what `cargo xtask bench` reads; benches/how-it-is-measured.md says what that is.
pub(crate) fn compare() -> Result<()> {
    println!("{}", json!({"face": "Rust", "ours": "cams-roi", "peer": "wrk, which signs and reads nothing"}));
    for (placement, server_processor) in [("two processors", 1), ("one processor", CLIENT_PROCESSOR)] {
        let server = Server::start(server_processor)?;
        for in_flight in [1, 32] {
            let (mut theirs, mut ours, mut cpu) = (Vec::new(), Vec::new(), Vec::new());
            for _ in 0..RUNS {
                theirs.push(wrk(&server.url, in_flight)?);
                let (calls_per_second, cpu_per_call) = cams_roi(&server.url, in_flight)?;
                ours.push(calls_per_second);
                cpu.push(cpu_per_call);
            }
            let place = format!("{in_flight} in flight, {placement}");
            let goal = (in_flight == 1).then_some(0.6);
            println!(
                "{}",
                json!({"what": format!("calls/s, {place}"), "better": "more", "goal": goal, "ours": ours, "peer": theirs})
            );
            println!("{}", json!({"what": format!("CPU µs a call, {place}"), "better": "less", "ours": cpu}));
        }
    }
    Ok(())
}

/// A command that runs on one processor.
fn pinned(processor: usize, program: impl AsRef<OsStr>) -> Command {
    let mut command = Command::new("taskset");
    command.arg("--cpu-list").arg(processor.to_string()).arg(program);
    command
}

/// The server as a process, which ends with this one.
struct Server {
    process: Child,
    url: String,
}

impl Server {
    fn start(processor: usize) -> Result<Self> {
        let mut process = pinned(processor, std::env::current_exe()?)
            .arg("serve")
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()?;
        let stdout = process.stdout.take().context("the server has no output")?;
        let mut server = Self { process, url: String::new() };
        let mut address = String::new();
        BufReader::new(stdout).read_line(&mut address)?;
        address.trim().clone_into(&mut server.url);
        Ok(server)
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}

fn wrk(url: &str, in_flight: usize) -> Result<f64> {
    let script = std::env::temp_dir().join(format!("post-{}.lua", std::process::id()));
    std::fs::write(
        &script,
        "wrk.method = \"POST\"\nwrk.path = \"/?CustSpaceId=cams-1\"\nwrk.headers[\"content-length\"] = \"0\"\n",
    )?;
    let output = pinned(CLIENT_PROCESSOR, "wrk")
        .args(["-t1", &format!("-c{in_flight}"), &format!("-d{}s", RUN.as_secs()), "-s"])
        .args([script.as_os_str(), url.as_ref()])
        .output()
        .context("taskset cannot be run: this benchmark is for Linux")?;
    std::fs::remove_file(&script)?;
    let text = String::from_utf8_lossy(&output.stdout);
    let line = text.lines().find_map(|line| line.strip_prefix("Requests/sec:"));
    let Some(line) = line else {
        let said = String::from_utf8_lossy(&output.stderr);
        bail!("wrk gave no result; install it (Debian: apt-get install wrk). It said: {text}{said}")
    };
    Ok(line.trim().parse()?)
}

fn cams_roi(url: &str, in_flight: usize) -> Result<(f64, f64)> {
    let output = pinned(CLIENT_PROCESSOR, std::env::current_exe()?)
        .args(["call", url, &in_flight.to_string()])
        .stderr(Stdio::inherit())
        .output()?;
    let text = String::from_utf8_lossy(&output.stdout);
    let (calls_per_second, cpu_per_call) =
        text.trim().split_once(' ').context("the client gave no results")?;
    Ok((calls_per_second.parse()?, cpu_per_call.parse()?))
}

/// Prints calls a second, and microseconds of processor time a call.
pub(crate) fn call(url: &str, in_flight: usize) -> Result<()> {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
    let client = client(url)?;
    let client = &client;
    let call = || client.enable_whatsapp_roi_metric(EnableWhatsappRoiMetric::new("cams-1"));
    runtime.block_on(async {
        call().await?;
        let (started, cpu_before) = (Instant::now(), cpu_time()?);
        let workers = (0..in_flight).map(|_| async {
            let mut calls = 0_u32;
            while started.elapsed() < RUN {
                call().await?;
                calls += 1;
            }
            Ok::<_, cams_roi::Error>(calls)
        });
        let mut calls = 0;
        for worker in join_all(workers).await {
            calls += worker?;
        }
        let (took, cpu) = (started.elapsed(), cpu_time()? - cpu_before);
        println!("{} {}", f64::from(calls) / took.as_secs_f64(), cpu / f64::from(calls) * 1e6);
        Ok(())
    })
}

/// Seconds of processor time that this thread has used, from the kernel's own account of it.
fn cpu_time() -> Result<f64> {
    let account =
        std::fs::read_to_string("/proc/self/schedstat").context("processor time is read on Linux only")?;
    let nanoseconds = account.split_whitespace().next().context("schedstat is empty")?;
    Ok(nanoseconds.parse::<f64>()? / 1e9)
}
