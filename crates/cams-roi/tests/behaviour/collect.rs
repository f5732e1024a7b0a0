//! Collecting the metrics of many channels, against a service of its own on tokio's clock.

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::time::{Duration, SystemTime};

use cams_roi::bulk::{BulkOptions, Channel};
use cams_roi::operations::{CollectMetrics, CollectedMetrics, FindChannels, Granularity, MetricsTarget};
use cams_roi::transport::HttpRequest;
use cams_roi::{Error, ErrorKind};
use futures_util::{StreamExt as _, TryStreamExt as _};
use tokio::time::Instant;

use crate::scripted::{Reaction, Scripted, error, json, ok};

const DAY: u64 = 24 * 3600 * 1000;
/// So long a request takes.
const ROUND_TRIP: Duration = Duration::from_millis(40);

/// How many channels there are, and how many templates each has in how many languages.
#[derive(Clone, Copy)]
struct Size {
    channels: usize,
    templates: usize,
    languages: usize,
}

impl Size {
    fn of(channels: usize, templates: usize, languages: usize) -> Self {
        Self { channels, templates, languages }
    }
}

fn action(request: &HttpRequest) -> String {
    let of = |(name, value): &(_, String)| (*name == "x-acs-action").then(|| value.clone());
    request.headers.iter().find_map(of).unwrap()
}

fn parameters(request: &HttpRequest) -> HashMap<String, String> {
    url::Url::parse(&request.url).unwrap().query_pairs().into_owned().collect()
}

fn data(name: &str, rows: &[String], rest: &str) -> Reaction {
    json(200, &format!(r#"{{"Code":"OK","{name}":[{}]{rest}}}"#, rows.join(","))).after(ROUND_TRIP)
}

/// A service that lists, and counts one message a day for everything.
fn service_of(size: Size) -> impl Fn(usize, &HttpRequest) -> Reaction + Send + Sync + 'static {
    move |_, request| {
        let given = parameters(request);
        let number = |name: &str| given[name].parse::<u64>().unwrap();
        let count = |name: &str| given[name].parse::<usize>().unwrap();
        let days = || (number("Start")..number("End")).step_by(usize::try_from(DAY).unwrap());
        match action(request).as_str() {
            "ListInstance" => {
                let (page, length) = (count("PageIndex"), count("PageSize"));
                let ids = (0..size.channels).skip((page - 1) * length).take(length);
                let rows: Vec<_> = ids
                    .map(|id| {
                        format!(
                            r#"{{"InstanceId":"i-{id}","CustSpaceId":"cams-{id}","ChannelType":"WHATSAPP"}}"#
                        )
                    })
                    .collect();
                data("Data", &rows, &format!(r#","TotalCount":{}"#, size.channels))
            }
            "ListChatappTemplate" => {
                let rows: Vec<_> = (0..size.templates * size.languages)
                    .map(|it| {
                        let (code, language) = (it / size.languages, it % size.languages);
                        format!(
                            r#"{{"TemplateCode":"{code}","TemplateName":"name-{code}","Language":"l{language}",
                                "Category":"MARKETING","AuditStatus":"pass"}}"#
                        )
                    })
                    .collect();
                let total = format!(r#","Total":{}"#, rows.len());
                data("ListTemplate", &rows, &total)
            }
            "QueryChatappPhoneNumbers" => {
                let numbers = [r#"{"PhoneNumber":"86"}"#.to_owned()];
                data("PhoneNumbers", &numbers, "")
            }
            "GetChatappPhoneNumberMetric" => {
                let rows: Vec<_> = days()
                    .map(|day| {
                        format!(r#"{{"PhoneNumber":"86","Start":{day},"End":{},"SentCount":2,"DeliveredCount":1}}"#, day + DAY)
                    })
                    .collect();
                data("Data", &rows, "")
            }
            "GetChatappTemplateMetric" => {
                let rows: Vec<_> = days()
                    .map(|day| {
                        format!(r#"{{"Start":{day},"End":{},"SentCount":1,"DeliveredCount":1}}"#, day + DAY)
                    })
                    .collect();
                data("Data", &rows, "")
            }
            "EnableWhatsappROIMetric" => ok().after(ROUND_TRIP),
            other => panic!("{other} is asked for"),
        }
    }
}

fn day(number: u64) -> SystemTime {
    SystemTime::UNIX_EPOCH + Duration::from_millis(number * DAY)
}

fn days(count: u64) -> CollectMetrics {
    CollectMetrics::new().start(day(20_000)).end(day(20_000 + count))
}

async fn collected(service: &Scripted, request: CollectMetrics) -> Result<Vec<CollectedMetrics>, Error> {
    service.client().collect_metrics(request).try_collect().await
}

/// Which queries there were, by operation, channel, template, language and start.
fn queries(service: &Scripted) -> Vec<String> {
    let requests = service.requests();
    let metrics = requests.iter().filter(|it| action(it).contains("Metric"));
    let of = |request: &HttpRequest| {
        let given = parameters(request);
        let part = |name: &str| given.get(name).cloned().unwrap_or_default();
        [part("CustSpaceId"), part("TemplateCode"), part("Language"), part("PhoneNumber"), part("Start")]
            .join(" ")
    };
    metrics.map(of).collect()
}

#[tokio::test(start_paused = true)]
async fn every_channel_is_found_and_all_of_its_metrics_are_read() {
    let service = Scripted::new(service_of(Size::of(120, 3, 2)));
    let results = collected(&service, days(30)).await.unwrap();
    assert_eq!(results.len(), 120 * (1 + 3 * 2));
    assert_eq!(queries(&service).iter().collect::<BTreeSet<_>>().len(), results.len(), "none twice");
    let rows: Vec<_> = results.iter().flat_map(|it| &it.rows).collect();
    assert_eq!(rows.len(), 120 * 7 * 30);
    let of_templates: Vec<_> = rows.iter().filter(|it| it.template_code.is_some()).collect();
    assert_eq!(of_templates.len(), 120 * 6 * 30);
    assert!(of_templates.iter().all(|it| it.template_name.is_some() && it.language.is_some()));
    assert!(rows.iter().all(|it| it.template_code.is_some() != it.phone_number.is_some()));
    let last = &results[results.len() - 1].progress;
    assert_eq!((last.channels, last.done, last.total, last.is_complete), (120, 840, 840, true));
}

#[tokio::test(start_paused = true)]
async fn all_limits_are_used_beside_one_another_and_none_is_broken() {
    let service = Scripted::new(service_of(Size::of(300, 3, 2)));
    let begun = Instant::now();
    collected(&service, days(30)).await.unwrap();
    let took = begun.elapsed().as_secs_f64();
    // 300 lists of templates at 5 a second are the longest part; 1,800 queries at 50 a second take 36 s.
    assert!((59.0..63.0).contains(&took), "{took} s");
    let mut sent: BTreeMap<String, Vec<Instant>> = BTreeMap::new();
    for (request, time) in service.requests().iter().zip(service.times()) {
        sent.entry(action(request)).or_default().push(time);
    }
    for (action, most) in [("ListInstance", 5), ("ListChatappTemplate", 5), ("GetChatappTemplateMetric", 50)]
    {
        for window in sent[action].windows(most + 1) {
            let apart = window[most] - window[0];
            assert!(apart + ROUND_TRIP >= Duration::from_secs(1), "{action}: {apart:?}");
        }
    }
}

#[tokio::test(start_paused = true)]
async fn a_channel_that_is_denied_does_not_end_it() {
    let answers = service_of(Size::of(3, 1, 1));
    let service = Scripted::new(move |number, request| {
        let given = parameters(request);
        let is_second = given.get("CustSpaceId").is_some_and(|id| id == "cams-1");
        match action(request).as_str() {
            "ListChatappTemplate" if is_second => error(400, "Ram.PermissionDeny"),
            _ => answers(number, request),
        }
    });
    let results = collected(&service, days(1)).await.unwrap();
    assert_eq!(results.len(), 6);
    let failed: Vec<_> = results.iter().filter(|it| it.error.is_some()).collect();
    assert_eq!(failed.len(), 1);
    assert_eq!(failed[0].cust_space_id, "cams-1");
    let error = failed[0].error.as_ref().unwrap();
    assert_eq!((error.kind(), error.operation()), (ErrorKind::PermissionDenied, Some("ListChatappTemplate")));
    assert_eq!(results.iter().map(|it| it.progress.failed).max(), Some(1));
}

#[tokio::test(start_paused = true)]
async fn what_is_the_account_s_ends_it() {
    let answers = service_of(Size::of(100, 1, 1));
    let service = Scripted::new(move |number, request| match action(request).as_str() {
        "GetChatappTemplateMetric" => error(400, "Product.Unsubscript").after(ROUND_TRIP),
        _ => answers(number, request),
    });
    let error = collected(&service, days(1)).await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::NotSubscribed);
    assert!(service.count() < 60, "{} requests", service.count());
}

#[tokio::test(start_paused = true)]
async fn channels_that_cannot_be_listed_end_it() {
    let service = Scripted::new(|_, _| error(400, "Ram.PermissionDeny"));
    let error = collected(&service, days(1)).await.unwrap_err();
    assert_eq!((error.kind(), error.operation()), (ErrorKind::PermissionDenied, Some("ListInstance")));
    assert_eq!(service.count(), 1);
}

#[tokio::test(start_paused = true)]
async fn targets_are_asked_for_once_and_alone() {
    let service = Scripted::new(service_of(Size::of(9, 2, 2)));
    let targets = vec![
        MetricsTarget::new("cams-1"),
        MetricsTarget::new("cams-1").phone_number("86"),
        MetricsTarget::new("cams-1").template_code("1").language("l0"),
        MetricsTarget::new("cams-2").phone_number("86"),
        MetricsTarget::new("cams-2").phone_number("86"),
        MetricsTarget::new("cams-3").template_code("7"),
    ];
    let request = days(1).channels(vec!["cams-1".to_owned()]).targets(targets);
    let results = collected(&service, request).await.unwrap();
    let mut asked = queries(&service);
    asked.sort();
    let start = 20_000 * DAY;
    let wanted = [
        format!("cams-1   86 {start}"),
        format!("cams-1 0 l0  {start}"),
        format!("cams-1 0 l1  {start}"),
        format!("cams-1 1 l0  {start}"),
        format!("cams-1 1 l1  {start}"),
        format!("cams-2   86 {start}"),
        format!("cams-3 7   {start}"),
    ];
    assert_eq!(asked, wanted);
    assert_eq!(results.len(), wanted.len());
    assert_eq!(results[results.len() - 1].progress.channels, 1);
    assert!(!service.requests().iter().any(|it| action(it) == "ListInstance"));
}

#[tokio::test(start_paused = true)]
async fn a_list_s_channels_keep_their_isv_codes() {
    let service = Scripted::new(service_of(Size::of(9, 1, 1)));
    let list = "cust_space_id,isv_code\ncams-1,isv-7\ncams-2,\n";
    let channels: Vec<Channel> =
        cams_roi::channels::read_from(list.as_bytes(), "the list").collect::<Result<_, _>>().unwrap();
    collected(&service, days(1).channels(channels).isv_code("isv-1")).await.unwrap();
    let of = |request: &HttpRequest| {
        let given = parameters(request);
        format!("{} {}", given["CustSpaceId"], given["IsvCode"])
    };
    let codes: BTreeSet<_> = service.requests().iter().map(of).collect();
    assert_eq!(codes.into_iter().collect::<Vec<_>>(), ["cams-1 isv-7", "cams-2 isv-1"]);
}

#[tokio::test(start_paused = true)]
async fn a_long_time_is_asked_for_in_parts_without_doubles() {
    let service = Scripted::new(service_of(Size::of(1, 1, 1)));
    let results = collected(&service, days(200).templates(false)).await.unwrap();
    assert_eq!(results.len(), 3);
    let starts: BTreeSet<_> = results.iter().flat_map(|it| &it.rows).map(|row| row.start).collect();
    assert_eq!(starts.len(), 200);
    assert_eq!(results.iter().map(|it| it.rows.len()).sum::<usize>(), 200);
}

#[tokio::test(start_paused = true)]
async fn a_row_that_begins_before_its_part_came_with_the_part_before() {
    let rows = |from: u64| {
        let row =
            |day: u64| format!(r#"{{"PhoneNumber":"86","Start":{day},"End":{},"SentCount":1}}"#, day + DAY);
        // A day that begins at 16:00 of UTC is in both parts.
        data("Data", &[row(from - DAY / 3), row(from + 2 * DAY / 3)], "")
    };
    let service = Scripted::new(move |_, request| rows(parameters(request)["Start"].parse().unwrap()));
    let number = MetricsTarget::new("cams-1").phone_number("86");
    let request = days(2).days_per_query(1).targets(vec![number]);
    let results = collected(&service, request).await.unwrap();
    assert_eq!(results.iter().map(|it| it.rows.len()).sum::<usize>(), 3);
}

#[tokio::test(start_paused = true)]
async fn a_run_that_is_resumed_asks_for_nothing_twice_and_loses_nothing() {
    let folder = tempfile::tempdir().unwrap();
    let journal = folder.path().join("journal").to_str().unwrap().to_owned();
    let service = Scripted::new(service_of(Size::of(20, 2, 1)));
    let request = || days(3).journal(&journal);
    let mut taken = Vec::new();
    {
        // It is left in the middle: the last result was not taken.
        let mut first = std::pin::pin!(service.client().collect_metrics(request()));
        for _ in 0..25 {
            taken.push(first.next().await.unwrap().unwrap());
        }
    }
    let lost = taken.pop().unwrap();
    let before = queries(&service).len();
    let second = collected(&service, request()).await.unwrap();
    assert_eq!(second[second.len() - 1].progress.skipped, 24);
    let keys = |results: &[CollectedMetrics]| -> BTreeSet<String> {
        results.iter().map(|it| format!("{} {:?}", it.cust_space_id, it.template_code)).collect()
    };
    let (first, rest) = (keys(&taken), keys(&second));
    assert!(first.is_disjoint(&rest));
    assert!(rest.contains(keys(&[lost]).first().unwrap()), "it was not taken, and comes again");
    assert_eq!(first.len() + rest.len(), 60);
    assert_eq!(queries(&service).len() - before, 36);
    // All is done now.
    assert_eq!(collected(&service, request()).await.unwrap().len(), 0);
    assert_eq!(queries(&service).len() - before, 36);
}

#[tokio::test(start_paused = true)]
async fn a_failed_query_is_asked_for_again() {
    let folder = tempfile::tempdir().unwrap();
    let journal = folder.path().join("journal").to_str().unwrap().to_owned();
    let answers = service_of(Size::of(2, 1, 1));
    let service = Scripted::new(move |number, request| match (number, action(request).as_str()) {
        (0..6, "GetChatappTemplateMetric") => error(400, "Unknown.ResourceOwnerId"),
        _ => answers(number, request),
    });
    let request = || days(1).journal(&journal);
    let failed = collected(&service, request()).await.unwrap().into_iter().filter(|it| it.error.is_some());
    let failed = failed.count();
    assert!(failed > 0);
    let second = collected(&service, request()).await.unwrap();
    assert_eq!((second.len(), second.iter().filter(|it| it.error.is_some()).count()), (failed, 0));
}

#[tokio::test(start_paused = true)]
async fn half_hours_are_asked_for_as_such() {
    let service = Scripted::new(service_of(Size::of(1, 0, 1)));
    collected(&service, days(1).granularity(Granularity::HalfHour)).await.unwrap();
    let requests = service.requests();
    let asked = requests.iter().find(|it| action(it) == "GetChatappPhoneNumberMetric").unwrap();
    assert_eq!(parameters(asked)["Granularity"], "HALF_HOUR");
}

#[tokio::test(start_paused = true)]
async fn channels_are_found_page_by_page() {
    let service = Scripted::new(service_of(Size::of(120, 0, 0)));
    let found: Vec<_> = service.client().find_channels(FindChannels::new()).try_collect().await.unwrap();
    assert_eq!(found.len(), 120);
    assert_eq!(found[7].cust_space_id, "cams-7");
    assert_eq!(service.count(), 3);
    let first = service.client();
    let mut first = std::pin::pin!(first.find_channels(FindChannels::new()));
    first.try_next().await.unwrap();
    assert_eq!(service.count(), 4, "a page is fetched when it is needed");
}

#[tokio::test(start_paused = true)]
async fn all_channels_are_enabled_that_are_wanted() {
    let service = Scripted::new(service_of(Size::of(30, 0, 0)));
    let is_even = |channel: &cams_roi::operations::FoundChannel| {
        channel.cust_space_id[5..].parse::<u32>().unwrap().is_multiple_of(2)
    };
    let (total, outcomes) =
        service.client().enable_all(FindChannels::new(), is_even, BulkOptions::new()).await.unwrap();
    let outcomes: Vec<_> = outcomes.try_collect().await.unwrap();
    assert_eq!((total, outcomes.len()), (15, 15));
    assert!(outcomes.iter().all(cams_roi::bulk::ChannelOutcome::is_enabled));
}
