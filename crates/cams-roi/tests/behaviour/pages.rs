//! Listings: all pages, one after the other.

use cams_roi::operations::{ListChatappMessage, ListChatappTemplate, ListInstance, Page};
use cams_roi::{CallOptions, Error, ErrorKind};
use futures_util::TryStreamExt as _;

use crate::scripted::{Reaction, Scripted, error, json};

/// A page of channels whose IDs begin with `first`.
fn instances(first: u32, count: u32, total: &str) -> Reaction {
    let rows: Vec<_> = (first..first + count).map(|id| format!(r#"{{"InstanceId":"{id}"}}"#)).collect();
    json(200, &format!(r#"{{"Code":"OK","TotalCount":{total},"Data":[{}]}}"#, rows.join(",")))
}

/// What was asked for, parameter by parameter.
fn asked(service: &Scripted, names: &[&str]) -> Vec<Vec<String>> {
    let value = |url: &str, name: &str| {
        let url = url::Url::parse(url).unwrap();
        url.query_pairs().find(|(key, _)| key == name).map_or(String::new(), |(_, value)| value.into_owned())
    };
    let requests = service.requests();
    requests.iter().map(|it| names.iter().map(|name| value(&it.url, name)).collect()).collect()
}

async fn ids(service: &Scripted, request: ListInstance) -> Result<Vec<String>, Error> {
    service.client().all_instances(request).items().map_ok(|it| it.instance_id).try_collect().await
}

#[tokio::test(start_paused = true)]
async fn all_pages_come_in_turn() {
    let service =
        Scripted::of(vec![instances(0, 50, "120"), instances(50, 50, "120"), instances(100, 20, "120")]);
    let ids = ids(&service, ListInstance::new().channel_type("whatsapp")).await.unwrap();
    assert_eq!(ids, (0..120).map(|id| id.to_string()).collect::<Vec<_>>());
    let pages = asked(&service, &["PageIndex", "PageSize", "ChannelType"]);
    assert_eq!(pages, [["1", "50", "whatsapp"], ["2", "50", "whatsapp"], ["3", "50", "whatsapp"]]);
}

#[tokio::test(start_paused = true)]
async fn a_page_is_not_fetched_before_it_is_needed() {
    let service = Scripted::of(vec![instances(0, 2, "6"), instances(2, 2, "6"), instances(4, 2, "6")]);
    let pages = service.client().all_instances(ListInstance::new().page_size(2)).limit(3);
    let mut items = std::pin::pin!(pages.items());
    items.try_next().await.unwrap();
    items.try_next().await.unwrap();
    assert_eq!(service.count(), 1);
    assert_eq!(items.try_next().await.unwrap().unwrap().instance_id, "2");
    assert!(items.try_next().await.unwrap().is_none());
    assert_eq!(service.count(), 2);
}

#[tokio::test(start_paused = true)]
async fn a_page_as_json_is_asked_for_by_number() {
    let page = |rows: &str| json(200, &format!(r#"{{"Code":"OK","ListTemplate":[{rows}]}}"#));
    let row = r#"{"TemplateCode":"1"},{"TemplateCode":"2"}"#;
    let service = Scripted::of(vec![page(row), page(r#"{"TemplateCode":"3"}"#)]);
    let request = ListChatappTemplate::new("cams-1").page(Page::new(7, 2));
    let templates: Vec<_> = service.client().all_templates(request).items().try_collect().await.unwrap();
    assert_eq!(templates.len(), 3);
    assert_eq!(asked(&service, &["Page"]), [[r#"{"Index":1,"Size":2}"#], [r#"{"Index":2,"Size":2}"#]]);
}

#[tokio::test(start_paused = true)]
async fn a_page_that_comes_again_ends_a_listing_with_an_error() {
    let service =
        Scripted::of(vec![json(200, r#"{"Code":"OK","RequestId":"R","Data":[{"MessageId":"1"}]}"#)]);
    let request = ListChatappMessage::new("8613", "whatsapp", Page::new(1, 1)).cust_space_id("cams-1");
    let messages = service.client().all_messages(request).items().try_collect::<Vec<_>>().await;
    let error = messages.unwrap_err();
    assert_eq!(
        (error.kind(), error.operation()),
        (ErrorKind::UnexpectedResponse, Some("ListChatappMessage"))
    );
    assert_eq!(service.count(), 2);
}

#[tokio::test(start_paused = true)]
async fn after_an_error_the_same_page_can_be_asked_for_again() {
    let failing = error(400, "Product.Unsubscript");
    let service = Scripted::of(vec![instances(0, 2, "3"), failing, instances(2, 1, "3")]);
    let mut pages =
        service.client().all_instances(ListInstance::new()).options(CallOptions::new().max_attempts(1));
    assert_eq!(pages.next_page().await.unwrap().unwrap().instances.len(), 2);
    assert!(pages.next_page().await.unwrap().is_err());
    assert_eq!(pages.next_page().await.unwrap().unwrap().instances[0].instance_id, "2");
    assert!(pages.next_page().await.is_none());
    assert_eq!(asked(&service, &["PageIndex"]), [["1"], ["2"], ["2"]]);
}

#[tokio::test(start_paused = true)]
async fn a_page_of_nothing_is_refused() {
    let service = Scripted::of(vec![instances(0, 1, "1")]);
    let error = ids(&service, ListInstance::new().page_size(0)).await.unwrap_err();
    assert_eq!((error.kind(), service.count()), (ErrorKind::InvalidArgument, 0));
}
