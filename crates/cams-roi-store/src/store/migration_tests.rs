//! A schema that comes of several steps: there is but one so far, so that these bring more of their own.

use super::*;

/// Two steps more; the second one needs the first.
const MORE: [&str; 2] = [
    "alter table channels add column note text not null default 'none';",
    "update channels set note = 'noted' where note = 'none'; create table notes (day {time} not null primary key){table_options};",
];
const WRONG: &str = "create table more (x {count}); select no_such_column from channels;";

fn steps(more: &[&'static str]) -> Vec<&'static str> {
    STEPS.iter().chain(more).copied().collect()
}

fn texts(store: &mut Store, sql: &str) -> Vec<String> {
    let mut texts = Vec::new();
    store
        .query(sql, &[], |row| {
            texts.push(row[0].text().to_owned());
            Ok(())
        })
        .unwrap();
    texts
}

fn an_older_store_takes_the_steps_it_lacks(location: &Location) {
    let open = |access, more: &[&'static str]| Store::open_with(location, access, &steps(more));
    let version = || open(Access::Write, &[]).unwrap_err().to_string();
    let channel = crate::ChannelName { cust_space_id: "cams-1".to_owned(), ..Default::default() };
    let mut old = open(Access::Write, &[]).unwrap();
    old.keep_channels("test", &[channel], jiff::Timestamp::UNIX_EPOCH).unwrap();
    drop(old);
    // Who only reads changes nothing, and says what to do.
    let error = open(Access::Read, &MORE).unwrap_err();
    assert_eq!(error.kind(), StoreErrorKind::Schema);
    assert!(error.to_string().contains("version 1") && error.hint().contains("cams-roi collect"), "{error}");
    // A step that fails takes those before it along.
    let error = open(Access::Write, &[MORE[0], MORE[1], WRONG]).unwrap_err();
    assert!(error.to_string().contains("no_such_column"), "{error}");
    drop(open(Access::Read, &[]).unwrap());
    // Many at once: each step is taken once.
    std::thread::scope(|scope| {
        let opened: Vec<_> = (0..4).map(|_| scope.spawn(|| open(Access::Write, &MORE).map(drop))).collect();
        for it in opened {
            it.join().unwrap().unwrap();
        }
    });
    let mut new = open(Access::Read, &MORE).unwrap();
    assert_eq!(texts(&mut new, "select note from channels"), ["noted"]);
    assert!(texts(&mut new, "select cast(day as text) from notes").is_empty());
    drop(new);
    // To a program that does not know these steps it is a later version.
    assert!(version().contains("its version is 3"), "{}", version());
    // One step after the other comes to the same.
    let number = MORE.len() + STEPS.len() + 1;
    let further = "alter table notes add column text text;";
    drop(open(Access::Write, &[MORE[0], MORE[1], further]).unwrap());
    assert!(version().contains(&format!("its version is {number}")), "{}", version());
}

#[test]
fn a_file_takes_the_steps_it_lacks() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("store.db");
    an_older_store_takes_the_steps_it_lacks(&Location::parse(path.to_str().unwrap()).unwrap());
}

#[cfg(feature = "test-postgres")]
#[test]
fn a_database_takes_the_steps_it_lacks() {
    let url = std::env::var("CAMS_ROI_TEST_POSTGRES").expect("cargo xtask test --only store sets it");
    let name = format!("steps_{}", std::process::id());
    let mut server = Store::open(&Location::parse(&url).unwrap(), Access::Write).unwrap();
    server.query(&format!("create database {name}"), &[], |_| Ok(())).unwrap();
    let (server, _) = url.rsplit_once('/').unwrap();
    an_older_store_takes_the_steps_it_lacks(&Location::parse(&format!("{server}/{name}")).unwrap());
}
