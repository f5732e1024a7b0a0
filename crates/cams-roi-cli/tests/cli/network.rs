//! What the environment says of the network: proxies, exceptions from them, and certificates.

use std::net::TcpListener;

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
