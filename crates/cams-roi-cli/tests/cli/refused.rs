//! A system that gives no threads, no descriptors, no room: an error with a hint, and never a panic.
#![cfg(target_os = "linux")]

use std::path::PathBuf;
use std::process::Command;
use std::sync::LazyLock;

use crate::support::{Run, Scratch, Service};

/// A library that, loaded before all others, starts no thread.
static NO_THREADS: LazyLock<PathBuf> = LazyLock::new(|| {
    let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR"));
    let source = folder.join("no_threads.c");
    let library = folder.join(format!("no_threads-{}.so", std::process::id()));
    let code = "#include <errno.h>\n#include <pthread.h>\n\
                int pthread_create(pthread_t *t, const pthread_attr_t *a, void *(*f)(void *), void *x) \
                { (void)t; (void)a; (void)f; (void)x; return EAGAIN; }\n";
    std::fs::write(&source, code).unwrap();
    let built =
        Command::new("cc").args(["-shared", "-fPIC", "-o"]).arg(&library).arg(&source).status().unwrap();
    assert!(built.success());
    library
});

fn without_threads(run: Run) -> Run {
    run.env("LD_PRELOAD", NO_THREADS.to_str().unwrap())
}

#[test]
fn without_threads_a_call_to_an_address_works_and_a_name_is_an_error_with_a_hint() {
    let service = Service::with_channels(1);
    let enable = ["enable", "--cust-space-id", "cams-emulator-1", "--max-attempts", "1"];
    without_threads(service.command(enable)).output().exits(0);
    let named = service.command(enable).env("CAMS_ROI_ENDPOINT", "http://nowhere.invalid");
    let ended = without_threads(named).output().exits(5);
    assert!(ended.stderr.contains("the system starts no thread"), "{ended:#?}");
    assert!(ended.stderr.contains("hint: Raise the limit on threads (`ulimit -u`"), "{ended:#?}");
    let socks = service.command(enable).args(["--proxy", "socks5://nowhere.invalid"]);
    let ended = without_threads(socks).output().exits(5);
    assert!(ended.stderr.contains("the system starts no thread"), "{ended:#?}");
}

#[test]
fn without_threads_every_command_ends_without_a_panic() {
    let service = Service::with_channels(1);
    let scratch = Scratch::new();
    let doctor = service.command(["doctor"]).env("CAMS_ROI_ENDPOINT", "http://nowhere.invalid");
    let ended = without_threads(doctor).output().exits(2);
    assert!(
        ended.stdout.contains("FAIL  dns          ConfigurationError: the system starts no thread"),
        "{ended:#?}"
    );
    without_threads(service.command(["doctor"])).output().exits(0);
    let journal = scratch.text("journal");
    let enable = ["enable", "--cust-space-id", "cams-emulator-1", "--journal", &journal];
    // A journal is written by a thread of its own.
    let ended = without_threads(service.command(enable)).output();
    ended.fails_clearly(2, "the system starts no thread", "Raise the limit on threads");
    without_threads(service.command(["call", "ListInstance"])).output().exits(0);
    // The store of metrics is written by a thread of its own, and all before it works.
    let ended = without_threads(Run::new(["demo"])).output().exits(1);
    assert!(ended.stdout.contains("\nall templates: "), "{ended:#?}");
    assert!(ended.stderr.contains("no thread can be started for the store"), "{ended:#?}");
    assert!(ended.stderr.contains("hint: Raise the limit on threads"), "{ended:#?}");
    let emulator = without_threads(Run::new(["emulator", "--exit-with-stdin"])).output();
    emulator.fails_clearly(1, "no thread can be started to read standard input", "ulimit -u");
    // Profiles are files, which are read on a thread.
    let profile = Run::new(["enable", "--cust-space-id", "cams-1", "--endpoint", &service.account.url]);
    let ended = without_threads(profile.args(["--profile", "p"])).output().exits(3);
    assert!(ended.stderr.contains("the system starts no thread"), "{ended:#?}");
}

#[test]
fn without_threads_a_limit_or_a_run_in_redis_is_an_error_with_a_hint() {
    let service = Service::with_channels(1);
    let redis = "redis://127.0.0.1:1/0";
    let run = format!("{redis}/june");
    let enable = ["enable", "--cust-space-id", "cams-emulator-1"];
    let metrics = ["metrics", "--cust-space-id", "cams-emulator-1", "--days", "yesterday", "--output", "csv"];
    for command in [
        service.command(enable).env("CAMS_ROI_SHARED_LIMITS", redis),
        service.command(enable).args(["--journal", &run]),
        service.command(metrics).args(["--journal", &run]),
    ] {
        let ended = without_threads(command).output().exits(2);
        assert!(ended.stderr.contains("no thread can be started for it"), "{ended:#?}");
        assert!(ended.stderr.contains("hint: Raise the limit on threads"), "{ended:#?}");
    }
}

/// Runs the command under a shell that lowers a limit first.
fn limited(limit: &str, run: Run) -> Run {
    run.under(&["sh", "-c", &format!("ulimit {limit}; exec \"$0\" \"$@\"")])
}

#[test]
fn without_descriptors_it_is_an_error_with_a_hint() {
    let service = Service::with_channels(1);
    let enable = || service.command(["enable", "--cust-space-id", "cams-emulator-1", "--max-attempts", "1"]);
    let mut hints = 0;
    for descriptors in 3..24 {
        let ended = limited(&format!("-n {descriptors}"), enable()).output();
        assert!(!ended.stderr.contains("panicked"), "{descriptors}: {ended:#?}");
        if ended.code == Some(0) {
            break;
        }
        hints += usize::from(ended.stderr.contains("hint: Raise the limit on open files (`ulimit -n`)"));
        assert!(matches!(ended.code, Some(2 | 5 | 127)), "{descriptors}: {ended:#?}");
    }
    assert!(hints > 0);
}

#[test]
fn a_file_that_may_not_grow_is_an_error_and_not_the_end() {
    let service = Service::with_channels(1);
    let scratch = Scratch::new();
    let journal = scratch.file("journal", "");
    let enable = service.command(["enable", "--cust-space-id", "cams-emulator-1", "--journal", &journal]);
    let ended = limited("-f 0", enable).output().exits(2);
    let error = format!("error: journal {journal} cannot be written: File too large");
    assert!(ended.stderr.contains(&error), "{ended:#?}");
    let output = std::fs::File::create(scratch.path("output")).unwrap();
    let policy = limited("-f 0", Run::new(["policy"])).stdout(output).output();
    policy.fails_clearly(1, "standard output cannot be written: File too large", "");
}

#[test]
fn a_home_that_is_not_there_and_no_folder_for_temporary_files_do_not_matter() {
    let service = Service::with_channels(1);
    let enable = service.command(["enable", "--cust-space-id", "cams-emulator-1"]);
    enable.env("HOME", "/nonexistent").env("TMPDIR", "/nonexistent").output().exits(0);
    let none = Run::new(["enable", "--cust-space-id", "cams-1", "--endpoint", &service.account.url]);
    let ended = none.env("HOME", "/proc").env("TMPDIR", "/nonexistent").output().exits(3);
    assert!(ended.stderr.contains("no credentials"), "{ended:#?}");
}
