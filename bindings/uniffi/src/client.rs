//! The client behind the one that users see.

use std::sync::{Arc, Mutex, PoisonError};

use cams_roi::bridge::{Output, Request};
use cams_roi::{ErrorKind, bridge};
use tracing::instrument::WithSubscriber as _;

use crate::bulk::Bulk;
use crate::cancel::CancelToken;
use crate::credentials::KeySource;
use crate::events::EventSink;
use crate::failure::Failure;
use crate::logs::{self, LogLevel, LogSink, Logs};
use crate::runtime;
use crate::settings::{build, call_options};

/// A client of the core, until it is closed.
#[derive(uniffi::Object)]
pub(crate) struct NativeClient {
    open: Mutex<Option<Open>>,
    endpoint: String,
}

/// What a client has until it is closed.
#[derive(Clone)]
struct Open {
    client: cams_roi::Client,
    /// Also closed, so that the logger's thread ends.
    logs: Logs,
}

#[uniffi::export]
impl NativeClient {
    /// Makes a client, of settings in postcard's bytes. Sends nothing.
    #[uniffi::constructor]
    pub(crate) fn new(
        settings: Vec<u8>,
        source: Option<Arc<dyn KeySource>>,
        sink: Option<Arc<dyn LogSink>>,
        level: LogLevel,
        events: Option<Arc<dyn EventSink>>,
    ) -> Result<Arc<Self>, Failure> {
        let logs = logs::to(sink, level)?;
        // Building tells of what it finds odd, too.
        let client = logs.in_scope(|| build(&settings, source, events))?;
        let endpoint = client.endpoint().to_owned();
        Ok(Arc::new(Self { open: Mutex::new(Some(Open { client, logs })), endpoint }))
    }

    /// The service's address.
    pub(crate) fn endpoint(&self) -> String {
        self.endpoint.clone()
    }

    /// Calls an operation by its name on the wire, or `call`. The request is postcard's bytes of the parameters in the
    /// model's order; the answer those of its fields, or the text of a `call`.
    async fn send(
        &self,
        operation: String,
        request: Vec<u8>,
        settings: Vec<u8>,
        cancel: Option<Arc<CancelToken>>,
    ) -> Result<Vec<u8>, Failure> {
        let call = self.made(&operation, &request, settings);
        let call = async move {
            match cancel {
                None => call.await,
                Some(cancel) => tokio::select! {
                    biased;
                    () = cancel.cancelled() => Err(Failure::Cancelled),
                    result = call => result,
                },
            }
        };
        runtime::work(call).await
    }

    /// Begins to enable many channels. Those that are all known are checked before the first is called.
    pub(crate) fn enable_many(&self, settings: Vec<u8>, is_list: bool) -> Result<Arc<Bulk>, Failure> {
        let Open { client, logs } = self.open()?;
        Bulk::begin(client, &settings, is_list, &logs)
    }

    /// Gives up the connections; calls that are under way end as they would have, and runs with the page that is under way.
    pub(crate) fn close(&self) {
        let open = self.open.lock().unwrap_or_else(PoisonError::into_inner).take();
        if let Some(Open { client, .. }) = open {
            bridge::end_runs(&client);
        }
    }
}

impl Drop for NativeClient {
    fn drop(&mut self) {
        self.close();
    }
}

impl NativeClient {
    fn open(&self) -> Result<Open, Failure> {
        let open = self.open.lock().unwrap_or_else(PoisonError::into_inner);
        open.clone().ok_or_else(|| {
            let hint = "Call before close(), or make another client.";
            bridge::refusal(ErrorKind::InvalidArgument, "the client is closed", hint).into()
        })
    }

    /// A call, to be made on the core's thread. Whether the client is closed counts now, and not when it is made.
    pub(crate) fn made(
        &self,
        operation: &str,
        request: &[u8],
        settings: Vec<u8>,
    ) -> impl Future<Output = Result<Vec<u8>, Failure>> + Send + use<> {
        let open = self.open();
        let request = read(operation, request);
        async move {
            let Open { client, logs } = open?;
            let call = async move {
                let options = call_options(&settings)?;
                Ok(written(&request?.send(&client, options).await?))
            };
            match logs.dispatch() {
                None => call.await,
                Some(dispatch) => call.with_subscriber(dispatch).await,
            }
        }
    }
}

/// Reads a request.
#[allow(clippy::panic, reason = "it tells of a package that is not of this build, and is caught")]
fn read(operation: &str, request: &[u8]) -> Result<Request, Failure> {
    match Request::read(operation, &mut postcard::Deserializer::from_bytes(request)) {
        Ok(request) => Ok(request?),
        Err(problem) => panic!("the request of {operation} cannot be read: {problem}"),
    }
}

/// Writes an answer.
#[allow(clippy::panic, reason = "it tells of a mistake of this library's, and is caught")]
fn written(output: &Output) -> Vec<u8> {
    let bytes = match output {
        Output::Fields(fields) => postcard::to_stdvec(fields),
        Output::Text(text) => postcard::to_stdvec(text),
    };
    bytes.unwrap_or_else(|problem| panic!("an answer cannot be written: {problem}"))
}
