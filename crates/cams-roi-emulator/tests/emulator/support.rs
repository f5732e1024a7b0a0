//! A client that can do what a real one never would: every byte of a request can be changed.

use std::net::SocketAddr;
use std::sync::atomic::{AtomicU64, Ordering};

use cams_roi::signature::{
    SignatureAlgorithm, acs3, canonical_query, format_time, hmac_sha1, percent_encode,
};
use cams_roi_emulator::{Emulator, EmulatorOptions, Limits, Timestamp};
use serde_json::Value;
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::TcpStream;

pub(crate) const ENABLE: &str = "EnableWhatsappROIMetric";
pub(crate) const PHONE: &str = "GetChatappPhoneNumberMetric";
pub(crate) const TEMPLATE: &str = "GetChatappTemplateMetric";

pub(crate) const KEY: (&str, &str) = ("emulator-access-key-id", "emulator-access-key-secret");

/// Both signatures by both methods.
pub(crate) const STYLES: [(SignatureAlgorithm, &str); 4] = [
    (SignatureAlgorithm::Acs3HmacSha256, "POST"),
    (SignatureAlgorithm::Acs3HmacSha256, "GET"),
    (SignatureAlgorithm::HmacSha1, "POST"),
    (SignatureAlgorithm::HmacSha1, "GET"),
];

static NONCES: AtomicU64 = AtomicU64::new(0);

pub(crate) async fn start() -> Emulator {
    start_with(EmulatorOptions { limits: Limits::off(), ..EmulatorOptions::default() }).await
}

pub(crate) async fn start_with(options: EmulatorOptions) -> Emulator {
    Emulator::start(options).await.unwrap()
}

/// A request before it is signed.
#[derive(Clone)]
pub(crate) struct Plan {
    pub(crate) algorithm: SignatureAlgorithm,
    pub(crate) method: &'static str,
    pub(crate) action: String,
    pub(crate) version: String,
    pub(crate) format: Option<&'static str>,
    pub(crate) parameters: Vec<(String, String)>,
    pub(crate) key: (String, String),
    pub(crate) token: Option<String>,
    pub(crate) time: String,
    pub(crate) nonce: String,
    pub(crate) extra_headers: Vec<(String, String)>,
}

impl Plan {
    pub(crate) fn new(action: &str, parameters: &[(&str, &str)]) -> Self {
        Self {
            algorithm: SignatureAlgorithm::Acs3HmacSha256,
            method: "POST",
            action: action.to_owned(),
            version: "2020-06-06".to_owned(),
            format: Some("JSON"),
            parameters: parameters.iter().map(|(n, v)| ((*n).to_owned(), (*v).to_owned())).collect(),
            key: (KEY.0.to_owned(), KEY.1.to_owned()),
            token: None,
            time: format_time(Timestamp::now()),
            nonce: format!("nonce-{}", NONCES.fetch_add(1, Ordering::Relaxed)),
            extra_headers: Vec::new(),
        }
    }

    pub(crate) fn style(mut self, (algorithm, method): (SignatureAlgorithm, &'static str)) -> Self {
        self.algorithm = algorithm;
        self.method = method;
        self
    }

    pub(crate) fn key(mut self, id: &str, secret: &str) -> Self {
        self.key = (id.to_owned(), secret.to_owned());
        self
    }

    pub(crate) fn token(mut self, token: &str) -> Self {
        self.token = Some(token.to_owned());
        self
    }

    pub(crate) fn at(mut self, time: Timestamp) -> Self {
        self.time = format_time(time);
        self
    }

    pub(crate) fn sign(&self, address: SocketAddr) -> Raw {
        match self.algorithm {
            SignatureAlgorithm::Acs3HmacSha256 => self.sign_acs3(address),
            SignatureAlgorithm::HmacSha1 => self.sign_hmac_sha1(address),
        }
    }

    fn sign_acs3(&self, address: SocketAddr) -> Raw {
        let mut headers = vec![
            ("host".to_owned(), address.to_string()),
            ("x-acs-action".to_owned(), self.action.clone()),
            ("x-acs-content-sha256".to_owned(), acs3::EMPTY_BODY_SHA256.to_owned()),
            ("x-acs-date".to_owned(), self.time.clone()),
            ("x-acs-signature-nonce".to_owned(), self.nonce.clone()),
            ("x-acs-version".to_owned(), self.version.clone()),
        ];
        if let Some(token) = &self.token {
            headers.push(("x-acs-security-token".to_owned(), token.clone()));
        }
        headers.extend(self.extra_headers.clone());
        let query = canonical_query(&self.parameters);
        let signed: Vec<(&str, &str)> = headers.iter().map(|(n, v)| (n.as_str(), v.as_str())).collect();
        let canonical = acs3::canonical_request(self.method, "/", &query, &signed, acs3::EMPTY_BODY_SHA256);
        let signature = acs3::signature(&self.key.1, &acs3::string_to_sign(&canonical));
        let authorization = acs3::authorization(&self.key.0, &canonical.signed_headers, &signature);
        headers.push(("authorization".to_owned(), authorization));
        Raw { method: self.method.to_owned(), target: format!("/?{query}"), headers, body: String::new() }
    }

    fn sign_hmac_sha1(&self, address: SocketAddr) -> Raw {
        let mut parameters = self.parameters.clone();
        let system = [
            ("AccessKeyId", Some(self.key.0.as_str())),
            ("Action", Some(self.action.as_str())),
            ("Format", self.format),
            ("SecurityToken", self.token.as_deref()),
            ("SignatureMethod", Some("HMAC-SHA1")),
            ("SignatureNonce", Some(self.nonce.as_str())),
            ("SignatureVersion", Some("1.0")),
            ("Timestamp", Some(self.time.as_str())),
            ("Version", Some(self.version.as_str())),
        ];
        for (name, value) in system {
            parameters.extend(value.map(|value| (name.to_owned(), value.to_owned())));
        }
        signed_hmac_sha1(self.method, &parameters, &self.key.1, address)
    }

    pub(crate) async fn send(&self, emulator: &Emulator) -> Reply {
        self.sign(emulator.address()).send(emulator).await
    }
}

/// Signs exactly these parameters.
pub(crate) fn signed_hmac_sha1(
    method: &str,
    parameters: &[(String, String)],
    secret: &str,
    address: SocketAddr,
) -> Raw {
    let canonical = canonical_query(parameters);
    let signature = hmac_sha1::signature(secret, &hmac_sha1::string_to_sign(method, &canonical));
    let all = format!("{canonical}&Signature={}", percent_encode(&signature));
    let host = ("host".to_owned(), address.to_string());
    if method == "GET" {
        return Raw {
            method: method.to_owned(),
            target: format!("/?{all}"),
            headers: vec![host],
            body: String::new(),
        };
    }
    let form = ("content-type".to_owned(), "application/x-www-form-urlencoded".to_owned());
    Raw { method: method.to_owned(), target: "/".to_owned(), headers: vec![host, form], body: all }
}

/// A request as it goes out.
#[derive(Clone)]
pub(crate) struct Raw {
    pub(crate) method: String,
    pub(crate) target: String,
    pub(crate) headers: Vec<(String, String)>,
    pub(crate) body: String,
}

impl Raw {
    pub(crate) fn new(method: &str, target: &str, body: &str) -> Self {
        Self {
            method: method.to_owned(),
            target: target.to_owned(),
            headers: vec![("host".to_owned(), "localhost".to_owned())],
            body: body.to_owned(),
        }
    }

    /// Changes a header, or adds it.
    pub(crate) fn header(mut self, name: &str, value: &str) -> Self {
        self.headers.retain(|(known, _)| known != name);
        self.headers.push((name.to_owned(), value.to_owned()));
        self
    }

    pub(crate) fn without_header(mut self, name: &str) -> Self {
        self.headers.retain(|(known, _)| known != name);
        self
    }

    pub(crate) fn get_header(&self, name: &str) -> &str {
        &self.headers.iter().find(|(known, _)| known == name).unwrap().1
    }

    fn text(&self) -> String {
        let mut lines = vec![format!("{} {} HTTP/1.1", self.method, self.target)];
        lines.extend(self.headers.iter().map(|(name, value)| format!("{name}: {value}")));
        lines.push(format!("content-length: {}\r\n\r\n{}", self.body.len(), self.body));
        lines.join("\r\n")
    }

    pub(crate) async fn send(&self, emulator: &Emulator) -> Reply {
        Connection::open(emulator).await.call(self).await
    }
}

/// One connection, kept until it is dropped.
pub(crate) struct Connection {
    pub(crate) stream: TcpStream,
}

impl Connection {
    pub(crate) async fn open(emulator: &Emulator) -> Self {
        Self { stream: TcpStream::connect(emulator.address()).await.unwrap() }
    }

    pub(crate) async fn write(&mut self, raw: &Raw) {
        self.stream.write_all(raw.text().as_bytes()).await.unwrap();
    }

    pub(crate) async fn call(&mut self, raw: &Raw) -> Reply {
        self.write(raw).await;
        let mut reply = self.head().await;
        let length: usize = reply.header("content-length").unwrap().parse().unwrap();
        let have = reply.body.len();
        reply.body.resize(length, 0);
        self.stream.read_exact(&mut reply.body[have..]).await.unwrap();
        reply
    }

    /// Reads an answer's head, and what came with it of the body.
    pub(crate) async fn head(&mut self) -> Reply {
        let mut bytes = Vec::new();
        loop {
            if let Some(end) = bytes.windows(4).position(|window| window == b"\r\n\r\n") {
                let head = String::from_utf8(bytes[..end].to_vec()).unwrap();
                let mut lines = head.split("\r\n");
                let status = lines.next().unwrap().split(' ').nth(1).unwrap().parse().unwrap();
                let headers = lines.map(|line| line.split_once(": ").unwrap());
                return Reply {
                    status,
                    headers: headers.map(|(name, value)| (name.to_owned(), value.to_owned())).collect(),
                    body: bytes[end + 4..].to_vec(),
                };
            }
            assert_ne!(self.stream.read_buf(&mut bytes).await.unwrap(), 0, "closed in the head: {bytes:?}");
        }
    }

    /// Reads until the connection ends.
    pub(crate) async fn rest(&mut self) -> std::io::Result<Vec<u8>> {
        let mut bytes = Vec::new();
        self.stream.read_to_end(&mut bytes).await.map(|_| bytes)
    }
}

/// An answer.
#[derive(Debug)]
pub(crate) struct Reply {
    pub(crate) status: u16,
    pub(crate) headers: Vec<(String, String)>,
    pub(crate) body: Vec<u8>,
}

impl Reply {
    pub(crate) fn header(&self, name: &str) -> Option<&str> {
        self.headers.iter().find(|(known, _)| known == name).map(|(_, value)| value.as_str())
    }

    pub(crate) fn json(&self) -> Value {
        serde_json::from_slice(&self.body).unwrap_or_else(|_| panic!("no JSON: {}", self.text()))
    }

    pub(crate) fn text(&self) -> String {
        String::from_utf8(self.body.clone()).unwrap()
    }

    /// Status and code.
    pub(crate) fn outcome(&self) -> (u16, String) {
        (self.status, self.json()["Code"].as_str().unwrap_or_default().to_owned())
    }

    #[track_caller]
    pub(crate) fn expect(&self, status: u16, code: &str) {
        assert_eq!(self.outcome(), (status, code.to_owned()), "{}", self.text());
    }
}

/// A control request.
pub(crate) async fn control(emulator: &Emulator, method: &str, path: &str, body: &str) -> (u16, Value) {
    let reply = Raw::new(method, &format!("/_emulator/{path}"), body).send(emulator).await;
    (reply.status, reply.json())
}

/// Waits until `condition` holds; a hang is the failure.
pub(crate) async fn until(mut condition: impl FnMut() -> bool) {
    while !condition() {
        tokio::task::yield_now().await;
    }
}
