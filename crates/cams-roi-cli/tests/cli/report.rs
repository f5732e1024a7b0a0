//! `report` and `export`: what they say of a store whose rows are known, in either database.

use std::collections::BTreeMap;

use cams_roi_store::{
    Access, Answer, ButtonClicks, ChannelName, Location, MetricsRow, PhoneNumberName, Span, Store, Subject,
    TemplateName,
};
use jiff::{SignedDuration, Timestamp};
use serde_json::Value;

use crate::collect::{Kept, for_both};
use crate::support::{Random, Run, Scratch};

pub(crate) const UNTIL: &str = "2026-11-11";
const DAILY: &str = "DAILY";

/// Midnight so many days before the last day's end.
pub(crate) fn ago(days: i64) -> Timestamp {
    let until: Timestamp = format!("{UNTIL}T00:00:00Z").parse().unwrap();
    until - SignedDuration::from_hours(24 * days)
}

/// Fills a store with three channels: one as it should be, one whose delivery falls, and one without metrics. Gives its
/// rows.
pub(crate) fn fill(store: &str, seed: u64) -> Vec<MetricsRow> {
    let mut store = Store::open(&Location::parse(store).unwrap(), Access::Write).unwrap();
    let mut random = Random(seed);
    let mut rows = Vec::new();
    for channel in ["cams-well", "cams-falls"] {
        for days in 1..=20 {
            let sent = 500 + random.below(500);
            let percent = if channel == "cams-falls" && days <= 3 { 41 } else { 96 };
            let base = MetricsRow {
                cust_space_id: channel.to_owned(),
                phone_number: "8613800000001".to_owned(),
                template_code: String::new(),
                language: String::new(),
                granularity: DAILY.to_owned(),
                period_start: ago(days),
                period_end: ago(days - 1),
                sent_count: sent,
                delivered_count: sent * percent / 100,
                read_count: None,
                clicks: None,
            };
            for (code, language) in [("1100", "en"), ("1100", "zh_CN"), ("2200", "en")] {
                let sent = 100 + random.below(100);
                let delivered = sent * percent / 100;
                let click = |button: &str, count| ButtonClicks {
                    button: button.to_owned(),
                    button_type: "url_button".to_owned(),
                    count,
                };
                rows.push(MetricsRow {
                    phone_number: String::new(),
                    template_code: code.to_owned(),
                    language: language.to_owned(),
                    sent_count: sent,
                    delivered_count: delivered,
                    read_count: Some(delivered / 2),
                    clicks: Some(vec![
                        click("<b>Shop & \"save\"</b>", random.below(9)),
                        click("Later", random.below(5)),
                    ]),
                    ..base.clone()
                });
            }
            rows.push(base);
        }
    }
    keep(&mut store, &rows);
    rows
}

fn keep(store: &mut Store, rows: &[MetricsRow]) {
    let text = str::to_owned;
    let channels = ["cams-well", "cams-falls", "cams-new"].map(|id| ChannelName {
        cust_space_id: text(id),
        name: text(match id {
            "cams-well" => "Well <i>",
            "cams-falls" => "Falls",
            _ => "New",
        }),
        ..ChannelName::default()
    });
    store.keep_channels("test", &channels, ago(3)).unwrap();
    let numbers = ["cams-well", "cams-falls"].map(|id| PhoneNumberName {
        cust_space_id: text(id),
        phone_number: text("8613800000001"),
        ..PhoneNumberName::default()
    });
    store.keep_phone_numbers("test", &numbers, ago(3)).unwrap();
    let mut templates = Vec::new();
    for channel in ["cams-well", "cams-falls"] {
        for (code, language, name) in
            [("1100", "en", "sale"), ("1100", "zh_CN", "sale"), ("2200", "en", "news")]
        {
            templates.push(TemplateName {
                cust_space_id: text(channel),
                template_code: text(code),
                language: text(language),
                template_name: text(name),
                category: text("MARKETING"),
                audit_status: text("pass"),
            });
        }
    }
    store.keep_templates("test", &templates, ago(3)).unwrap();
    let span = Span { from: ago(20), until: ago(0) };
    let run = store.begin_run("test", span, ago(0)).unwrap();
    let subject = Subject {
        cust_space_id: text("cams-well"),
        phone_number: String::new(),
        template_code: String::new(),
        language: String::new(),
    };
    let answer = Answer { subject, span, granularity: text(DAILY), rows: rows.to_vec() };
    store.keep_answers(&run, &[answer], ago(0)).unwrap();
}

pub(crate) fn report(store: &str, more: &[&str]) -> Run {
    let words = ["report", "--store", store, "--since", "10d", "--until", UNTIL];
    Run::new(words).args(more)
}

fn page(store: &str, more: &[&str]) -> String {
    report(store, more).args(["--output", "-"]).output().done().stdout
}

/// `1,234`.
pub(crate) fn grouped(number: i64) -> String {
    let digits = number.to_string();
    let mut text = String::new();
    for (place, digit) in digits.char_indices() {
        if place > 0 && (digits.len() - place).is_multiple_of(3) {
            text.push(',');
        }
        text.push(digit);
    }
    text
}

for_both!(
    the_page_s_sums_are_those_of_the_rows,
    the_worst_is_named_first_and_texts_are_escaped,
    days_that_were_not_collected_are_not_taken_for_days_without_messages,
    costs_and_returns_come_from_the_user_s_files_alone,
    what_is_wrong_with_a_file_is_one_line,
    a_store_without_rows_has_a_page_that_says_so,
    every_row_is_exported_in_either_form,
);

fn the_page_s_sums_are_those_of_the_rows(place: fn() -> Kept) {
    for seed in 1..=5 {
        let (kept, scratch) = (place(), Scratch::new());
        let store = kept.store.as_str();
        let rows = fill(store, seed);
        let page = page(store, &[]);
        let in_period = |row: &&MetricsRow| row.period_start >= ago(10);
        let templates = || rows.iter().filter(in_period).filter(|row| !row.template_code.is_empty());
        let numbers = rows.iter().filter(in_period).filter(|row| row.template_code.is_empty());
        let sums = [
            numbers.map(|row| row.sent_count).sum::<i64>(),
            templates().map(|row| row.sent_count).sum(),
            templates().map(|row| row.delivered_count).sum(),
            templates().filter_map(|row| row.read_count).sum(),
            templates().filter_map(MetricsRow::click_count).sum(),
        ];
        for sum in sums {
            assert!(page.contains(&format!("<b>{}</b>", grouped(sum))), "{sum} of seed {seed}");
        }
        // The table for programs: each template by itself, and the period before.
        let table = scratch.text("report.csv");
        report(store, &["--output", &table]).output().done();
        let mut reader = csv::Reader::from_path(&table).unwrap();
        let mut told: BTreeMap<(String, String, String), (i64, i64)> = BTreeMap::new();
        for record in reader.deserialize::<BTreeMap<String, String>>() {
            let record = record.unwrap();
            if record["kind"] == "template" {
                let key = (
                    record["cust_space_id"].clone(),
                    record["template_code"].clone(),
                    record["language"].clone(),
                );
                let number = |name: &str| record[name].parse::<i64>().unwrap();
                told.insert(key, (number("sent_count"), number("sent_count_before")));
            }
        }
        let mut expected: BTreeMap<(String, String, String), (i64, i64)> = BTreeMap::new();
        for row in rows.iter().filter(|row| !row.template_code.is_empty()) {
            let key = (row.cust_space_id.clone(), row.template_code.clone(), row.language.clone());
            let sums = expected.entry(key).or_default();
            let sum = if row.period_start >= ago(10) { &mut sums.0 } else { &mut sums.1 };
            *sum += row.sent_count;
        }
        assert_eq!(told, expected);
    }
}

fn the_worst_is_named_first_and_texts_are_escaped(place: fn() -> Kept) {
    let kept = place();
    let store = kept.store.as_str();
    fill(store, 1);
    let page = page(store, &["--by", "week"]);
    let place = |text: &str| page.find(text).unwrap_or_else(|| panic!("{text} is not in the page"));
    assert!(
        place("channel Falls</b>: delivery fell from 96 % to 41 %")
            < place("channel New</b>: known for 3 days")
    );
    assert!(
        page.contains(", as of 3 of its templates") && !page.contains("template sale (en) of Falls</b>: del")
    );
    assert!(page.contains("Well &lt;i&gt;") && !page.contains("Well <i>"));
    assert!(page.contains("&lt;b&gt;Shop &amp; &quot;save&quot;&lt;/b&gt;"));
    for refused in ["<script", "http:", "https:", "src=", "url(", "@import"] {
        assert!(!page.contains(refused), "{refused}");
    }
    assert!(page.contains("Content-Security-Policy") && page.contains("default-src 'none'"));
    // Each picture has a text, but for those that repeat their row.
    let pictures = page.matches("<svg").count();
    let told = page.matches(r#"role="img" aria-labelledby=""#).count();
    assert_eq!(pictures, told + page.matches(r#"aria-hidden="true""#).count());
    assert!(told >= 4, "{told}");
    let text = report(store, &["--output", "text"]).output().done().stdout;
    assert!(
        text.contains("! channel Falls: delivery fell from 96 % to 41 %") && text.contains('█'),
        "{text}"
    );
}

fn days_that_were_not_collected_are_not_taken_for_days_without_messages(place: fn() -> Kept) {
    let kept = place();
    let store = kept.store.as_str();
    fill(store, 1);
    let text = |since: &str, until: &str| {
        let words = ["report", "--store", store, "--since", since, "--until", until, "--output", "text"];
        Run::new(words).output().done().stdout
    };
    let whole = text("10d", UNTIL);
    assert!(whole.contains(" beside ") && !whole.contains("not collected"), "{whole}");
    let long = text("15d", UNTIL);
    assert!(long.contains("the days before were not all collected, so that nothing is compared"), "{long}");
    let late = text("10d", "2026-11-13");
    assert!(
        late.contains("! 1 of 1 phone numbers and templates were not collected to the end of these days, the earliest only up \
             to 2026-11-11"),
        "{late}"
    );
}

fn costs_and_returns_come_from_the_user_s_files_alone(place: fn() -> Kept) {
    let (kept, scratch) = (place(), Scratch::new());
    let store = kept.store.as_str();
    let rows = fill(store, 1);
    let prices = scratch.file(
        "prices.csv",
        "template,category,country_prefix,price,currency\nnews,,,0.05,EUR\n,MARKETING,86,0.02,EUR\n",
    );
    let revenue = scratch.file(
        "revenue.csv",
        b"\xef\xbb\xbfday;revenue;currency;template;channel\r\n2026-11-05;1000,50;EUR;1100;\r\n2026-11-06;99;EUR;;Falls\r\n2026-01-01;5;EUR;news;\r\n",
    );
    let text = report(store, &["--prices", &prices, "--revenue", &revenue, "--output", "text"]);
    let text = text.output().done().stdout;
    let delivered = |code: &str| -> i64 {
        let of = rows.iter().filter(|row| row.template_code == code && row.period_start >= ago(10));
        of.map(|row| row.delivered_count).sum()
    };
    // In hundredths of a cent, so that nothing is rounded.
    let cost = delivered("2200") * 5 + delivered("1100") * 2;
    let cost_shown = format!("{}.{:02}", cost / 100, cost % 100);
    #[allow(clippy::cast_precision_loss, reason = "small numbers")]
    let gain = format!("{:.1} %", (109_950 - cost) as f64 / cost as f64 * 100.0);
    let line = format!("cost {cost_shown} EUR, revenue 1099.50 EUR, return {gain}");
    assert!(text.contains(&line), "{line}\n{text}");
    assert!(text.contains("missing: 1 lines of revenue are of other days"), "{text}");
    let table = scratch.text("money.csv");
    report(store, &["--prices", &prices, "--revenue", &revenue, "--output", &table]).output().done();
    let mut reader = csv::Reader::from_path(&table).unwrap();
    let records: Vec<BTreeMap<String, String>> = reader.deserialize().map(Result::unwrap).collect();
    let sum_of = |kind: &str, column: &str| -> f64 {
        let of_kind = records.iter().filter(|it| it["kind"] == kind);
        of_kind.filter_map(|it| it[column].parse::<f64>().ok()).sum()
    };
    #[allow(clippy::cast_precision_loss, reason = "small numbers")]
    let expected = cost as f64 / 100.0;
    for kind in ["template_all_languages", "channel"] {
        assert!((sum_of(kind, "cost") - expected).abs() < 1e-6, "{kind}: {records:#?}");
    }
    assert!((sum_of("template_all_languages", "revenue") - 1000.5).abs() < 1e-6);
    assert!((sum_of("channel", "revenue") - 99.0).abs() < 1e-6);
    assert!((sum_of("template_all_languages", "sent_count") - sum_of("template", "sent_count")).abs() < 1e-6);
    assert!(records.iter().all(|it| it["cost"].is_empty() == it["cost_currency"].is_empty()));
    assert!(text.contains("missing: no revenue by template for news"), "{text}");
    // As Excel saves it elsewhere: tabs in UTF-16, a line that says the separator, empty columns beside the table.
    let of_excel = "sep=;\r\nTemplate;Price;Currency;;\r\nnews;0,05;EUR;;\r\n1100;0,02;EUR;;\r\n;;;;\r\n";
    let unicode_text = "template\tprice\tcurrency\r\nnews\t0,05\tEUR\r\n1100\t\"0,02\"\tEUR\r\n";
    let utf_16 = |mark: [u8; 2], bytes: fn(u16) -> [u8; 2]| {
        mark.into_iter().chain(unicode_text.encode_utf16().flat_map(bytes)).collect::<Vec<u8>>()
    };
    let little_endian = utf_16([0xff, 0xfe], u16::to_le_bytes);
    let big_endian = utf_16([0xfe, 0xff], u16::to_be_bytes);
    for content in [of_excel.as_bytes(), unicode_text.as_bytes(), &little_endian, &big_endian] {
        let prices = scratch.file("excel.csv", content);
        let text = report(store, &["--prices", &prices, "--output", "text"]).output().done().stdout;
        assert!(text.contains(&format!("cost {cost_shown} EUR")), "{text}");
    }
    // A price that is missing leaves a cost untold.
    let some = scratch.file("some.csv", "template,price,currency\nnews,0.05,EUR\n");
    let page = page(store, &["--prices", &some]);
    assert!(page.contains("no price for template sale (en) of Falls:"));
    assert!(page.contains("no revenue was given: no return is told"));
}

fn what_is_wrong_with_a_file_is_one_line(place: fn() -> Kept) {
    let (kept, scratch) = (place(), Scratch::new());
    let store = kept.store.as_str();
    fill(store, 1);
    let refuse = |option: &str, content: &str, error: &str| {
        let file = scratch.file("given.csv", content);
        report(store, &[option, &file, "--output", "text"]).output().fails_clearly(2, error, "");
    };
    refuse("--prices", "price\n0.05\n", "has no column currency");
    refuse("--prices", "price,currency\n0.05,\n", "line 2 has no currency");
    refuse("--prices", "price,currency\r\n1,EUR\r\n-1,EUR\r\n", "line 3 has a negative price");
    refuse(
        "--prices",
        "price,currency,template\n0.05,EUR,nothing\n",
        "line 2 names the template \"nothing\"",
    );
    refuse("--prices", "price,currency,category\n1,EUR,A\n1,USD,B\n", "line 3 is in USD, and line 2 in EUR");
    refuse("--prices", "price,currency\n1,EUR\n2,EUR\n", "line 3 has a price for what a line before");
    refuse("--prices", "price,currency\ncheap,EUR\n", "line 2 has \"cheap\" as price");
    refuse("--prices", "price,currency,colour\n1,EUR,red\n", "a column \"colour\"");
    refuse("--prices", "price,currency\n1\n", "line 2 has more or fewer fields");
    refuse("--prices", "price,currency\n", "has no rows");
    refuse("--prices", "price,currency,Price\n1,EUR,2\n", "has the column price twice");
    refuse("--prices", "price,currency\n\"1,5\",EUR\n", "line 2 has \"1,5\" as price");
    refuse("--prices", "price;currency\n1.000,50;EUR\n", "line 2 has \"1.000,50\" as price");
    refuse("--prices", "", "has no column price");
    refuse("--prices", "\0p\0r\0i\0c\0e", "save it as \"CSV UTF-8\"");
    refuse("--revenue", "day,revenue,currency,channel\n01.11.2026,1,EUR,Falls\n", "\"01.11.2026\" as day");
    refuse("--revenue", "day,revenue,currency\n2026-11-01,1,EUR\n", "neither a template nor a channel");
    refuse("--revenue", "day,revenue,currency,channel\nyesterday,1,EUR,Falls\n", "\"yesterday\" as day");
    refuse("--revenue", "day,revenue,currency,channel\n2026-11-01,1,EUR,Mars\n", "the channel \"Mars\"");
    for (content, error) in [
        (&b"pr\xe4is,currency\n"[..], "UTF-8"),
        (b"\xff\xfep\0r\0", "no column price"),
        (b"\xff\xfep", "broken off"),
    ] {
        let file = scratch.file("given.csv", content);
        report(store, &["--prices", &file]).output().fails_clearly(2, error, "");
    }
    report(store, &["--prices", &scratch.text("none.csv")]).output().fails_clearly(
        2,
        "none.csv cannot be read",
        "CSV",
    );
    let memory = Run::new(["report", "--store", ":memory:"]).output();
    memory.fails_clearly(2, "a store in memory", "path of a file");
    let stranger = report(store, &["--account", "nobody"]).output();
    stranger.fails_clearly(2, "the store holds nothing of account \"nobody\", only of ", "collect --account");
    let since = Run::new(["report", "--store", store, "--since", "-3d"]).output();
    since.fails_clearly(2, "give a number of days from 0d to 3660d", "--help");
    report(store, &["--output", "page.pdf"]).output().fails_clearly(2, "page.pdf", ".html or .csv");
    report(&scratch.text("none.db"), &[]).output().fails_clearly(2, "is not there", "cams-roi collect");
    report(store, &["--output", &scratch.text("no/page.html")]).output().fails_clearly(
        1,
        "page.html",
        "folder",
    );
}

fn a_store_without_rows_has_a_page_that_says_so(place: fn() -> Kept) {
    let kept = place();
    let store = kept.store.as_str();
    drop(Store::open(&Location::parse(store).unwrap(), Access::Write).unwrap());
    assert!(page(store, &[]).contains("There are no metrics in these days"));
    let until =
        |day: &str| Run::new(["report", "--store", store, "--output", "text", "--until", day]).output();
    until("9999-12-31").done();
    until("1970-01-01").done();
    until("0001-01-01").fails_clearly(2, "0001-01-01", "--help");
    let text = report(store, &["--output", "text"]).output().done().stdout;
    assert!(text.contains("no metrics in these days"), "{text}");
}

fn every_row_is_exported_in_either_form(place: fn() -> Kept) {
    let (kept, scratch) = (place(), Scratch::new());
    let store = kept.store.as_str();
    let rows = fill(store, 1);
    let export = |more: &[&str]| Run::new(["export", "--store", store]).args(more).output().done();
    let sum: i64 = rows.iter().map(|row| row.sent_count).sum();
    let csv = export(&["--output", "-"]).stdout;
    let mut reader = csv::Reader::from_reader(csv.as_bytes());
    let records: Vec<BTreeMap<String, String>> = reader.deserialize().map(Result::unwrap).collect();
    assert_eq!(records.len(), rows.len());
    assert_eq!(records.iter().map(|it| it["sent_count"].parse::<i64>().unwrap()).sum::<i64>(), sum);
    let clicks: Value = serde_json::from_str(&records.last().unwrap()["clicks"]).unwrap_or(Value::Null);
    assert!(clicks.is_null() || clicks[0]["button"].is_string());
    let file = scratch.text("rows.jsonl");
    let told = export(&["--output", &file]).stderr;
    assert!(told.contains(&format!("{} rows written to", rows.len())), "{told}");
    let text = std::fs::read_to_string(&file).unwrap();
    let lines: Vec<Value> = text.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    assert_eq!(lines.iter().filter_map(|it| it["sent_count"].as_i64()).sum::<i64>(), sum);
    assert!(lines.iter().any(|it| it["template_name"] == "news" && it["clicks"][0]["count"].is_i64()));
    let one_day = export(&["--start", "2026-11-05", "--until", "2026-11-06", "--output", "-"]).stdout;
    assert_eq!(one_day.lines().count(), 1 + 8);
    let refused = |more: &[&str], message: &str, hint: &str| {
        Run::new(["export", "--store", store]).args(more).output().fails_clearly(2, message, hint);
    };
    refused(&["--output", "rows.xlsx"], "rows.xlsx", ".csv");
    refused(&["--output", "-", "--account", "nobody"], "holds nothing of account \"nobody\"", "--account");
    let turned = ["--output", "-", "--start", "2026-11-06", "--until", "2026-11-06"];
    refused(&turned, "is not before --until", "later day");
}
