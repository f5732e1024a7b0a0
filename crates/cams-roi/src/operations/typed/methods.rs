//! The client's methods for the operations that have types of their own.
//!
//! Written by `cargo xtask generate` from `model/operations`; do not edit.

use super::{
    EnableWhatsappRoiMetric, EnableWhatsappRoiMetricOutput, GetChatappPhoneNumberMetric,
    GetChatappPhoneNumberMetricOutput, GetChatappTemplateMetric, GetChatappTemplateMetricOutput,
};
use crate::client::{CallOptions, Client};
use crate::error::Error;

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
}
