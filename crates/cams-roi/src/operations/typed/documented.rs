//! The operations that have types of their own, by name.
//!
//! Written by `cargo xtask generate` from `model/operations`; do not edit.

/// The names of the operations that have a type of their own, with their limits in calls per second for an account.
pub const DOCUMENTED: [(&str, u32); 11] = [
    ("EnableWhatsappROIMetric", 5),
    ("GetChatappPhoneNumberMetric", 50),
    ("GetChatappTemplateDetail", 5),
    ("GetChatappTemplateMetric", 50),
    ("GetWhatsappHealthStatus", 5),
    ("ListChatappMessage", 5),
    ("ListChatappTemplate", 5),
    ("ListInstance", 5),
    ("QueryChatappBindWaba", 10),
    ("QueryChatappPhoneNumbers", 10),
    ("QueryInstance", 5),
];
