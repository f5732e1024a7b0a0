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
    /// Switches on the collection of sent, delivered, read and click metrics for a WhatsApp channel
    /// (`EnableWhatsappROIMetric`).
    ///
    /// Data shows up a day later at the earliest, and what was sent before is never counted. Calling it again for the
    /// same channel changes nothing.
    ///
    /// The call is made when it is awaited; see [`TypedCall`] for what it can do differently.
    pub fn enable_whatsapp_roi_metric(
        &self,
        request: EnableWhatsappRoiMetric,
    ) -> TypedCall<'_, EnableWhatsappRoiMetric> {
        TypedCall::new(self, request)
    }

    /// Reads how many messages each phone number of a WhatsApp channel sent and had delivered
    /// (`GetChatappPhoneNumberMetric`).
    ///
    /// The channel must have been enabled a day ago or longer.
    ///
    /// The call is made when it is awaited; see [`TypedCall`] for what it can do differently.
    pub fn get_chatapp_phone_number_metric(
        &self,
        request: GetChatappPhoneNumberMetric,
    ) -> TypedCall<'_, GetChatappPhoneNumberMetric> {
        TypedCall::new(self, request)
    }

    /// Reads a message template in one language: its text, its buttons, what Meta says of it
    /// (`GetChatappTemplateDetail`).
    ///
    /// Name the template by its code or by its name.
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
    /// The channel must have been enabled a day ago or longer.
    ///
    /// The call is made when it is awaited; see [`TypedCall`] for what it can do differently.
    pub fn get_chatapp_template_metric(
        &self,
        request: GetChatappTemplateMetric,
    ) -> TypedCall<'_, GetChatappTemplateMetric> {
        TypedCall::new(self, request)
    }

    /// Reads whether messages can be sent, and what stands in the way (`GetWhatsappHealthStatus`).
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
    /// The answer has no total: the last page is the one that is shorter than it could be.
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
    /// A direct customer's instances and the spaces of an ISV's sub-customers are in the same list.
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
    /// The call is made when it is awaited; see [`TypedCall`] for what it can do differently.
    pub fn query_chatapp_bind_waba(
        &self,
        request: QueryChatappBindWaba,
    ) -> TypedCall<'_, QueryChatappBindWaba> {
        TypedCall::new(self, request)
    }

    /// Lists the phone numbers of a channel, all at once (`QueryChatappPhoneNumbers`).
    ///
    /// The call is made when it is awaited; see [`TypedCall`] for what it can do differently.
    pub fn query_chatapp_phone_numbers(
        &self,
        request: QueryChatappPhoneNumbers,
    ) -> TypedCall<'_, QueryChatappPhoneNumbers> {
        TypedCall::new(self, request)
    }

    /// Reads what the service knows of one channel (`QueryInstance`).
    ///
    /// Its state and its space are in the list of `ListInstance` alone.
    ///
    /// The call is made when it is awaited; see [`TypedCall`] for what it can do differently.
    pub fn query_instance(&self, request: QueryInstance) -> TypedCall<'_, QueryInstance> {
        TypedCall::new(self, request)
    }
}
