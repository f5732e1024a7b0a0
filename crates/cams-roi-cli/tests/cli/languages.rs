//! Processes of every package and the command that keep one limit and share one run through a Redis server.

use std::collections::{BTreeMap, BTreeSet};
use std::env;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use cams_roi_emulator::{EmulatorOptions, Limits, LogEntry};

use crate::redis_server::RedisServer;
use crate::slow_way::SlowWay;
use crate::support::{ENABLE, Random, Run, Scratch, Service, Started, until};
use crate::workers::{number, run_on};

/// What a process is written in.
#[derive(Clone, Copy, Debug)]
enum Language {
    Rust,
    Python,
    Node,
    Java,
    Command,
}

use Language::{Command, Java, Node, Python, Rust};

impl Language {
    /// A worker with this list.
    fn worker(self, service: &Service, list: &str, per_second: &str, journal: Option<&str>) -> Run {
        let sources = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/languages");
        let run = match self {
            Rust => service.program(&given("CAMS_ROI_TEST_RUST"), &[list, per_second]),
            Python => service
                .program(&given("CAMS_ROI_TEST_PYTHON"), &[])
                .args([&sources.join("worker.py")])
                .args([list, per_second]),
            Node => service
                .program(Path::new("node"), &[])
                .args([&sources.join("worker.cjs"), &given("CAMS_ROI_TEST_NODE_PACKAGE")])
                .args([list, per_second]),
            Java => service
                .program(Path::new("java"), &["-cp"])
                .args([&given("CAMS_ROI_TEST_CLASS_PATH"), &sources.join("Worker.java")])
                .args([list, per_second]),
            Command => {
                let run = service.command(["enable", "--from", list, "--rate-limit", per_second]);
                run.args(journal.map_or(vec![], |_| vec!["--journal"]))
            }
        };
        run.args(journal)
    }
}

/// Where something is that `cargo xtask test` has built.
fn given(variable: &str) -> PathBuf {
    env::var_os(variable).unwrap_or_else(|| panic!("{variable}: cargo xtask test sets it")).into()
}

/// The calls of each process, in a time that began so long after the emulator.
fn calls_of_each(calls: &[LogEntry], each: usize, processes: usize, from: Duration) -> Vec<usize> {
    let mut of_each = vec![0; processes];
    for call in calls.iter().filter(|call| call.received_at >= from) {
        let number: usize = call.parameters["CustSpaceId"].rsplit('-').next().unwrap().parse().unwrap();
        of_each[(number - 1) / each] += 1;
    }
    of_each
}

/// Turns are given in groups, first come first served: in a few seconds not every process need have one.
///
/// With more seconds and with other limits than here, these are measurements: what is printed says how much of the limit was
/// used, and how the least process was served.
#[test]
fn processes_of_every_language_keep_one_limit() {
    const PROCESSES: [Language; 8] = [Rust, Python, Node, Java, Command, Rust, Python, Node];
    let per_second = number("CAMS_ROI_TEST_PER_SECOND", 20);
    let seconds = number("CAMS_ROI_TEST_SECONDS", 6);
    let jitter = number("CAMS_ROI_TEST_JITTER", 80);
    let kills = number("CAMS_ROI_TEST_KILLS", 3);
    let each = per_second * (seconds + 30);
    let limits = Limits::all(u32::try_from(per_second).unwrap());
    let options = EmulatorOptions { channels: PROCESSES.len() * each, limits, ..EmulatorOptions::default() };
    let service = Service::start(options);
    let way = (jitter > 0).then(|| SlowWay::to(service.emulator.address(), i64::try_from(jitter).unwrap()));
    let redis = RedisServer::settled();
    let lists = Scratch::new();
    let mut running: Vec<Started> = (0..PROCESSES.len())
        .map(|process| {
            let first = process * each + 1;
            let ids: Vec<_> = (first..first + each).map(|n| format!("cams-emulator-{n}")).collect();
            let list = lists.file(&process.to_string(), ids.join("\n"));
            let run = PROCESSES[process].worker(&service, &list, &per_second.to_string(), None);
            let run = run.env("CAMS_ROI_SHARED_LIMITS", &redis.url());
            let run = match &way {
                Some(way) => run.env("CAMS_ROI_ENDPOINT", &way.url),
                None => run,
            };
            run.spawn().read()
        })
        .collect();
    let all = Duration::ZERO;
    until("a call of each", || {
        let of_each = calls_of_each(&service.enabling_calls(), each, PROCESSES.len(), all);
        of_each.iter().all(|calls| *calls > 0)
    });
    // From when all are there.
    let before = service.enabling_calls();
    let from = before.last().unwrap().received_at;
    let began = Instant::now();
    let mut random = Random(7);
    let mut killed_at = Vec::new();
    let moments = seconds * 1000 / (kills + 1);
    for kill in 1..=kills {
        let moment = kill * moments + usize::try_from(random.below(400).unsigned_abs()).unwrap();
        until("the moment of a kill", || began.elapsed() >= Duration::from_millis(moment as u64));
        drop(running.remove(0));
        killed_at.push(service.enabling_calls().last().unwrap().received_at);
    }
    let last = Duration::from_secs(seconds as u64);
    until("the end", || began.elapsed() >= last);
    let calls = service.enabling_calls();
    drop(running);
    let in_time: Vec<_> = calls.into_iter().filter(|call| call.received_at < from + last).collect();
    let of_each = calls_of_each(&in_time, each, PROCESSES.len(), from);
    let used: usize = of_each.iter().sum();
    let possible = per_second * seconds;
    let survivors = &of_each[kills..];
    println!(
        "{used} of {possible} calls; of each {PROCESSES:?}: {of_each:?}; least of the survivors: {:?}",
        survivors.iter().min()
    );
    for at in killed_at {
        let after = |from: f64, to: f64| {
            let span = at + Duration::from_secs_f64(from)..at + Duration::from_secs_f64(to);
            in_time.iter().filter(|call| span.contains(&call.received_at)).count()
        };
        println!(
            "a second from kill to kill + 4: {:?}",
            [after(0., 1.), after(1., 2.), after(2., 3.), after(3., 4.)]
        );
    }
    let peak = service.emulator.peak_per_second(ENABLE);
    println!("at most {peak} of {per_second} in any second");
    assert!(peak <= per_second, "{peak} calls in a second");
    let throttled: Vec<_> = in_time.iter().filter(|call| call.status.is_some_and(|it| it != 200)).collect();
    assert!(throttled.is_empty(), "{throttled:#?}");
    let mut times = BTreeMap::new();
    for call in &in_time {
        *times.entry(&call.parameters["CustSpaceId"]).or_insert(0) += 1;
    }
    assert!(times.values().all(|times| *times == 1), "{times:#?}");
}

#[test]
fn workers_of_every_language_share_one_run() {
    const CHANNELS: usize = 80;
    const WORKERS: [Language; 5] = [Rust, Python, Node, Java, Command];
    let options =
        EmulatorOptions { channels: CHANNELS, limits: Limits::all(1000), ..EmulatorOptions::default() };
    let service = Service::start(options);
    let redis = RedisServer::settled();
    let lists = Scratch::new();
    let ids: Vec<_> = (1..=CHANNELS).map(|n| format!("cams-emulator-{n}")).collect();
    let list = lists.file("list", ids.join("\n"));
    let journal = run_on(&redis, "of-every-language");
    // Slow enough that those that start last find something to do.
    let workers =
        WORKERS.map(|language| language.worker(&service, &list, "4", Some(&journal)).spawn().read());
    for (language, worker) in WORKERS.into_iter().zip(workers) {
        let ended = worker.end();
        assert_eq!(ended.code, Some(0), "{language:?}: {ended:#?}");
        let words: BTreeSet<_> =
            ended.stdout.split(|it: char| !it.is_ascii_alphanumeric() && it != '-').collect();
        assert!(ids.iter().all(|id| words.contains(id.as_str())), "{language:?}: {ended:#?}");
    }
    let calls = service.enabling_calls();
    assert_eq!(calls.len(), CHANNELS);
    let called: BTreeSet<_> = calls.iter().map(|call| &call.parameters["CustSpaceId"]).collect();
    assert_eq!(called.len(), CHANNELS);
    let agents: BTreeSet<_> = calls.iter().filter_map(|call| call.user_agent.as_deref()).collect();
    assert!(agents.len() >= 3, "{agents:?}");
}
