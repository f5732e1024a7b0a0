//! What the subcommands of several operations take, and how it is read.

use std::str::FromStr;

use serde::de::DeserializeOwned;

use crate::failure::Failure;

/// Which channel is meant.
#[derive(Debug, clap::Args)]
pub(crate) struct ChannelArgs {
    /// The channel's ID (cams-…)
    #[arg(long, value_name = "ID", conflicts_with = "own_channel")]
    cust_space_id: Option<String>,
    /// The account's own channel, in place of one by its ID
    #[arg(long)]
    own_channel: bool,
}

impl ChannelArgs {
    /// The channel's ID; `None` for the account's own channel.
    pub(crate) fn id(self) -> Result<Option<String>, Failure> {
        match self.cust_space_id {
            Some(id) => Ok(Some(id)),
            None if self.own_channel => Ok(None),
            None => Err(Failure::usage(
                "cust_space_id is not given",
                "Give --cust-space-id ID, or --own-channel for the account's own channel.",
            )),
        }
    }
}

/// An argument that is JSON.
#[allow(dead_code, reason = "which arguments there are is the model's to say")]
#[derive(Clone, Debug)]
pub(crate) struct Json<T>(pub(crate) T);

impl<T: DeserializeOwned> FromStr for Json<T> {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        serde_json::from_str(text)
            .map(Self)
            .map_err(|problem| format!("not the JSON that is wanted: {problem}"))
    }
}
