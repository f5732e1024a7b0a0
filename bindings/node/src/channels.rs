//! Reading a list of channels: JavaScript takes them in batches.

use cams_roi::bridge;
use cams_roi::bulk::Channel;
use napi_derive::napi;

use crate::outcome::{Outcome, settled};

/// How many channels are handed over at once.
const BATCH: usize = 500;

/// A list of channels that is being read.
#[napi]
pub struct ChannelReader(bridge::ChannelReader);

/// A channel of a list.
#[napi(object, object_from_js = false)]
pub struct ListedChannel {
    pub cust_space_id: String,
    pub isv_code: Option<String>,
}

impl From<Channel> for ListedChannel {
    fn from(channel: Channel) -> Self {
        Self { cust_space_id: channel.cust_space_id, isv_code: channel.isv_code }
    }
}

/// Opens a list.
#[napi(catch_unwind, ts_return_type = "Outcome<ChannelReader>")]
pub fn open_channels(path: String) -> Outcome<ChannelReader> {
    settled(bridge::ChannelReader::open(path).map(ChannelReader).map_err(Into::into))
}

#[napi]
impl ChannelReader {
    /// The next channels; none at the end.
    #[napi(catch_unwind, ts_return_type = "Outcome<Array<ListedChannel>>")]
    pub fn next_batch(&self) -> Outcome<Vec<ListedChannel>> {
        let batch = self.0.next_batch(BATCH);
        settled(batch.map(|batch| batch.into_iter().map(Into::into).collect()).map_err(Into::into))
    }
}
