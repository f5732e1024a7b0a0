//! Lists of channels, read by the core.

use std::sync::Arc;

use cams_roi::bridge::{ChannelReader, run_blocking};
use cams_roi::bulk::Channel;

use crate::failure::Failure;
use crate::runtime;

/// A channel of a list.
#[derive(uniffi::Record)]
pub(crate) struct ListedChannel {
    cust_space_id: String,
    isv_code: Option<String>,
}

impl From<Channel> for ListedChannel {
    fn from(channel: Channel) -> Self {
        Self { cust_space_id: channel.cust_space_id, isv_code: channel.isv_code }
    }
}

/// A list of channels that is being read.
#[derive(uniffi::Object)]
pub(crate) struct NativeChannelList(Arc<ChannelReader>);

#[uniffi::export]
impl NativeChannelList {
    /// Opens the list at a path.
    #[uniffi::constructor]
    pub(crate) fn open(path: String) -> Result<Arc<Self>, Failure> {
        Ok(Arc::new(Self(Arc::new(ChannelReader::open(path)?))))
    }

    /// The next channels, `most` of them at most; none at the end. It waits for the file.
    pub(crate) fn next_batch(&self, most: u32) -> Result<Vec<ListedChannel>, Failure> {
        read(&self.0, most)
    }

    /// The same for a caller that must not wait.
    async fn next_batch_later(&self, most: u32) -> Result<Vec<ListedChannel>, Failure> {
        let reader = Arc::clone(&self.0);
        runtime::work(async move { run_blocking(move || read(&reader, most)).await? }).await
    }
}

fn read(reader: &ChannelReader, most: u32) -> Result<Vec<ListedChannel>, Failure> {
    let batch = reader.next_batch(usize::try_from(most).unwrap_or(usize::MAX))?;
    Ok(batch.into_iter().map(Into::into).collect())
}
