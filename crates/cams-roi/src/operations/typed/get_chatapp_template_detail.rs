//! `GetChatappTemplateDetail`.
//!
//! Written by `cargo xtask generate` from `model/operations/GetChatappTemplateDetail.toml`; do not edit.

use std::collections::BTreeMap;

use serde::Deserialize;

use super::super::channel::ChannelChoice;
use super::super::rows;
use super::super::{Operation, Parameters, Subject};
use super::shared::QualityRating;
use crate::answer::Answer;
use crate::error::Error;

/// Reads a message template in one language: its text, its buttons and its rating by Meta
/// (`GetChatappTemplateDetail`).
///
/// Name the template by its code or by its name.
///
/// The service allows 5 calls per second for an account. The caller needs the RAM action
/// `cams:GetChatappTemplateDetail`.
#[derive(Clone, Debug, PartialEq, Eq)]
#[must_use]
pub struct GetChatappTemplateDetail {
    channel: ChannelChoice,
    language: String,
    template_code: Option<String>,
    template_name: Option<String>,
    template_type: Option<String>,
    isv_code: Option<String>,
}

impl GetChatappTemplateDetail {
    /// The operation's name on the wire.
    pub const ACTION: &str = "GetChatappTemplateDetail";
    /// Calls a second for an account, as documented; 5 where nothing is.
    pub const CALLS_PER_SECOND: u32 = 5;

    /// A request with what is required. Say of which channel, too: [`cust_space_id`](Self::cust_space_id) or
    /// [`own_channel`](Self::own_channel).
    ///
    /// - `language`: The language, for example `en` or `zh_CN`.
    pub fn new(language: impl Into<String>) -> Self {
        Self {
            channel: ChannelChoice::default(),
            language: language.into(),
            template_code: None,
            template_name: None,
            template_type: None,
            isv_code: None,
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

    /// The template's code. It is a text, even if it consists of digits.
    pub fn template_code(mut self, template_code: impl Into<String>) -> Self {
        self.template_code = Some(template_code.into());
        self
    }

    /// The template's name, where its code is not given.
    pub fn template_name(mut self, template_name: impl Into<String>) -> Self {
        self.template_name = Some(template_name.into());
        self
    }

    /// The template's type; `WHATSAPP` by default.
    pub fn template_type(mut self, template_type: impl Into<String>) -> Self {
        self.template_type = Some(template_type.into());
        self
    }

    /// The code by which the ISV authorised the caller.
    pub fn isv_code(mut self, isv_code: impl Into<String>) -> Self {
        self.isv_code = Some(isv_code.into());
        self
    }
}

/// The answer to [`GetChatappTemplateDetail`].
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct GetChatappTemplateDetailOutput {
    /// The service's ID of the request.
    pub request_id: Option<String>,
    /// The template.
    pub template: TemplateDetail,
}

/// A template in one language, with its parts.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "PascalCase")]
#[non_exhaustive]
pub struct TemplateDetail {
    /// The template's code. It is a text, even if it consists of digits.
    #[serde(default, deserialize_with = "rows::text")]
    pub template_code: String,
    /// The template's name. The service calls it `Name` here.
    #[serde(default, rename = "Name", deserialize_with = "rows::text")]
    pub template_name: String,
    /// The language, for example `en` or `zh_CN`.
    #[serde(default, deserialize_with = "rows::text")]
    pub language: String,
    /// The category: `MARKETING`, `UTILITY` or `AUTHENTICATION`; Viber has others.
    #[serde(default, deserialize_with = "rows::text")]
    pub category: String,
    /// The state of the review: `pass`, `fail`, `auditing` or `unaudit`.
    #[serde(default, deserialize_with = "rows::text")]
    pub audit_status: String,
    /// Why the review refused it; absent without a reason, for which the service also writes `None`.
    #[serde(default, deserialize_with = "rows::meant_text")]
    pub reason: Option<String>,
    /// The type: `WHATSAPP` or `VIBER`.
    #[serde(default, deserialize_with = "rows::text")]
    pub template_type: String,
    /// Meta's rating of its messages of the last days.
    #[serde(default)]
    pub quality_score: QualityRating,
    /// Whether it may be sent, of marketing templates.
    #[serde(default, deserialize_with = "rows::optional_flag")]
    pub allow_send: Option<bool>,
    /// Whether it is paused because Meta changed its category.
    #[serde(default, deserialize_with = "rows::optional_flag")]
    pub category_change_paused: Option<bool>,
    /// For how many seconds delivery is tried: 60 to 600.
    #[serde(default, deserialize_with = "rows::optional_count")]
    pub message_send_ttl_seconds: Option<i64>,
    /// The products that it shows.
    #[serde(default, deserialize_with = "rows::optional_text")]
    pub product_set_id: Option<String>,
    /// Examples of its variables. Values are often JSON text, given as they came.
    #[serde(default, rename = "Example", deserialize_with = "rows::item_map")]
    pub examples: BTreeMap<String, String>,
    /// Its parts, from top to bottom.
    #[serde(default, deserialize_with = "rows::list")]
    pub components: Vec<TemplateComponent>,
}

/// A part of a template.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "PascalCase")]
#[non_exhaustive]
pub struct TemplateComponent {
    /// Which part it is: `BODY`, `HEADER`, `FOOTER`, `BUTTONS`, `CAROUSEL` or `LIMITED_TIME_OFFER`.
    #[serde(default, rename = "Type", deserialize_with = "rows::text")]
    pub component_type: String,
    /// What a header holds, such as `TEXT` or `IMAGE`.
    #[serde(default, deserialize_with = "rows::optional_text")]
    pub format: Option<String>,
    /// Its text.
    #[serde(default, deserialize_with = "rows::optional_text")]
    pub text: Option<String>,
    /// The URL of its picture, video or document.
    #[serde(default, deserialize_with = "rows::optional_text")]
    pub url: Option<String>,
    /// The caption of its document.
    #[serde(default, deserialize_with = "rows::optional_text")]
    pub caption: Option<String>,
    /// The name of its document.
    #[serde(default, deserialize_with = "rows::optional_text")]
    pub file_name: Option<String>,
    /// The type of its document.
    #[serde(default, deserialize_with = "rows::optional_text")]
    pub file_type: Option<String>,
    /// The URL of a small picture of its video.
    #[serde(default, deserialize_with = "rows::optional_text")]
    pub thumb_url: Option<String>,
    /// The length of its video, in seconds.
    #[serde(default, deserialize_with = "rows::optional_count")]
    pub duration: Option<i64>,
    /// The latitude of its place, in degrees as text.
    #[serde(default, deserialize_with = "rows::optional_text")]
    pub latitude: Option<String>,
    /// The longitude of its place, in degrees as text.
    #[serde(default, deserialize_with = "rows::optional_text")]
    pub longitude: Option<String>,
    /// The name of its place.
    #[serde(default, deserialize_with = "rows::optional_text")]
    pub location_name: Option<String>,
    /// The address of its place.
    #[serde(default, deserialize_with = "rows::optional_text")]
    pub location_address: Option<String>,
    /// Whether a body warns against giving a code away.
    #[serde(default, deserialize_with = "rows::optional_flag")]
    pub add_secret_recommendation: Option<bool>,
    /// For how many minutes a code is good: 1 to 90.
    #[serde(default, deserialize_with = "rows::optional_count")]
    pub code_expiration_minutes: Option<i64>,
    /// Whether an offer ends.
    #[serde(default, rename = "hasExpiration", deserialize_with = "rows::optional_flag")]
    pub has_expiration: Option<bool>,
    /// When an offer ends: milliseconds since 1970, or a variable such as `$(offerExpirationTimeMs)`.
    #[serde(default, deserialize_with = "rows::optional_text")]
    pub offer_expiration_time_ms: Option<String>,
    /// Its buttons, from top to bottom.
    #[serde(default, deserialize_with = "rows::list")]
    pub buttons: Vec<TemplateButton>,
    /// The cards of a carousel.
    #[serde(default, deserialize_with = "rows::list")]
    pub cards: Vec<TemplateCard>,
}

/// A button of a template.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "PascalCase")]
#[non_exhaustive]
pub struct TemplateButton {
    /// What it does, such as `URL`, `PHONE_NUMBER`, `QUICK_REPLY`, `COPY_CODE` or `FLOW`. The metrics have other
    /// words for the first three.
    #[serde(default, rename = "Type", deserialize_with = "rows::text")]
    pub button_type: String,
    /// Its text, by which the metrics name the button.
    #[serde(default, deserialize_with = "rows::text")]
    pub text: String,
    /// The page that it opens.
    #[serde(default, deserialize_with = "rows::optional_text")]
    pub url: Option<String>,
    /// Whether the page has a variable part: `static` or `dynamic`.
    #[serde(default, deserialize_with = "rows::optional_text")]
    pub url_type: Option<String>,
    /// The number that it calls.
    #[serde(default, deserialize_with = "rows::optional_text")]
    pub phone_number: Option<String>,
    /// The coupon that it copies.
    #[serde(default, deserialize_with = "rows::optional_text")]
    pub coupon_code: Option<String>,
    /// The flow that it starts.
    #[serde(default, deserialize_with = "rows::optional_text")]
    pub flow_id: Option<String>,
    /// How it starts the flow: `NAVIGATE` or `DATA_EXCHANGE`.
    #[serde(default, deserialize_with = "rows::optional_text")]
    pub flow_action: Option<String>,
    /// The first screen of the flow.
    #[serde(default, deserialize_with = "rows::optional_text")]
    pub navigate_screen: Option<String>,
    /// Its text where a code is filled in automatically.
    #[serde(default, deserialize_with = "rows::optional_text")]
    pub autofill_text: Option<String>,
    /// The app that a code is handed to.
    #[serde(default, deserialize_with = "rows::optional_text")]
    pub package_name: Option<String>,
    /// The signature of the app that a code is handed to.
    #[serde(default, deserialize_with = "rows::optional_text")]
    pub signature_hash: Option<String>,
    /// The apps that a code may be handed to.
    #[serde(default, deserialize_with = "rows::list")]
    pub supported_apps: Vec<TemplateApp>,
    /// Whether users opt out with it. Such clicks are no success.
    #[serde(default, deserialize_with = "rows::optional_flag")]
    pub is_opt_out: Option<bool>,
    /// What follows a click. The service calls it `ExtendAttrs`.
    #[serde(default, rename = "ExtendAttrs")]
    pub next_step: Option<TemplateNextStep>,
}

/// An app that a code may be handed to.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "PascalCase")]
#[non_exhaustive]
pub struct TemplateApp {
    /// The app's name.
    #[serde(default, deserialize_with = "rows::text")]
    pub package_name: String,
    /// The app's signature.
    #[serde(default, deserialize_with = "rows::text")]
    pub signature_hash: String,
}

/// What follows a click on a button.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "PascalCase")]
#[non_exhaustive]
pub struct TemplateNextStep {
    /// What is done, such as `nextCard`.
    #[serde(default, deserialize_with = "rows::optional_text")]
    pub action: Option<String>,
    /// The intent.
    #[serde(default, deserialize_with = "rows::optional_text")]
    pub intent_code: Option<String>,
    /// The code of the template that is sent.
    #[serde(default, deserialize_with = "rows::optional_text")]
    pub next_template_code: Option<String>,
    /// The name of the template that is sent.
    #[serde(default, deserialize_with = "rows::optional_text")]
    pub next_template_name: Option<String>,
    /// The language of the template that is sent.
    #[serde(default, deserialize_with = "rows::optional_text")]
    pub next_language_code: Option<String>,
}

/// A card of a carousel.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "PascalCase")]
#[non_exhaustive]
pub struct TemplateCard {
    /// The card's parts, from top to bottom.
    #[serde(default, rename = "CardComponents", deserialize_with = "rows::list")]
    pub components: Vec<CardComponent>,
}

/// A part of a card.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "PascalCase")]
#[non_exhaustive]
pub struct CardComponent {
    /// Which part it is: `HEADER`, `BODY` or `BUTTONS`.
    #[serde(default, rename = "Type", deserialize_with = "rows::text")]
    pub component_type: String,
    /// What a header holds: `IMAGE` or `VIDEO`.
    #[serde(default, deserialize_with = "rows::optional_text")]
    pub format: Option<String>,
    /// Its text.
    #[serde(default, deserialize_with = "rows::optional_text")]
    pub text: Option<String>,
    /// The URL of its picture or video.
    #[serde(default, deserialize_with = "rows::optional_text")]
    pub url: Option<String>,
    /// The card's buttons, from top to bottom.
    #[serde(default, deserialize_with = "rows::list")]
    pub buttons: Vec<CardButton>,
}

/// A button of a card.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "PascalCase")]
#[non_exhaustive]
pub struct CardButton {
    /// What it does: `URL`, `PHONE_NUMBER` or `QUICK_REPLY`.
    #[serde(default, rename = "Type", deserialize_with = "rows::text")]
    pub button_type: String,
    /// Its text, by which the metrics name the button.
    #[serde(default, deserialize_with = "rows::text")]
    pub text: String,
    /// The page that it opens.
    #[serde(default, deserialize_with = "rows::optional_text")]
    pub url: Option<String>,
    /// Whether the page has a variable part: `static` or `dynamic`.
    #[serde(default, deserialize_with = "rows::optional_text")]
    pub url_type: Option<String>,
    /// The number that it calls.
    #[serde(default, deserialize_with = "rows::optional_text")]
    pub phone_number: Option<String>,
}

impl Operation for GetChatappTemplateDetail {
    type Output = GetChatappTemplateDetailOutput;

    fn action(&self) -> &str {
        Self::ACTION
    }

    fn calls_per_second(&self) -> Option<u32> {
        Some(Self::CALLS_PER_SECOND)
    }

    fn subject(&self) -> Subject<'_> {
        Subject {
            cust_space_id: self.channel.id(),
            template_code: self.template_code.as_deref(),
            ..Subject::default()
        }
    }

    fn parameters(&self) -> Result<Parameters, Error> {
        Parameters::new()
            .channel(&self.channel)?
            .identifier("Language", &self.language)?
            .optional_identifier("TemplateCode", self.template_code.as_deref())?
            .optional_identifier("TemplateName", self.template_name.as_deref())?
            .optional_identifier("TemplateType", self.template_type.as_deref())?
            .optional_identifier("IsvCode", self.isv_code.as_deref())
    }

    fn output(&self, answer: Answer) -> Result<Self::Output, Error> {
        #[derive(Deserialize)]
        #[serde(rename_all = "PascalCase")]
        struct Body {
            #[serde(rename = "Data")]
            template: TemplateDetail,
        }
        let body: Body = rows::read(&answer)?;
        Ok(GetChatappTemplateDetailOutput { request_id: answer.request_id, template: body.template })
    }
}
