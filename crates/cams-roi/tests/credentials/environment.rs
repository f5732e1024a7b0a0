use std::sync::{Arc, Mutex};

use cams_roi::Credentials;
use cams_roi::credentials::{Environment, EnvironmentCredentials, ProvideCredentials, ProviderContext};

use crate::surroundings::Surroundings;

const ID: &str = "ALIBABA_CLOUD_ACCESS_KEY_ID";
const SECRET: &str = "ALIBABA_CLOUD_ACCESS_KEY_SECRET";
const TOKEN: &str = "ALIBABA_CLOUD_SECURITY_TOKEN";

#[tokio::test]
async fn gives_a_long_lived_or_a_temporary_pair() {
    let pair = Surroundings::nothing().variable(ID, "id").variable(SECRET, "s#cret");
    let credentials = pair.ask(EnvironmentCredentials::default()).await.unwrap();
    assert_eq!(credentials, Credentials::new("id", "s#cret"));
    assert_eq!(credentials.provider(), Some("environment"));
    let temporary = pair.variable(TOKEN, "token").ask(EnvironmentCredentials::default()).await;
    assert_eq!(temporary, Ok(Credentials::new("id", "s#cret").with_security_token("token")));
}

#[tokio::test]
async fn names_the_variable_that_is_missing() {
    let ask = async |surroundings: Surroundings| {
        surroundings.ask(EnvironmentCredentials::default()).await.unwrap_err()
    };
    assert_eq!(ask(Surroundings::nothing()).await, format!("environment: {ID} is not set"));
    let half = Surroundings::nothing().variable(ID, "id").variable(SECRET, "");
    assert_eq!(ask(half).await, format!("environment: {ID} is set, but {SECRET} is not"));
    let half = Surroundings::nothing().variable(SECRET, "s");
    assert_eq!(ask(half).await, format!("environment: {SECRET} is set, but {ID} is not"));
}

#[tokio::test]
async fn variables_are_read_when_they_are_asked_for() {
    let id = Arc::new(Mutex::new("before"));
    let seen = Arc::clone(&id);
    let environment = Environment::from_lookup(move |name| match name {
        ID => Some((*seen.lock().unwrap()).to_owned()),
        SECRET => Some("secret".to_owned()),
        _ => None,
    });
    let mut provider = EnvironmentCredentials::default();
    provider.configure(&ProviderContext::default().with_environment(environment));
    *id.lock().unwrap() = "after";
    assert_eq!(provider.provide().await.unwrap().access_key_id(), "after");
}
