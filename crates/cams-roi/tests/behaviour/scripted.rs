//! A service without a network: it answers from a script, on tokio's clock.

use std::collections::HashMap;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex};
use std::time::Duration;

use cams_roi::transport::{HttpRequest, HttpResponse, Progress, Transport, TransportError};
use cams_roi::{Client, ClientBuilder, Credentials};
use futures_util::future::BoxFuture;
use tokio::time::{Instant, sleep};

pub const SECRET: &str = "script-secret-7d0a";
pub const TOKEN: &str = "script-token/+=91c4";

/// What the service does with one request.
#[derive(Clone, Debug)]
pub enum Reaction {
    Answer(u16, Vec<(&'static str, String)>, Vec<u8>),
    After(Duration, Box<Reaction>),
    Break(Progress),
    #[allow(dead_code, reason = "one of the programs that share this uses it")]
    BreakWith(Progress, String),
    Never,
}

/// Answers with a status and a JSON body.
pub fn json(status: u16, body: &str) -> Reaction {
    Reaction::Answer(status, vec![("content-type", "application/json".into())], body.into())
}

/// A success with nothing in it.
pub fn ok() -> Reaction {
    json(200, r#"{"RequestId":"R-1","Code":"OK","Message":"None"}"#)
}

/// An error with a code, as the gateway writes it.
pub fn error(status: u16, code: &str) -> Reaction {
    json(status, &format!(r#"{{"RequestId":"R-E","HostId":"h","Code":"{code}","Message":"said {code}"}}"#))
}

impl Reaction {
    pub fn with_header(self, name: &'static str, value: &str) -> Self {
        match self {
            Self::Answer(status, mut headers, body) => {
                headers.push((name, value.to_owned()));
                Self::Answer(status, headers, body)
            }
            other => other,
        }
    }

    pub fn after(self, delay: Duration) -> Self {
        Self::After(delay, Box::new(self))
    }
}

/// An account that no other test uses: rate limits are shared by account.
pub fn new_account() -> String {
    static ACCOUNTS: AtomicUsize = AtomicUsize::new(0);
    format!("account-{}", ACCOUNTS.fetch_add(1, Ordering::Relaxed))
}

type Script = dyn Fn(usize, &HttpRequest) -> Reaction + Send + Sync;

/// Plays a script and remembers what was sent, and when.
#[derive(Clone)]
pub struct Scripted {
    script: Arc<Script>,
    account: String,
    seen: Arc<Mutex<Vec<(Instant, HttpRequest)>>>,
}

impl std::fmt::Debug for Scripted {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Scripted")
    }
}

impl Scripted {
    /// Reacts to the request of each number, from 0.
    pub fn new(script: impl Fn(usize, &HttpRequest) -> Reaction + Send + Sync + 'static) -> Self {
        Self { script: Arc::new(script), account: new_account(), seen: Arc::default() }
    }

    /// Plays the reactions in turn; the last one for ever.
    pub fn of(reactions: Vec<Reaction>) -> Self {
        Self::new(move |number, _| reactions[number.min(reactions.len() - 1)].clone())
    }

    /// A builder of clients that talk to this service.
    pub fn builder(&self) -> ClientBuilder {
        Client::builder()
            .credentials(Credentials::new("script-id", SECRET))
            .account_id(self.account.clone())
            .transport(Arc::new(self.clone()))
    }

    pub fn client(&self) -> Client {
        self.builder().build().unwrap()
    }

    pub fn requests(&self) -> Vec<HttpRequest> {
        self.seen.lock().unwrap().iter().map(|(_, request)| request.clone()).collect()
    }

    pub fn times(&self) -> Vec<Instant> {
        self.seen.lock().unwrap().iter().map(|(time, _)| *time).collect()
    }

    pub fn count(&self) -> usize {
        self.seen.lock().unwrap().len()
    }

    /// The named header (ACS3) or form parameter (HMAC-SHA1) of every request.
    pub fn values(&self, header: &str, parameter: &str) -> Vec<String> {
        let value = |request: &HttpRequest| {
            let header =
                request.headers.iter().find(|(name, _)| *name == header).map(|(_, value)| value.clone());
            header.or_else(|| parameters(request).remove(parameter)).unwrap()
        };
        self.requests().iter().map(value).collect()
    }
}

impl Transport for Scripted {
    fn send(&self, request: HttpRequest) -> BoxFuture<'_, Result<HttpResponse, TransportError>> {
        let reaction = {
            let mut seen = self.seen.lock().unwrap();
            let reaction = (self.script)(seen.len(), &request);
            seen.push((Instant::now(), request));
            reaction
        };
        Box::pin(play(reaction))
    }
}

async fn play(mut reaction: Reaction) -> Result<HttpResponse, TransportError> {
    loop {
        match reaction {
            Reaction::Answer(status, headers, body) => {
                let headers = headers.into_iter().map(|(name, value)| (name.to_owned(), value)).collect();
                return Ok(HttpResponse { status, headers, body });
            }
            Reaction::After(delay, then) => {
                sleep(delay).await;
                reaction = *then;
            }
            Reaction::Break(progress) => {
                let message = "connection reset by script".to_owned();
                return Err(TransportError { message, progress, timed_out: false, source: None });
            }
            Reaction::BreakWith(progress, message) => {
                return Err(TransportError { message, progress, timed_out: false, source: None });
            }
            Reaction::Never => std::future::pending().await,
        }
    }
}

/// The parameters of a request, decoded, from its query and its form body.
pub fn parameters(request: &HttpRequest) -> HashMap<String, String> {
    let query = request.url.split_once('?').map_or("", |(_, query)| query);
    [query, &request.body]
        .iter()
        .flat_map(|form| url::form_urlencoded::parse(form.as_bytes()))
        .map(|(name, value)| (name.into_owned(), value.into_owned()))
        .collect()
}
