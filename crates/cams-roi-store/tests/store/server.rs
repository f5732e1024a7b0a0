//! PostgreSQL, and what it has of its own.

use std::sync::atomic::{AtomicU32, Ordering};

use cams_roi_store::{Access, Location, Store, StoreErrorKind};
use postgres::{Client, NoTls};
use url::Url;

use crate::place::Place;

/// The server that `cargo xtask test` started.
fn server() -> Url {
    let url = std::env::var("CAMS_ROI_TEST_POSTGRES").expect("cargo xtask test --only store sets it");
    Url::parse(&url).unwrap()
}

/// An administrator's connection to a database.
fn connection(url: &str) -> Client {
    Client::connect(url, NoTls).unwrap()
}

/// The URL of a new database.
pub(crate) fn new_database() -> String {
    static COUNT: AtomicU32 = AtomicU32::new(0);
    let name = format!("store_{}_{}", std::process::id(), COUNT.fetch_add(1, Ordering::Relaxed));
    let mut url = server();
    connection(url.as_str()).batch_execute(&format!("create database {name}")).unwrap();
    url.set_path(&name);
    url.to_string()
}

fn problem(url: &str, access: Access) -> (StoreErrorKind, String) {
    let error = Store::open(&Location::parse(url).unwrap(), access).unwrap_err();
    assert!(!error.hint().is_empty() && !error.to_string().contains('\n'), "{error}");
    (error.kind(), error.to_string())
}

#[test]
fn tables_and_columns_say_what_they_are() {
    let url = new_database();
    drop(Store::open(&Location::parse(&url).unwrap(), Access::Write).unwrap());
    let silent = connection(&url)
        .query(
            "select c.relname::text, a.attname::text from pg_class c join pg_namespace n on n.oid = c.relnamespace \
             join pg_attribute a on a.attrelid = c.oid and (a.attnum > 0 or a.attnum = -1) and c.relkind = 'r' \
             where n.nspname = 'cams_roi' and c.relname <> 'cams_roi_schema' and a.attnum > 0 \
             and (col_description(c.oid, a.attnum) is null or obj_description(c.oid, 'pg_class') is null)",
            &[],
        )
        .unwrap();
    let silent: Vec<(String, String)> = silent.iter().map(|row| (row.get(0), row.get(1))).collect();
    assert!(silent.is_empty(), "{silent:?}");
}

#[test]
fn who_may_not_enter_is_told_so() {
    let mut url = server();
    url.set_password(Some("wrong")).unwrap();
    let (kind, message) = problem(url.as_str(), Access::Write);
    assert_eq!(kind, StoreErrorKind::Denied, "{message}");
    assert!(message.contains("password") && !message.contains("wrong"), "{message}");
    let mut url = server();
    url.set_path("no_such_database");
    assert_eq!(problem(url.as_str(), Access::Write).0, StoreErrorKind::Unreachable);
    let mut url = server();
    url.set_port(Some(1)).unwrap();
    let (kind, message) = problem(url.as_str(), Access::Write);
    assert_eq!(kind, StoreErrorKind::Unreachable);
    assert!(message.contains("refused"), "{message}");
}

#[test]
fn who_may_not_make_tables_is_told_what_to_ask_for() {
    let url = new_database();
    let mut admin = connection(&url);
    let role = format!("reader_{}", std::process::id());
    admin.batch_execute(&format!("create role {role} login password 'reader'")).unwrap();
    let mut theirs = Url::parse(&url).unwrap();
    theirs.set_username(&role).unwrap();
    theirs.set_password(Some("reader")).unwrap();
    assert_eq!(problem(theirs.as_str(), Access::Write).0, StoreErrorKind::Denied);
    drop(Store::open(&Location::parse(&url).unwrap(), Access::Write).unwrap());
    let (kind, message) = problem(theirs.as_str(), Access::Read);
    assert_eq!(kind, StoreErrorKind::Denied, "{message}");
    let grants =
        "grant usage on schema cams_roi to ROLE; grant select on all tables in schema cams_roi to ROLE";
    admin.batch_execute(&grants.replace("ROLE", &role)).unwrap();
    let mut store = Store::open(&Location::parse(theirs.as_str()).unwrap(), Access::Read).unwrap();
    store.query("select account from metrics", &[], |_| Ok(())).unwrap();
}

#[test]
fn tls_is_as_sslmode_says() {
    let url = new_database();
    let with = |query: &str| {
        let mut url = Url::parse(&url).unwrap();
        // Its certificate is signed by itself and made out to localhost; the URL names 127.0.0.1.
        url.set_query(Some(query));
        let mut store = Store::open(&Location::parse(url.as_str()).unwrap(), Access::Write)?;
        let mut is_tls = String::new();
        store.query(
            "select cast(ssl as text) from pg_stat_ssl where pid = pg_backend_pid()",
            &[],
            |row| {
                row[0].text().clone_into(&mut is_tls);
                Ok(())
            },
        )?;
        Ok::<String, cams_roi_store::StoreError>(is_tls)
    };
    let root = std::env::var("CAMS_ROI_TEST_POSTGRES_ROOT").expect("cargo xtask test --only store sets it");
    assert_eq!(with("sslmode=disable").unwrap(), "false");
    for query in [
        "sslmode=prefer",
        "sslmode=require",
        &format!("sslmode=verify-ca&sslrootcert={root}"),
        &format!("sslmode=require&sslrootcert={root}"),
    ] {
        assert_eq!(with(query).unwrap(), "true", "{query}");
    }
    for query in
        ["sslmode=verify-ca", "sslmode=verify-full", &format!("sslmode=verify-full&sslrootcert={root}")]
    {
        assert_eq!(with(query).unwrap_err().kind(), StoreErrorKind::Unreachable, "{query}");
    }
    let mut for_its_name = Url::parse(&url).unwrap();
    for_its_name.set_host(Some("localhost")).unwrap();
    for_its_name.set_query(Some(&format!("sslmode=verify-full&sslrootcert={root}")));
    drop(Store::open(&Location::parse(for_its_name.as_str()).unwrap(), Access::Write).unwrap());
    for query in ["sslmode=maybe", "sslmode=verify-ca&sslrootcert=/no/such/file"] {
        assert_eq!(with(query).unwrap_err().kind(), StoreErrorKind::Location, "{query}");
    }
}

#[test]
fn other_tables_of_the_database_are_left_alone() {
    let place = Place::database();
    let mut store = place.open();
    store.query("create table public.channels (x int)", &[], |_| Ok(())).unwrap();
    drop(store);
    drop(place.open());
}
