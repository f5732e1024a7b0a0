//! What is wrong with a file.

use cams_roi_store::{Access, Location, Store, StoreErrorKind};

use crate::place::Place;
use crate::suite::{self, ACCOUNT};

fn problem(path: &str, access: Access) -> (StoreErrorKind, String) {
    let error = Store::open(&Location::parse(path).unwrap(), access).unwrap_err();
    assert!(!error.hint().is_empty() && error.to_string().contains(path), "{error}");
    (error.kind(), error.to_string())
}

#[test]
fn what_is_no_store_is_said_and_left_alone() {
    let folder = tempfile::tempdir().unwrap();
    let path = |name: &str| folder.path().join(name).to_str().unwrap().to_owned();
    assert_eq!(problem(&path("missing.db"), Access::Read).0, StoreErrorKind::Missing);
    assert!(!folder.path().join("missing.db").exists());
    assert_eq!(problem(&path("no/folder.db"), Access::Write).0, StoreErrorKind::Unreachable);
    std::fs::write(folder.path().join("text.db"), "a text that is longer than a page's header\n".repeat(99))
        .unwrap();
    assert_eq!(problem(&path("text.db"), Access::Write).0, StoreErrorKind::Schema);
    let other = rusqlite::Connection::open(folder.path().join("other.db")).unwrap();
    other.execute_batch("create table theirs (x)").unwrap();
    drop(other);
    let (kind, message) = problem(&path("other.db"), Access::Write);
    assert!(kind == StoreErrorKind::Schema && message.contains("something else"), "{message}");
}

#[test]
fn a_full_disk_is_said_and_takes_nothing_with_it() {
    let place = Place::file();
    let mut store = place.open();
    let run = suite::begin(&mut store);
    let kept = suite::kept(&mut store, &run, &[suite::template_row(1, 10)]);
    assert_eq!(kept.new, 1);
    let mut pages = 0;
    store
        .query("pragma page_count", &[], |row| {
            pages = row[0].integer().unwrap();
            Ok(())
        })
        .unwrap();
    store.query(&format!("pragma max_page_count = {}", pages + 1), &[], |_| Ok(())).unwrap();
    let rows: Vec<_> = (0..2000).map(|day| suite::template_row(day, 7)).collect();
    let error = store.keep_answers(&run, &[suite::answer(&rows)], suite::at(0)).unwrap_err();
    assert_eq!(error.kind(), StoreErrorKind::Full, "{error}");
    drop(store);
    assert_eq!(suite::sent(&mut place.open(), ACCOUNT), [10]);
}

#[test]
fn a_locked_file_is_said() {
    let place = Place::file();
    drop(place.open());
    let other = rusqlite::Connection::open(place.location.file().unwrap()).unwrap();
    other.execute_batch("begin exclusive").unwrap();
    let mut store = place.open();
    store.query("pragma busy_timeout = 50", &[], |_| Ok(())).unwrap();
    let error = store.begin_run(ACCOUNT, suite::span(0, 1), suite::at(0)).unwrap_err();
    assert_eq!(error.kind(), StoreErrorKind::InUse, "{error}");
}

#[test]
fn many_may_open_and_close_a_file_at_once() {
    for _ in 0..20 {
        let place = Place::file();
        std::thread::scope(|scope| {
            for number in 0..4 {
                let place = &place;
                scope.spawn(move || {
                    for _ in 0..10 {
                        let mut store = place.open();
                        let account = number.to_string();
                        store.begin_run(&account, suite::span(0, 5), suite::at(5)).unwrap();
                    }
                });
            }
        });
    }
}
