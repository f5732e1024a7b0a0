use std::sync::{Arc, Mutex};

use cams_roi::credentials::{
    CachedCredentials, CallbackCredentials, CredentialsChain, CredentialsError, ProvideCredentials,
};
use cams_roi::operations::EnableWhatsappRoiMetric;
use cams_roi::transport::Progress;
use cams_roi::{Client, Credentials, ErrorKind};
use futures_util::future::BoxFuture;

use crate::scripted::{Reaction, Scripted, ok};
use crate::surroundings::{Surroundings, issued};

#[tokio::test]
async fn providers_are_asked_in_order_and_each_that_failed_is_named_with_its_reason() {
    let around = Surroundings::with_direct(Scripted::of(vec![Reaction::Break(Progress::NotConnected)]));
    let reason = around.ask(CredentialsChain::standard(None)).await.unwrap_err();
    let reasons: Vec<&str> = reason.split("; ").collect();
    let beginnings = [
        "environment: ALIBABA_CLOUD_ACCESS_KEY_ID is not set",
        "OIDC: ALIBABA_CLOUD_OIDC_TOKEN_FILE is not set",
        "aliyun CLI profile: ~/.aliyun/config.json does not exist",
        "credentials file: neither ~/.alibabacloud/credentials nor",
        "ECS instance role: no metadata server at http://100.100.100.200",
        "set ALIBABA_CLOUD_ECS_METADATA_DISABLED=true to skip it",
        "credentials URI: ALIBABA_CLOUD_CREDENTIALS_URI is not set",
    ];
    assert_eq!(reasons.len(), beginnings.len(), "{reason}");
    for (reason, beginning) in reasons.iter().zip(beginnings) {
        assert!(reason.starts_with(beginning), "{reason}");
    }
}

#[tokio::test]
async fn each_provider_serves_before_those_behind_it() {
    let direct = || Scripted::new(|_, _| issued("STS.uri"));
    let ini = "[default]\ntype=access_key\naccess_key_id=ini\naccess_key_secret=s\n";
    let cli = r#"{"current":"a","profiles":[{"name":"a","mode":"AK","access_key_id":"cli","access_key_secret":"s"}]}"#;
    let serves = async |around: &Surroundings| {
        around.ask(CredentialsChain::standard(None)).await.unwrap().access_key_id().to_owned()
    };
    let around = Surroundings::with_direct(direct())
        .variable("ALIBABA_CLOUD_CREDENTIALS_URI", "http://127.0.0.1:7/")
        .variable("ALIBABA_CLOUD_ECS_METADATA_DISABLED", "true");
    assert_eq!(serves(&around).await, "STS.uri");
    let around = around.file(".alibabacloud/credentials.ini", ini);
    assert_eq!(serves(&around).await, "ini");
    let around = around.file(".aliyun/config.json", cli);
    assert_eq!(serves(&around).await, "cli");
    let around = around
        .variable("ALIBABA_CLOUD_ACCESS_KEY_ID", "env")
        .variable("ALIBABA_CLOUD_ACCESS_KEY_SECRET", "s");
    assert_eq!(serves(&around).await, "env");
}

#[tokio::test]
async fn a_named_profile_is_served_by_nobody_else() {
    let cli = r#"{"current":"a","profiles":[{"name":"a","mode":"AK","access_key_id":"cli","access_key_secret":"s"}]}"#;
    let around = Surroundings::with_direct(Scripted::of(vec![Reaction::Break(Progress::NotConnected)]))
        .file(".aliyun/config.json", cli)
        .variable("ALIBABA_CLOUD_ACCESS_KEY_ID", "env")
        .variable("ALIBABA_CLOUD_ACCESS_KEY_SECRET", "s");
    let named = |name: &str| CredentialsChain::standard(Some(name.to_owned()));
    assert_eq!(around.ask(named("a")).await.unwrap().access_key_id(), "cli");
    let reason = around.ask(named("b")).await.unwrap_err();
    let reasons: Vec<&str> = reason.split("; ").collect();
    assert!(reasons[0].starts_with("aliyun CLI profile: ") && reasons[0].contains("\"b\""), "{reason}");
    assert!(reasons[1].starts_with("credentials file: ") && reasons.len() == 2, "{reason}");
}

#[tokio::test]
async fn what_is_set_up_by_half_is_served_by_nobody_else() {
    let cli = |keys: &str| format!(r#"{{"current":"a","profiles":[{{"name":"a","mode":"AK",{keys}}}]}}"#);
    let whole = cli(r#""access_key_id":"cli","access_key_secret":"s""#);
    let around = || Surroundings::nothing().file(".aliyun/config.json", &whole);
    let ask = async |around: Surroundings| {
        let served = around.ask(CredentialsChain::standard(None)).await;
        served.map(|it| it.access_key_id().to_owned())
    };
    assert_eq!(ask(around()).await, Ok("cli".to_owned()));
    let refused =
        "environment: ALIBABA_CLOUD_ACCESS_KEY_ID is set, but ALIBABA_CLOUD_ACCESS_KEY_SECRET is not";
    let half = around().variable("ALIBABA_CLOUD_ACCESS_KEY_ID", "mine");
    assert_eq!(ask(half.variable("ALIBABA_CLOUD_ACCESS_KEY_SECERT", "s")).await, Err(refused.to_owned()));
    let refused =
        "environment: ALIBABA_CLOUD_ACCESS_KEY_SECRET is set, but ALIBABA_CLOUD_ACCESS_KEY_ID is not";
    let half = around().variable("ALIBABA_CLOUD_ACCESS_KEY_SECRET", "s");
    assert_eq!(ask(half).await, Err(refused.to_owned()));
    let half = ask(around().variable("ALIBABA_CLOUD_OIDC_TOKEN_FILE", "/token")).await.unwrap_err();
    assert!(half.ends_with("; OIDC: ALIBABA_CLOUD_OIDC_PROVIDER_ARN is not set"), "{half}");

    let ini = "[default]\ntype=access_key\naccess_key_id=ini\naccess_key_secret=s\n";
    let keys = [r#""access_key_id":"cli""#, r#""access_key_secret":"s","access_key_id":"""#];
    for (keys, missing) in keys.into_iter().zip(["access_key_secret", "access_key_id"]) {
        let around = Surroundings::nothing().file(".alibabacloud/credentials", ini);
        let half = ask(around.file(".aliyun/config.json", &cli(keys))).await.unwrap_err();
        assert!(half.ends_with(&format!("\"a\": {missing} is missing or empty")), "{half}");
    }
    // As the CLI writes it before anybody has filled it in.
    let around = Surroundings::nothing().file(".alibabacloud/credentials", ini);
    let empty = cli(r#""access_key_id":"","access_key_secret":"""#);
    assert_eq!(ask(around.file(".aliyun/config.json", &empty)).await, Ok("ini".to_owned()));
}

#[tokio::test]
async fn a_profile_that_the_environment_names_is_served_by_nobody_else() {
    let role = || {
        let around = Surroundings::nothing().variable("ALIBABA_CLOUD_PROFILE", "prodution");
        around.variable("ALIBABA_CLOUD_CREDENTIALS_URI", "http://127.0.0.1:1/")
    };
    let ask = async |around: Surroundings| around.ask(CredentialsChain::standard(None)).await.unwrap_err();
    let reason = ask(role()).await;
    assert!(
        reason.ends_with(
            "; credentials file: ALIBABA_CLOUD_PROFILE names the profile \"prodution\", and neither \
             ~/.alibabacloud/credentials nor ~/.alibabacloud/credentials.ini exists"
        ),
        "{reason}"
    );
    let ini = "[production]\ntype=access_key\naccess_key_id=ini\naccess_key_secret=s\n";
    let reason = ask(role().file(".alibabacloud/credentials", ini)).await;
    assert!(reason.ends_with("~/.alibabacloud/credentials has no section [prodution]"), "{reason}");
    let named = Surroundings::nothing().file(".alibabacloud/credentials", ini);
    let served =
        named.variable("ALIBABA_CLOUD_PROFILE", "production").ask(CredentialsChain::standard(None)).await;
    assert_eq!(served.unwrap().access_key_id(), "ini");
}

type Plan = Arc<Mutex<Result<(), bool>>>;

/// Works, or fails as somebody who is set up (`Err(true)`) or not.
#[derive(Debug)]
struct Switch(&'static str, Plan, Arc<Mutex<Vec<&'static str>>>);

impl ProvideCredentials for Switch {
    fn name(&self) -> &'static str {
        self.0
    }

    fn provide(&self) -> BoxFuture<'_, Result<Credentials, CredentialsError>> {
        self.2.lock().unwrap().push(self.0);
        let outcome = match *self.1.lock().unwrap() {
            Ok(()) => Ok(Credentials::new(self.0, "secret")),
            Err(true) => Err(CredentialsError::new(self.0, "broken")),
            Err(false) => Err(CredentialsError::not_configured(self.0, "not set up")),
        };
        Box::pin(async { outcome })
    }
}

struct Three {
    plans: [Plan; 3],
    asked: Arc<Mutex<Vec<&'static str>>>,
    chain: CredentialsChain,
}

impl Three {
    fn new(plans: [Result<(), bool>; 3]) -> Self {
        let plans = plans.map(|plan| Arc::new(Mutex::new(plan)));
        let asked = Arc::default();
        let provider = |index: usize, name| {
            Box::new(Switch(name, Arc::clone(&plans[index]), Arc::clone(&asked)))
                as Box<dyn ProvideCredentials>
        };
        let chain = CredentialsChain::new(vec![provider(0, "a"), provider(1, "b"), provider(2, "c")]);
        Self { plans, asked, chain }
    }

    fn set(&self, index: usize, plan: Result<(), bool>) {
        *self.plans[index].lock().unwrap() = plan;
    }

    /// Who serves, and who was asked.
    async fn ask(&self) -> (Result<String, String>, Vec<&'static str>) {
        let outcome = self.chain.provide().await;
        let served = outcome.map(|it| it.access_key_id().to_owned()).map_err(|error| error.to_string());
        (served, std::mem::take(&mut *self.asked.lock().unwrap()))
    }
}

#[tokio::test]
async fn who_served_is_remembered_until_it_fails() {
    let three = Three::new([Err(false), Ok(()), Ok(())]);
    assert_eq!(three.ask().await, (Ok("b".into()), vec!["a", "b"]));
    assert_eq!(three.ask().await, (Ok("b".into()), vec!["b"]));
    three.set(1, Err(false));
    assert_eq!(three.ask().await, (Ok("c".into()), vec!["b", "a", "c"]));
    assert_eq!(three.ask().await, (Ok("c".into()), vec!["c"]));
}

#[tokio::test]
async fn after_a_total_failure_everyone_is_asked_again() {
    let three = Three::new([Err(false), Err(true), Err(false)]);
    let failed = Err("a: not set up; b: broken; c: not set up".to_owned());
    assert_eq!(three.ask().await, (failed.clone(), vec!["a", "b", "c"]));
    assert_eq!(three.ask().await, (failed, vec!["a", "b", "c"]));
    three.set(0, Ok(()));
    assert_eq!(three.ask().await, (Ok("a".into()), vec!["a"]));
}

#[tokio::test]
async fn who_stands_in_for_a_broken_provider_is_not_remembered() {
    let three = Three::new([Err(false), Err(true), Ok(())]);
    assert_eq!(three.ask().await, (Ok("c".into()), vec!["a", "b", "c"]));
    three.set(1, Ok(()));
    assert_eq!(three.ask().await, (Ok("b".into()), vec!["a", "b"]));
}

#[tokio::test]
async fn a_callback_is_a_provider_and_its_error_is_shown() {
    let service = Scripted::of(vec![ok()]);
    let callback =
        CallbackCredentials::new(|| async { Ok::<_, String>(Credentials::new("called", "secret")) });
    let client = service.builder().credentials(callback).build().unwrap();
    client.enable_whatsapp_roi_metric(EnableWhatsappRoiMetric::own_channel()).await.unwrap();
    assert!(service.values("authorization", "")[0].contains("Credential=called,"));
    assert_eq!(client.credentials().provide().await.unwrap().provider(), Some("callback"));

    let failing = CallbackCredentials::new(|| async { Err::<Credentials, _>("the vault is sealed") });
    let client = service.builder().credentials(failing).build().unwrap();
    let error = client.enable_whatsapp_roi_metric(EnableWhatsappRoiMetric::own_channel()).await.unwrap_err();
    assert_eq!(
        (error.kind(), error.message()),
        (ErrorKind::Credentials, "no credentials: callback: the vault is sealed")
    );
    assert!(error.hint().contains("Fix what the message names"), "{}", error.hint());
}

#[tokio::test]
async fn the_client_gives_its_environment_to_the_chain() {
    let service = Scripted::of(vec![ok()]);
    let around = Surroundings::nothing();
    let environment = cams_roi::credentials::Environment::of([
        ("HOME", around.home.path().to_str().unwrap()),
        ("ALIBABA_CLOUD_ACCESS_KEY_ID", "of-the-client"),
        ("ALIBABA_CLOUD_ACCESS_KEY_SECRET", "secret"),
    ]);
    let client =
        Client::builder().environment(environment).transport(Arc::new(service.clone())).build().unwrap();
    client.enable_whatsapp_roi_metric(EnableWhatsappRoiMetric::own_channel()).await.unwrap();
    assert!(service.values("authorization", "")[0].contains("Credential=of-the-client,"));
    let credentials = client.credentials().provide().await.unwrap();
    assert_eq!((credentials.provider(), credentials.expires_at()), (Some("environment"), None));
}

#[tokio::test]
async fn a_shared_provider_serves_several_clients() {
    let calls = Arc::new(Mutex::new(0));
    let counted = Arc::clone(&calls);
    let shared = Arc::new(CachedCredentials::new(CallbackCredentials::new(move || {
        *counted.lock().unwrap() += 1;
        async { Ok::<_, String>(Credentials::new("shared", "secret")) }
    })));
    for _ in 0..2 {
        let client = Scripted::of(vec![ok()]).builder().credentials(Arc::clone(&shared)).build().unwrap();
        client.enable_whatsapp_roi_metric(EnableWhatsappRoiMetric::own_channel()).await.unwrap();
    }
    assert_eq!(*calls.lock().unwrap(), 1);
}
