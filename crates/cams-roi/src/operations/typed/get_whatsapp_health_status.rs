//! `GetWhatsappHealthStatus`.
//!
//! Written by `cargo xtask generate` from `model/operations/GetWhatsappHealthStatus.toml`; do not edit.

use serde::Deserialize;

use super::super::channel::ChannelChoice;
use super::super::rows;
use super::super::{Operation, Parameters, Subject};
use crate::answer::Answer;
use crate::error::Error;

/// Reads whether messages can be sent, and what prevents it (`GetWhatsappHealthStatus`).
///
/// The service allows 5 calls per second for an account. The caller needs the RAM action
/// `cams:GetWhatsappHealthStatus`.
#[derive(Clone, Debug, PartialEq, Eq)]
#[must_use]
pub struct GetWhatsappHealthStatus {
    channel: ChannelChoice,
    node_type: NodeType,
    phone_number: Option<String>,
    template_code: Option<String>,
    language: Option<String>,
    waba_id: Option<String>,
}

impl GetWhatsappHealthStatus {
    /// The operation's name on the wire.
    pub const ACTION: &str = "GetWhatsappHealthStatus";
    /// Calls a second for an account, as documented; 5 where nothing is.
    pub const CALLS_PER_SECOND: u32 = 5;

    /// A request with what is required. Say of which channel, too: [`cust_space_id`](Self::cust_space_id) or
    /// [`own_channel`](Self::own_channel).
    ///
    /// - `node_type`: Whose health is read.
    pub fn new(node_type: NodeType) -> Self {
        Self {
            channel: ChannelChoice::default(),
            node_type,
            phone_number: None,
            template_code: None,
            language: None,
            waba_id: None,
        }
    }

    /// The channel (`cams-…`): an ISV's sub-customer, or a direct customer's instance.
    pub fn cust_space_id(mut self, id: impl Into<String>) -> Self {
        self.channel.set_id(id);
        self
    }

    /// The account's own channel, in place of one by its ID.
    pub fn own_channel(mut self) -> Self {
        self.channel.set_own();
        self
    }

    /// The phone number to read the health of.
    pub fn phone_number(mut self, phone_number: impl Into<String>) -> Self {
        self.phone_number = Some(phone_number.into());
        self
    }

    /// The template to read the health of.
    pub fn template_code(mut self, template_code: impl Into<String>) -> Self {
        self.template_code = Some(template_code.into());
        self
    }

    /// The language of the template to read the health of.
    pub fn language(mut self, language: impl Into<String>) -> Self {
        self.language = Some(language.into());
        self
    }

    /// The WhatsApp Business Account to read the health of.
    pub fn waba_id(mut self, waba_id: impl Into<String>) -> Self {
        self.waba_id = Some(waba_id.into());
        self
    }
}

/// The answer to [`GetWhatsappHealthStatus`].
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct GetWhatsappHealthStatusOutput {
    /// The service's ID of the request.
    pub request_id: Option<String>,
    /// The health of the whole and of its parts.
    pub health: Health,
}

/// Whether messages can be sent.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "PascalCase")]
#[non_exhaustive]
pub struct Health {
    /// Whether the whole can send, such as `AVAILABLE`, `LIMITED` or `BLOCKED`.
    #[serde(default, deserialize_with = "rows::text")]
    pub can_send_message: String,
    /// Each part, with its problems.
    #[serde(default, deserialize_with = "rows::list")]
    pub entities: Vec<HealthEntity>,
}

/// A part with its own health: a phone number, a template, an account or a business.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "PascalCase")]
#[non_exhaustive]
pub struct HealthEntity {
    /// What kind of part it is, such as `PHONE_NUMBER`.
    #[serde(default, deserialize_with = "rows::text")]
    pub entity_type: String,
    /// Whether it can send, such as `AVAILABLE`, `LIMITED` or `BLOCKED`.
    #[serde(default, deserialize_with = "rows::text")]
    pub can_send_message: String,
    /// The Meta business, where it is one.
    #[serde(default, deserialize_with = "rows::optional_text")]
    pub business_id: Option<String>,
    /// The phone number, where it is one.
    #[serde(default, deserialize_with = "rows::optional_text")]
    pub phone_number: Option<String>,
    /// The template, where it is one.
    #[serde(default, deserialize_with = "rows::optional_text")]
    pub template_code: Option<String>,
    /// The template's language, where it is one.
    #[serde(default, deserialize_with = "rows::optional_text")]
    pub language: Option<String>,
    /// The WhatsApp Business Account, where it is one.
    #[serde(default, deserialize_with = "rows::optional_text")]
    pub waba_id: Option<String>,
    /// Its problems.
    #[serde(default, deserialize_with = "rows::list")]
    pub errors: Vec<HealthProblem>,
}

/// A problem that prevents messages.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "PascalCase")]
#[non_exhaustive]
pub struct HealthProblem {
    /// Meta's code of the problem, such as `141006`.
    #[serde(default, deserialize_with = "rows::text")]
    pub error_code: String,
    /// What is wrong, in the service's words.
    #[serde(default, deserialize_with = "rows::text")]
    pub error_description: String,
    /// What may help, in the service's words.
    #[serde(default, deserialize_with = "rows::optional_text")]
    pub possible_solution: Option<String>,
}

/// Whose health is read.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum NodeType {
    /// A template.
    Template,
    /// A phone number.
    Phone,
    /// A WhatsApp Business Account.
    Waba,
    /// What the service may add, as it came.
    Other(String),
}

impl NodeType {
    /// The service's own word, for example `waba`.
    #[must_use]
    pub fn as_str(&self) -> &str {
        match self {
            Self::Template => "template",
            Self::Phone => "phone",
            Self::Waba => "waba",
            Self::Other(text) => text,
        }
    }
}

impl From<&str> for NodeType {
    fn from(text: &str) -> Self {
        match text {
            "template" => Self::Template,
            "phone" => Self::Phone,
            "waba" => Self::Waba,
            other => Self::Other(other.to_owned()),
        }
    }
}

impl std::fmt::Display for NodeType {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(self.as_str())
    }
}

impl<'de> serde::Deserialize<'de> for NodeType {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        super::super::rows::text(deserializer).map(|text| text.as_str().into())
    }
}

impl serde::Serialize for NodeType {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.as_str())
    }
}

impl Operation for GetWhatsappHealthStatus {
    type Output = GetWhatsappHealthStatusOutput;

    fn action(&self) -> &str {
        Self::ACTION
    }

    fn calls_per_second(&self) -> Option<u32> {
        Some(Self::CALLS_PER_SECOND)
    }

    fn subject(&self) -> Subject<'_> {
        Subject {
            cust_space_id: self.channel.id(),
            phone_number: self.phone_number.as_deref(),
            template_code: self.template_code.as_deref(),
        }
    }

    fn parameters(&self) -> Result<Parameters, Error> {
        Parameters::new()
            .channel(&self.channel)?
            .identifier("NodeType", self.node_type.as_str())?
            .optional_identifier("PhoneNumber", self.phone_number.as_deref())?
            .optional_identifier("TemplateCode", self.template_code.as_deref())?
            .optional_identifier("Language", self.language.as_deref())?
            .optional_identifier("WabaId", self.waba_id.as_deref())
    }

    fn output(&self, answer: Answer) -> Result<Self::Output, Error> {
        #[derive(Deserialize)]
        #[serde(rename_all = "PascalCase")]
        struct Body {
            #[serde(rename = "Data")]
            health: Health,
        }
        let body: Body = rows::read(&answer)?;
        Ok(GetWhatsappHealthStatusOutput { request_id: answer.request_id, health: body.health })
    }
}
