//! Which channel a request is about: one by its ID, or the account's own by a form that nobody writes by accident.

use super::Parameters;
use crate::error::Error;

/// What a request says of its channel.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct ChannelChoice {
    id: Option<String>,
    own: bool,
}

impl ChannelChoice {
    pub(super) fn set_id(&mut self, id: impl Into<String>) {
        self.id = Some(id.into());
    }

    pub(super) fn set_own(&mut self) {
        self.own = true;
    }

    /// The ID that was given.
    pub(super) fn id(&self) -> Option<&str> {
        self.id.as_deref()
    }
}

impl Parameters {
    /// Adds `CustSpaceId`, which the service takes as the account's own channel where it is absent.
    pub(super) fn channel(self, channel: &ChannelChoice) -> Result<Self, Error> {
        match (&channel.id, channel.own) {
            (Some(_), true) => Err(Error::invalid_argument(
                "cust_space_id is given, and own_channel too",
                "Give one of them: the ID of a channel, or own_channel for the account's own.",
            )),
            (None, true) => Ok(self),
            // A variable that was never set arrives as nothing or as an empty text.
            (Some(id), false) if !id.trim().is_empty() => {
                self.identifier_named("CustSpaceId", "cust_space_id", id)
            }
            (_, false) => Err(Error::invalid_argument(
                "cust_space_id is not given",
                "Give the channel's ID, or say own_channel for the account's own channel.",
            )),
        }
    }
}
