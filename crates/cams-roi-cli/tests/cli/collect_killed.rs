//! `collect` that is killed at random moments, and then completed.

use std::time::{Duration, SystemTime};

use cams_roi_store::{Access, Location, Store, StoreErrorKind, Value};

use crate::collect::{Kept, Past, assert_has_all, for_both};
use crate::support::Random;

const STORES: usize = 5;
/// So often a store's run is killed on each of two days.
const KILLS: usize = 5;
const DAY_MS: i64 = 24 * 3600 * 1000;

/// All that a store has, but for times of runs: when a row came depends on when it was killed.
const CONTENTS: [&str; 5] = [
    "select account, cust_space_id, phone_number, template_code, language, granularity, period_start, period_end, \
     sent_count, delivered_count, read_count, click_count, cast(clicks as text), revisions from metrics \
     order by 1, 2, 3, 4, 5, 6, 7",
    "select * from coverage order by 1, 2, 3, 4, 5, 6",
    "select account, cust_space_id, name, state, region from channels order by 1, 2",
    "select account, cust_space_id, phone_number, verified_name, status, quality_rating from phone_numbers \
     order by 1, 2, 3",
    "select account, cust_space_id, template_code, language, template_name, category, audit_status from templates \
     order by 1, 2, 3, 4",
];

for_both!(a_run_killed_at_any_moment_leaves_what_the_next_one_completes);

/// Fifty moments: on five stores, five while they are filled and five while they are corrected a day later.
fn a_run_killed_at_any_moment_leaves_what_the_next_one_completes(place: fn() -> Kept) {
    let seed = seed();
    let mut random = Random(seed);
    let past = Past::new(12, 3);
    let (never_killed, stores) = (place(), (0..STORES).map(|_| place()).collect::<Vec<_>>());
    for day in 0..2 {
        past.service.emulator.clear_log();
        past.collect(&never_killed.store, &[]).output().done();
        let requests = i64::try_from(past.service.emulator.log().len()).unwrap();
        for (number, kept) in stores.iter().enumerate() {
            for kill in 0..KILLS {
                let moment = killed(&past, &kept.store, requests, &mut random);
                let half_written = half_written(&past, &kept.store);
                let at = format!("seed {seed}, day {day}, store {number}, kill {kill} {moment}");
                assert!(half_written.is_empty(), "{at}: {half_written:?}");
            }
            past.collect(&kept.store, &[]).output().done();
            for (one, other) in contents(&kept.store).into_iter().zip(contents(&never_killed.store)) {
                assert_eq!(one, other, "seed {seed}, day {day}, store {number}");
            }
        }
        assert_has_all(&never_killed.store, &past.totals());
        past.advance(1);
    }
}

/// A seed that is another one each time, or CAMS_ROI_KILL_SEED to see a failure again.
fn seed() -> u64 {
    let given = std::env::var("CAMS_ROI_KILL_SEED").ok().and_then(|text| text.parse().ok());
    given.unwrap_or_else(|| {
        let now = SystemTime::now().duration_since(SystemTime::UNIX_EPOCH).unwrap();
        u64::from(now.subsec_nanos()) ^ now.as_secs()
    })
}

/// Kills a run: after so many of its requests, and a moment more. Says when.
fn killed(past: &Past, store: &str, requests: i64, random: &mut Random) -> String {
    let seen = || i64::try_from(past.service.emulator.log().len()).unwrap();
    past.service.emulator.clear_log();
    let after = random.below(requests);
    // Before the first request there is the start, and within a request what is written of those before it.
    let more = Duration::from_micros(random.below(if after == 0 { 100_000 } else { 5_000 }).unsigned_abs());
    let mut run = past.collect(store, &[]).spawn();
    while seen() < after && run.child.try_wait().unwrap().is_none() {
        std::thread::sleep(Duration::from_micros(200));
    }
    std::thread::sleep(more);
    run.child.kill().unwrap();
    run.child.wait().unwrap();
    format!("after {after} of {requests} requests and {more:?}")
}

/// What is covered, but not there as a whole: a row a day.
fn half_written(past: &Past, store: &str) -> Vec<Vec<Value>> {
    let mut store = match Store::open(&Location::parse(store).unwrap(), Access::Read) {
        Ok(store) => store,
        Err(error) => {
            // It was killed before it made the tables.
            assert_eq!(error.kind(), StoreErrorKind::Missing, "{error}");
            return Vec::new();
        }
    };
    let days = "select c.covered_until, (select count(*) from metrics m where m.account = c.account \
                and m.cust_space_id = c.cust_space_id and m.phone_number = c.phone_number \
                and m.template_code = c.template_code and m.language = c.language), c.cust_space_id, c.phone_number, \
                c.template_code, c.language from coverage c";
    let mut half_written = Vec::new();
    store
        .query(days, &[], |row| {
            let days = (row[0].time().as_millisecond() - past.first_ms) / DAY_MS;
            if row[1].integer() != Some(days) {
                half_written.push(row.to_vec());
            }
            Ok(())
        })
        .unwrap();
    half_written
}

fn contents(store: &str) -> Vec<Vec<Vec<Value>>> {
    let mut store = Store::open(&Location::parse(store).unwrap(), Access::Read).unwrap();
    let of = |sql: &&str| {
        let mut rows = Vec::new();
        store
            .query(sql, &[], |row| {
                rows.push(row.to_vec());
                Ok(())
            })
            .unwrap();
        rows
    };
    CONTENTS.iter().map(of).collect()
}
