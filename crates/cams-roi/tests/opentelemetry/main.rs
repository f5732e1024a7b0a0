//! Spans of `tracing` as OpenTelemetry has them, by its own exporter: as `docs/watching.md` shows.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test fails by panicking")]
#![allow(unreachable_pub, dead_code, reason = "the scripted service has more than this test needs")]

#[path = "../behaviour/scripted.rs"]
mod scripted;

use cams_roi::operations::EnableWhatsappRoiMetric;
use opentelemetry::trace::{SpanKind, Status, TracerProvider as _};
use opentelemetry::{KeyValue, Value};
use opentelemetry_sdk::trace::{InMemorySpanExporter, SdkTracerProvider, SpanData};
use tracing::Instrument as _;
use tracing_subscriber::layer::SubscriberExt as _;

use crate::scripted::{Scripted, error, ok};

fn value(attributes: &[KeyValue], name: &str) -> Option<Value> {
    attributes.iter().find(|it| it.key.as_str() == name).map(|it| it.value.clone())
}

fn text(span: &SpanData, name: &str) -> Option<String> {
    value(&span.attributes, name).map(|it| it.to_string())
}

#[tokio::test(start_paused = true)]
async fn a_call_is_a_span_below_the_current_one_with_an_event_for_each_request() {
    let exporter = InMemorySpanExporter::default();
    let provider = SdkTracerProvider::builder().with_simple_exporter(exporter.clone()).build();
    let layer = tracing_opentelemetry::layer().with_tracer(provider.tracer("tests"));
    let _installed = tracing::subscriber::set_default(tracing_subscriber::registry().with(layer));

    let service = Scripted::of(vec![error(429, "Throttling.User"), ok(), error(400, "Product.Unsubscript")]);
    let client = service.client();
    let enable = || EnableWhatsappRoiMetric::new("cams-1");
    let nightly = tracing::info_span!("nightly");
    client.enable_whatsapp_roi_metric(enable()).instrument(nightly.clone()).await.unwrap();
    drop(nightly);
    client.enable_whatsapp_roi_metric(enable()).await.unwrap_err();

    let spans = exporter.get_finished_spans().unwrap();
    let [call, nightly, failed] = &spans[..] else { panic!("{spans:?}") };
    assert_eq!((call.name.as_ref(), nightly.name.as_ref()), ("cams/EnableWhatsappROIMetric", "nightly"));
    assert_eq!(call.span_kind, SpanKind::Client);
    assert_eq!(call.parent_span_id, nightly.span_context.span_id());
    assert_eq!(call.status, Status::Unset);
    for (name, expected) in [
        ("rpc.system.name", "alibaba_cloud"),
        ("rpc.method", "cams/EnableWhatsappROIMetric"),
        ("server.address", "cams.ap-southeast-1.aliyuncs.com"),
        ("server.port", "443"),
        ("http.request.method", "POST"),
        ("cams.cust_space_id", "cams-1"),
        ("cams.attempts", "2"),
        ("cams.request_id", "R-1"),
        ("rpc.response.status_code", "OK"),
    ] {
        assert_eq!(text(call, name).as_deref(), Some(expected), "{name}");
    }
    assert!(text(call, "cams.call_id").is_some() && text(call, "cams.queue_wait").is_some());
    assert_eq!(text(call, "otel.name"), None, "it is the span's name, and no attribute");
    let attempts: Vec<_> = call.events.iter().filter(|it| it.name == "attempt").collect();
    assert_eq!(attempts.len(), 2);
    let status = |index: usize| value(&attempts[index].attributes, "http.response.status_code");
    assert_eq!([status(0), status(1)], [Some(Value::I64(429)), Some(Value::I64(200))]);
    let kind = value(&attempts[0].attributes, "error.type").unwrap();
    assert_eq!(kind.as_str(), "ThrottledError");

    assert!(matches!(failed.status, Status::Error { .. }), "{:?}", failed.status);
    assert_eq!(text(failed, "error.type").as_deref(), Some("NotSubscribedError"));
    assert_eq!(text(failed, "http.response.status_code").as_deref(), Some("400"));
}
