//! Several commands at once that keep one limit together through a Redis server, whatever happens to it or to them.

use std::collections::BTreeMap;
use std::time::{Duration, Instant};

use cams_roi_emulator::{EmulatorOptions, Fault, FaultRule, Limits};

use crate::redis_server::RedisServer;
use crate::slow_way::SlowWay;
use crate::support::{ENABLE, Ended, Scratch, Service, Started, until};

/// Commands that enable channels of their own, all for one account.
struct Together {
    service: Service,
    way: SlowWay,
    lists: Scratch,
    per_second: u32,
    each: usize,
    running: Vec<Started>,
}

impl Together {
    fn new(per_second: u32, processes: usize, each: usize) -> Self {
        let limits = Limits::all(per_second);
        let channels = processes * each;
        let service = Service::start(EmulatorOptions { channels, limits, ..EmulatorOptions::default() });
        let way = SlowWay::to(service.emulator.address(), 80);
        Self { service, way, lists: Scratch::new(), per_second, each, running: Vec::new() }
    }

    fn start(&mut self, redis: &str, arguments: &[&str]) {
        let number = self.running.len();
        let first = number * self.each + 1;
        let ids: Vec<_> = (first..first + self.each).map(|n| format!("cams-emulator-{n}")).collect();
        let list = self.lists.file(&number.to_string(), ids.join("\n"));
        let limit = self.per_second.to_string();
        let command = self.service.command(["enable", "--from", &list, "--rate-limit", &limit]);
        let command = command.args(["--output", "json"]).args(arguments);
        let command = command.env("CAMS_ROI_ENDPOINT", &self.way.url).env("CAMS_ROI_SHARED_LIMITS", redis);
        self.running.push(command.spawn());
    }

    fn calls(&self) -> usize {
        self.service.enabling_calls().len()
    }

    fn has_made(&self, calls: usize) {
        until("so many calls", || self.calls() >= calls);
    }

    /// Waits until nothing is called any more, for longer than a call takes.
    fn has_fallen_silent(&self) {
        const LONG: Duration = Duration::from_millis(1500);
        let (mut calls, mut since) = (self.calls(), Instant::now());
        until("an end of the calls", || {
            if self.calls() != calls {
                (calls, since) = (self.calls(), Instant::now());
            }
            since.elapsed() > LONG
        });
    }

    /// Waits for all of them.
    fn end(&mut self) -> Vec<Ended> {
        self.running.drain(..).map(Started::end).collect()
    }

    /// The most calls in any second.
    fn peak(&self) -> u32 {
        u32::try_from(self.service.emulator.peak_per_second(ENABLE)).unwrap()
    }

    fn throttled(&self) -> usize {
        self.service.enabling_calls().iter().filter(|call| call.status != Some(200)).count()
    }

    /// How often each channel was enabled.
    fn enabled(&self) -> BTreeMap<String, usize> {
        let mut times = BTreeMap::new();
        for call in self.service.enabling_calls().iter().filter(|call| call.code.as_deref() == Some("OK")) {
            *times.entry(call.parameters["CustSpaceId"].clone()).or_default() += 1;
        }
        times
    }

    #[track_caller]
    fn kept_the_limit(&self) {
        assert!(self.peak() <= self.per_second, "{} calls in a second", self.peak());
        assert_eq!(self.throttled(), 0);
    }
}

#[test]
fn many_processes_keep_one_limit_and_ask_little() {
    for (per_second, processes, each) in [(5, 4, 8), (50, 5, 60)] {
        let redis = RedisServer::settled();
        let mut together = Together::new(per_second, processes, each);
        for _ in 0..processes {
            together.start(&redis.url(), &[]);
        }
        for ended in together.end() {
            ended.done();
        }
        together.kept_the_limit();
        let enabled = together.enabled();
        assert!(enabled.values().all(|times| *times == 1) && enabled.len() == processes * each);
        let commands = redis.commands();
        assert!(commands <= 4 * processes * each, "{commands} commands for {} calls", processes * each);
    }
}

#[test]
fn the_turns_of_processes_that_are_killed_come_back() {
    let redis = RedisServer::settled();
    let mut together = Together::new(20, 4, 60);
    for _ in 0..4 {
        together.start(&redis.url(), &[]);
    }
    for round in 1..=3 {
        together.has_made(round * 20);
        drop(together.running.remove(0));
    }
    for ended in together.end() {
        ended.done();
    }
    together.kept_the_limit();
    let of_the_last = (181..=240).filter(|n| together.enabled().contains_key(&format!("cams-emulator-{n}")));
    assert_eq!(of_the_last.count(), 60);
}

#[test]
fn a_throttled_answer_stops_all_processes() {
    const ASKED: Duration = Duration::from_secs(3);
    const UNDER_WAY: Duration = Duration::from_secs(1);
    let redis = RedisServer::settled();
    let mut together = Together::new(20, 3, 40);
    for _ in 0..3 {
        together.start(&redis.url(), &[]);
    }
    together.has_made(30);
    let wait = u64::try_from(ASKED.as_millis()).unwrap();
    together.service.emulator.add_faults([FaultRule::once(Fault::throttle(Some(wait)))]).unwrap();
    for ended in together.end() {
        ended.done();
    }
    let calls = together.service.enabling_calls();
    let throttled = calls.iter().find(|call| call.status != Some(200)).unwrap().received_at;
    let meanwhile = throttled + UNDER_WAY..throttled + ASKED;
    assert_eq!(calls.iter().filter(|call| meanwhile.contains(&call.received_at)).count(), 0);
    assert!(together.peak() <= 20);
    assert_eq!(together.enabled().len(), 120);
}

#[test]
fn a_state_that_is_lost_is_made_anew_without_a_call_too_many() {
    let redis = RedisServer::settled();
    let mut together = Together::new(20, 4, 40);
    for _ in 0..4 {
        together.start(&redis.url(), &[]);
    }
    for round in 1..=3 {
        together.has_made(round * 30);
        assert!(redis.ask("FLUSHALL").contains("OK"));
    }
    for ended in together.end() {
        ended.done();
    }
    together.kept_the_limit();
    assert_eq!(together.enabled().len(), 160);
}

#[test]
fn a_server_that_comes_back_empty_is_waited_for_or_done_without() {
    for (what, most) in [("wait", 20), ("local", 4 * 5)] {
        let mut redis = RedisServer::settled();
        let mut together = Together::new(20, 4, 60);
        for _ in 0..4 {
            together.start(&redis.url(), &["--when-unavailable", what, "-v"]);
        }
        together.has_made(40);
        redis.kill();
        let before = together.calls();
        match what {
            // They cannot know when it comes back, so that nothing more than what was under way is called.
            "wait" => together.has_fallen_silent(),
            _ => together.has_made(before + 60),
        }
        let without = together.calls() - before;
        redis.start_again();
        let ended = together.end();
        assert!(what == "local" || without <= 40, "{without} calls without a server");
        for ended in ended {
            let warnings = ended.stderr.matches("does not keep the shared limit").count();
            assert_eq!(warnings, 1, "{ended:#?}");
            ended.done();
        }
        assert!(together.peak() <= most, "{what}: {} calls in a second", together.peak());
        assert_eq!(together.enabled().len(), 240, "{what}");
    }
}

#[test]
fn a_server_that_does_not_reply_for_a_while_holds_nobody_up_for_good() {
    let redis = RedisServer::settled();
    let mut together = Together::new(20, 3, 60);
    for _ in 0..3 {
        together.start(&redis.url(), &["--when-unavailable", "wait"]);
    }
    together.has_made(40);
    redis.ask("CLIENT PAUSE 3000");
    for ended in together.end() {
        ended.done();
    }
    together.kept_the_limit();
    assert_eq!(together.enabled().len(), 180);
}

#[test]
fn who_waits_for_a_server_waits_until_the_deadline() {
    let mut redis = RedisServer::settled();
    let mut together = Together::new(5, 1, 40);
    together.start(&redis.url(), &["--when-unavailable", "wait", "--timeout", "2s"]);
    together.has_made(5);
    redis.kill();
    let ended = together.end().remove(0);
    let last = ended.objects().pop().unwrap();
    let text = last.to_string();
    assert!(text.contains("while waiting for the rate limit: redis://127.0.0.1"), "{text}");
    assert!(text.contains("is away: "), "{text}");
    ended.exits(1);
}

#[test]
fn a_server_that_cannot_be_used_is_told_at_the_start() {
    let service = Service::with_channels(1);
    let enable = |url: &str| {
        let command =
            service.command(["enable", "--cust-space-id", "cams-emulator-1", "--shared-limits", url]);
        command.output()
    };
    let mut gone = RedisServer::start(&[]);
    gone.kill();
    let fails = |url: &str, reason: &str, hint: &str| {
        let ended = enable(url);
        assert!(!ended.stderr.contains("pass-word"), "{ended:#?}");
        let place = url.replace(":pass-word@", "");
        assert!(ended.stderr.contains(&format!("shared_limits: {place} cannot be used: ")), "{ended:#?}");
        assert!(ended.stderr.contains(reason) && ended.stderr.contains(hint), "{ended:#?}");
        assert_eq!(ended.code, Some(2), "{ended:#?}");
    };
    fails(&gone.url(), "onnection refused", "Check that the server runs");
    let closed = RedisServer::start(&["--requirepass", "another"]);
    fails(&closed.url(), "NOAUTH", "Check the user and the password");
    fails(&format!("redis://:pass-word@127.0.0.1:{}", closed.port()), "WRONGPASS", "Check the user");
    let master = RedisServer::start(&[]);
    let replica = RedisServer::start(&["--replicaof", &format!("127.0.0.1 {}", master.port())]);
    until("the replica", || replica.ask("INFO replication").contains("master_link_status:up"));
    fails(&replica.url(), "READONLY", "Give the address of the master");
    let full = RedisServer::start(&["--maxmemory", "1", "--maxmemory-policy", "noeviction"]);
    fails(&full.url(), "OOM", "Give the server more memory");
    assert!(service.enabling_calls().is_empty());
}

#[test]
fn a_location_that_makes_no_sense_names_where_it_was_given() {
    let service = Service::with_channels(1);
    let enable = || service.command(["enable", "--cust-space-id", "cams-emulator-1"]);
    let given = enable().args(["--shared-limits", "http://:pass-word@127.0.0.1"]).output();
    given.fails_clearly(2, "shared_limits begins with \"http\"://, which is not known", "redis://HOST:PORT");
    let variable = enable().env("CAMS_ROI_SHARED_LIMITS", "127.0.0.1:6379").output();
    variable.fails_clearly(2, "CAMS_ROI_SHARED_LIMITS is no URL", "redis://HOST:PORT");
}

#[test]
fn a_server_is_reached_in_every_way() {
    let socket = RedisServer::start(&["--unixsocket", "redis.sock"]);
    let master = RedisServer::start(&["--requirepass", "pass-word"]);
    let node = RedisServer::start(&["--cluster-enabled", "yes"]);
    assert!(node.ask("CLUSTER ADDSLOTSRANGE 0 16383").contains("OK"));
    until("the cluster", || node.ask("CLUSTER INFO").contains("cluster_state:ok"));
    let scratch = Scratch::new();
    let watched =
        format!("sentinel monitor main 127.0.0.1 {} 1\nsentinel auth-pass main pass-word\n", master.port());
    let config = scratch.file("sentinel.conf", watched);
    let sentinel = RedisServer::start_sentinel(&config);
    until("the sentinel", || sentinel.ask("SENTINEL MASTERS").contains("main"));
    let login = "AUTH pass-word\r\n";
    for (url, server, login) in [
        (format!("unix://{}", socket.folder().join("redis.sock").display()), &socket, ""),
        (format!("redis-cluster://127.0.0.1:{}", node.port()), &node, ""),
        (format!("redis-sentinel://:pass-word@127.0.0.1:{}/main", sentinel.port()), &master, login),
        (format!("redis://:pass-word@127.0.0.1:{}/3", master.port()), &master, login),
    ] {
        let service = Service::with_channels(1);
        let command =
            service.command(["enable", "--cust-space-id", "cams-emulator-1", "--shared-limits", &url]);
        command.output().done();
        let runs = server.ask(&format!("{login}INFO commandstats"));
        assert!(runs.contains("cmdstat_evalsha:"), "{url}: {runs}");
    }
}
