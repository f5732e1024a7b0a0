//! The client behind the one that users see.

use std::sync::{Arc, Mutex, PoisonError};

use cams_roi::operations::{
    Call, CallOutput, EnableWhatsappRoiMetric, GetChatappPhoneNumberMetric, GetChatappTemplateMetric,
    Operation,
};
use cams_roi::{CallOptions, ErrorKind, bridge};
use tracing::instrument::WithSubscriber as _;

use crate::bulk::{Bulk, BulkSettings};
use crate::cancel::CancelToken;
use crate::credentials::KeySource;
use crate::failure::Failure;
use crate::logs::{self, LogLevel, LogSink, Logs};
use crate::request::{CallRequest, EnableRequest, PhoneNumberRequest, TemplateRequest};
use crate::result::{Enabled, PhoneNumberFigures, TemplateFigures};
use crate::runtime;
use crate::settings::{CallSettings, Settings};

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
    /// Makes a client. Sends nothing.
    #[uniffi::constructor]
    pub(crate) fn new(
        settings: Settings,
        source: Option<Arc<dyn KeySource>>,
        sink: Option<Arc<dyn LogSink>>,
        level: LogLevel,
    ) -> Result<Arc<Self>, Failure> {
        let logs = logs::to(sink, level)?;
        // Building tells of what it finds odd, too.
        let client = logs.in_scope(|| settings.build(source))?;
        let endpoint = client.endpoint().to_owned();
        Ok(Arc::new(Self { open: Mutex::new(Some(Open { client, logs })), endpoint }))
    }

    /// The service's address.
    pub(crate) fn endpoint(&self) -> String {
        self.endpoint.clone()
    }

    async fn enable_whatsapp_roi_metric(
        &self,
        request: EnableRequest,
        settings: CallSettings,
        cancel: Option<Arc<CancelToken>>,
    ) -> Result<Enabled, Failure> {
        self.send::<EnableWhatsappRoiMetric, Enabled>(request.try_into(), settings, cancel).await
    }

    async fn get_chatapp_phone_number_metric(
        &self,
        request: PhoneNumberRequest,
        settings: CallSettings,
        cancel: Option<Arc<CancelToken>>,
    ) -> Result<PhoneNumberFigures, Failure> {
        self.send::<GetChatappPhoneNumberMetric, PhoneNumberFigures>(request.try_into(), settings, cancel)
            .await
    }

    async fn get_chatapp_template_metric(
        &self,
        request: TemplateRequest,
        settings: CallSettings,
        cancel: Option<Arc<CancelToken>>,
    ) -> Result<TemplateFigures, Failure> {
        self.send::<GetChatappTemplateMetric, TemplateFigures>(request.try_into(), settings, cancel).await
    }

    /// Gives the answer's JSON as it came.
    async fn call(
        &self,
        request: CallRequest,
        settings: CallSettings,
        cancel: Option<Arc<CancelToken>>,
    ) -> Result<String, Failure> {
        self.send::<Call, Json>(request.try_into(), settings, cancel).await.map(|Json(text)| text)
    }

    /// Begins to enable many channels.
    pub(crate) fn enable_many(
        &self,
        settings: BulkSettings,
        call: CallSettings,
    ) -> Result<Arc<Bulk>, Failure> {
        let options = CallOptions::try_from(call)?;
        let Open { client, logs } = self.open()?;
        Bulk::begin(client, settings, options, &logs)
    }

    /// Gives up the connections; calls that are under way end as they would have.
    pub(crate) fn close(&self) {
        self.open.lock().unwrap_or_else(PoisonError::into_inner).take();
    }
}

/// An answer as it came.
pub(crate) struct Json(String);

impl From<CallOutput> for Json {
    fn from(answer: CallOutput) -> Self {
        Self(answer.text)
    }
}

impl From<Json> for String {
    fn from(Json(text): Json) -> Self {
        text
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

    async fn send<O, T>(
        &self,
        request: Result<O, Failure>,
        settings: CallSettings,
        cancel: Option<Arc<CancelToken>>,
    ) -> Result<T, Failure>
    where
        O: Operation + Send + Sync + 'static,
        O::Output: Send,
        T: From<O::Output> + Send + 'static,
    {
        let call = self.made(request, settings);
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

    /// A call, to be made on the core's thread. Whether the client is closed counts now, and not when it is made.
    pub(crate) fn made<O, T>(
        &self,
        request: Result<O, Failure>,
        settings: CallSettings,
    ) -> impl Future<Output = Result<T, Failure>> + Send + use<O, T>
    where
        O: Operation + Send + Sync + 'static,
        O::Output: Send,
        T: From<O::Output> + Send + 'static,
    {
        let open = self.open();
        async move {
            let Open { client, logs } = open?;
            let call = async move {
                let options = CallOptions::try_from(settings)?;
                Ok(T::from(client.send(&request?, options).await?))
            };
            match logs.dispatch() {
                None => call.await,
                Some(dispatch) => call.with_subscriber(dispatch).await,
            }
        }
    }
}
