//! Subcommands that are about many channels: which ones, and what is read of them.

mod continued;
mod listed;
mod metrics;
mod report;
mod sums;
mod wanted;

pub(crate) use listed::{ChannelsArgs, NumbersArgs, TemplatesArgs};
pub(crate) use metrics::MetricsArgs;
pub(crate) use sums::Sums;
pub(crate) use wanted::{AllChannels, NamedChannel, WantedChannels};
