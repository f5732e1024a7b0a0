//! What the environment says of the network: proxies, exceptions from them, and certificates.

use std::io::{Read as _, Write as _};
use std::net::TcpListener;
use std::sync::{Arc, Mutex};
use std::thread;

use cams_roi_emulator::{Fault, FaultRule};
use rustls::pki_types::PrivateKeyDer;
use rustls::{ServerConfig, ServerConnection, StreamOwned};

use crate::support::{Run, Scratch, Service};

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
        let service = Service::with_channels(1);
        behind_a_proxy(&service).env(name, &service.account.url).output().exits(0);
        assert_eq!(service.enabling_calls()[0].host.as_deref(), Some("cams.invalid"), "{name}");
    }
}

#[test]
fn hosts_in_no_proxy_are_called_directly_also_when_the_proxy_is_an_option() {
    let service = Service::with_channels(1);
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
    let service = Service::with_channels(1);
    let nowhere = format!("http://{}", TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap());
    let url = service.account.url.clone();
    behind_a_proxy(&service).env("HTTP_PROXY", &nowhere).args(["--proxy", &url]).output().exits(0);
    let direct = service.command(["enable", "--cust-space-id", "cams-emulator-1", "--proxy", "none"]);
    direct.env("HTTP_PROXY", &nowhere).output().exits(0);
}

#[test]
fn a_machine_without_certificates_is_no_obstacle() {
    let none = [("SSL_CERT_FILE", "/nonexistent"), ("SSL_CERT_DIR", "/nonexistent")];
    let service = Service::with_channels(1);
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
    let service = Service::with_channels(1);
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
    let service = Service::with_channels(1);
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

/// A proxy that answers every request as the service would, and notes its head.
fn proxy() -> (String, Arc<Mutex<Vec<String>>>) {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let address = listener.local_addr().unwrap().to_string();
    let heads: Arc<Mutex<Vec<String>>> = Arc::default();
    let seen = Arc::clone(&heads);
    thread::spawn(move || {
        for stream in listener.incoming() {
            let mut stream = stream.unwrap();
            let mut head = Vec::new();
            let mut byte = [0];
            while !head.ends_with(b"\r\n\r\n") && stream.read(&mut byte).unwrap() == 1 {
                head.push(byte[0]);
            }
            seen.lock().unwrap().push(String::from_utf8(head).unwrap());
            let body = r#"{"Code":"OK","RequestId":"1"}"#;
            let length = body.len();
            write!(stream, "HTTP/1.1 200 OK\r\nconnection: close\r\ncontent-length: {length}\r\n\r\n{body}")
                .unwrap();
        }
    });
    (address, heads)
}

fn through(name: &str, value: &str) -> Run {
    let endpoint =
        ["enable", "--endpoint", "http://cams.invalid", "--cust-space-id", "cams-1", "--max-attempts", "1"];
    Run::new(endpoint).args(["--access-key-id", "id", "--access-key-secret", "secret"]).env(name, value)
}

#[test]
fn a_proxy_as_people_write_it_is_used_rightly() {
    let (address, heads) = proxy();
    for (value, user) in [
        (format!("http://{address}"), None),
        (format!("http://{address} "), None),
        (format!("http://{address}\r"), None),
        (format!("\"http://{address}\""), None),
        (format!("'{address}'"), None),
        (address.clone(), None),
        (format!("http://user:pa ss@{address}"), Some("dXNlcjpwYSBzcw==")),
        (format!("http://user:p@ss@@{address}"), Some("dXNlcjpwQHNzQA==")),
        (format!("http://user:pa#ss@{address}"), Some("dXNlcjpwYSNzcw==")),
        (format!("http://user:pa%23ss@{address}/"), Some("dXNlcjpwYSNzcw==")),
    ] {
        let by_variable = through("HTTP_PROXY", &value);
        let by_lower = through("http_proxy", &value).env("HTTP_PROXY", "");
        let by_all = through("all_proxy", &value).env("HTTP_PROXY", " ");
        let by_option = through("HTTP_PROXY", "http://127.0.0.1:1").args(["--proxy", &value]);
        for run in [by_variable, by_lower, by_all, by_option] {
            run.output().exits(0);
            let head = heads.lock().unwrap().pop().unwrap();
            assert!(head.starts_with("POST http://cams.invalid/"), "{value:?}: {head}");
            let authorization =
                head.lines().find_map(|line| line.strip_prefix("proxy-authorization: Basic "));
            assert_eq!(authorization, user, "{value:?}: {head}");
        }
    }
}

#[test]
fn a_proxy_that_cannot_be_used_is_an_error_and_never_no_proxy() {
    for (value, problem) in [
        ("socks://127.0.0.1:1", "has the scheme socks"),
        ("ftp://127.0.0.1:1", "has the scheme \"ftp\""),
        ("http://127.0.0.1:99999", "has the port 99999: ports go from 1 to 65535"),
        ("http://127.0.0.1:0", "has the port 0"),
        ("http://pro xy:1", "names a host that cannot be one"),
        ("http://user:pass\r\nword@127.0.0.1:1", "holds a control character"),
        ("http://user:password@", "names no host"),
    ] {
        for name in ["HTTP_PROXY", "http_proxy", "ALL_PROXY", "all_proxy"] {
            let run = through(name, value);
            let ended = run.output().exits(2);
            assert!(ended.stderr.contains(&format!("error: {name} {problem}")), "{ended:#?}");
            assert!(ended.stderr.contains("hint: Give a URL such as "), "{ended:#?}");
        }
        let ended = through("X", "").args(["--proxy", value]).output().exits(2);
        assert!(ended.stderr.contains(&format!("error: the proxy option {problem}")), "{ended:#?}");
    }
}

#[test]
fn who_signed_a_certificate_that_is_not_trusted_is_what_ca_bundle_is_for() {
    let service = Service::with_channels(1);
    let endpoint = self_signed();
    let enable = ["enable", "--cust-space-id", "cams-emulator-1", "--max-attempts", "1"];
    let ended = service.command(enable).env("CAMS_ROI_ENDPOINT", &endpoint).output().exits(5);
    assert!(ended.stderr.contains("hint: No trusted authority signed"), "{ended:#?}");
    assert!(ended.stderr.contains("ca_file (--ca-bundle"), "{ended:#?}");
}

#[test]
fn a_server_without_tls_is_what_an_endpoint_without_a_scheme_is_not_for() {
    let service = Service::with_channels(1);
    let url = service.emulator.url();
    let address = url.strip_prefix("http://").unwrap();
    let enable = ["enable", "--cust-space-id", "cams-emulator-1", "--max-attempts", "1"];
    let ended = service.command(enable).env("CAMS_ROI_ENDPOINT", address).output().exits(5);
    assert!(ended.stderr.contains("hint: The server does not answer with TLS."), "{ended:#?}");
    assert!(ended.stderr.contains("write http://"), "{ended:#?}");
}

#[test]
fn a_ca_bundle_with_a_byte_order_mark_is_whole_and_damage_is_told_by_its_line() {
    let scratch = Scratch::new();
    let service = Service::with_channels(1);
    let certificate = rcgen::generate_simple_self_signed(["host.example".to_owned()]).unwrap().cert.pem();
    let with = |content: &str| {
        let file = scratch.file("bundle.pem", content);
        service.command(["enable", "--cust-space-id", "cams-emulator-1", "--ca-bundle", &file]).output()
    };
    // Its only certificate: without it the bundle would be refused.
    with(&format!("\u{feff}{certificate}")).exits(0);
    let junk = "-----BEGIN CERTIFICATE-----\n????\n-----END CERTIFICATE-----\n";
    let line = certificate.lines().count() + 1;
    let problem = format!("bundle.pem: certificate 2, which begins in line {line}, is damaged");
    with(&format!("{certificate}{junk}")).fails_clearly(2, &problem, "PEM");
    let bundle = scratch.text("bundle.pem");
    let doctor = service.command(["doctor", "--ca-bundle", &bundle]).output().exits(2);
    assert!(doctor.stdout.contains(&problem), "{doctor:#?}");
    // One that no client can use does no harm, and is told.
    let odd = junk.replace("????", "MAA=");
    let left_out = with(&format!("{certificate}{odd}")).done();
    let told = format!("certificate 2, which begins in line {line}, cannot be used and is left out");
    assert!(left_out.stderr.contains(&told), "{left_out:#?}");
}
