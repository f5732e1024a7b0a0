//! Against the emulator, which checks what the service checks: the main job, and every fault on demand.

use std::time::{Duration, SystemTime};

use cams_roi::ErrorKind::{self, RequestTimeout, Service, Throttled, Transport, UnexpectedResponse};
use cams_roi::operations::{
    ButtonType, Call, EnableWhatsappRoiMetric, GetChatappPhoneNumberMetric, GetChatappTemplateMetric,
    Granularity,
};
use cams_roi::{
    CallOptions, Client, ClientBuilder, Credentials, Error, Proxy, RateLimit, SignatureAlgorithm,
};
use cams_roi_emulator::{
    AccessKey, Account, AccountPatch, Case, Channel, DenialForm, Emulator, EmulatorOptions, Fault, FaultRule,
    Format, Limits, Outcome,
};

const DAY: Duration = Duration::from_secs(24 * 60 * 60);
const AWKWARD: &str = "é 验 🚀 *~+/ '()!";

async fn emulator() -> Emulator {
    Emulator::start(EmulatorOptions { limits: Limits::off(), ..EmulatorOptions::default() }).await.unwrap()
}

fn builder(emulator: &Emulator) -> ClientBuilder {
    let account = emulator.ready_account().unwrap();
    Client::builder()
        .endpoint(emulator.url())
        .credentials(Credentials::new(account.access_key_id, account.access_key_secret))
        .proxy(Proxy::Direct)
        .rate_limit(RateLimit::off())
}

fn enable(channel: &str) -> EnableWhatsappRoiMetric {
    EnableWhatsappRoiMetric::new(channel)
}

fn time(timestamp: cams_roi_emulator::Timestamp) -> SystemTime {
    SystemTime::try_from(timestamp).unwrap()
}

#[tokio::test]
async fn enable_and_a_day_later_the_figures_are_there() {
    for algorithm in SignatureAlgorithm::ALL {
        let emulator = emulator().await;
        let client = builder(&emulator).signature(algorithm).build().unwrap();
        let channel = "cams-emulator-1";
        let output =
            client.enable_whatsapp_roi_metric(enable(channel).isv_code("emulator-isv-code")).await.unwrap();
        assert_eq!(output.request_id.unwrap().len(), 36, "the newline is trimmed");
        assert_eq!((output.message, output.access_denied_detail), (None, None));

        let start = time(emulator.now()) - DAY;
        let end = start + DAY * 4;
        let phone = GetChatappPhoneNumberMetric::new(start, end)
            .cust_space_id(channel)
            .granularity(Granularity::HalfHour);
        let template =
            GetChatappTemplateMetric::new("110012345678901234567890", start, end).cust_space_id(channel);
        assert_eq!(client.get_chatapp_phone_number_metric(phone.clone()).await.unwrap().data, []);

        emulator.advance(DAY + DAY / 2).unwrap();
        let rows = client.get_chatapp_phone_number_metric(phone).await.unwrap().data;
        assert!(rows.len() > 20, "{}", rows.len());
        assert!(rows.iter().all(|row| row.granularity == Some(Granularity::HalfHour) && row.start < row.end));
        assert!(rows.iter().map(|row| row.sent_count).sum::<i64>() > 0);
        let rows = client.get_chatapp_template_metric(template.language("en")).await.unwrap().data;
        assert!(
            rows.iter().all(|row| row.template_code == "110012345678901234567890" && row.language == "en")
        );
        let buttons: Vec<_> = rows[0].clicks.iter().map(|clicks| &clicks.button_type).collect();
        assert!(
            buttons.contains(&&ButtonType::QuickReply) && buttons.contains(&&ButtonType::Url),
            "{buttons:?}"
        );

        let answer = client.send(&Call::new("ListInstance"), CallOptions::new()).await.unwrap();
        let answer: serde_json::Value = answer.decode().unwrap();
        assert_eq!(answer["Code"], "OK");
        let log = emulator.log();
        assert!(log.iter().all(|entry| entry.signature == Some(algorithm.as_str())));
    }
}

#[tokio::test]
async fn awkward_values_arrive_whole() {
    let mut account = Account::ready(0);
    account.isv_code = Some(AWKWARD.to_owned());
    account.channels = [AWKWARD, "a=b&c%20d;e", &"x".repeat(3000)].map(Channel::new).to_vec();
    let options = EmulatorOptions {
        accounts: vec![account.clone()],
        limits: Limits::off(),
        ..EmulatorOptions::default()
    };
    let emulator = Emulator::start(options).await.unwrap();
    for algorithm in SignatureAlgorithm::ALL {
        let client = builder(&emulator).signature(algorithm).build().unwrap();
        for channel in &account.channels {
            client.enable_whatsapp_roi_metric(enable(&channel.id).isv_code(AWKWARD)).await.unwrap();
            assert_eq!(emulator.log().last().unwrap().parameters.get("CustSpaceId"), Some(&channel.id));
        }
    }
}

#[tokio::test]
async fn temporary_credentials_are_signed_and_sent() {
    let emulator = emulator().await;
    let mut patch = AccountPatch::new(emulator.accounts()[0].account_id.clone());
    patch.access_keys = Some(vec![AccessKey::temporary("sts-id", "sts-secret", "sts-token/+=")]);
    emulator.patch_account(patch).unwrap();
    for algorithm in SignatureAlgorithm::ALL {
        let with =
            |credentials| builder(&emulator).credentials(credentials).signature(algorithm).build().unwrap();
        let right = with(Credentials::new("sts-id", "sts-secret").with_security_token("sts-token/+="));
        right.enable_whatsapp_roi_metric(enable("cams-emulator-1")).await.unwrap();
        for (wrong, code) in [
            (Credentials::new("sts-id", "sts-secret"), "MissingSecurityToken"),
            (
                Credentials::new("sts-id", "other").with_security_token("sts-token/+="),
                "SignatureDoesNotMatch",
            ),
            (Credentials::new("nobody", "sts-secret"), "InvalidAccessKeyId.NotFound"),
        ] {
            let error = with(wrong).enable_whatsapp_roi_metric(enable("cams-emulator-1")).await.unwrap_err();
            assert_eq!((error.kind(), error.code()), (ErrorKind::Authentication, Some(code)));
            assert!(!error.to_string().contains("sts-token"));
        }
    }
}

#[tokio::test]
async fn what_the_account_lacks_is_told() {
    let emulator = emulator().await;
    let client = builder(&emulator).build().unwrap();
    let refused = |channel: &'static str| {
        let client = client.clone();
        async move { client.enable_whatsapp_roi_metric(enable(channel)).await.unwrap_err() }
    };
    let account = emulator.accounts()[0].account_id.clone();
    let patch = |change: fn(&mut AccountPatch)| {
        let mut patch = AccountPatch::new(account.clone());
        change(&mut patch);
        emulator.patch_account(patch).unwrap();
    };
    assert_eq!(refused("cams-other").await.kind(), ErrorKind::UnknownResourceOwner);
    let wrong_code =
        client.enable_whatsapp_roi_metric(enable("cams-emulator-1").isv_code("wrong")).await.unwrap_err();
    assert_eq!(
        (wrong_code.kind(), wrong_code.code()),
        (ErrorKind::PermissionDenied, Some("Authentication.NoAuth"))
    );
    patch(|patch| patch.permissions = Some(Vec::new()));
    let text = refused("cams-emulator-1").await;
    assert_eq!((text.kind(), text.code()), (ErrorKind::PermissionDenied, Some("Ram.PermissionDeny")));
    assert!(text.access_denied_detail().is_some() && text.hint().contains("cams:EnableWhatsappROIMetric"));
    patch(|patch| patch.denial = Some(DenialForm::Object));
    let object = refused("cams-emulator-1").await;
    assert_eq!((object.kind(), object.http_status()), (ErrorKind::PermissionDenied, Some(403)));
    let detail = object.access_denied_detail().unwrap();
    assert_eq!(detail.auth_action.as_deref(), Some("cams:EnableWhatsappROIMetric"));
    patch(|patch| patch.subscribed = Some(false));
    assert_eq!(refused("cams-emulator-1").await.kind(), ErrorKind::NotSubscribed);
    let wrong_name =
        client.send(&Call::new("enableWhatsappROIMetric"), CallOptions::new()).await.unwrap_err();
    assert_eq!(
        (wrong_name.kind(), wrong_name.code()),
        (ErrorKind::InvalidParameter, Some("InvalidApi.NotFound"))
    );
    let range = Call::new("GetChatappPhoneNumberMetric").parameter("Start", "1").unchecked(true);
    patch(|patch| patch.subscribed = Some(true));
    patch(|patch| patch.permissions = Some(vec!["cams:*".to_owned()]));
    let missing = client.send(&range, CallOptions::new()).await.unwrap_err();
    assert_eq!((missing.kind(), missing.code()), (ErrorKind::InvalidParameter, Some("MissingEnd")));
}

async fn with_fault(emulator: &Emulator, client: &Client, fault: Fault) -> Result<(), Error> {
    emulator.clear_log();
    emulator.clear_faults();
    emulator.add_faults([FaultRule::always(fault)]).unwrap();
    client.enable_whatsapp_roi_metric(enable("cams-emulator-1")).await.map(drop)
}

#[tokio::test]
async fn every_fault_gives_its_class() {
    let emulator = emulator().await;
    let client =
        builder(&emulator).attempt_timeout(Duration::from_millis(500)).max_attempts(1).build().unwrap();
    let xml = Fault::Error {
        status: 503,
        code: "ServiceUnavailable".into(),
        message: None,
        headers: Vec::new(),
        access_denied_detail: None,
        case: Case::default(),
        format: Some(Format::Xml),
    };
    let throttle = |milliseconds, seconds, date| Fault::Throttle {
        code: "Throttling.User".into(),
        status: 400,
        retry_after_ms: milliseconds,
        retry_after_seconds: seconds,
        retry_after_date: date,
    };
    for (fault, kind, status, wait) in [
        (Fault::error(500, "InternalError"), ErrorKind::ServiceUnavailable, Some(500), None),
        (Fault::error(400, "Brand.New"), Service, Some(400), None),
        (xml, ErrorKind::ServiceUnavailable, Some(503), None),
        (
            Fault::respond(200, &[], r#"{"Code":"Product.Unsubscript"}"#),
            ErrorKind::NotSubscribed,
            Some(200),
            None,
        ),
        (Fault::respond(204, &[], ""), UnexpectedResponse, Some(204), None),
        (Fault::Html { status: 502 }, UnexpectedResponse, Some(502), None),
        (Fault::Html { status: 200 }, UnexpectedResponse, Some(200), None),
        (
            Fault::Redirect { status: 302, location: "https://elsewhere.invalid/".into() },
            UnexpectedResponse,
            Some(302),
            None,
        ),
        (Fault::Oversize { bytes: 64 << 20, content_length: false }, UnexpectedResponse, Some(200), None),
        (Fault::Oversize { bytes: 64 << 20, content_length: true }, UnexpectedResponse, Some(200), None),
        (throttle(Some(1500), None, None), Throttled, Some(400), Some(1500)),
        (throttle(None, Some(2), None), Throttled, Some(400), Some(2000)),
        (throttle(None, None, Some(3)), Throttled, Some(400), Some(3000)),
        (throttle(None, None, None), Throttled, Some(400), None),
        (Fault::Reset, Transport, None, None),
        (Fault::Close, Transport, None, None),
        (Fault::CutOff { after_bytes: 10 }, Transport, None, None),
        (Fault::Hang, RequestTimeout, None, None),
        (Fault::Delay { ms: 60_000 }, RequestTimeout, None, None),
        (Fault::Drip { chunk_bytes: 1, interval_ms: 100 }, RequestTimeout, None, None),
    ] {
        let name = format!("{fault:?}");
        let error = with_fault(&emulator, &client, fault).await.unwrap_err();
        assert_eq!((error.kind(), error.http_status()), (kind, status), "{name}: {error}");
        assert_eq!(error.retry_after().map(|wait| wait.as_millis()), wait, "{name}");
        assert_eq!(error.attempts(), 1, "{name}");
    }
    for fault in
        [Fault::Delay { ms: 1 }, Fault::Drip { chunk_bytes: 50, interval_ms: 1 }, Fault::CloseAfterAnswer]
    {
        with_fault(&emulator, &client, fault).await.unwrap();
    }
}

#[tokio::test]
async fn passing_faults_are_hidden_and_no_nonce_is_used_twice() {
    for algorithm in SignatureAlgorithm::ALL {
        for fault in [
            Fault::error(503, "ServiceUnavailable"),
            Fault::Reset,
            Fault::Close,
            Fault::CutOff { after_bytes: 5 },
            Fault::Html { status: 502 },
            Fault::throttle(Some(1)),
            Fault::error(400, "SignatureNonceUsed"),
        ] {
            let emulator = emulator().await;
            emulator.add_faults([FaultRule::once(fault.clone()).times(2)]).unwrap();
            let client = builder(&emulator).signature(algorithm).build().unwrap();
            client.enable_whatsapp_roi_metric(enable("cams-emulator-1")).await.unwrap();
            let log = emulator.log();
            let mut nonces: Vec<_> = log.iter().filter_map(|entry| entry.nonce.clone()).collect();
            assert_eq!(nonces.len(), 3, "{fault:?}");
            nonces.sort();
            nonces.dedup();
            assert_eq!(nonces.len(), 3, "{fault:?}: a nonce was used twice");
        }
    }
}

#[tokio::test]
async fn a_clock_that_is_hours_off_is_corrected() {
    for algorithm in SignatureAlgorithm::ALL {
        for hours in [-5, 7] {
            let emulator = emulator().await;
            emulator.set_signature_clock_offset_ms(hours * 3_600_000).unwrap();
            let client = builder(&emulator).signature(algorithm).build().unwrap();
            for _ in 0..3 {
                client.enable_whatsapp_roi_metric(enable("cams-emulator-1")).await.unwrap();
            }
            let codes: Vec<_> = emulator.log().iter().map(|entry| entry.code.clone().unwrap()).collect();
            assert_eq!(codes, ["InvalidTimeStamp.Expired", "OK", "OK", "OK"]);
        }
    }
}

#[tokio::test]
async fn a_call_that_is_dropped_is_seen_to_end() {
    let emulator = emulator().await;
    emulator.add_faults([FaultRule::always(Fault::Hang)]).unwrap();
    let client = builder(&emulator).build().unwrap();
    let call =
        tokio::spawn(async move { client.enable_whatsapp_roi_metric(enable("cams-emulator-1")).await });
    while emulator.log().is_empty() {
        tokio::task::yield_now().await;
    }
    call.abort();
    while emulator.log()[0].outcome != Some(Outcome::ClientGone) {
        tokio::task::yield_now().await;
    }
    while emulator.connections().open > 0 {
        tokio::task::yield_now().await;
    }
}
