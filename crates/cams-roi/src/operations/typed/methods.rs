//! The client's methods for the operations that have types of their own.
//!
//! Written by `cargo xtask generate` from `model/operations`; do not edit.

use super::{
    EnableWhatsappRoiMetric, EnableWhatsappRoiMetricOutput, GetChatappPhoneNumberMetric,
    GetChatappPhoneNumberMetricOutput, GetChatappTemplateDetail, GetChatappTemplateDetailOutput,
    GetChatappTemplateMetric, GetChatappTemplateMetricOutput, GetWhatsappHealthStatus,
    GetWhatsappHealthStatusOutput, ListChatappMessage, ListChatappMessageOutput, ListChatappTemplate,
    ListChatappTemplateOutput, ListInstance, ListInstanceOutput, QueryChatappBindWaba,
    QueryChatappBindWabaOutput, QueryChatappPhoneNumbers, QueryChatappPhoneNumbersOutput, QueryInstance,
    QueryInstanceOutput,
};
use crate::client::{CallOptions, Client};
use crate::error::Error;
use crate::pages::Pages;

impl Client {
    /// Switches on the collection of sent, delivered, read and click metrics for a WhatsApp channel
    /// (`EnableWhatsappROIMetric`).
    ///
    /// Data shows up a day later at the earliest, and what was sent before is never counted. Calling it again for the
    /// same channel changes nothing.
    pub async fn enable_whatsapp_roi_metric(
        &self,
        request: EnableWhatsappRoiMetric,
    ) -> Result<EnableWhatsappRoiMetricOutput, Error> {
        self.send(&request, CallOptions::new()).await
    }

    /// Reads how many messages each phone number of a WhatsApp channel sent and had delivered
    /// (`GetChatappPhoneNumberMetric`).
    ///
    /// The channel must have been enabled a day ago or longer.
    pub async fn get_chatapp_phone_number_metric(
        &self,
        request: GetChatappPhoneNumberMetric,
    ) -> Result<GetChatappPhoneNumberMetricOutput, Error> {
        self.send(&request, CallOptions::new()).await
    }

    /// Reads a message template in one language: its text, its buttons, what Meta says of it
    /// (`GetChatappTemplateDetail`).
    ///
    /// Name the template by its code or by its name.
    pub async fn get_chatapp_template_detail(
        &self,
        request: GetChatappTemplateDetail,
    ) -> Result<GetChatappTemplateDetailOutput, Error> {
        self.send(&request, CallOptions::new()).await
    }

    /// Reads how many messages of a WhatsApp marketing template were sent, delivered, read and clicked
    /// (`GetChatappTemplateMetric`).
    ///
    /// The channel must have been enabled a day ago or longer.
    pub async fn get_chatapp_template_metric(
        &self,
        request: GetChatappTemplateMetric,
    ) -> Result<GetChatappTemplateMetricOutput, Error> {
        self.send(&request, CallOptions::new()).await
    }

    /// Reads whether messages can be sent, and what stands in the way (`GetWhatsappHealthStatus`).
    pub async fn get_whatsapp_health_status(
        &self,
        request: GetWhatsappHealthStatus,
    ) -> Result<GetWhatsappHealthStatusOutput, Error> {
        self.send(&request, CallOptions::new()).await
    }

    /// Lists the messages of a phone number, a page at a time (`ListChatappMessage`).
    ///
    /// The answer has no total: the last page is the one that is shorter than it could be.
    pub async fn list_chatapp_message(
        &self,
        request: ListChatappMessage,
    ) -> Result<ListChatappMessageOutput, Error> {
        self.send(&request, CallOptions::new()).await
    }

    /// All messages that `ListChatappMessage` lists. Of the page that the request names, only the size counts.
    pub fn all_messages(&self, request: ListChatappMessage) -> Pages<ListChatappMessage> {
        Pages::new(self.clone(), request)
    }

    /// Lists the message templates of a channel, a page at a time (`ListChatappTemplate`).
    ///
    /// A template has a row for each of its languages.
    pub async fn list_chatapp_template(
        &self,
        request: ListChatappTemplate,
    ) -> Result<ListChatappTemplateOutput, Error> {
        self.send(&request, CallOptions::new()).await
    }

    /// All templates that `ListChatappTemplate` lists. Of the page that the request names, only the size counts.
    pub fn all_templates(&self, request: ListChatappTemplate) -> Pages<ListChatappTemplate> {
        Pages::new(self.clone(), request)
    }

    /// Lists the account's channels, a page at a time (`ListInstance`).
    ///
    /// A direct customer's instances and the spaces of an ISV's sub-customers are in the same list.
    pub async fn list_instance(&self, request: ListInstance) -> Result<ListInstanceOutput, Error> {
        self.send(&request, CallOptions::new()).await
    }

    /// All instances that `ListInstance` lists. Of the page that the request names, only the size counts.
    pub fn all_instances(&self, request: ListInstance) -> Pages<ListInstance> {
        Pages::new(self.clone(), request)
    }

    /// Reads the WhatsApp Business Account (WABA) that a channel is bound to (`QueryChatappBindWaba`).
    pub async fn query_chatapp_bind_waba(
        &self,
        request: QueryChatappBindWaba,
    ) -> Result<QueryChatappBindWabaOutput, Error> {
        self.send(&request, CallOptions::new()).await
    }

    /// Lists the phone numbers of a channel, all at once (`QueryChatappPhoneNumbers`).
    pub async fn query_chatapp_phone_numbers(
        &self,
        request: QueryChatappPhoneNumbers,
    ) -> Result<QueryChatappPhoneNumbersOutput, Error> {
        self.send(&request, CallOptions::new()).await
    }

    /// Reads what the service knows of one channel (`QueryInstance`).
    ///
    /// Its state and its space are in the list of `ListInstance` alone.
    pub async fn query_instance(&self, request: QueryInstance) -> Result<QueryInstanceOutput, Error> {
        self.send(&request, CallOptions::new()).await
    }
}
