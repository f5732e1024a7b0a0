//! The operations that the emulator knows: names, permissions, limits.

/// An operation that the emulator knows.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) enum Operation {
    EnableWhatsappRoiMetric,
    GetChatappPhoneNumberMetric,
    GetChatappTemplateMetric,
    ListInstance,
    QueryChatappPhoneNumbers,
}

impl Operation {
    pub(crate) const ALL: [Self; 5] = [
        Self::EnableWhatsappRoiMetric,
        Self::GetChatappPhoneNumberMetric,
        Self::GetChatappTemplateMetric,
        Self::ListInstance,
        Self::QueryChatappPhoneNumbers,
    ];

    /// Names are case-sensitive.
    pub(crate) fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|operation| operation.name() == name)
    }

    pub(crate) const fn name(self) -> &'static str {
        match self {
            Self::EnableWhatsappRoiMetric => "EnableWhatsappROIMetric",
            Self::GetChatappPhoneNumberMetric => "GetChatappPhoneNumberMetric",
            Self::GetChatappTemplateMetric => "GetChatappTemplateMetric",
            Self::ListInstance => "ListInstance",
            Self::QueryChatappPhoneNumbers => "QueryChatappPhoneNumbers",
        }
    }

    pub(crate) fn ram_action(self) -> String {
        format!("cams:{}", self.name())
    }

    /// Calls a second, per account.
    pub(crate) const fn documented_limit(self) -> Option<u32> {
        match self {
            Self::EnableWhatsappRoiMetric => Some(5),
            Self::GetChatappPhoneNumberMetric | Self::GetChatappTemplateMetric => Some(50),
            Self::QueryChatappPhoneNumbers => Some(10),
            Self::ListInstance => None,
        }
    }
}
