//! `FindChannels`: what the library does itself, with operations of the service.
//!
//! Written by `cargo xtask generate` from `model/operations/FindChannels.toml`; do not edit.

/// Finds the account's WhatsApp channels, all pages of them.
///
/// Asks `ListInstance` for channels of the type `whatsapp`, and returns each with the ID that other operations
/// expect: its `CustSpaceId` if it has one, else its instance ID. Channels of another type are left out.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[must_use]
pub struct FindChannels {
    pub(crate) name: Option<String>,
    pub(crate) state: Option<String>,
    pub(crate) region: Option<String>,
}

impl FindChannels {
    pub(crate) const ACTION: &str = "FindChannels";

    /// All of it, unless more is said.
    pub fn new() -> Self {
        Self::default()
    }

    /// Only channels whose name contains this text, in any letter case.
    pub fn name(mut self, name: impl Into<String>) -> Self {
        self.name = Some(name.into());
        self
    }

    /// Only channels in this state, in any letter case. The service's sample is `published`; it documents no list.
    pub fn state(mut self, state: impl Into<String>) -> Self {
        self.state = Some(state.into());
        self
    }

    /// Only channels of this region, in any letter case.
    pub fn region(mut self, region: impl Into<String>) -> Self {
        self.region = Some(region.into());
        self
    }
}

/// A part of what [`FindChannels`] gives.
#[derive(Clone, Debug, Default)]
pub(crate) struct FindChannelsOutput {
    /// The channels of one page of `ListInstance`. A page may be empty although more follow.
    pub(crate) channels: Vec<FoundChannel>,
    /// The number of channels of any name, state and region in `ListInstance`; zero if the service does not say it.
    pub(crate) found: i64,
}

/// A WhatsApp channel of the account.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct FoundChannel {
    /// The channel's ID, which other operations expect.
    pub cust_space_id: String,
    /// The instance's ID.
    pub instance_id: String,
    /// The channel's name.
    pub name: String,
    /// The channel's state, for example `published`.
    pub state: String,
    /// The region of its resources.
    pub region: String,
}
