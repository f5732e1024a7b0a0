//! Calls a second over loopback beside `wrk`'s, against one server with one fixed answer, in one run.
//!
//! Client and server are processes of their own, each pinned to a processor: on two, as where they are two machines,
//! and on one, where no time is lost to waking another. What a virtual machine takes to wake a processor otherwise
//! decides the figures, and the kernel's choice of processor with it. Runs take turns, so that a machine whose speed
//! drifts treats both alike; medians are printed, with the smallest and largest value.

use std::ffi::OsStr;
use std::io::{BufRead as _, BufReader, Read as _, Write as _};
use std::net::{TcpListener, TcpStream};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use anyhow::{Context as _, Result, bail};
use cams_roi::operations::EnableWhatsappRoiMetric;
use cams_roi::{Client, Credentials, Proxy, RateLimit};
use futures_util::future::join_all;

const REPLY: &str = "HTTP/1.1 200 OK\r\ncontent-type: application/json;charset=utf-8\r\ncontent-length: 113\r\n\r\n\
    {\"RequestId\":\"608F9CCA-B5EB-3D72-8047-B25D6D75BDEC\\n\",\"Code\":\"OK\",\"Message\":\"None\",\"AccessDeniedDetail\":\"None\"}\n ";
const RUNS: usize = 5;
const RUN: Duration = Duration::from_secs(3);
const CLIENT_PROCESSOR: usize = 0;

fn main() -> Result<()> {
    let arguments: Vec<String> = std::env::args().filter(|argument| argument != "--bench").collect();
    match arguments.iter().map(String::as_str).collect::<Vec<_>>().as_slice() {
        [_, "serve"] => serve(),
        [_, "call", url, in_flight] => {
            let (calls_per_second, cpu_per_call) = call(url, in_flight.parse()?)?;
            println!("{calls_per_second} {cpu_per_call}");
            Ok(())
        }
        _ => compare(),
    }
}

fn compare() -> Result<()> {
    println!("| processors | in flight | wrk, calls/s | cams-roi, calls/s | share | client CPU, µs a call |");
    println!("|---|---|---|---|---|---|");
    for (placement, server_processor) in [("two", 1), ("one", CLIENT_PROCESSOR)] {
        let server = Server::start(server_processor)?;
        for in_flight in [1, 32] {
            let (mut theirs, mut ours, mut shares, mut cpu) =
                (Vec::new(), Vec::new(), Vec::new(), Vec::new());
            for _ in 0..RUNS {
                let wrk = wrk(&server.url, in_flight)?;
                let (calls_per_second, cpu_per_call) = cams_roi(&server.url, in_flight)?;
                theirs.push(wrk);
                ours.push(calls_per_second);
                shares.push(calls_per_second / wrk * 100.0);
                cpu.push(cpu_per_call);
            }
            println!(
                "| {placement} | {in_flight} | {} | {} | {} % | {} |",
                spread(&mut theirs),
                spread(&mut ours),
                spread(&mut shares),
                spread(&mut cpu)
            );
        }
    }
    Ok(())
}

/// The median, and the smallest and largest value.
fn spread(values: &mut [f64]) -> String {
    values.sort_by(f64::total_cmp);
    format!("{:.0} ({:.0}–{:.0})", values[values.len() / 2], values[0], values[values.len() - 1])
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
        let mut process =
            pinned(processor, std::env::current_exe()?).arg("serve").stdout(Stdio::piped()).spawn()?;
        let stdout = process.stdout.take().context("the server has no output")?;
        let mut server = Self { process, url: String::new() };
        let mut address = String::new();
        BufReader::new(stdout).read_line(&mut address)?;
        server.url = format!("http://{}/", address.trim());
        Ok(server)
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}

/// Answers every request with the same bytes, a thread a connection.
fn serve() -> Result<()> {
    let listener = TcpListener::bind("127.0.0.1:0")?;
    println!("{}", listener.local_addr()?);
    for stream in listener.incoming() {
        let stream = stream?;
        std::thread::spawn(move || answer(stream));
    }
    Ok(())
}

fn answer(mut stream: TcpStream) {
    let _ = stream.set_nodelay(true);
    let mut buffer = [0; 16 * 1024];
    let mut filled = 0;
    while let Ok(read @ 1..) = stream.read(&mut buffer[filled..]) {
        filled += read;
        // Neither client sends a body, so a request ends with its head.
        if buffer[..filled].ends_with(b"\r\n\r\n") {
            filled = 0;
            if stream.write_all(REPLY.as_bytes()).is_err() {
                return;
            }
        }
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
        bail!("wrk gave no figure; install it (Debian: apt-get install wrk). It said: {text}{said}")
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
        text.trim().split_once(' ').context("the client gave no figures")?;
    Ok((calls_per_second.parse()?, cpu_per_call.parse()?))
}

/// Calls a second, and microseconds of processor time a call.
fn call(url: &str, in_flight: usize) -> Result<(f64, f64)> {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
    let client = Client::builder()
        .endpoint(url)
        .credentials(Credentials::new("bench-id", "bench-secret"))
        .proxy(Proxy::Direct)
        .rate_limit(RateLimit::Off)
        .build()?;
    let client = &client;
    let call = || client.enable_whatsapp_roi_metric(EnableWhatsappRoiMetric::new().cust_space_id("cams-1"));
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
        Ok((f64::from(calls) / took.as_secs_f64(), cpu / f64::from(calls) * 1e6))
    })
}

/// Seconds of processor time that this thread has used, from the kernel's own account of it.
fn cpu_time() -> Result<f64> {
    let account =
        std::fs::read_to_string("/proc/self/schedstat").context("processor time is read on Linux only")?;
    let nanoseconds = account.split_whitespace().next().context("schedstat is empty")?;
    Ok(nanoseconds.parse::<f64>()? / 1e9)
}
