//! A case as it is written in the files. A key that is not known here fails to be read.

use std::collections::BTreeMap;

use anyhow::Result;
use serde::Deserialize;
use serde_json::{Map, Value, json};

/// One case.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Case {
    /// What is promised, as a sentence.
    pub(crate) name: String,
    /// Controls of the emulator, and what is posted to each.
    #[serde(default)]
    pub(crate) emulator: Vec<(String, Value)>,
    /// Files in the home directory: texts, or what is written as JSON.
    #[serde(default)]
    pub(crate) files: BTreeMap<String, Value>,
    /// What is different from `client.json`; null where an option is not given at all.
    #[serde(default)]
    pub(crate) client: Map<String, Value>,
    /// What is called.
    pub(crate) call: Call,
    /// What must come out.
    pub(crate) expect: Value,
    /// What the emulator must have seen.
    #[serde(default = "nothing")]
    pub(crate) seen: Value,
}

fn nothing() -> Value {
    json!({})
}

/// What is called.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Call {
    /// The operation.
    pub operation: String,
    /// Its parameters.
    #[serde(default)]
    pub request: Map<String, Value>,
    /// What this call does differently from its client.
    #[serde(default)]
    pub options: Options,
    /// When it is cancelled.
    pub cancel_when: Option<CancelWhen>,
}

impl Call {
    /// The operation and its parameters; of those that the model has, as they are written.
    pub fn typed(&self) -> Result<Request> {
        let request = || self.request.clone().into();
        Ok(match self.operation.as_str() {
            "call" => Request::Call(serde_json::from_value(request())?),
            "call_text" => Request::CallText(serde_json::from_value(request())?),
            "enable_many" => Request::EnableMany(serde_json::from_value(request())?),
            "read_channels" => Request::ReadChannels(serde_json::from_value(request())?),
            operation => Request::Typed { operation: operation.to_owned(), request: self.request.clone() },
        })
    }
}

/// What a call does differently from its client.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
#[allow(missing_docs, reason = "named and meant as in the library")]
pub struct Options {
    pub timeout_ms: Option<u64>,
    pub max_attempts: Option<u32>,
}

/// When a call is cancelled.
#[derive(Clone, Copy, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CancelWhen {
    /// As soon as the emulator has seen this many requests.
    pub requests: usize,
}

/// How a client is configured: named and meant as in the library, times in milliseconds.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
#[allow(missing_docs, reason = "named and meant as in the library")]
pub struct Client {
    pub endpoint: Option<String>,
    pub region: Option<String>,
    pub credentials: Option<Key>,
    pub profile: Option<String>,
    pub account_id: Option<String>,
    pub signature: Option<String>,
    pub timeout_ms: Option<u64>,
    pub connect_timeout_ms: Option<u64>,
    pub attempt_timeout_ms: Option<u64>,
    pub max_attempts: Option<u32>,
    pub base_delay_ms: Option<u64>,
    pub max_delay_ms: Option<u64>,
    /// A number, `"off"`, or one of both for each operation by its name.
    pub rate_limit: Option<Value>,
    pub max_connections: Option<u32>,
    pub proxy: Option<String>,
    pub ca_file: Option<String>,
    pub ca_pem: Option<String>,
    pub user_agent: Option<String>,
}

/// An AccessKey.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
#[allow(missing_docs, reason = "named and meant as in the library")]
pub struct Key {
    pub access_key_id: String,
    pub access_key_secret: String,
    pub security_token: Option<String>,
}

/// An operation with its parameters, named and meant as in the library; times are in milliseconds since 1970.
#[derive(Clone, Debug)]
#[allow(missing_docs, reason = "named and meant as in the library")]
pub enum Request {
    /// One that the model has.
    Typed {
        operation: String,
        request: Map<String, Value>,
    },
    Call(Raw),
    CallText(Raw),
    EnableMany(Many),
    ReadChannels(List),
}

#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
#[allow(missing_docs, reason = "named and meant as in the library")]
pub struct Raw {
    pub action: String,
    #[serde(default)]
    pub parameters: Map<String, Value>,
    pub idempotent: Option<bool>,
    pub unchecked: Option<bool>,
}

#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
#[allow(missing_docs, reason = "named and meant as in the library")]
pub struct Many {
    pub channels: Vec<Channel>,
    pub isv_code: Option<String>,
    pub journal: Option<String>,
    pub concurrency: Option<usize>,
    pub stop_after_denials: Option<usize>,
}

#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
#[allow(missing_docs, reason = "named and meant as in the library")]
pub struct Channel {
    pub cust_space_id: String,
    pub isv_code: Option<String>,
}

/// A list of channels.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
#[allow(missing_docs, reason = "named and meant as in the library")]
pub struct List {
    pub path: String,
}
