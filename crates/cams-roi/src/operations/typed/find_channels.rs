//! `FindChannels`: what the library does itself, with operations of the service.
//!
//! Written by `cargo xtask generate` from `model/operations/FindChannels.toml`; do not edit.

/// Finds the account's WhatsApp channels, all pages of them.
///
/// Asks `ListInstance` for channels of the type `whatsapp`, and gives each with the ID by which other operations know
/// it: the space's ID (`CustSpaceId`) where it has one, else the instance's. A channel whose type is another is left
/// out.
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

    /// Channels whose name has this text in it, in any letter case.
    pub fn name(mut self, name: impl Into<String>) -> Self {
        self.name = Some(name.into());
        self
    }

    /// Channels in this state alone, in any letter case. The service's sample is `published`; it documents no list.
    pub fn state(mut self, state: impl Into<String>) -> Self {
        self.state = Some(state.into());
        self
    }

    /// Channels of this region alone, in any letter case.
    pub fn region(mut self, region: impl Into<String>) -> Self {
        self.region = Some(region.into());
        self
    }
}

/// A part of what [`FindChannels`] gives.
#[derive(Clone, Debug, Default)]
pub(crate) struct FindChannelsOutput {
    /// Those of one page of `ListInstance`; there may be none, and more behind it.
    pub(crate) channels: Vec<FoundChannel>,
    /// How many channels of any name, state and region `ListInstance` has, as far as it says so; zero where it does
    /// not.
    pub(crate) found: i64,
}

/// A WhatsApp channel of the account.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct FoundChannel {
    /// The ID by which other operations know the channel: its space's, else its instance's.
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
