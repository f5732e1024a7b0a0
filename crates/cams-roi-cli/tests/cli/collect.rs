//! `collect` into both databases.

use std::path::PathBuf;
use std::time::Duration;

use cams_roi_emulator::{Case, EmulatorOptions, Fault, FaultRule, Limits, LogEntry, Totals, TotalsQuery};
use cams_roi_store::{Access, KeptRow, Location, RowFilter, Store};
use serde_json::Value;

use crate::support::{Ended, Run, Scratch, Service, until};

const DAY: Duration = Duration::from_secs(24 * 3600);
const DAY_MS: i64 = 24 * 3600 * 1000;

/// A service whose channels were enabled ten days ago; and where the days begin that have passed since.
pub(crate) struct Past {
    pub(crate) service: Service,
    pub(crate) first_ms: i64,
}

impl Past {
    pub(crate) fn new(channels: usize, late_days: u32) -> Self {
        Self::with_numbers(channels, late_days, 1)
    }

    fn with_numbers(channels: usize, late_days: u32, phone_numbers: usize) -> Self {
        let now = "2026-10-01T00:00:00Z".parse().unwrap();
        let service = Service::start(EmulatorOptions {
            channels,
            late_days,
            phone_numbers,
            now: Some(now),
            limits: Limits { enabled: false, ..Limits::default() },
            ..EmulatorOptions::default()
        });
        service.command(["enable", "--all", "--rate-limit", "off"]).output().done();
        let past = Self { service, first_ms: now.as_millisecond() };
        past.advance(10);
        past
    }

    pub(crate) fn advance(&self, days: u32) {
        self.service.emulator.advance(DAY * days).unwrap();
    }

    /// The day that it is there.
    fn today(&self) -> String {
        self.service.emulator.now().strftime("%Y-%m-%d").to_string()
    }

    pub(crate) fn collect(&self, store: &str, more: &[&str]) -> Run {
        self.collect_as("test", store).args(more)
    }

    fn collect_as(&self, account: &str, store: &str) -> Run {
        let arguments = ["collect", "--account", account, "--store", store, "--rate-limit", "off", "--until"];
        self.service.command(arguments).args([self.today()])
    }

    /// What all rows of whole days add up to.
    pub(crate) fn totals(&self) -> Totals {
        let now_ms = self.service.emulator.now().as_millisecond();
        let end = now_ms - now_ms.rem_euclid(DAY_MS);
        self.service.emulator.totals(&TotalsQuery::new(self.first_ms, end)).unwrap()
    }
}

fn rows(store: &str) -> Vec<KeptRow> {
    let mut rows = Vec::new();
    let mut store = Store::open(&Location::parse(store).unwrap(), Access::Read).unwrap();
    store
        .each_row(&RowFilter::default(), |row| {
            rows.push(row);
            Ok(())
        })
        .unwrap();
    rows
}

/// The store has each row that the service has, once.
#[track_caller]
pub(crate) fn assert_has_all(store: &str, totals: &Totals) {
    let rows = rows(store);
    let of = |is_template: bool| {
        let rows = rows.iter().filter(move |row| row.row.template_code.is_empty() != is_template);
        rows.fold((0, 0, 0, 0), |sum, row| {
            let row = &row.row;
            (
                sum.0 + 1,
                sum.1 + row.sent_count.unsigned_abs(),
                sum.2 + row.read_count.unwrap_or_default().unsigned_abs(),
                sum.3 + row.click_count().unwrap_or_default().unsigned_abs(),
            )
        })
    };
    let (numbers, templates) = (&totals.phone_number_metrics, &totals.template_metrics);
    assert_eq!(of(false), (numbers.rows, numbers.sent, 0, 0));
    let clicks = templates.clicks.values().sum();
    assert_eq!(of(true), (templates.rows, templates.sent, templates.read, clicks));
}

fn summary(ended: &Ended) -> Value {
    ended.objects().pop().unwrap()
}

/// A store of its own for a test: a file, or a database.
pub(crate) struct Kept {
    pub(crate) store: String,
    _scratch: Scratch,
}

impl Kept {
    pub(crate) fn file() -> Self {
        let scratch = Scratch::new();
        Self { store: scratch.text("store.db"), _scratch: scratch }
    }

    #[cfg(feature = "test-postgres")]
    pub(crate) fn database() -> Self {
        use std::sync::atomic::{AtomicU32, Ordering};
        static COUNT: AtomicU32 = AtomicU32::new(0);
        let url = std::env::var("CAMS_ROI_TEST_POSTGRES").expect("cargo xtask test --only store sets it");
        let name = format!("collect_{}_{}", std::process::id(), COUNT.fetch_add(1, Ordering::Relaxed));
        let server = Location::parse(&url).unwrap();
        let mut server = Store::open(&server, Access::Write).unwrap();
        server.query(&format!("create database {name}"), &[], |_| Ok(())).unwrap();
        let (server, _) = url.rsplit_once('/').unwrap();
        Self { store: format!("{server}/{name}"), _scratch: Scratch::new() }
    }
}

macro_rules! for_both {
    ($($test:ident),* $(,)?) => {
        mod sqlite {
            $(#[test]
            fn $test() {
                super::$test($crate::collect::Kept::file);
            })*
        }

        #[cfg(feature = "test-postgres")]
        mod postgres {
            $(#[test]
            fn $test() {
                super::$test($crate::collect::Kept::database);
            })*
        }
    };
}

pub(crate) use for_both;

for_both!(
    what_is_missing_is_asked_for_and_corrections_replace,
    of_two_at_once_the_second_says_so,
    two_accounts_share_a_store,
    what_failed_is_asked_for_again,
    channels_are_asked_about_while_others_are_listed,
);

fn what_is_missing_is_asked_for_and_corrections_replace(place: fn() -> Kept) {
    let (past, kept) = (Past::new(3, 3), place());
    let store = &kept.store;
    let first = summary(&past.collect(store, &["--output", "json"]).output().done());
    let totals = past.totals();
    let all = totals.phone_number_metrics.rows + totals.template_metrics.rows;
    assert_eq!(first["new_rows"], all);
    assert_eq!((&first["changed_rows"], &first["failed"]), (&Value::from(0), &Value::from(0)));
    assert_has_all(store, &totals);
    // The same day again: nothing is new, nothing has changed.
    let again = summary(&past.collect(store, &["--output", "json"]).output().done());
    assert_eq!((&again["new_rows"], &again["changed_rows"]), (&Value::from(0), &Value::from(0)));
    // A day later: a new day, and the two young ones have grown.
    past.advance(1);
    let later = past.collect(store, &[]).output().done();
    let totals = past.totals();
    assert_has_all(store, &totals);
    let each_day = all / 10;
    let said = format!("{each_day} new, {} corrected, ", 2 * each_day);
    assert!(later.stdout.contains(&said) && later.stdout.contains("of 4 channels"), "{said} {later:?}");
    let rows = rows(store);
    assert!(rows.iter().all(|row| (0..=1).contains(&row.revisions)));
    assert_eq!(rows.iter().filter(|row| row.revisions == 1).count() as u64, 2 * each_day);
    assert!(rows.iter().all(|row| !row.channel_name.is_empty()));
    // After a pause of a month, days that were young when they were last asked for are asked for again.
    past.advance(20);
    past.collect(store, &[]).output().done();
    assert_has_all(store, &past.totals());
    let dry = past.collect(store, &["--dry-run"]).output().done();
    assert!(dry.stdout.contains("would be asked"), "{dry:?}");
    // What was kept is reported and exported.
    let report = ["report", "--store", store, "--until", &past.today(), "--output", "text"];
    let said = Run::new(report).output().done().stdout;
    assert!(said.contains("all marketing templates") && !said.contains("no metrics"), "{said}");
    let exported = Run::new(["export", "--store", store, "--output", "-"]).output().done().stdout;
    assert_eq!(exported.lines().count(), 1 + self::rows(store).len());
}

fn of_two_at_once_the_second_says_so(place: fn() -> Kept) {
    let (past, kept) = (Past::new(2, 0), place());
    let slow = FaultRule::once(Fault::Delay { ms: 2000 }).on_action("QueryChatappPhoneNumbers");
    past.service.emulator.add_faults([slow]).unwrap();
    let first = past.collect(&kept.store, &[]).spawn();
    until("the first run's call", || {
        let log = past.service.emulator.log();
        log.iter().any(|entry| entry.action.as_deref() == Some("ListChatappTemplate"))
    });
    past.collect(&kept.store, &[]).output().fails_clearly(2, "another run collects for test", "Wait until");
    assert_eq!(first.end().code, Some(0));
    assert_has_all(&kept.store, &past.totals());
    past.collect(&kept.store, &[]).output().done();
}

fn two_accounts_share_a_store(place: fn() -> Kept) {
    let (one, other, kept) = (Past::new(4, 0), Past::new(6, 0), place());
    let runs = [one.collect(&kept.store, &[]), other.collect_as("other", &kept.store)];
    for run in runs.map(Run::spawn) {
        assert_eq!(run.end().code, Some(0));
    }
    let rows = rows(&kept.store);
    for (account, past) in [("test", one), ("other", other)] {
        let totals = past.totals();
        let expected = totals.phone_number_metrics.rows + totals.template_metrics.rows;
        assert_eq!(rows.iter().filter(|row| row.account == account).count() as u64, expected);
    }
    // Both have channels of the same names, as one account has under two names.
    let report = Run::new(["report", "--store", &kept.store, "--output", "text"]).output().done();
    assert!(report.stderr.contains("for the accounts \"other\" and \"test\""), "{report:?}");
    let of_one = ["report", "--store", &kept.store, "--output", "text", "--account", "test"];
    assert!(!Run::new(of_one).output().done().stderr.contains("note:"));
}

fn channels_are_asked_about_while_others_are_listed(place: fn() -> Kept) {
    // More channels than are listed at once.
    let (past, kept) = (Past::new(60, 0), place());
    past.service.emulator.clear_log();
    past.collect(&kept.store, &[]).output().done();
    let log = past.service.emulator.log();
    let is = |action: &'static str| move |entry: &LogEntry| entry.action.as_deref() == Some(action);
    let last_listed = log.iter().rposition(is("ListChatappTemplate")).unwrap();
    let first_asked = log.iter().position(is("GetChatappTemplateMetric")).unwrap();
    assert!(first_asked < last_listed, "{first_asked} {last_listed}");
    assert_has_all(&kept.store, &past.totals());
}

fn what_failed_is_asked_for_again(place: fn() -> Kept) {
    let (past, kept) = (Past::new(2, 0), place());
    let fault = FaultRule::once(Fault::Error {
        status: 400,
        code: "Product.Broken".to_owned(),
        message: None,
        headers: Vec::new(),
        access_denied_detail: None,
        case: Case::default(),
        format: None,
    });
    past.service.emulator.add_faults([fault.on_action("GetChatappTemplateMetric")]).unwrap();
    let failed = past.collect(&kept.store, &["--output", "json"]).output().exits(1);
    assert_eq!(summary(&failed)["failed"], 1);
    assert_eq!(failed.objects()[0]["error"]["code"], "Product.Broken", "{failed:?}");
    let again = past.collect(&kept.store, &["--output", "json"]).output().done();
    assert!(summary(&again)["new_rows"].as_i64() > Some(0));
    assert_has_all(&kept.store, &past.totals());
}

#[test]
fn each_phone_number_is_asked_for_again_by_itself() {
    let (past, kept) = (Past::with_numbers(1, 0, 2), Kept::file());
    // The first query of a number is answered, the second one is not.
    let second = FaultRule::once(Fault::error(400, "Product.Broken")).after(1);
    past.service.emulator.add_faults([second.on_action("GetChatappPhoneNumberMetric")]).unwrap();
    let failed = past.collect(&kept.store, &["--all", "--output", "json"]).output().exits(1);
    assert!(failed.objects()[0]["phone_number"].is_string(), "{failed:?}");
    past.collect(&kept.store, &["--all"]).output().done();
    assert_has_all(&kept.store, &past.totals());
}

#[test]
fn a_denied_channel_does_not_end_it() {
    let (past, kept) = (Past::new(3, 0), Kept::file());
    let denied = FaultRule::always(Fault::error(403, "Ram.PermissionDeny"));
    past.service.emulator.add_faults([denied.on_channel("cams-emulator-2")]).unwrap();
    let ended = past.collect(&kept.store, &["--all", "--output", "json"]).output().exits(1);
    assert_eq!(summary(&ended)["failed"], 2, "{ended:?}");
    let channels: std::collections::BTreeSet<_> =
        rows(&kept.store).into_iter().map(|it| it.row.cust_space_id).collect();
    assert_eq!(channels.len(), 3, "{channels:?}");
}

#[test]
fn a_store_that_is_none_is_said_in_one_line() {
    let past = Past::new(1, 0);
    let scratch = Scratch::new();
    let text = scratch.file("text.db", "no database at all, and longer than a header".repeat(9));
    past.collect(&text, &[]).output().fails_clearly(2, "is no SQLite database", "--store");
    past.collect("mysql://db/roi", &[]).output().fails_clearly(2, "mysql://", "postgres://");
    past.collect("postgres://u:secret@127.0.0.1:1/roi", &[]).output().fails_clearly(1, "127.0.0.1:1", "port");
    past.collect(&scratch.text("no/folder.db"), &[]).output().fails_clearly(1, "cannot be opened", "folder");
    let none: PathBuf = scratch.path("none.db");
    past.collect(&scratch.text("none.db"), &["--dry-run"]).output().done();
    assert!(!none.exists());
    past.collect(&text, &["--since", "0d"]).output().fails_clearly(2, "--since", "1d");
}

#[test]
fn any_name_of_a_file_will_do() {
    let (past, scratch) = (Past::new(1, 0), Scratch::new());
    let store = scratch.text("a b%20ü'\"?#.db");
    past.collect(&store, &[]).output().done();
    assert_has_all(&store, &past.totals());
    let exported =
        Run::new(["export", "--store", &format!("sqlite:{store}"), "--output", "-"]).output().done();
    assert_eq!(exported.stdout.lines().count(), 1 + rows(&store).len());
}

/// The files may grow no further, as on a disk that is full.
#[cfg(unix)]
#[test]
fn a_limit_on_files_is_said_and_takes_nothing_with_it() {
    let (past, kept) = (Past::new(12, 0), Kept::file());
    let limit = "trap '' XFSZ; ulimit -f 200; exec \"$0\" \"$@\"";
    let limited = past.collect(&kept.store, &[]).under(&["sh", "-c", limit]);
    limited.output().fails_clearly(1, "could not be read or written", "ulimit");
    past.collect(&kept.store, &[]).output().done();
    assert_has_all(&kept.store, &past.totals());
}

#[cfg(target_os = "linux")]
#[test]
fn a_folder_that_may_not_be_written_is_said() {
    use std::fs::{Permissions, create_dir, metadata, set_permissions};
    use std::os::unix::fs::{MetadataExt as _, PermissionsExt as _};
    let (past, scratch) = (Past::new(1, 0), Scratch::new());
    let folder = scratch.path("closed");
    create_dir(&folder).unwrap();
    let store = scratch.text("closed/kept.db");
    past.collect(&store, &[]).output().done();
    // It was closed, so that nothing of it is in another file.
    assert!(!scratch.path("closed/kept.db-wal").exists());
    set_permissions(&folder, Permissions::from_mode(0o555)).unwrap();
    // Nothing is closed to an administrator, unless that right is given up.
    let is_root = metadata(&folder).unwrap().uid() == 0;
    let give_up = ["setpriv", "--bounding-set=-dac_override,-dac_read_search"];
    let run = |run: Run| if is_root { run.under(&give_up).output() } else { run.output() };
    let new = scratch.text("closed/new.db");
    run(past.collect(&new, &[])).fails_clearly(1, "cannot be opened", "write into it");
    run(past.collect(&store, &[])).fails_clearly(1, "kept.db", "writ");
    run(Run::new(["report", "--store", &store, "--output", "text"])).fails_clearly(1, "kept.db", "writ");
    set_permissions(&folder, Permissions::from_mode(0o755)).unwrap();
    past.collect(&store, &[]).output().done();
}
