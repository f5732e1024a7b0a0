//! What holds for both databases.

use cams_roi_store::{
    Access, Answer, ButtonClicks, ChannelName, FailedQuery, KeptRow, MetricsRow, PhoneNumberName, RowFilter,
    Run, RunStatus, Span, Store, StoreErrorKind, Subject, TemplateName, Value, Written,
};
use jiff::{SignedDuration, Timestamp};

use crate::place::Place;

pub(crate) const ACCOUNT: &str = "test";
const DAILY: &str = "DAILY";

/// Midnight of a day of November 2026; 0 is the first.
pub(crate) fn at(day: i64) -> Timestamp {
    let first: Timestamp = "2026-11-01T00:00:00Z".parse().unwrap();
    first + SignedDuration::from_hours(24 * day)
}

pub(crate) fn span(from: i64, until: i64) -> Span {
    Span { from: at(from), until: at(until) }
}

pub(crate) fn template_row(day: i64, sent: i64) -> MetricsRow {
    let click = |button: &str, count| ButtonClicks {
        button: button.to_owned(),
        button_type: "url_button".to_owned(),
        count,
    };
    MetricsRow {
        cust_space_id: "cams-1".to_owned(),
        phone_number: String::new(),
        template_code: "1100".to_owned(),
        language: "en".to_owned(),
        granularity: DAILY.to_owned(),
        period_start: at(day),
        period_end: at(day + 1),
        sent_count: sent,
        delivered_count: sent - 1,
        read_count: Some(sent / 2),
        clicks: Some(vec![click("Shop", 3), click("Help", 1)]),
    }
}

fn number_row(day: i64, sent: i64) -> MetricsRow {
    MetricsRow {
        phone_number: "8613800000000".to_owned(),
        template_code: String::new(),
        language: String::new(),
        read_count: None,
        clicks: None,
        ..template_row(day, sent)
    }
}

pub(crate) fn answer(rows: &[MetricsRow]) -> Answer {
    Answer { subject: subject(), span: span(0, 5), granularity: DAILY.to_owned(), rows: rows.to_vec() }
}

fn subject() -> Subject {
    Subject {
        cust_space_id: "cams-1".to_owned(),
        phone_number: String::new(),
        template_code: "1100".to_owned(),
        language: "en".to_owned(),
    }
}

pub(crate) fn begin(store: &mut Store) -> Run {
    store.begin_run(ACCOUNT, span(0, 5), at(5)).unwrap()
}

pub(crate) fn kept(store: &mut Store, run: &Run, rows: &[MetricsRow]) -> Written {
    store.keep_answers(run, &[answer(rows)], at(6)).unwrap()
}

fn written(new: u64, changed: u64, unchanged: u64) -> Written {
    let mut written = Written::default();
    (written.new, written.changed, written.unchanged) = (new, changed, unchanged);
    written
}

fn rows(store: &mut Store, filter: &RowFilter) -> Vec<KeptRow> {
    let mut rows = Vec::new();
    store
        .each_row(filter, |row| {
            rows.push(row);
            Ok(())
        })
        .unwrap();
    rows
}

pub(crate) fn sent(store: &mut Store, account: &str) -> Vec<i64> {
    let filter = RowFilter { account: Some(account.to_owned()), ..RowFilter::default() };
    rows(store, &filter).iter().map(|row| row.row.sent_count).collect()
}

fn table(store: &mut Store, sql: &str) -> Vec<Vec<Value>> {
    let mut rows = Vec::new();
    store
        .query(sql, &[], |row| {
            rows.push(row.to_vec());
            Ok(())
        })
        .unwrap();
    rows
}

pub(crate) fn a_row_is_there_once_and_a_correction_takes_its_place(place: &Place) {
    let mut store = place.open();
    let run = begin(&mut store);
    let first = [template_row(0, 10), number_row(0, 20), template_row(1, 30)];
    assert_eq!(kept(&mut store, &run, &first), written(3, 0, 0));
    assert_eq!(kept(&mut store, &run, &first), written(0, 0, 3));
    let later = store.keep_answers(&run, &[answer(&[template_row(0, 11), template_row(1, 30)])], at(9));
    assert_eq!(later.unwrap(), written(0, 1, 1));
    let all = rows(&mut store, &RowFilter::default());
    assert_eq!(all.len(), 3);
    let corrected = all.iter().find(|it| it.row.sent_count == 11).unwrap();
    assert_eq!((corrected.first_seen, corrected.last_changed, corrected.revisions), (at(6), at(9), 1));
    let as_it_was = all.iter().find(|it| it.row.sent_count == 30).unwrap();
    assert_eq!((as_it_was.last_changed, as_it_was.revisions), (at(6), 0));
}

pub(crate) fn a_correction_of_one_button_is_one(place: &Place) {
    let mut store = place.open();
    let run = begin(&mut store);
    kept(&mut store, &run, &[template_row(0, 10)]);
    let mut other = template_row(0, 10);
    other.clicks.as_mut().unwrap().reverse();
    assert_eq!(kept(&mut store, &run, &[other.clone()]), written(0, 0, 1), "another order is no difference");
    other.clicks.as_mut().unwrap()[0].count += 1;
    assert_eq!(kept(&mut store, &run, &[other]), written(0, 1, 0));
}

pub(crate) fn of_two_rows_for_one_period_the_later_counts(place: &Place) {
    let mut store = place.open();
    let run = begin(&mut store);
    assert_eq!(kept(&mut store, &run, &[template_row(0, 10), template_row(0, 12)]), written(1, 0, 0));
    assert_eq!(sent(&mut store, ACCOUNT), [12]);
}

pub(crate) fn what_comes_of_a_query_is_whole_or_not_there(place: &Place) {
    let mut store = place.open();
    let run = begin(&mut store);
    kept(&mut store, &run, &[template_row(0, 10)]);
    // What is written last cannot be written.
    store.query("alter table coverage rename to away", &[], |_| Ok(())).unwrap();
    let failed = store.keep_answers(&run, &[answer(&[template_row(0, 99), template_row(1, 99)])], at(6));
    assert!(!failed.unwrap_err().to_string().contains('\n'));
    assert_eq!(sent(&mut store, ACCOUNT), [10]);
    store.query("alter table away rename to coverage", &[], |_| Ok(())).unwrap();
    assert_eq!(kept(&mut store, &run, &[template_row(1, 5)]), written(1, 0, 0));
}

pub(crate) fn any_text_comes_back(place: &Place) {
    let mut store = place.open();
    let run = begin(&mut store);
    let mut row = template_row(0, 10);
    let text = "{\"a\": 'b'} \\ 立即购买 🛒 \u{202e} \u{1}".to_owned();
    row.clicks =
        Some(vec![ButtonClicks { button: text.clone(), button_type: "url_button".to_owned(), count: 1 }]);
    let name = TemplateName {
        cust_space_id: "cams-1".to_owned(),
        template_code: "1100".to_owned(),
        language: "en".to_owned(),
        template_name: format!("{text}\0"),
        ..TemplateName::default()
    };
    store.keep_templates(ACCOUNT, &[name], at(0)).unwrap();
    kept(&mut store, &run, &[row.clone()]);
    let all = rows(&mut store, &RowFilter::default());
    assert_eq!((&all[0].row, all[0].template_name.clone()), (&row, format!("{text}\u{fffd}")));
    row.clicks.as_mut().unwrap()[0].button.push('\0');
    assert_eq!(kept(&mut store, &run, &[row]), written(0, 1, 0));
    let clicks = table(&mut store, "select button, click_count from clicks");
    assert_eq!(clicks, [[Value::Text(format!("{text}\u{fffd}")), Value::Integer(1)]]);
}

pub(crate) fn rows_are_filtered_and_in_order(place: &Place) {
    let mut store = place.open();
    let run = begin(&mut store);
    let half_hour = MetricsRow { granularity: "HALF_HOUR".to_owned(), ..template_row(0, 5) };
    kept(&mut store, &run, &[template_row(2, 3), template_row(0, 1), template_row(1, 2), half_hour]);
    let filter = RowFilter {
        account: Some(ACCOUNT.to_owned()),
        granularity: Some(DAILY.to_owned()),
        from: Some(at(1)),
        until: Some(at(2)),
    };
    let sent_of = |rows: &[KeptRow]| rows.iter().map(|row| row.row.sent_count).collect::<Vec<_>>();
    assert_eq!(sent_of(&rows(&mut store, &filter)), [2]);
    assert_eq!(sent_of(&rows(&mut store, &RowFilter::default())), [1, 2, 3, 5]);
    assert!(sent(&mut store, "other").is_empty());
    let error =
        store.each_row(&RowFilter::default(), |_| Err(cams_roi_store::Location::parse("").unwrap_err()));
    assert_eq!(error.unwrap_err().kind(), StoreErrorKind::Location);
}

pub(crate) fn time_without_gaps_is_covered(place: &Place) {
    let mut store = place.open();
    let run = begin(&mut store);
    let mut cover = |from, until| {
        let answer = Answer { span: span(from, until), ..answer(&[]) };
        store.keep_answers(&run, &[answer], at(6)).unwrap();
        store.coverage(ACCOUNT, DAILY).unwrap()[&subject()]
    };
    assert_eq!(cover(2, 4), span(2, 4));
    assert_eq!(cover(3, 6), span(2, 6));
    assert_eq!(cover(6, 7), span(2, 7));
    assert_eq!(cover(1, 7), span(1, 7));
    assert_eq!(cover(3, 4), span(1, 7));
    // What lies apart begins anew: a gap must not count as asked for.
    assert_eq!(cover(9, 10), span(9, 10));
    assert_eq!(cover(0, 3), span(0, 3));
    assert!(store.coverage("other", DAILY).unwrap().is_empty());
}

pub(crate) fn names_are_kept_and_not_forgotten(place: &Place) {
    let mut store = place.open();
    let channel = ChannelName {
        cust_space_id: "cams-1".to_owned(),
        name: "Shop".to_owned(),
        state: "published".to_owned(),
        region: "cn-hongkong".to_owned(),
    };
    store.keep_channels(ACCOUNT, &[channel], at(0)).unwrap();
    let nameless = ChannelName { cust_space_id: "cams-1".to_owned(), ..ChannelName::default() };
    store.keep_channels(ACCOUNT, &[nameless], at(1)).unwrap();
    let number = PhoneNumberName {
        cust_space_id: "cams-1".to_owned(),
        phone_number: "86".to_owned(),
        quality_rating: "RED".to_owned(),
        ..PhoneNumberName::default()
    };
    store.keep_phone_numbers(ACCOUNT, &[number.clone(), number], at(0)).unwrap();
    let all = table(&mut store, "select name, state, first_seen, last_seen from channels");
    assert_eq!((all[0][0].text(), all[0][1].text()), ("Shop", "published"));
    assert_eq!((all[0][2].time(), all[0][3].time()), (at(0), at(1)));
    assert_eq!(table(&mut store, "select quality_rating from phone_numbers")[0][0].text(), "RED");
}

pub(crate) fn runs_say_what_came_and_who_was_killed(place: &Place) {
    let mut store = place.open();
    let killed = begin(&mut store);
    drop(store);
    let mut store = place.open();
    let mut run = begin(&mut store);
    kept(&mut store, &run, &[template_row(0, 1)]);
    let failed = FailedQuery {
        subject: subject(),
        span: span(0, 5),
        kind: "THROTTLED".to_owned(),
        code: "Throttling.User".to_owned(),
        message: "slow down".to_owned(),
        request_id: "1".to_owned(),
    };
    store.keep_failure(&mut run, &failed, at(5)).unwrap();
    store.keep_failure(&mut run, &failed, at(5)).unwrap();
    store.end_run(&run, RunStatus::Failed, at(6)).unwrap();
    let sql = "select run_id, status, queries, new_rows, failures from runs order by status desc";
    let runs = table(&mut store, sql);
    let said = |row: &[Value]| (row[0].text().to_owned(), row[1].text().to_owned(), row[2..].to_vec());
    let counts = |counts: [i64; 3]| counts.map(Value::Integer).to_vec();
    assert_eq!(said(&runs[0]), (killed.run_id, "killed".to_owned(), counts([0, 0, 0])));
    assert_eq!(said(&runs[1]), (run.run_id, "failed".to_owned(), counts([1, 1, 2])));
    assert_eq!(table(&mut store, "select code from run_failures").len(), 2);
}

pub(crate) fn one_program_at_a_time_has_an_account(place: &Place) {
    let (mut one, mut other) = (place.open(), place.open());
    assert!(one.lock(ACCOUNT).unwrap());
    assert!(one.lock(ACCOUNT).unwrap(), "its own");
    assert!(!other.lock(ACCOUNT).unwrap());
    assert!(other.lock("another account").unwrap());
    drop(one);
    assert!(other.lock(ACCOUNT).unwrap());
}

pub(crate) fn views_give_what_people_ask(place: &Place) {
    let mut store = place.open();
    let run = begin(&mut store);
    let half_hour = MetricsRow { granularity: "HALF_HOUR".to_owned(), ..template_row(0, 5) };
    kept(&mut store, &run, &[template_row(0, 10), number_row(0, 20), number_row(1, 40), half_hour]);
    let daily = table(
        &mut store,
        "select cast(day as text), sent_count, delivered_count, delivery_rate, template_sent_count, click_count \
         from daily_by_channel order by day",
    );
    let (text, count) = (|it: &str| Value::Text(it.to_owned()), Value::Integer);
    assert_eq!(daily[0], [text("2026-11-01"), count(20), count(19), Value::Real(0.95), count(10), count(4)]);
    assert_eq!(daily[1][3..], [Value::Real(0.975), count(0), Value::Null]);
    let funnel = table(
        &mut store,
        "select cast(day as text), sent_count, delivered_count, read_count, click_count, delivery_rate \
         from template_funnel",
    );
    assert_eq!(funnel, [[text("2026-11-01"), count(10), count(9), count(5), count(4), Value::Real(0.9)]]);
    let clicks = table(&mut store, "select button, button_type, click_count from clicks order by button");
    let url = || text("url_button");
    assert_eq!(clicks, [[text("Help"), url(), count(1)], [text("Shop"), url(), count(3)]]);
}

pub(crate) fn a_later_version_is_refused_and_left_alone(place: &Place) {
    let mut store = place.open();
    store.query("update cams_roi_schema set version = 99", &[], |_| Ok(())).unwrap();
    drop(store);
    for access in [Access::Write, Access::Read] {
        let error = Store::open(&place.location, access).unwrap_err();
        assert_eq!(error.kind(), StoreErrorKind::Schema);
        assert!(error.to_string().contains("99") && error.hint().contains("latest"), "{error}");
    }
}

pub(crate) fn an_empty_store_is_said(place: &Place) {
    let error = Store::open(&place.location, Access::Read).unwrap_err();
    assert!(error.hint().contains("cams-roi collect"), "{error}");
}

pub(crate) fn many_may_open_a_new_store_at_once(place: &Place) {
    std::thread::scope(|scope| {
        let opened: Vec<_> =
            (0..6).map(|_| scope.spawn(|| Store::open(&place.location, Access::Write))).collect();
        for store in opened {
            store.join().unwrap().unwrap();
        }
    });
    assert_eq!(table(&mut place.open(), "select version from cams_roi_schema").len(), 1);
}
