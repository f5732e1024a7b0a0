//! Which channels a subcommand is about.

use std::path::PathBuf;

use cams_roi::Client;
use cams_roi::bulk::Channel;
use cams_roi::operations::{FindChannels, FoundChannel};
use futures_util::TryStreamExt as _;

use crate::channels;
use crate::failure::Failure;
use crate::output::say;

/// Every channel that the service lists, or those of them that fit.
#[derive(Debug, Default, clap::Args)]
pub(crate) struct AllChannels {
    /// Every WhatsApp channel of the account, as the service lists them
    #[arg(long)]
    pub(crate) all: bool,
    #[command(flatten)]
    pub(crate) filters: Filters,
}

/// Which of the listed channels are meant.
#[derive(Debug, Default, clap::Args)]
pub(crate) struct Filters {
    /// With --all: channels with this text in their name
    #[arg(long, value_name = "TEXT")]
    name: Option<String>,
    /// With --all: channels in this state, for example published
    #[arg(long, value_name = "STATE")]
    state: Option<String>,
    /// With --all: channels whose resources are in this region
    #[arg(long, value_name = "REGION")]
    in_region: Option<String>,
}

impl Filters {
    fn request(self) -> FindChannels {
        let mut request = FindChannels::new();
        if let Some(name) = self.name {
            request = request.name(name);
        }
        if let Some(state) = self.state {
            request = request.state(state);
        }
        if let Some(region) = self.in_region {
            request = request.region(region);
        }
        request
    }

    pub(crate) fn is_given(&self) -> bool {
        self.name.is_some() || self.state.is_some() || self.in_region.is_some()
    }

    /// Finds the channels, and says where there are none.
    pub(crate) async fn find(self, client: &Client) -> Result<Vec<FoundChannel>, Failure> {
        let is_given = self.is_given();
        let found: Vec<_> = client.find_channels(self.request()).try_collect().await?;
        match (found.is_empty(), is_given) {
            (true, true) => say(
                "note: the account has no such WhatsApp channel; `cams-roi channels` lists all with their names, \
                 states and regions",
            ),
            (true, false) => say("note: the account has no WhatsApp channel"),
            _ => {}
        }
        Ok(found)
    }
}

impl AllChannels {
    /// Refuses filters of what is not listed.
    pub(crate) fn check(&self) -> Result<(), Failure> {
        if self.filters.is_given() && !self.all {
            return Err(Failure::usage(
                "--name, --state and --in-region choose among the channels that are listed",
                "Give --all too.",
            ));
        }
        Ok(())
    }
}

/// Channels by their IDs, of a list, or all.
#[derive(Debug, Default, clap::Args)]
pub(crate) struct WantedChannels {
    /// A channel's ID (cams-…); may be given several times
    #[arg(long, value_name = "ID", conflicts_with = "all")]
    cust_space_id: Vec<String>,
    /// A list of channels, or - for standard input: one ID a line, or a table with a column cust_space_id
    #[arg(long, value_name = "FILE|-", conflicts_with = "all")]
    from: Option<PathBuf>,
    #[command(flatten)]
    all: AllChannels,
    /// The code by which the ISV authorised the caller, for channels that have none of their own
    #[arg(long, value_name = "CODE")]
    pub(crate) isv_code: Option<String>,
}

/// A channel that is meant, and what the service's list says of it.
#[derive(Debug)]
pub(crate) struct NamedChannel {
    pub(crate) channel: Channel,
    /// Nothing where the channel was given by its ID.
    pub(crate) found: Option<FoundChannel>,
}

impl WantedChannels {
    /// Finds the channels with what the list says of them; every channel where none is said.
    pub(crate) async fn find_named(self, client: &Client) -> Result<Vec<NamedChannel>, Failure> {
        self.all.check()?;
        if !self.all.all && self.is_given() {
            let given = self.find(client).await?.into_iter();
            return Ok(given.map(|channel| NamedChannel { channel, found: None }).collect());
        }
        if let Some(code) = &self.isv_code {
            channels::check_isv_code(code)?;
        }
        let found = self.all.filters.find(client).await?.into_iter();
        let named =
            found.map(|it| NamedChannel { channel: Channel::new(&it.cust_space_id), found: Some(it) });
        Ok(named.collect())
    }

    /// Whether every channel is meant, without a filter.
    pub(crate) fn is_every(&self) -> bool {
        self.all.all && !self.all.filters.is_given()
    }

    /// Whether channels are said at all.
    pub(crate) fn is_given(&self) -> bool {
        self.all.all || self.from.is_some() || !self.cust_space_id.is_empty()
    }

    /// Checks what is given before anything is sent, and finds the channels.
    pub(crate) async fn find(self, client: &Client) -> Result<Vec<Channel>, Failure> {
        self.all.check()?;
        if let Some(code) = &self.isv_code {
            channels::check_isv_code(code)?;
        }
        if self.all.all {
            let found = self.all.filters.find(client).await?;
            return Ok(found.into_iter().map(|it| Channel::new(it.cust_space_id)).collect());
        }
        if !self.is_given() {
            return Err(Failure::usage(
                "no channel is given",
                "Give --all, --cust-space-id ID, or --from FILE with one ID a line (- for standard input).",
            ));
        }
        let list =
            channels::collect(&self.cust_space_id, self.from.as_deref(), self.isv_code.as_deref())?.list;
        if list.is_empty() {
            return Err(Failure::usage(
                "the list holds no channels",
                "Put the channels' IDs below the header.",
            ));
        }
        Ok(list)
    }
}
