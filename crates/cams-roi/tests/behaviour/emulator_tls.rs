//! The emulator over TLS: who trusts its authority calls it as without, and each wrong certificate is an error that says
//! what is wrong with it.

use cams_roi::ErrorKind;
use cams_roi::operations::EnableWhatsappRoiMetric;
use cams_roi::{Client, ClientBuilder, Credentials, Proxy};
use cams_roi_emulator::{Emulator, EmulatorOptions, Fault, FaultRule, ServerCertificate};

async fn emulator(certificate: ServerCertificate) -> Emulator {
    let options = EmulatorOptions { tls: Some(certificate), ..EmulatorOptions::default() };
    Emulator::start(options).await.unwrap()
}

fn trusting(emulator: &Emulator) -> ClientBuilder {
    let account = emulator.ready_account().unwrap();
    Client::builder()
        .endpoint(account.url)
        .credentials(Credentials::new(account.access_key_id, account.access_key_secret))
        .ca_pem(account.ca_pem.unwrap())
        .proxy(Proxy::Direct)
}

async fn enable(client: ClientBuilder) -> Result<(), cams_roi::Error> {
    let request = EnableWhatsappRoiMetric::new("cams-emulator-1");
    client.max_attempts(1).build().unwrap().enable_whatsapp_roi_metric(request).await.map(drop)
}

#[tokio::test]
async fn whoever_trusts_its_authority_calls_it_and_its_faults_are_there_too() {
    let emulator = emulator(ServerCertificate::Valid).await;
    assert!(emulator.url().starts_with("https://127.0.0.1:"), "{}", emulator.url());
    assert_eq!(emulator.ready_account().unwrap().ca_pem.as_deref(), emulator.ca_pem());
    enable(trusting(&emulator)).await.unwrap();
    for fault in [Fault::Reset, Fault::Close, Fault::CutOff { after_bytes: 5 }] {
        emulator.add_faults([FaultRule::once(fault.clone())]).unwrap();
        let error = enable(trusting(&emulator)).await.unwrap_err();
        assert_eq!(error.kind(), ErrorKind::Transport, "{fault:?}: {error}");
    }
    enable(trusting(&emulator).endpoint(emulator.url().replace("127.0.0.1", "localhost"))).await.unwrap();
}

#[tokio::test]
async fn a_certificate_that_is_not_right_says_why() {
    for (certificate, reason) in
        [(ServerCertificate::Expired, "expired"), (ServerCertificate::OtherHost, "not valid for name")]
    {
        let emulator = emulator(certificate).await;
        let error = enable(trusting(&emulator)).await.unwrap_err();
        assert_eq!(error.kind(), ErrorKind::Transport);
        assert!(error.to_string().contains(reason), "{certificate:?}: {error}");
        assert!(emulator.log().is_empty(), "nothing was sent");
    }
    let (one, other) = (emulator(ServerCertificate::Valid).await, emulator(ServerCertificate::Valid).await);
    let error = enable(trusting(&one).ca_pem(other.ca_pem().unwrap())).await.unwrap_err();
    assert!(error.to_string().contains("UnknownIssuer"), "{error}");
    assert!(error.hint().contains("ca_file"), "{}", error.hint());
}
