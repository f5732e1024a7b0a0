//! The client behind the one that users see.

use std::sync::{Mutex, PoisonError};

use cams_roi::CallOptions;
use cams_roi::operations::{
    Call, EnableWhatsappRoiMetric, GetChatappPhoneNumberMetric, GetChatappTemplateMetric, Operation,
};
use napi::bindgen_prelude::{Object, ToNapiValue};
use napi::{Env, Result};
use napi_derive::napi;
use tracing::instrument::WithSubscriber as _;

use crate::bulk::{Bulk, BulkSettings};
use crate::cancel::CancelToken;
use crate::credentials::AskForKey;
use crate::failure::{ErrorKind, Failure};
use crate::logs::{self, Log, Logs};
use crate::outcome::{Outcome, settled, start};
use crate::request::{
    CallRequest, EnableRequest, Enabled, PhoneNumberFigures, PhoneNumberRequest, TemplateFigures,
    TemplateRequest, TextAnswer,
};
use crate::settings::{CallSettings, Settings};

/// A client of the core, until it is closed.
#[napi]
pub struct Client {
    client: Mutex<Option<cams_roi::Client>>,
    logs: Logs,
}

/// Makes a client. Sends nothing.
#[napi(catch_unwind, ts_return_type = "Outcome<Client>")]
pub fn create_client(
    settings: Settings,
    #[napi(ts_arg_type = "(() => Promise<KeyAnswer>) | undefined")] ask_for_key: Option<AskForKey>,
    #[napi(ts_arg_type = "((record: LogRecord) => void) | undefined")] log: Option<Log>,
    level: Option<String>,
) -> Outcome<Client> {
    let logs = logs::to(log, level.as_deref());
    // Building tells of what it finds odd, too.
    let client = logs.in_scope(|| settings.build(ask_for_key));
    settled(client.map(|client| Client { client: Mutex::new(Some(client)), logs }))
}

#[napi]
impl Client {
    /// The service's address; nothing when the client is closed.
    #[napi(getter, catch_unwind)]
    pub fn endpoint(&self) -> Option<String> {
        self.client().ok().map(|client| client.endpoint().to_owned())
    }

    #[napi(catch_unwind, ts_return_type = "Promise<Outcome<Enabled>>")]
    pub fn enable_whatsapp_roi_metric<'env>(
        &self,
        env: &'env Env,
        request: EnableRequest,
        settings: CallSettings,
        cancel: Option<&CancelToken>,
    ) -> Result<Object<'env>> {
        self.send::<EnableWhatsappRoiMetric, Enabled>(env, request.try_into(), settings, cancel)
    }

    #[napi(catch_unwind, ts_return_type = "Promise<Outcome<PhoneNumberFigures>>")]
    pub fn get_chatapp_phone_number_metric<'env>(
        &self,
        env: &'env Env,
        request: PhoneNumberRequest,
        settings: CallSettings,
        cancel: Option<&CancelToken>,
    ) -> Result<Object<'env>> {
        self.send::<GetChatappPhoneNumberMetric, PhoneNumberFigures>(
            env,
            request.try_into(),
            settings,
            cancel,
        )
    }

    #[napi(catch_unwind, ts_return_type = "Promise<Outcome<TemplateFigures>>")]
    pub fn get_chatapp_template_metric<'env>(
        &self,
        env: &'env Env,
        request: TemplateRequest,
        settings: CallSettings,
        cancel: Option<&CancelToken>,
    ) -> Result<Object<'env>> {
        self.send::<GetChatappTemplateMetric, TemplateFigures>(env, request.try_into(), settings, cancel)
    }

    #[napi(catch_unwind, ts_return_type = "Promise<Outcome<TextAnswer>>")]
    pub fn call<'env>(
        &self,
        env: &'env Env,
        request: CallRequest,
        settings: CallSettings,
        cancel: Option<&CancelToken>,
    ) -> Result<Object<'env>> {
        self.send::<Call, TextAnswer>(env, request.try_into(), settings, cancel)
    }

    /// Begins to enable many channels.
    #[napi(catch_unwind, ts_return_type = "Outcome<Bulk>")]
    pub fn enable_many(&self, settings: BulkSettings, call: CallSettings) -> Outcome<Bulk> {
        let begin = || {
            let options = CallOptions::try_from(call)?;
            Bulk::begin(self.client()?, settings, options, &self.logs)
        };
        settled(begin())
    }

    /// Gives up the connections; calls that are under way end as they would have.
    #[napi(catch_unwind)]
    pub fn close(&self) {
        self.client.lock().unwrap_or_else(PoisonError::into_inner).take();
    }
}

impl Client {
    fn client(&self) -> std::result::Result<cams_roi::Client, Box<Failure>> {
        let client = self.client.lock().unwrap_or_else(PoisonError::into_inner);
        client.clone().ok_or_else(|| {
            let hint = "Call before close(), or make another client.";
            Failure::refusal(ErrorKind::InvalidArgument, "the client is closed", hint)
        })
    }

    fn send<'env, O, T>(
        &self,
        env: &'env Env,
        request: std::result::Result<O, Box<Failure>>,
        settings: CallSettings,
        cancel: Option<&CancelToken>,
    ) -> Result<Object<'env>>
    where
        O: Operation + Send + Sync + 'static,
        O::Output: Send,
        T: From<O::Output> + ToNapiValue + Send + 'static,
    {
        let client = self.client();
        let work = async move {
            let options = CallOptions::try_from(settings)?;
            Ok(T::from(client?.send(&request?, options).await?))
        };
        match self.logs.dispatch() {
            None => start(env, cancel, work),
            Some(dispatch) => start(env, cancel, work.with_subscriber(dispatch)),
        }
    }
}
