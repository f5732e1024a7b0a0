//! The operations that have types of their own, by name.
//!
//! Written by `cargo xtask generate` from `model/operations`; do not edit.

/// The names of the operations that have a type of their own, with their limits in calls a second for an account.
pub const DOCUMENTED: [(&str, u32); 3] =
    [("EnableWhatsappROIMetric", 5), ("GetChatappPhoneNumberMetric", 50), ("GetChatappTemplateMetric", 50)];
