//! The limits that the service documents. They stand here and not with the operations, because every operation, also
//! one that is called by its name alone, looks its own up.

/// The names of the operations that have a type of their own, with their documented limits.
pub const DOCUMENTED: [(&str, u32); 3] =
    [("EnableWhatsappROIMetric", 5), ("GetChatappPhoneNumberMetric", 50), ("GetChatappTemplateMetric", 50)];

pub(super) fn documented_limit(action: &str) -> Option<u32> {
    DOCUMENTED.iter().find(|(name, _)| *name == action).map(|(_, limit)| *limit)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::operations::{EnableWhatsappRoiMetric, GetChatappPhoneNumberMetric, GetChatappTemplateMetric};

    #[test]
    fn the_operations_say_the_same() {
        let own = [
            (EnableWhatsappRoiMetric::ACTION, EnableWhatsappRoiMetric::CALLS_PER_SECOND),
            (GetChatappPhoneNumberMetric::ACTION, GetChatappPhoneNumberMetric::CALLS_PER_SECOND),
            (GetChatappTemplateMetric::ACTION, GetChatappTemplateMetric::CALLS_PER_SECOND),
        ];
        assert_eq!(DOCUMENTED, own);
    }
}
