//! Several commands that share one run through a Redis server, whatever happens to it or to them.
//!
//! `CAMS_ROI_TEST_CHANNELS` and `CAMS_ROI_TEST_KILLS` make the first two tests larger.

use std::time::Duration;

use serde_json::json;

use crate::redis_server::RedisServer;
use crate::support::{Ended, Random, until};
use crate::workers::{FOREIGN, Workers, number, run_on};

const CHANNELS: &str = "CAMS_ROI_TEST_CHANNELS";
const KILLS: &str = "CAMS_ROI_TEST_KILLS";
/// As run.lua has it.
const LEASE: Duration = Duration::from_secs(15);

/// Every worker gives an outcome for every channel.
#[track_caller]
fn gave_all(ended: &Ended, channels: usize) {
    let outcomes = ended.objects();
    let mut ids: Vec<_> = outcomes.iter().map(|it| it["cust_space_id"].to_string()).collect();
    ids.sort();
    ids.dedup();
    assert_eq!((ids.len(), outcomes.len()), (channels, channels), "{}", ended.stderr);
    let enabled = outcomes.iter().filter(|it| it["status"] == "enabled").count();
    let foreign = outcomes.iter().filter(|it| it["error"]["kind"] == "UnknownResourceOwnerError").count();
    assert_eq!(enabled + foreign, channels);
}

#[test]
fn each_channel_is_called_once_and_every_worker_gives_all() {
    let channels = number(CHANNELS, 120);
    let redis = RedisServer::settled();
    let mut workers = Workers::new(channels).with_foreign();
    let run = run_on(&redis, "june");
    workers.start(4, &run, 20);
    until("a first call", || workers.calls() > 0);
    assert_eq!(workers.progress(&run)["workers"], 4);
    let ended = workers.end();
    let (mut own, mut each) = (0, Vec::new());
    for ended in ended {
        gave_all(&ended, channels + 1);
        let outcomes = ended.objects();
        let called = outcomes.iter().filter(|it| it["resumed"] == false && it["status"] == "enabled").count();
        own += called;
        each.push(called);
        ended.exits(1);
    }
    assert_eq!(own, channels);
    assert!(each.iter().all(|called| *called > 0), "{each:?}");
    workers.called_each_once(channels + 1);
    let progress = json!({
        "journal": run, "kind": "enabling", "done": channels, "failed": 1, "workers": 0, "lines": channels + 1,
    });
    assert_eq!(workers.progress(&run), progress);

    // A later run calls again what failed, and that alone.
    workers.service.emulator.clear_log();
    let later = workers.command(&run, 20).output();
    gave_all(&later, channels + 1);
    let calls = workers.calls_of_each();
    assert_eq!(calls.keys().collect::<Vec<_>>(), [FOREIGN]);
}

#[test]
fn what_killed_workers_had_is_taken_up_and_nothing_is_lost() {
    let (channels, kills) = (number(CHANNELS, 160), number(KILLS, 5));
    let seed = std::process::id().into();
    let mut random = Random(seed);
    let redis = RedisServer::settled();
    let mut workers = Workers::new(channels);
    let run = run_on(&redis, "june");
    workers.start(4, &run, 10);
    for kill in 1..=kills {
        workers.have_made(kill * channels / (kills + 1));
        let victim = usize::try_from(random.below(4)).unwrap();
        drop(workers.running.remove(victim));
        workers.start(1, &run, 10);
    }
    for ended in workers.end() {
        gave_all(&ended, channels);
        ended.done();
    }
    workers.called_none_after_its_success(&run);
    let twice = workers.calls() - channels;
    println!("seed {seed}: {kills} kills, {twice} calls that had not been recorded were made again");
    assert!(twice <= kills * 10, "{twice} calls made again");
}

#[test]
fn a_worker_that_wakes_up_after_its_lease_calls_nothing_that_others_have() {
    let redis = RedisServer::settled();
    let mut workers = Workers::new(60);
    let run = run_on(&redis, "june");
    workers.start(1, &run, 2);
    workers.have_made(2);
    let sleeper = workers.running[0].child.id().to_string();
    let signal = |name: &str| {
        assert!(std::process::Command::new("kill").args([name, &sleeper]).status().unwrap().success());
    };
    signal("-STOP");
    workers.start(2, &run, 10);
    let others: Vec<_> = workers.running.drain(1..).collect();
    for other in others {
        let ended = other.end();
        gave_all(&ended, 60);
        ended.done();
    }
    let calls = workers.calls();
    signal("-CONT");
    let ended = workers.end().remove(0);
    gave_all(&ended, 60);
    ended.done();
    assert_eq!(workers.calls(), calls, "it called what others had called");
    assert_eq!(workers.progress(&run)["done"], 60);
}

#[test]
fn workers_write_back_what_the_server_has_lost() {
    let redis = RedisServer::settled();
    let mut workers = Workers::new(120);
    let run = run_on(&redis, "june");
    workers.start(4, &run, 10);
    for round in 1..=2 {
        workers.have_made(round * 30);
        assert!(redis.ask("FLUSHALL").contains("OK"));
    }
    // One that comes new does not know that anything was lost.
    workers.start(1, &run, 10);
    for ended in workers.end() {
        gave_all(&ended, 120);
        ended.done();
    }
    workers.called_each_once(120);
    assert_eq!(workers.exported(&run).lines().count(), 120);
}

#[test]
fn a_server_that_is_away_for_a_while_and_comes_back_empty_costs_time_alone() {
    let mut redis = RedisServer::settled();
    let mut workers = Workers::new(150);
    let run = run_on(&redis, "june");
    for _ in 0..4 {
        let worker = workers.command(&run, 10).args(["-v"]).spawn();
        workers.running.push(worker);
    }
    workers.have_made(40);
    redis.kill();
    std::thread::sleep(Duration::from_secs(10));
    let without = workers.calls();
    redis.start_again();
    let ended = workers.end();
    assert!(without < 100, "{without} calls, of which 40 were made with a server");
    for ended in ended {
        gave_all(&ended, 150);
        let (away, back) = ("Redis is away: what is claimed", "Redis is back");
        let said = [away, back].map(|text| ended.stderr.matches(text).count());
        assert_eq!(said, [1, 1], "{}", ended.stderr);
        ended.done();
    }
    workers.called_each_once(150);
}

#[test]
fn a_server_that_does_not_reply_for_a_while_changes_nothing() {
    let redis = RedisServer::settled();
    let mut workers = Workers::new(120);
    let run = run_on(&redis, "june");
    workers.start(4, &run, 10);
    workers.have_made(40);
    redis.ask("CLIENT PAUSE 3000");
    for ended in workers.end() {
        gave_all(&ended, 120);
        assert_eq!(ended.stderr, "");
        ended.done();
    }
    workers.called_each_once(120);
}

#[test]
fn a_server_that_is_gone_for_good_ends_the_run_with_its_error_last() {
    let mut redis = RedisServer::settled();
    let mut workers = Workers::new(200);
    let run = run_on(&redis, "june");
    workers.start(2, &run, 5);
    workers.have_made(20);
    redis.kill();
    let mut given = 0;
    for ended in workers.end() {
        let lines: Vec<_> = ended.stderr.lines().filter(|line| line.contains("\"kind\"")).collect();
        assert_eq!(lines.len(), 1, "{ended:#?}");
        assert!(lines[0].contains("cannot be written: Redis is away for 60 seconds"), "{ended:#?}");
        given += ended.objects().iter().filter(|it| it["resumed"] == false).count();
        ended.exits(2);
    }
    assert_eq!(given, workers.calls(), "every call that ended is given");
    workers.called_each_once(given);
}

#[test]
fn a_worker_whose_clock_is_wrong_is_one_like_the_others() {
    let redis = RedisServer::settled();
    let mut workers = Workers::new(100);
    let run = run_on(&redis, "june");
    workers.start(2, &run, 10);
    for shift in ["+300s", "-300s"] {
        let wrong = workers.command(&run, 10).env("FAKETIME_DONT_FAKE_MONOTONIC", "1");
        let wrong = wrong.under(&["faketime", "-f", shift]).spawn();
        workers.running.push(wrong);
    }
    workers.have_made(30);
    drop(workers.running.remove(0));
    for ended in workers.end() {
        gave_all(&ended, 100);
        let called = ended.objects().iter().filter(|it| it["resumed"] == false).count();
        assert!(called > 0, "{ended:#?}");
        ended.done();
    }
    workers.called_none_after_its_success(&run);
}

#[test]
fn a_late_worker_takes_up_what_a_dead_one_had_after_its_lease() {
    let redis = RedisServer::settled();
    let mut workers = Workers::new(12);
    let run = run_on(&redis, "june");
    workers.start(1, &run, 2);
    workers.have_made(2);
    let killed = std::time::Instant::now();
    drop(workers.running.remove(0));
    workers.command(&run, 50).output().done();
    assert!(
        killed.elapsed() + Duration::from_secs(5) > LEASE,
        "what it had was taken before its lease was over"
    );
    workers.called_none_after_its_success(&run);
}
