//! What the parts of a call cost: the signatures, a call without a network, and one over loopback.

use std::hint::black_box;
use std::path::PathBuf;
use std::sync::Arc;
use std::time::{Duration, UNIX_EPOCH};

use cams_roi::bulk::{BulkOptions, Journal};
use cams_roi::operations::{API_VERSION, EnableWhatsappRoiMetric, GetChatappTemplateMetric};
use cams_roi::signature::{self, SignatureAlgorithm, UnsignedRequest};
use cams_roi::transport::{HttpRequest, HttpResponse, Transport, TransportError};
use cams_roi::{Client, Credentials, RateLimit};
use cams_roi_emulator::{Emulator, EmulatorOptions, Limits};
use criterion::{Criterion, Throughput, criterion_group, criterion_main};
use futures_util::StreamExt as _;
use futures_util::future::BoxFuture;
use tokio::runtime::Runtime;

fn signatures(criterion: &mut Criterion) {
    let credentials = Credentials::new("bench-id", "bench-secret");
    let parameters = [("CustSpaceId", "cams-1234567890"), ("IsvCode", "bench code")]
        .map(|(name, value)| (name.into(), value.to_owned()));
    let request = UnsignedRequest {
        host: "cams.ap-southeast-1.aliyuncs.com",
        action: EnableWhatsappRoiMetric::ACTION,
        version: API_VERSION,
        parameters: &parameters,
    };
    let time = "2026-11-23T09:43:00Z".parse().unwrap_or_default();
    let mut group = criterion.benchmark_group("sign");
    for algorithm in SignatureAlgorithm::ALL {
        group.bench_function(algorithm.as_str(), |bencher| {
            let nonce = "3156853299f313e23d1673dc12e1703d";
            bencher.iter(|| signature::sign(algorithm, black_box(request), &credentials, nonce, time));
        });
    }
}

/// Answers at once, always the same.
#[derive(Debug)]
struct Instant(Vec<u8>);

impl Transport for Instant {
    fn send(&self, _request: HttpRequest) -> BoxFuture<'_, Result<HttpResponse, TransportError>> {
        Box::pin(async { Ok(HttpResponse { status: 200, headers: Vec::new(), body: self.0.clone() }) })
    }
}

fn client(body: &str) -> Result<Client, cams_roi::Error> {
    Client::builder()
        .credentials(Credentials::new("bench-id", "bench-secret"))
        .transport(Arc::new(Instant(body.into())))
        .rate_limit(RateLimit::off())
        .build()
}

const ROW: &str = r#"{"TemplateCode":"110012345678901234567890","Language":"en","SentCount":10,"ReadCount":3,
    "DeliveredCount":6,"Cliented":[{"Type":"quick_relpy_button","ButtonContent":"回复","Count":20},
    {"Type":"url_button","ButtonContent":"Open url","Count":2}],"Start":1673919240001,"End":1668138331485}"#;

#[allow(clippy::expect_used, reason = "a benchmark that cannot run has nothing to tell")]
fn calls(criterion: &mut Criterion) {
    let runtime = Runtime::new().expect("a runtime");
    let enabled = client(r#"{"RequestId":"R","Code":"OK","Message":"None"}"#).expect("a client");
    criterion.bench_function("call without a network, enable", |bencher| {
        let call = || enabled.enable_whatsapp_roi_metric(EnableWhatsappRoiMetric::new("cams-1"));
        bencher.to_async(&runtime).iter(|| async { call().await.expect("a success") });
    });

    let body = format!(r#"{{"RequestId":"R","Code":"OK","Data":[{}]}}"#, vec![ROW; 1000].join(","));
    let rows = client(&body).expect("a client");
    let mut group = criterion.benchmark_group("call without a network, template metrics");
    group.throughput(Throughput::Bytes(body.len() as u64));
    group.bench_function("1000 rows decoded", |bencher| {
        let range = (UNIX_EPOCH, UNIX_EPOCH + Duration::from_secs(1));
        let call = || {
            rows.get_chatapp_template_metric(
                GetChatappTemplateMetric::new("1", range.0, range.1).own_channel(),
            )
        };
        bencher.to_async(&runtime).iter(|| async { call().await.expect("a success") });
    });
    group.finish();

    let options = EmulatorOptions { limits: Limits::off(), ..EmulatorOptions::default() };
    let emulator = runtime.block_on(Emulator::start(options)).expect("an emulator");
    let account = emulator.ready_account().expect("an account");
    let client = Client::builder()
        .endpoint(emulator.url())
        .credentials(Credentials::new(account.access_key_id, account.access_key_secret))
        .rate_limit(RateLimit::off())
        .build()
        .expect("a client");
    criterion.bench_function("call over loopback, emulator", |bencher| {
        let call = || client.enable_whatsapp_roi_metric(EnableWhatsappRoiMetric::own_channel());
        bencher.to_async(&runtime).iter(|| async { call().await.expect("a success") });
    });
}

/// What it costs to have every outcome on disk: 300 channels at once, whose lines share syncs.
#[allow(clippy::expect_used, reason = "a benchmark that cannot run has nothing to tell")]
fn journals(criterion: &mut Criterion) {
    const CHANNELS: u64 = 300;
    let runtime = Runtime::new().expect("a runtime");
    let enabled = client(r#"{"RequestId":"R","Code":"OK","Message":"None"}"#).expect("a client");
    let folder = tempfile::tempdir().expect("a folder");
    let run = |path: Option<PathBuf>| {
        let enabled = enabled.clone();
        async move {
            let mut options = BulkOptions::new().concurrency(50);
            if let Some(path) = path {
                // Of an earlier round, which would leave nothing to do.
                let _ = std::fs::remove_file(&path);
                options = options.journal(Journal::open(path).expect("a journal"));
            }
            let channels = (0..CHANNELS).map(|number| format!("cams-{number}"));
            assert_eq!(enabled.enable_many(channels, options).count().await as u64, CHANNELS);
        }
    };
    let mut group = criterion.benchmark_group("300 channels without a network");
    group.throughput(Throughput::Elements(CHANNELS)).sample_size(20);
    group.bench_function("no journal", |bencher| bencher.to_async(&runtime).iter(|| run(None)));
    group.bench_function("a journal, synced", |bencher| {
        bencher.to_async(&runtime).iter(|| run(Some(folder.path().join("journal"))));
    });
    group.finish();
}

criterion_group!(benches, signatures, calls, journals);
criterion_main!(benches);
