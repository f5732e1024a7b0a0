//! The client behind the one that users see.

use std::sync::{Arc, Mutex, PoisonError};

use cams_roi::ErrorKind;
use cams_roi::bridge::{Output, Request};
use napi::bindgen_prelude::Either3;
use napi::{Env, Result};
use napi_derive::napi;
use tracing::instrument::WithSubscriber as _;

use crate::bulk::Bulk;
use crate::cancel::CancelToken;
use crate::credentials::AskForKey;
use crate::delivery::{Delivery, Take, Ticket};
use crate::failure::Failure;
use crate::logs::{self, Log, Logs};
use crate::outcome::{Outcome, Stopped, settled, start};
use crate::settings::{build, call_options};

/// A client of the core, until it is closed.
#[napi]
pub struct Client {
    core: Mutex<Option<cams_roi::Client>>,
    logs: Logs,
    delivery: Arc<Delivery>,
}

/// Makes a client, of settings in JSON. Sends nothing. `take` is called with the outcomes of all that is started with it, and with events.
#[napi(catch_unwind, ts_return_type = "Outcome<Client>")]
pub fn create_client(
    settings: String,
    #[napi(ts_arg_type = "Take")] take: Take<'_>,
    #[napi(ts_arg_type = "(() => Promise<KeyAnswer>) | undefined")] ask_for_key: Option<AskForKey>,
    #[napi(ts_arg_type = "((record: LogRecord) => void) | undefined")] log: Option<Log>,
    level: Option<String>,
) -> Result<Outcome<Client>> {
    let logs = logs::to(log, level.as_deref());
    // After that of the records, so that JavaScript takes what was told of a call before the call's outcome.
    let delivery = Delivery::to(&take)?;
    // Building tells of what it finds odd, too.
    let client = logs.in_scope(|| build(&settings, ask_for_key, &delivery));
    Ok(settled(client.map(|client| Client { core: Mutex::new(Some(client)), logs, delivery })))
}

#[napi]
impl Client {
    /// The service's address; nothing when the client is closed.
    #[napi(getter, catch_unwind)]
    pub fn endpoint(&self) -> Option<String> {
        self.client().ok().map(|client| client.endpoint().to_owned())
    }

    /// Calls an operation by its name on the wire, or `call`. The request is an array in JSON, of the parameters in the
    /// model's order; the answer is one of its fields, or the service's own text. What the call does differently is in JSON, too.
    #[napi(catch_unwind)]
    pub fn send(
        &self,
        env: &Env,
        #[napi(ts_arg_type = "Ticket<string>")] ticket: Ticket,
        operation: String,
        request: String,
        settings: Option<String>,
        cancel: Option<&CancelToken>,
    ) -> Result<()> {
        let client = self.client();
        let work = async move {
            let options = call_options(settings.as_deref())?;
            let client = client?;
            let request = read(&operation, &request)?;
            let answer = match request.send(&client, options).await? {
                Output::Fields(fields) => {
                    serde_json::to_string(&fields).map_err(|error| Stopped::broken(&error))?
                }
                Output::Text(text) => text,
            };
            Ok(Either3::A(answer))
        };
        let to = (&self.delivery, ticket);
        match self.logs.dispatch() {
            None => start(env, to, cancel, work),
            Some(dispatch) => start(env, to, cancel, work.with_subscriber(dispatch)),
        }
    }

    /// The same client for a run: closing this one does not end it. Nothing when it is closed.
    #[napi(catch_unwind)]
    pub fn held(&self) -> Option<Client> {
        let client = self.client().ok()?;
        let delivery = Arc::clone(&self.delivery);
        Some(Self { core: Mutex::new(Some(client)), logs: self.logs.clone(), delivery })
    }

    /// Begins to enable many channels, with settings in JSON. Channels that are all known are checked before the first is
    /// called.
    #[napi(catch_unwind, ts_return_type = "Outcome<Bulk>")]
    pub fn enable_many(&self, settings: String, is_list: bool) -> Outcome<Bulk> {
        let begin = || Bulk::begin(self.client()?, &settings, is_list, &self.logs, &self.delivery);
        settled(begin())
    }

    /// Gives up the connections; calls that are under way end as they would have.
    #[napi(catch_unwind)]
    pub fn close(&self) {
        self.core.lock().unwrap_or_else(PoisonError::into_inner).take();
    }
}

impl Client {
    fn client(&self) -> std::result::Result<cams_roi::Client, Box<Failure>> {
        let client = self.core.lock().unwrap_or_else(PoisonError::into_inner);
        client.clone().ok_or_else(|| {
            let hint = "Call before close(), or make another client.";
            Failure::refusal(ErrorKind::InvalidArgument, "the client is closed", hint)
        })
    }
}

/// Reads a request that the TypeScript wrote.
fn read(operation: &str, request: &str) -> std::result::Result<Request, Stopped> {
    let mut request = serde_json::Deserializer::from_str(request);
    Ok(Request::read(operation, &mut request).map_err(|error| Stopped::broken(&error))??)
}
