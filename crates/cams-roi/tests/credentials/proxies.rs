//! Over real sockets: what goes through a proxy, and what never does.

use std::sync::{Arc, Mutex};

use cams_roi::credentials::{
    AssumeRoleCredentials, CredentialsUriCredentials, EcsRamRoleCredentials, ProvideCredentials,
};
use cams_roi::{Client, Credentials, Proxy};
use tokio::io::{AsyncBufReadExt as _, AsyncWriteExt as _, BufReader};
use tokio::net::TcpListener;

/// A server that answers each request by its first line, and notes those.
struct Server {
    url: String,
    lines: Arc<Mutex<Vec<String>>>,
}

async fn serve(answer: fn(&str) -> String) -> Server {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let url = format!("http://{}", listener.local_addr().unwrap());
    let lines: Arc<Mutex<Vec<String>>> = Arc::default();
    let seen = Arc::clone(&lines);
    tokio::spawn(async move {
        while let Ok((stream, _)) = listener.accept().await {
            let seen = Arc::clone(&seen);
            tokio::spawn(async move {
                let mut stream = BufReader::new(stream);
                let mut first = String::new();
                stream.read_line(&mut first).await.unwrap();
                let mut line = String::new();
                while stream.read_line(&mut line).await.unwrap() > 2 {
                    line.clear();
                }
                seen.lock().unwrap().push(first.trim().to_owned());
                let body = answer(&first);
                let head =
                    format!("HTTP/1.1 200 OK\r\ncontent-length: {}\r\nconnection: close\r\n\r\n", body.len());
                stream.write_all((head + &body).as_bytes()).await.unwrap();
            });
        }
    });
    Server { url, lines }
}

fn metadata(line: &str) -> String {
    match line {
        line if line.starts_with("PUT /latest/api/token ") => "token".to_owned(),
        line if line.starts_with("GET /latest/meta-data/ram/security-credentials/ ") => "worker".to_owned(),
        _ => r#"{"Code":"Success","AccessKeyId":"STS.1","AccessKeySecret":"s","SecurityToken":"t","Expiration":"2038-01-01T00:00:00Z"}"#
            .to_owned(),
    }
}

fn nothing(_line: &str) -> String {
    "proxied".to_owned()
}

#[tokio::test]
async fn sts_goes_through_the_client_s_proxy_and_metadata_never() {
    let (proxy, server) = (serve(nothing).await, serve(metadata).await);
    let client = |provider: Box<dyn ProvideCredentials>| {
        Client::builder().proxy(Proxy::Url(proxy.url.clone())).credentials(provider).build().unwrap()
    };
    let ecs = client(Box::new(EcsRamRoleCredentials::default().base_url(&server.url)));
    assert_eq!(ecs.credentials().provide().await.unwrap().access_key_id(), "STS.1");
    let uri = client(Box::new(CredentialsUriCredentials::new(format!("{}/credentials", server.url))));
    assert_eq!(uri.credentials().provide().await.unwrap().access_key_id(), "STS.1");
    assert_eq!(*proxy.lines.lock().unwrap(), [""; 0]);
    assert_eq!(server.lines.lock().unwrap().len(), 4);

    let source = Credentials::new("id", "secret");
    let role = AssumeRoleCredentials::new(source, "arn").sts_endpoint("http://sts.example");
    client(Box::new(role)).credentials().provide().await.unwrap_err();
    assert!(proxy.lines.lock().unwrap()[0].starts_with("POST http://sts.example/?"));
}

/// Set in the child process that the test below starts.
const METADATA_URL: &str = "CAMS_ROI_TEST_METADATA_URL";

/// The child's part: it has the proxy in its environment.
#[tokio::test]
async fn child_with_a_proxy_in_its_environment() {
    let Ok(url) = std::env::var(METADATA_URL) else { return };
    let client =
        Client::builder().credentials(EcsRamRoleCredentials::default().base_url(url)).build().unwrap();
    assert_eq!(client.credentials().provide().await.unwrap().access_key_id(), "STS.1");
}

#[tokio::test]
async fn metadata_never_goes_through_the_environment_s_proxy() {
    let (proxy, server) = (serve(nothing).await, serve(metadata).await);
    let mut child = tokio::process::Command::new(std::env::current_exe().unwrap());
    child.args(["--exact", "proxies::child_with_a_proxy_in_its_environment"]).env(METADATA_URL, &server.url);
    for name in ["HTTP_PROXY", "http_proxy", "HTTPS_PROXY", "https_proxy", "ALL_PROXY", "all_proxy"] {
        child.env(name, &proxy.url);
    }
    let child = child.env_remove("NO_PROXY").env_remove("no_proxy").output().await.unwrap();
    assert!(child.status.success(), "{}", String::from_utf8_lossy(&child.stdout));
    assert_eq!(server.lines.lock().unwrap().len(), 3);
    assert_eq!(*proxy.lines.lock().unwrap(), [""; 0]);
}
