//! The report's numbers beside what DuckDB makes of the exported rows, for stores whose rows are random.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::path::Path;
use std::process::{Command, Stdio};

use cams_roi_store::{
    Access, Answer, ButtonClicks, ChannelName, Location, MetricsRow, PhoneNumberName, Span, Store, Subject,
    TemplateName,
};
use jiff::SignedDuration;
use serde_json::Value;

use crate::collect::{Kept, for_both};
use crate::report::{UNTIL, ago, grouped, report};
use crate::support::{Random, Run, Scratch};

const SEEDS: std::ops::RangeInclusive<u64> = 1..=6;
const DAYS: i64 = 10;
const TEMPLATES: [(&str, &str); 3] = [("0011", "sale, \"summer\""), ("22", "news"), ("33", "Größe <b>;")];
const BUTTONS: [&str; 4] = ["Shop", "Later, perhaps", "立即购买", "\"Stop\""];
const PRICES: &str = "template,category,country_prefix,price,currency\nnews,,,0.05,EUR\n,MARKETING,,0.02,EUR\n\
                      ,,49,0.113,EUR\n0011,,4,0.0375,EUR\n";

for_both!(the_report_says_what_duckdb_computes);

fn the_report_says_what_duckdb_computes(place: fn() -> Kept) {
    for seed in SEEDS {
        let (kept, scratch) = (place(), Scratch::new());
        let store = kept.store.as_str();
        let mut random = Random(seed);
        let rows = fill(store, &mut random);
        let prices = scratch.file("prices.csv", PRICES);
        let incomes = scratch.file("revenue.csv", incomes(&mut random));
        let exported = scratch.text("rows.csv");
        Run::new(["export", "--store", store, "--output", &exported]).output().done();
        let computed = computed(&scratch, [&exported, &prices, &incomes]);

        let table = scratch.text("report.csv");
        report(store, &["--output", &table]).output().done();
        assert_eq!(told(&table), expected(&computed), "seed {seed}");

        let files = ["--prices", &prices, "--revenue", &incomes, "--output"];
        let text = report(store, &files).args(["text"]).output().done().stdout;
        let word = |name: &str| computed[name].as_str().unwrap();
        let money =
            format!("cost {} EUR, revenue {} EUR, return {}", word("cost"), word("revenue"), word("return"));
        assert!(text.contains(&money), "seed {seed}: {money}\n{text}");

        let page = report(store, &["--output", "-"]).output().done().stdout;
        let (numbers, all) = (&computed["numbers"][0], &computed["all"][0]);
        for sum in [&numbers[1], &all[1], &all[2], &all[3], &all[4]] {
            let tile = format!("<b>{}</b>", grouped(sum.as_i64().unwrap()));
            assert!(page.contains(&tile), "seed {seed}: {tile}");
        }
        let escaped = |text: &str| text.replace('"', "&quot;");
        for button in computed["buttons"].as_array().unwrap() {
            let count = |place: usize| grouped(button[place].as_i64().unwrap());
            let row = format!(
                r#"<th scope="row">{}</th><td>url_button</td><td>{}</td><td>{}</td>"#,
                escaped(button[0].as_str().unwrap()),
                count(1),
                count(2)
            );
            assert!(page.contains(&row), "seed {seed}: {row}");
        }

        let sent: i64 = rows.iter().map(|row| row.sent_count).sum();
        let parquet = serde_json::json!([rows.len(), sent, "BIGINT", "TIMESTAMP WITH TIME ZONE", "VARCHAR"]);
        assert_eq!(computed["parquet"], parquet, "seed {seed}");
    }
}

/// What DuckDB makes of the files.
fn computed(scratch: &Scratch, files: [&String; 3]) -> Value {
    let python = std::env::var_os("CAMS_ROI_TEST_DUCKDB").expect("cargo xtask test --only store sets it");
    let here = Path::new(env!("CARGO_MANIFEST_DIR"));
    let guide = std::fs::read_to_string(here.join("../../docs/store-and-report.md")).unwrap();
    let statement = guide.lines().find(|line| line.starts_with("copy (from ")).unwrap();
    let first = ago(DAYS).strftime("%Y-%m-%d").to_string();
    let output = Command::new(python)
        .arg(here.join("tests/cli/by_duckdb.py"))
        .args(files)
        .args([&first, UNTIL, statement])
        .current_dir(scratch.path(""))
        .stderr(Stdio::inherit())
        .output()
        .unwrap();
    serde_json::from_slice(&output.stdout).expect("DuckDB computed nothing")
}

/// By kind, account, channel, template and language: all that a row of the table says of it, as text.
type Told = BTreeMap<[String; 5], Vec<String>>;

fn told(table: &str) -> Told {
    let mut reader = csv::Reader::from_path(table).unwrap();
    let records = reader.deserialize::<BTreeMap<String, String>>().map(Result::unwrap);
    let of = |record: &BTreeMap<String, String>, names: &[&str]| {
        names.iter().map(|name| record[*name].clone()).collect::<Vec<_>>()
    };
    let told = records.map(|record| {
        let key = ["kind", "account", "cust_space_id", "template_code", "language"];
        let counts = [
            "sent_count",
            "delivered_count",
            "read_count",
            "click_count",
            "sent_count_before",
            "delivered_count_before",
            "click_count_before",
            "delivery_rate",
            "read_rate",
            "click_rate",
        ];
        (of(&record, &key).try_into().unwrap(), of(&record, &counts))
    });
    told.collect()
}

/// The same of what was computed.
#[allow(clippy::cast_precision_loss, reason = "small numbers")]
fn expected(computed: &Value) -> Told {
    let rate = |part: i64, whole: i64| {
        if whole > 0 { (part as f64 / whole as f64).to_string() } else { String::new() }
    };
    let mut expected = Told::new();
    for (kind, list) in [("channel", "channels"), ("template", "templates")] {
        for row in computed[list].as_array().unwrap() {
            let row = row.as_array().unwrap();
            let (key, counts) = row.split_at(row.len() - 8);
            let mut key: Vec<String> = key.iter().map(|it| it.as_str().unwrap().to_owned()).collect();
            key.insert(0, kind.to_owned());
            key.resize(5, String::new());
            let counts: Vec<i64> = counts.iter().map(|it| it.as_i64().unwrap()).collect();
            let &[sent, delivered, read, clicks, sent_before, delivered_before, _, clicks_before] =
                counts.as_slice()
            else {
                panic!("{counts:?}")
            };
            let of_templates = |text: String| if kind == "template" { text } else { String::new() };
            let values = vec![
                sent.to_string(),
                delivered.to_string(),
                of_templates(read.to_string()),
                of_templates(clicks.to_string()),
                sent_before.to_string(),
                delivered_before.to_string(),
                of_templates(clicks_before.to_string()),
                rate(delivered, sent),
                of_templates(rate(read, delivered)),
                of_templates(rate(clicks, delivered)),
            ];
            expected.insert(key.try_into().unwrap(), values);
        }
    }
    expected
}

/// Fills a store: two accounts, some channels each, with gaps, days without a message, half hours beside days, and days
/// that lie outside of both periods.
fn fill(store: &str, random: &mut Random) -> Vec<MetricsRow> {
    let mut store = Store::open(&Location::parse(store).unwrap(), Access::Write).unwrap();
    let text = str::to_owned;
    let span = Span { from: ago(2 * DAYS + 5), until: ago(-2) };
    let mut all = Vec::new();
    for account in ["one", "two"] {
        let run = store.begin_run(account, span, ago(0)).unwrap();
        for channel in 0..=random.below(4) {
            let id = format!("cams-{account}-{channel}");
            let name =
                ChannelName { cust_space_id: id.clone(), name: format!("Shop {id}"), ..Default::default() };
            store.keep_channels(account, &[name], ago(3)).unwrap();
            let mut rows = Vec::new();
            let prefixes =
                [["49", "49"], ["49", "1"], ["45", "47"]][usize::try_from(random.below(3)).unwrap()];
            for prefix in prefixes {
                let phone_number = format!("{prefix}{}", 1000 + random.below(8000));
                let number = PhoneNumberName {
                    cust_space_id: id.clone(),
                    phone_number: phone_number.clone(),
                    ..Default::default()
                };
                store.keep_phone_numbers(account, &[number], ago(3)).unwrap();
                let subject = [id.as_str(), &phone_number, "", ""];
                rows.extend(days(subject, random));
            }
            for (code, name) in TEMPLATES {
                for language in
                    ["en", "zh_CN"].into_iter().take(usize::try_from(1 + random.below(2)).unwrap())
                {
                    let template = TemplateName {
                        cust_space_id: id.clone(),
                        template_code: text(code),
                        language: text(language),
                        template_name: text(name),
                        category: text("MARKETING"),
                        audit_status: text("pass"),
                    };
                    store.keep_templates(account, &[template], ago(3)).unwrap();
                    rows.extend(days([&id, "", code, language], random));
                }
            }
            let subject = Subject {
                cust_space_id: id,
                phone_number: String::new(),
                template_code: String::new(),
                language: String::new(),
            };
            let answer = Answer { subject, span, granularity: text("DAILY"), rows: rows.clone() };
            store.keep_answers(&run, &[answer], ago(0)).unwrap();
            all.append(&mut rows);
        }
    }
    all
}

/// Rows of a phone number, or of a template: one in the period at the least.
fn days([id, phone_number, code, language]: [&str; 4], random: &mut Random) -> Vec<MetricsRow> {
    let mut rows = Vec::new();
    for day in -2..2 * DAYS + 5 {
        if day != 1 && random.below(5) == 0 {
            continue;
        }
        let granularity = if day != 1 && random.below(9) == 0 { "HALF_HOUR" } else { "DAILY" };
        let sent = random.below(1500);
        let delivered = random.below(sent + 1);
        let is_template = !code.is_empty();
        let clicks = BUTTONS.map(|button| ButtonClicks {
            button: button.to_owned(),
            button_type: "url_button".to_owned(),
            count: random.below(99),
        });
        rows.push(MetricsRow {
            cust_space_id: id.to_owned(),
            phone_number: phone_number.to_owned(),
            template_code: code.to_owned(),
            language: language.to_owned(),
            granularity: granularity.to_owned(),
            period_start: ago(day),
            period_end: ago(day) + SignedDuration::from_hours(24),
            sent_count: sent,
            delivered_count: delivered,
            read_count: is_template.then(|| random.below(delivered + 1)),
            clicks: is_template.then(|| clicks.to_vec()),
        });
    }
    rows
}

/// What came in: within the period and outside of it, some of it paid back.
fn incomes(random: &mut Random) -> String {
    let mut table = "day,template,channel,revenue,currency\n".to_owned();
    for day in 0..DAYS + 5 {
        let date = ago(day).strftime("%Y-%m-%d");
        let (whole, part) = (random.below(5000) - 500, random.below(100));
        let of = if day % 2 == 0 { "news," } else { ",cams-one-0" };
        writeln!(table, "{date},{of},{whole}.{part:02},EUR").unwrap();
    }
    table
}
