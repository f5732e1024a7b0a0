//! Calls a second over loopback beside `wrk`'s, against one server with one fixed answer, in one run.
//!
//! The server is this program again, in a process of its own, so that the client's processor time can be told apart.
//! Runs take turns, so that a machine whose speed drifts treats both alike; medians and ratios are printed.

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

fn main() -> Result<()> {
    match std::env::args().nth(1).as_deref() {
        Some("--serve") => serve(),
        _ => compare(),
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

/// A server that ends with this program.
struct Server(Child);

impl Drop for Server {
    fn drop(&mut self) {
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

fn compare() -> Result<()> {
    let mut child = Command::new(std::env::current_exe()?).arg("--serve").stdout(Stdio::piped()).spawn()?;
    let stdout = child.stdout.take().context("the server has no output")?;
    let server = Server(child);
    let mut address = String::new();
    BufReader::new(stdout).read_line(&mut address)?;
    let url = format!("http://{}/", address.trim());
    println!(
        "| in flight | wrk, calls/s | cams-roi, calls/s | share | client CPU, µs a call |\n|---|---|---|---|---|"
    );
    for in_flight in [1, 32] {
        let (mut theirs, mut ours, mut shares, mut cpu) = (Vec::new(), Vec::new(), Vec::new(), Vec::new());
        for _ in 0..RUNS {
            let wrk = wrk(&url, in_flight)?;
            let (calls_per_second, cpu_per_call) = cams_roi(&url, in_flight)?;
            theirs.push(wrk);
            ours.push(calls_per_second);
            shares.push(calls_per_second / wrk * 100.0);
            cpu.push(cpu_per_call);
        }
        println!(
            "| {in_flight} | {} | {} | {} % | {} |",
            spread(&mut theirs),
            spread(&mut ours),
            spread(&mut shares),
            spread(&mut cpu)
        );
    }
    drop(server);
    Ok(())
}

/// The median, and the smallest and largest value.
fn spread(values: &mut [f64]) -> String {
    values.sort_by(f64::total_cmp);
    format!("{:.0} ({:.0}–{:.0})", values[values.len() / 2], values[0], values[values.len() - 1])
}

fn wrk(url: &str, in_flight: usize) -> Result<f64> {
    let script = std::env::temp_dir().join(format!("post-{}.lua", std::process::id()));
    std::fs::write(
        &script,
        "wrk.method = \"POST\"\nwrk.path = \"/?CustSpaceId=cams-1\"\nwrk.headers[\"content-length\"] = \"0\"\n",
    )?;
    let output = Command::new("wrk")
        .args(["-t1", &format!("-c{in_flight}"), &format!("-d{}s", RUN.as_secs()), "-s"])
        .args([script.as_os_str(), url.as_ref()])
        .output()
        .context("wrk cannot be run: install it (Debian: apt-get install wrk)")?;
    std::fs::remove_file(&script)?;
    let text = String::from_utf8_lossy(&output.stdout);
    let line = text.lines().find_map(|line| line.strip_prefix("Requests/sec:"));
    let Some(line) = line else { bail!("wrk said: {text}{}", String::from_utf8_lossy(&output.stderr)) };
    Ok(line.trim().parse()?)
}

/// Calls a second, and microseconds of processor time a call.
fn cams_roi(url: &str, in_flight: usize) -> Result<(f64, f64)> {
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

/// Seconds of processor time that this process has used, from the kernel's own account of it.
fn cpu_time() -> Result<f64> {
    let nanoseconds =
        std::fs::read_to_string("/proc/self/schedstat").context("processor time is read on Linux only")?;
    let first = nanoseconds.split_whitespace().next().context("schedstat is empty")?;
    Ok(first.parse::<f64>()? / 1e9)
}
