//! What the environment says of the network: proxies, exceptions from them, and certificates.

use std::io::{Read as _, Write as _};
use std::net::TcpListener;
use std::sync::Arc;
use std::thread;

use cams_roi_emulator::{Fault, FaultRule};
use rustls::pki_types::PrivateKeyDer;
use rustls::{ServerConfig, ServerConnection, StreamOwned};

use crate::support::{Run, Service};

/// Calls a host that does not exist, so that only a proxy can reach the service. The emulator is that proxy: it answers
/// whatever is asked of it, and the signature holds for the host that was called.
fn behind_a_proxy(service: &Service) -> Run {
    service
        .command(["enable", "--cust-space-id", "cams-emulator-1"])
        .env("CAMS_ROI_ENDPOINT", "http://cams.invalid")
}

#[test]
fn the_environment_s_proxy_is_used_in_either_spelling() {
    for name in ["HTTP_PROXY", "http_proxy", "ALL_PROXY", "all_proxy"] {
        let service = Service::with_spaces(1);
        behind_a_proxy(&service).env(name, &service.account.url).output().exits(0);
        assert_eq!(service.enabling_calls()[0].host.as_deref(), Some("cams.invalid"), "{name}");
    }
}

#[test]
fn hosts_in_no_proxy_are_called_directly_also_when_the_proxy_is_an_option() {
    let service = Service::with_spaces(1);
    let url = service.account.url.clone();
    for name in ["NO_PROXY", "no_proxy"] {
        for exception in ["cams.invalid", ".invalid", "invalid", "other.example,cams.invalid", "*"] {
            let by_environment = behind_a_proxy(&service).env("HTTP_PROXY", &url).env(name, exception);
            by_environment.output().exits(5);
            behind_a_proxy(&service).args(["--proxy", &url]).env(name, exception).output().exits(5);
        }
    }
    assert_eq!(service.enabling_calls().len(), 0, "nothing went through the proxy");
    behind_a_proxy(&service).args(["--proxy", &url]).env("NO_PROXY", "other.example").output().exits(0);
}

#[test]
fn the_proxy_option_wins_over_the_environment() {
    let service = Service::with_spaces(1);
    let nowhere = format!("http://{}", TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap());
    let url = service.account.url.clone();
    behind_a_proxy(&service).env("HTTP_PROXY", &nowhere).args(["--proxy", &url]).output().exits(0);
    let direct = service.command(["enable", "--cust-space-id", "cams-emulator-1", "--proxy", "none"]);
    direct.env("HTTP_PROXY", &nowhere).output().exits(0);
}

#[test]
fn a_machine_without_certificates_is_no_obstacle() {
    let none = [("SSL_CERT_FILE", "/nonexistent"), ("SSL_CERT_DIR", "/nonexistent")];
    let service = Service::with_spaces(1);
    let plain = service.command(["enable", "--cust-space-id", "cams-emulator-1"]);
    none.iter().fold(plain, |run, (name, value)| run.env(name, value)).output().exits(0);
    let closed = TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap();
    let tls = service
        .command(["enable", "--cust-space-id", "cams-emulator-1", "--max-attempts", "1"])
        .env("CAMS_ROI_ENDPOINT", &format!("https://{closed}"));
    let ended = none.iter().fold(tls, |run, (name, value)| run.env(name, value)).output().exits(5);
    assert!(
        ended.stderr.contains("could not connect"),
        "the client starts, and fails at the network: {ended:#?}"
    );
}

#[test]
fn each_part_of_a_call_has_a_deadline_of_its_own() {
    let service = Service::with_spaces(1);
    service.emulator.add_faults([FaultRule::always(Fault::Hang)]).unwrap();
    let enable = ["enable", "--cust-space-id", "cams-emulator-1", "--max-attempts", "1", "--output", "json"];
    let attempt = service.command(enable).args(["--attempt-timeout", "200ms"]).output().exits(5);
    assert_eq!(attempt.objects()[0]["error"]["timeout_phase"], "attempt");
    // It accepts connections, as the system does for it, and never says a word of TLS.
    let silent = TcpListener::bind("127.0.0.1:0").unwrap();
    let connect = service
        .command(enable)
        .env("CAMS_ROI_ENDPOINT", &format!("https://{}", silent.local_addr().unwrap()))
        .args(["--connect-timeout", "200ms"]);
    assert_eq!(connect.output().exits(5).objects()[0]["error"]["timeout_phase"], "connect");
}

#[test]
fn a_certificate_that_nobody_signed_is_trusted_only_where_that_is_asked_for_by_its_loud_name() {
    let service = Service::with_spaces(1);
    let endpoint = self_signed();
    let enable = || {
        let enable = ["enable", "--cust-space-id", "cams-emulator-1", "--max-attempts", "1"];
        service.command(enable).env("CAMS_ROI_ENDPOINT", &endpoint)
    };
    let refused = enable().output().exits(5);
    assert!(refused.stderr.contains("certificate"), "{refused:#?}");
    enable().args(["--danger-accept-any-certificate"]).output().done();
}

/// A server of two connections with a certificate of its own making, which finds everything in order.
fn self_signed() -> String {
    let made = rcgen::generate_simple_self_signed(["localhost".to_owned()]).unwrap();
    let key = PrivateKeyDer::Pkcs8(made.signing_key.serialize_der().into());
    let provider = Arc::new(rustls::crypto::ring::default_provider());
    let config = ServerConfig::builder_with_provider(provider)
        .with_safe_default_protocol_versions()
        .unwrap()
        .with_no_client_auth()
        .with_single_cert(vec![made.cert.der().clone()], key)
        .unwrap();
    let config = Arc::new(config);
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let address = listener.local_addr().unwrap();
    thread::spawn(move || {
        for stream in listener.incoming().take(2) {
            let connection = ServerConnection::new(Arc::clone(&config)).unwrap();
            let mut stream = StreamOwned::new(connection, stream.unwrap());
            let mut request = Vec::new();
            let mut buffer = [0; 4096];
            while !request.ends_with(b"\r\n\r\n") {
                // A client that does not trust it ends the handshake, and sends nothing.
                let Ok(length @ 1..) = stream.read(&mut buffer) else { break };
                request.extend_from_slice(&buffer[..length]);
            }
            if !request.is_empty() {
                let body = r#"{"Code":"OK","RequestId":"1"}"#;
                let head = "HTTP/1.1 200 OK\r\ncontent-type: application/json\r\nconnection: close";
                write!(stream, "{head}\r\ncontent-length: {}\r\n\r\n{body}", body.len()).unwrap();
            }
        }
    });
    format!("https://{address}")
}
