use cams_roi::credentials::CredentialsUriCredentials;
use cams_roi::transport::{HttpMethod, Progress};

use crate::scripted::{Reaction, Scripted, json};
use crate::surroundings::{Surroundings, issued, temporary};

const URI: &str = "http://127.0.0.1:7/credentials?key=hush";

#[tokio::test]
async fn the_uri_is_asked_without_a_proxy_unless_it_is_https() {
    let around = Surroundings::with_direct(Scripted::of(vec![issued("STS.uri")]))
        .variable("ALIBABA_CLOUD_CREDENTIALS_URI", URI);
    let credentials = around.ask(CredentialsUriCredentials::default()).await.unwrap();
    assert_eq!((&credentials, credentials.provider()), (&temporary("STS.uri"), Some("credentials URI")));
    let request = &around.direct.requests()[0];
    assert_eq!((request.method, request.url.as_str()), (HttpMethod::Get, URI));

    let tls = Surroundings::with_service(vec![issued("STS.uri")]);
    let provider = CredentialsUriCredentials::new("https://vault.example/credentials");
    assert_eq!(tls.ask(provider).await, Ok(temporary("STS.uri")));
}

#[tokio::test(start_paused = true)]
async fn every_failure_says_what_to_do_without_the_query() {
    let ask = async |reaction: Reaction| {
        let around = Surroundings::with_direct(Scripted::of(vec![reaction]));
        let reason = around.ask(CredentialsUriCredentials::new(URI)).await.unwrap_err();
        assert!(!reason.contains("hush"), "{reason}");
        reason.strip_prefix("credentials URI: http://127.0.0.1:7/credentials").unwrap().to_owned()
    };
    assert_eq!(ask(json(404, "{}")).await, " answered HTTP 404: 200 was expected");
    assert_eq!(ask(json(200, "{}")).await, ": the answer has no Code: \"Success\" was expected");
    let half = r#"{"Code":"Success","AccessKeyId":"a","AccessKeySecret":"s"}"#;
    assert_eq!(ask(json(200, half)).await, ": the answer has no SecurityToken");
    assert_eq!(ask(Reaction::Never).await, ": no answer within 10s: is the service running?");
    let gone = ask(Reaction::Break(Progress::NotConnected)).await;
    assert!(gone.ends_with("connection reset by script: is the service running?"), "{gone}");
}

#[tokio::test]
async fn what_is_no_uri_is_refused() {
    let ask =
        async |uri: &str| Surroundings::nothing().ask(CredentialsUriCredentials::new(uri)).await.unwrap_err();
    assert!(ask("nonsense").await.contains("the credentials URI is not a URL"));
    assert!(ask("file:///etc/passwd").await.ends_with("has the scheme \"file\": use http or https"));
    assert!(ask("http://${HOST}/key").await.ends_with("names a host that cannot be one"));
    assert!(ask("http://127.0.\n0.1/key").await.contains("holds a control character"));
    let unset = Surroundings::nothing().ask(CredentialsUriCredentials::default()).await.unwrap_err();
    assert_eq!(unset, "credentials URI: ALIBABA_CLOUD_CREDENTIALS_URI is not set");
}
