//! Over real sockets: connections, proxies, TLS, and answers that no server should send.

use std::io::Write as _;
use std::sync::Arc;
use std::time::Duration;

use cams_roi::operations::{EnableWhatsappRoiMetric, EnableWhatsappRoiMetricOutput};
use cams_roi::transport::MAX_ANSWER_BYTES;
use cams_roi::{CallOptions, Client, ClientBuilder, Credentials, Error, ErrorKind, Proxy, RateLimit};
use flate2::{Compression, write::GzEncoder};
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::TcpListener;
use tokio_rustls::TlsAcceptor;
use tokio_rustls::rustls::ServerConfig;
use tokio_rustls::rustls::pki_types::PrivateKeyDer;

use crate::socket::{Server, Then, answer, tunnel};

const OK: &str = r#"{"RequestId":"R-1","Code":"OK"}"#;

fn builder(endpoint: impl Into<String>) -> ClientBuilder {
    Client::builder()
        .endpoint(endpoint)
        .credentials(Credentials::new("wire-id", "wire-secret"))
        .proxy(Proxy::Direct)
        .rate_limit(RateLimit::off())
        .max_attempts(1)
}

async fn call(client: &Client) -> Result<EnableWhatsappRoiMetricOutput, Error> {
    client.enable_whatsapp_roi_metric(EnableWhatsappRoiMetric::new("cams-1")).await
}

/// What becomes of a call that is answered with these bytes.
async fn answered(
    then: impl Fn() -> Then + Send + Sync + 'static,
) -> Result<EnableWhatsappRoiMetricOutput, Error> {
    let server = Server::start(move |_| then()).await;
    call(&builder(server.url()).build().unwrap()).await
}

fn header(request: &str, name: &str) -> Option<String> {
    let line = |line: &str| line.to_lowercase().strip_prefix(&format!("{name}: ")).map(str::to_owned);
    request.lines().find_map(line)
}

#[tokio::test]
async fn a_call_is_a_post_whose_signed_headers_are_sent_as_signed() {
    let server = Server::start(|_| Then::Reply(answer(OK))).await;
    let client = builder(server.url()).user_agent("my-app/1.0").build().unwrap();
    assert_eq!(call(&client).await.unwrap().request_id.as_deref(), Some("R-1"));
    let request = &server.requests()[0];
    assert!(request.starts_with("POST /?CustSpaceId=cams-1 HTTP/1.1\r\n"), "{request}");
    assert_eq!(header(request, "host"), Some(server.address.to_string()));
    assert_eq!(header(request, "content-length").as_deref(), Some("0"));
    assert_eq!(header(request, "content-type"), None);
    let agent = header(request, "user-agent").unwrap();
    assert!(agent.starts_with("cams-roi/") && agent.ends_with(" my-app/1.0"), "{agent}");
}

#[tokio::test]
async fn connections_are_reused_and_a_closed_one_is_replaced() {
    let server = Server::start(|_| Then::Reply(answer(OK))).await;
    let client = builder(server.url()).build().unwrap();
    for _ in 0..20 {
        call(&client).await.unwrap();
    }
    assert_eq!(server.connections(), 1);

    // The server closes each connection right after its answer, without a word.
    let server = Server::start(|_| Then::ReplyAndClose(answer(OK))).await;
    let client = builder(server.url()).max_attempts(3).build().unwrap();
    for number in 0..50 {
        call(&client).await.unwrap_or_else(|error| panic!("call {number}: {error}"));
    }
}

#[tokio::test]
async fn unusual_but_right_answers_are_read() {
    let plain = |head: &str, body: &str| format!("{head}\r\n\r\n{body}").into_bytes();
    let length = OK.len();
    let (first, rest) = OK.split_at(9);
    for bytes in [
        plain("HTTP/1.0 200 OK\r\ncontent-type: text/plain", OK),
        plain(&format!("HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 200 OK\r\ncontent-length: {length}"), OK),
        plain(
            "HTTP/1.1 200 OK\r\ntransfer-encoding: chunked",
            &format!("9\r\n{first}\r\n{:x}\r\n{rest}\r\n0\r\n\r\n", rest.len()),
        ),
        plain(&format!("HTTP/1.1 200\r\ncontent-type: text/html\r\ncontent-length: {length}"), OK),
    ] {
        let shown = String::from_utf8_lossy(&bytes).into_owned();
        let result = answered(move || Then::ReplyAndClose(bytes.clone())).await;
        assert_eq!(
            result.unwrap_or_else(|error| panic!("{error}: {shown}")).request_id.as_deref(),
            Some("R-1")
        );
    }
}

fn gzipped(body: &[u8]) -> Vec<u8> {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::default());
    encoder.write_all(body).unwrap();
    let body = encoder.finish().unwrap();
    let head = format!("HTTP/1.1 200 OK\r\ncontent-encoding: gzip\r\ncontent-length: {}\r\n\r\n", body.len());
    [head.as_bytes(), &body].concat()
}

#[tokio::test]
async fn gzip_is_decoded() {
    let bytes = gzipped(OK.as_bytes());
    assert_eq!(
        answered(move || Then::Reply(bytes.clone())).await.unwrap().request_id.as_deref(),
        Some("R-1")
    );
    let damaged = b"HTTP/1.1 200 OK\r\ncontent-encoding: gzip\r\ncontent-length: 4\r\n\r\njunk".to_vec();
    let error = answered(move || Then::Reply(damaged.clone())).await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Transport);
}

#[tokio::test]
async fn an_answer_of_8_mib_is_read_and_a_larger_one_refused_while_it_arrives() {
    let padded = |size: usize| {
        let frame = r#"{"Code":"OK","RequestId":"R-8","Pad":""}"#.len();
        format!(r#"{{"Code":"OK","RequestId":"R-8","Pad":"{}"}}"#, "x".repeat(size - frame))
    };
    let largest = answer(&padded(MAX_ANSWER_BYTES));
    assert_eq!(
        answered(move || Then::Reply(largest.clone())).await.unwrap().request_id.as_deref(),
        Some("R-8")
    );
    let endless = || {
        let head = "HTTP/1.1 200 OK\r\ncontent-length: 67108864\r\n\r\n<html>too much";
        Then::Hang([head.as_bytes(), &vec![b'x'; MAX_ANSWER_BYTES]].concat())
    };
    let bomb = gzipped(&vec![b' '; 256 * 1024 * 1024]);
    assert!(bomb.len() < 1024 * 1024);
    for result in [answered(endless).await, answered(move || Then::Reply(bomb.clone())).await] {
        let error = result.unwrap_err();
        assert_eq!((error.kind(), error.http_status()), (ErrorKind::UnexpectedResponse, Some(200)));
        assert!(error.message().starts_with("answered HTTP 200 with more than 8388608 bytes: "), "{error}");
        assert!(!error.is_retryable());
    }
}

#[tokio::test]
async fn broken_answers_are_transport_errors() {
    let cut = || b"HTTP/1.1 200 OK\r\ncontent-length: 500\r\n\r\n{\"Code\":".to_vec();
    let chunk = || b"HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n400\r\n{\"Code\":".to_vec();
    let results = [
        answered(move || Then::ReplyAndClose(cut())).await,
        answered(move || Then::ReplyAndClose(chunk())).await,
        answered(|| Then::ReplyAndClose(Vec::new())).await,
        answered(|| Then::ReplyAndClose(b"no http at all\r\n\r\n".to_vec())).await,
        answered(|| Then::Reset).await,
    ];
    for result in results {
        let error = result.unwrap_err();
        assert_eq!((error.kind(), error.is_retryable()), (ErrorKind::Transport, true), "{error:?}");
        assert!(!error.message().contains("Signature") && !error.message().contains("http://"), "{error}");
        assert!(std::error::Error::source(&error).is_some());
    }
    let closed = TcpListener::bind("127.0.0.1:0").await.unwrap().local_addr().unwrap();
    let refused = call(&builder(format!("http://{closed}")).build().unwrap()).await.unwrap_err();
    assert_eq!(refused.kind(), ErrorKind::Transport);
    assert!(
        refused.message().contains("could not connect") && refused.message().contains("refused"),
        "{refused}"
    );
    let nowhere = call(&builder("http://nowhere.invalid").build().unwrap()).await.unwrap_err();
    assert_eq!(nowhere.kind(), ErrorKind::Transport, "{nowhere}");
    assert!(nowhere.message().contains("dns error"), "{nowhere}");
}

#[tokio::test]
async fn a_redirect_is_not_followed_and_takes_no_token_along() {
    let target = Server::start(|_| Then::Reply(answer(OK))).await;
    let location = target.url();
    let server = Server::start(move |_| {
        let head =
            format!("HTTP/1.1 307 Temporary Redirect\r\nlocation: {location}/\r\ncontent-length: 0\r\n\r\n");
        Then::Reply(head.into_bytes())
    })
    .await;
    let credentials = Credentials::new("wire-id", "wire-secret").with_security_token("wire-token");
    let error = call(&builder(server.url()).credentials(credentials).build().unwrap()).await.unwrap_err();
    assert_eq!((error.kind(), error.http_status()), (ErrorKind::UnexpectedResponse, Some(307)));
    assert_eq!(target.connections(), 0);
}

#[tokio::test]
async fn dropping_a_call_closes_its_connection() {
    let server = Server::start(|_| Then::Hang(Vec::new())).await;
    let client = builder(server.url()).build().unwrap();
    let call = tokio::spawn(async move { call(&client).await });
    while server.requests().is_empty() {
        tokio::task::yield_now().await;
    }
    call.abort();
    server.client_gone().await;
}

#[tokio::test]
async fn an_attempt_that_times_out_closes_its_connection() {
    let server =
        Server::start(|_| Then::Hang(b"HTTP/1.1 200 OK\r\ncontent-length: 50\r\n\r\n{".to_vec())).await;
    let client = builder(server.url()).attempt_timeout(Duration::from_millis(200)).build().unwrap();
    assert_eq!(call(&client).await.unwrap_err().kind(), ErrorKind::RequestTimeout);
    server.client_gone().await;
}

#[tokio::test]
async fn an_http_proxy_gets_the_whole_url() {
    let proxy = Server::start(|_| Then::Reply(answer(OK))).await;
    let client = builder("http://cams.invalid").proxy(Proxy::Url(proxy.url())).build().unwrap();
    call(&client).await.unwrap();
    let request = &proxy.requests()[0];
    assert!(request.starts_with("POST http://cams.invalid/?CustSpaceId=cams-1 HTTP/1.1\r\n"), "{request}");
    assert_eq!(header(request, "host").as_deref(), Some("cams.invalid"));
}

/// A certificate authority, and a server with a certificate of its for 127.0.0.1 and localhost.
fn authority() -> (String, TlsAcceptor) {
    let key = rcgen::KeyPair::generate().unwrap();
    let mut parameters = rcgen::CertificateParams::new(Vec::new()).unwrap();
    parameters.is_ca = rcgen::IsCa::Ca(rcgen::BasicConstraints::Unconstrained);
    let authority = rcgen::CertifiedIssuer::self_signed(parameters, key).unwrap();
    let server_key = rcgen::KeyPair::generate().unwrap();
    let names = vec!["127.0.0.1".to_owned(), "localhost".to_owned()];
    let server = rcgen::CertificateParams::new(names).unwrap().signed_by(&server_key, &authority).unwrap();
    let private = PrivateKeyDer::try_from(server_key.serialize_der()).unwrap();
    let provider = Arc::new(tokio_rustls::rustls::crypto::ring::default_provider());
    let config = ServerConfig::builder_with_provider(provider)
        .with_safe_default_protocol_versions()
        .unwrap()
        .with_no_client_auth()
        .with_single_cert(vec![server.der().clone()], private)
        .unwrap();
    (authority.pem(), TlsAcceptor::from(Arc::new(config)))
}

#[tokio::test]
async fn only_trusted_certificates_are_accepted_and_one_client_s_trust_is_not_another_s() {
    let (pem, tls) = authority();
    let server = Server::start_with(Some(tls), |_| Then::Reply(answer(OK))).await;
    let endpoint = format!("https://{}", server.address);
    let folder = tempfile::tempdir().unwrap();
    let ca_file = folder.path().join("ca.pem");
    std::fs::write(&ca_file, &pem).unwrap();

    call(&builder(&endpoint).ca_pem(pem.clone()).build().unwrap()).await.unwrap();
    call(&builder(&endpoint).ca_file(&ca_file).build().unwrap()).await.unwrap();
    call(&builder(&endpoint).danger_accept_any_certificate(true).build().unwrap()).await.unwrap();
    let by_name = format!("https://localhost:{}", server.address.port());
    call(&builder(&by_name).ca_pem(pem.clone()).build().unwrap()).await.unwrap();

    let (other, _) = authority();
    for untrusting in [builder(&endpoint), builder(&endpoint).ca_pem(other)] {
        let error = call(&untrusting.build().unwrap()).await.unwrap_err();
        assert_eq!((error.kind(), error.is_retryable()), (ErrorKind::Transport, true));
        assert!(error.message().contains("invalid peer certificate"), "{error}");
    }
    let plain = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let without_tls = format!("https://{}", plain.local_addr().unwrap());
    tokio::spawn(async move {
        plain.accept().await.unwrap().0.write_all(b"HTTP/1.1 400 Bad Request\r\n\r\n").await
    });
    assert_eq!(call(&builder(without_tls).build().unwrap()).await.unwrap_err().kind(), ErrorKind::Transport);
}

#[tokio::test]
async fn tls_goes_through_http_and_socks_proxies() {
    let (pem, tls) = authority();
    let server = Server::start_with(Some(tls), |_| Then::Reply(answer(OK))).await;
    let target = server.address.to_string();

    let http = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let http_url = format!("http://user:pass@{}", http.local_addr().unwrap());
    let connect_to = target.clone();
    let asked = tokio::spawn(async move {
        let (mut client, _) = http.accept().await.unwrap();
        let mut head = Vec::new();
        while !head.ends_with(b"\r\n\r\n") {
            head.push(client.read_u8().await.unwrap());
        }
        client.write_all(b"HTTP/1.1 200 Connected\r\n\r\n").await.unwrap();
        tokio::spawn(async move { tunnel(client, &connect_to).await });
        String::from_utf8(head).unwrap()
    });
    let endpoint = format!("https://{target}");
    call(&builder(&endpoint).ca_pem(pem.clone()).proxy(Proxy::Url(http_url)).build().unwrap()).await.unwrap();
    let head = asked.await.unwrap();
    assert!(head.starts_with(&format!("CONNECT {target} HTTP/1.1\r\n")), "{head}");
    assert_eq!(header(&head, "proxy-authorization").as_deref(), Some("basic dxnlcjpwyxnz"));

    for scheme in ["socks5", "socks5h"] {
        let socks = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let socks_url = format!("{scheme}://{}", socks.local_addr().unwrap());
        let connect_to = target.clone();
        let proxied = tokio::spawn(async move {
            let (mut client, _) = socks.accept().await.unwrap();
            let mut greeting = [0; 3];
            client.read_exact(&mut greeting).await.unwrap();
            assert_eq!(greeting[0], 5);
            client.write_all(&[5, 0]).await.unwrap();
            let mut request = [0; 4];
            client.read_exact(&mut request).await.unwrap();
            let address_length = match request[3] {
                1 => 4,
                3 => usize::from(client.read_u8().await.unwrap()),
                other => panic!("address type {other}"),
            };
            let mut address = vec![0; address_length + 2];
            client.read_exact(&mut address).await.unwrap();
            client.write_all(&[5, 0, 0, 1, 127, 0, 0, 1, 0, 0]).await.unwrap();
            tokio::spawn(async move { tunnel(client, &connect_to).await });
        });
        call(&builder(&endpoint).ca_pem(pem.clone()).proxy(Proxy::Url(socks_url)).build().unwrap())
            .await
            .unwrap();
        proxied.await.unwrap();
    }
}

#[tokio::test]
async fn a_slow_drip_is_ended_by_the_attempt_s_limit_although_every_byte_comes_in_time() {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let url = format!("http://{}", listener.local_addr().unwrap());
    let drip = tokio::spawn(async move {
        let (mut client, _) = listener.accept().await.unwrap();
        client.read_exact(&mut [0; 64]).await.unwrap();
        let mut ticks = tokio::time::interval(Duration::from_millis(20));
        client.write_all(b"HTTP/1.1 200 OK\r\ncontent-length: 100000\r\n\r\n").await.unwrap();
        while client.write_all(b" ").await.is_ok() {
            ticks.tick().await;
        }
    });
    let client = builder(url).attempt_timeout(Duration::from_millis(300)).build().unwrap();
    let error = client.send(&EnableWhatsappRoiMetric::own_channel(), CallOptions::new()).await.unwrap_err();
    assert_eq!(error.timeout_phase(), Some(cams_roi::TimeoutPhase::Attempt));
    drip.await.unwrap();
}
