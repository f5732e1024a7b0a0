//! Journals that are runs in Redis: how they are given, what is refused, how they become files and files become them.

use std::collections::BTreeSet;

use serde_json::Value;

use crate::redis_server::RedisServer;
use crate::support::{Scratch, Service, id_list, until};
use crate::workers::{Workers, run_on};

#[test]
fn a_file_goes_on_as_a_shared_run_and_comes_out_as_it_went_in() {
    let redis = RedisServer::settled();
    let workers = Workers::new(20).with_foreign();
    let list = workers.files.text("list");
    workers.files.file("list", format!("cams-of-nobody\n{}", id_list(8)));
    let file = workers.files.text("file.journal");
    workers.command(&file, 50).output().exits(1);
    let before = std::fs::read_to_string(&file).unwrap();
    assert_eq!(before.lines().count(), 9);
    let run = run_on(&redis, "june");
    let said = workers.journal(&["import", &file, &run]).output().done().stderr;
    assert!(said.contains(&format!("9 lines added to {run}")), "{said}");
    assert_eq!(workers.exported(&run), before);
    let again = workers.journal(&["import", &file, &run]).output().done().stderr;
    assert!(again.contains("0 lines added"), "{again}");

    // It goes on from there: what is enabled is not called, what failed is.
    std::fs::write(&list, format!("cams-of-nobody\n{}", id_list(20))).unwrap();
    workers.service.emulator.clear_log();
    workers.command(&run, 50).output().exits(1);
    workers.called_each_once(13);
    let after = workers.exported(&run);
    assert!(after.starts_with(&before) && after.lines().count() == 9 + 13, "{after}");

    // And the other way round.
    let exported = workers.files.text("exported.journal");
    workers.journal(&["export", &run, "--output", &exported]).output().done();
    assert_eq!(std::fs::read_to_string(&exported).unwrap(), after);
    let other = run_on(&redis, "july");
    workers.journal(&["import", &exported, &other]).output().done();
    assert_eq!(workers.exported(&other), after);
    workers.service.emulator.clear_log();
    workers.command(&exported, 50).output().exits(1);
    workers.called_each_once(1);
}

#[test]
fn queries_are_shared_and_each_row_comes_once() {
    let redis = RedisServer::settled();
    let workers = Workers::new(12);
    let run = run_on(&redis, "metrics");
    workers.service.command(["enable", "--all", "--rate-limit", "500"]).output().done();
    let metrics = || {
        let command = workers.service.command(["metrics", "--all", "--days", "2026-10-01..2026-10-20"]);
        command.args(["--days-per-query", "5", "--output", "json", "--rate-limit", "20"])
    };
    let queries = || {
        let log = workers.service.emulator.log();
        let of_metrics =
            log.into_iter().filter(|it| it.action.as_deref().is_some_and(|it| it.ends_with("Metric")));
        of_metrics.map(|it| format!("{:?}", it.parameters)).collect::<Vec<_>>()
    };
    workers.service.emulator.clear_log();
    let lone: BTreeSet<_> = metrics().output().done().stdout.lines().map(str::to_owned).collect();
    let asked_alone: BTreeSet<_> = queries().into_iter().collect();
    workers.service.emulator.clear_log();
    let running: Vec<_> = (0..3).map(|_| metrics().args(["--journal", &run]).spawn()).collect();
    let mut rows: Vec<String> = Vec::new();
    for started in running {
        rows.extend(started.end().done().stdout.lines().map(str::to_owned));
    }
    let asked = queries();
    assert_eq!(asked.len(), asked_alone.len(), "each query is asked once");
    assert_eq!(asked.into_iter().collect::<BTreeSet<_>>(), asked_alone);
    assert_eq!(rows.len(), lone.len(), "each row comes once");
    assert_eq!(rows.into_iter().collect::<BTreeSet<_>>(), lone);
    let progress = workers.progress(&run);
    assert_eq!(
        (&progress["kind"], &progress["done"]),
        (&Value::from("collecting"), &asked_alone.len().into())
    );

    workers.service.emulator.clear_log();
    let later = metrics().args(["--journal", &run]).output().done();
    assert!(later.stdout.is_empty() && queries().is_empty(), "{later:#?}");
    let enabling = workers.command(&run, 20).output().exits(2);
    assert!(enabling.stderr.contains("is not a journal of this command"), "{enabling:#?}");
}

#[test]
fn workers_with_other_settings_are_refused_while_others_are_at_it() {
    let redis = RedisServer::settled();
    let mut workers = Workers::new(30);
    let run = run_on(&redis, "june");
    workers.start(1, &run, 5);
    workers.have_made(2);
    let other = workers.command(&run, 5).args(["--isv-code", "hidden-code"]).output().exits(2);
    assert!(other.stderr.contains("is in use by a run with other settings"), "{other:#?}");
    assert!(other.stderr.contains("no ISV code") && !other.stderr.contains("hidden-code"), "{other:#?}");
    for ended in workers.end() {
        ended.done();
    }
    workers.called_each_once(30);
    // A later run may have others.
    workers.command(&run, 5).args(["--isv-code", "hidden-code"]).output().done();
}

#[test]
fn a_server_that_cannot_be_used_is_told_at_the_start() {
    let workers = Workers::new(1);
    let mut gone = RedisServer::start(&[]);
    gone.kill();
    let fails = |url: &str, reason: &str, hint: &str| {
        let ended = workers.command(url, 5).output();
        assert!(!ended.stderr.contains("pass-word"), "{ended:#?}");
        assert!(ended.stderr.contains("journal: redis://127.0.0.1"), "{ended:#?}");
        assert!(ended.stderr.contains(reason) && ended.stderr.contains(hint), "{ended:#?}");
        assert_eq!((ended.code, ended.stdout.as_str()), (Some(2), ""), "{ended:#?}");
    };
    fails(&run_on(&gone, "june"), "onnection refused", "Check that the server runs");
    let closed = RedisServer::start(&["--requirepass", "another"]);
    let url = format!("redis://:pass-word@127.0.0.1:{}/june", closed.port());
    fails(&url, "WRONGPASS", "Check the user and the password");
    let master = RedisServer::start(&[]);
    let replica = RedisServer::start(&["--replicaof", &format!("127.0.0.1 {}", master.port())]);
    until("the replica", || replica.ask("INFO replication").contains("master_link_status:up"));
    fails(&run_on(&replica, "june"), "READONLY", "Give the address of the master");
    let full = RedisServer::start(&["--maxmemory", "1", "--maxmemory-policy", "noeviction"]);
    fails(&run_on(&full, "june"), "OOM", "Give the server more memory");
    assert_eq!(workers.calls(), 0);
}

#[test]
fn what_is_no_run_is_refused_with_what_to_give() {
    let service = Service::with_channels(1);
    let scratch = Scratch::new();
    let text = scratch.file("text", "cams-1\n");
    let redis = RedisServer::start(&[]);
    let run = run_on(&redis, "june");
    let enable = |url: &str| {
        service.command(["enable", "--cust-space-id", "cams-emulator-1", "--journal", url]).output()
    };
    let hint = "redis://HOST:PORT/DB/NAME";
    enable("redis://:pass-word@127.0.0.1/1").fails_clearly(2, "journal names no run", hint);
    enable("http://127.0.0.1/june").fails_clearly(2, "journal begins with \"http\"://", hint);
    enable("redis://127.0.0.1/a{b").fails_clearly(2, "other characters than letters", hint);
    let journal = |arguments: &[&str]| service.command([&["journal"], arguments].concat()).output();
    journal(&["show", &run]).fails_clearly(2, "there is no such run", "Check the database and the name");
    journal(&["export", &text]).fails_clearly(2, "journal is a file", hint);
    journal(&["import", &text, &run]).fails_clearly(2, "the file is no journal", "Give the journal of a run");
    assert!(redis.ask("DBSIZE").contains(":0"), "nothing was written");
    assert!(service.enabling_calls().is_empty());
}

#[test]
fn a_run_is_reached_in_every_way() {
    let socket = RedisServer::start(&["--unixsocket", "redis.sock"]);
    let node = RedisServer::start(&["--cluster-enabled", "yes"]);
    assert!(node.ask("CLUSTER ADDSLOTSRANGE 0 16383").contains("OK"));
    until("the cluster", || node.ask("CLUSTER INFO").contains("cluster_state:ok"));
    let workers = Workers::new(3);
    for url in [
        format!("unix://{}/june", socket.folder().join("redis.sock").display()),
        format!("redis-cluster://127.0.0.1:{}/june", node.port()),
    ] {
        workers.service.emulator.clear_log();
        workers.command(&url, 50).output().done();
        workers.called_each_once(3);
        assert_eq!(workers.progress(&url)["done"], 3, "{url}");
    }
}
