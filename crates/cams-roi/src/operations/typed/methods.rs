//! The client's methods for the operations that have types of their own.
//!
//! Written by `cargo xtask generate` from `model/operations`; do not edit.

use super::{
    EnableWhatsappRoiMetric, GetChatappPhoneNumberMetric, GetChatappTemplateDetail, GetChatappTemplateMetric,
    GetWhatsappHealthStatus, ListChatappMessage, ListChatappTemplate, ListInstance, QueryChatappBindWaba,
    QueryChatappPhoneNumbers, QueryInstance,
};
use crate::client::Client;
use crate::pages::Pages;
use crate::typed_call::TypedCall;

impl Client {
    /// Enables the sent, delivered, read and click metrics of a WhatsApp channel (`EnableWhatsappROIMetric`).
    ///
    /// The service begins to collect the metrics now; they appear a day later at the earliest. Messages sent before
    /// are never counted. Calling it again for the same channel changes nothing.
    ///
    /// The service allows 5 calls per second for an account. The caller needs the RAM action
    /// `cams:EnableWhatsappROIMetric`.
    ///
    /// The call is made when it is awaited; see [`TypedCall`] for what it can do differently.
    pub fn enable_whatsapp_roi_metric(
        &self,
        request: EnableWhatsappRoiMetric,
    ) -> TypedCall<'_, EnableWhatsappRoiMetric> {
        TypedCall::new(self, request)
    }

    /// Reads how many messages of each phone number of a WhatsApp channel were sent and delivered
    /// (`GetChatappPhoneNumberMetric`).
    ///
    /// The channel must have been enabled at least a day ago.
    ///
    /// The service allows 50 calls per second for an account. The caller needs the RAM action
    /// `cams:GetChatappPhoneNumberMetric`.
    ///
    /// The call is made when it is awaited; see [`TypedCall`] for what it can do differently.
    pub fn get_chatapp_phone_number_metric(
        &self,
        request: GetChatappPhoneNumberMetric,
    ) -> TypedCall<'_, GetChatappPhoneNumberMetric> {
        TypedCall::new(self, request)
    }

    /// Reads a message template in one language: its text, its buttons and its rating by Meta
    /// (`GetChatappTemplateDetail`).
    ///
    /// Name the template by its code or by its name.
    ///
    /// The service allows 5 calls per second for an account. The caller needs the RAM action
    /// `cams:GetChatappTemplateDetail`.
    ///
    /// The call is made when it is awaited; see [`TypedCall`] for what it can do differently.
    pub fn get_chatapp_template_detail(
        &self,
        request: GetChatappTemplateDetail,
    ) -> TypedCall<'_, GetChatappTemplateDetail> {
        TypedCall::new(self, request)
    }

    /// Reads how many messages of a WhatsApp marketing template were sent, delivered, read and clicked
    /// (`GetChatappTemplateMetric`).
    ///
    /// The channel must have been enabled at least a day ago.
    ///
    /// The service allows 50 calls per second for an account. The caller needs the RAM action
    /// `cams:GetChatappTemplateMetric`.
    ///
    /// The call is made when it is awaited; see [`TypedCall`] for what it can do differently.
    pub fn get_chatapp_template_metric(
        &self,
        request: GetChatappTemplateMetric,
    ) -> TypedCall<'_, GetChatappTemplateMetric> {
        TypedCall::new(self, request)
    }

    /// Reads whether messages can be sent, and what prevents it (`GetWhatsappHealthStatus`).
    ///
    /// The service allows 5 calls per second for an account. The caller needs the RAM action
    /// `cams:GetWhatsappHealthStatus`.
    ///
    /// The call is made when it is awaited; see [`TypedCall`] for what it can do differently.
    pub fn get_whatsapp_health_status(
        &self,
        request: GetWhatsappHealthStatus,
    ) -> TypedCall<'_, GetWhatsappHealthStatus> {
        TypedCall::new(self, request)
    }

    /// Lists the messages of a phone number, a page at a time (`ListChatappMessage`).
    ///
    /// The answer has no total: the last page is the one that is not full.
    ///
    /// The service documents no limit; 5 calls per second are made unless the client says otherwise. The caller needs
    /// the RAM action `cams:ListChatappMessage`.
    ///
    /// The call is made when it is awaited; see [`TypedCall`] for what it can do differently.
    pub fn list_chatapp_message(&self, request: ListChatappMessage) -> TypedCall<'_, ListChatappMessage> {
        TypedCall::new(self, request)
    }

    /// All messages that `ListChatappMessage` lists. Of the page that the request names, only the size counts.
    pub fn all_messages(&self, request: ListChatappMessage) -> Pages<ListChatappMessage> {
        Pages::new(self.clone(), request)
    }

    /// Lists the message templates of a channel, a page at a time (`ListChatappTemplate`).
    ///
    /// A template has a row for each of its languages.
    ///
    /// The service allows 5 calls per second for an account. The caller needs the RAM action
    /// `cams:ListChatappTemplate`.
    ///
    /// The call is made when it is awaited; see [`TypedCall`] for what it can do differently.
    pub fn list_chatapp_template(&self, request: ListChatappTemplate) -> TypedCall<'_, ListChatappTemplate> {
        TypedCall::new(self, request)
    }

    /// All templates that `ListChatappTemplate` lists. Of the page that the request names, only the size counts.
    pub fn all_templates(&self, request: ListChatappTemplate) -> Pages<ListChatappTemplate> {
        Pages::new(self.clone(), request)
    }

    /// Lists the account's channels, a page at a time (`ListInstance`).
    ///
    /// The list has a direct customer's channels and those of an ISV's sub-customers.
    ///
    /// The service documents no limit; 5 calls per second are made unless the client says otherwise. The caller needs
    /// the RAM action `cams:ListInstance`.
    ///
    /// The call is made when it is awaited; see [`TypedCall`] for what it can do differently.
    pub fn list_instance(&self, request: ListInstance) -> TypedCall<'_, ListInstance> {
        TypedCall::new(self, request)
    }

    /// All instances that `ListInstance` lists. Of the page that the request names, only the size counts.
    pub fn all_instances(&self, request: ListInstance) -> Pages<ListInstance> {
        Pages::new(self.clone(), request)
    }

    /// Reads the WhatsApp Business Account (WABA) that a channel is bound to (`QueryChatappBindWaba`).
    ///
    /// The service allows 10 calls per second for an account. The caller needs the RAM action
    /// `cams:QueryChatappBindWaba`.
    ///
    /// The call is made when it is awaited; see [`TypedCall`] for what it can do differently.
    pub fn query_chatapp_bind_waba(
        &self,
        request: QueryChatappBindWaba,
    ) -> TypedCall<'_, QueryChatappBindWaba> {
        TypedCall::new(self, request)
    }

    /// Lists the phone numbers of a channel, all at once (`QueryChatappPhoneNumbers`).
    ///
    /// The service allows 10 calls per second for an account. The caller needs the RAM action
    /// `cams:QueryChatappPhoneNumbers`.
    ///
    /// The call is made when it is awaited; see [`TypedCall`] for what it can do differently.
    pub fn query_chatapp_phone_numbers(
        &self,
        request: QueryChatappPhoneNumbers,
    ) -> TypedCall<'_, QueryChatappPhoneNumbers> {
        TypedCall::new(self, request)
    }

    /// Reads the details of one channel (`QueryInstance`).
    ///
    /// The channel's state and its `CustSpaceId` are only in the list of `ListInstance`.
    ///
    /// The service documents no limit; 5 calls per second are made unless the client says otherwise. The caller needs
    /// the RAM action `cams:QueryInstance`.
    ///
    /// The call is made when it is awaited; see [`TypedCall`] for what it can do differently.
    pub fn query_instance(&self, request: QueryInstance) -> TypedCall<'_, QueryInstance> {
        TypedCall::new(self, request)
    }
}
