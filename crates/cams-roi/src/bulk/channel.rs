//! A channel of which a list is made.

/// A channel by its ID, with an ISV code where it needs one of its own.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Channel {
    /// The channel's ID (`cams-…`).
    pub cust_space_id: String,
    /// The code by which the ISV authorised the caller, where this channel needs another than the others: that of
    /// [`BulkOptions`](super::BulkOptions::isv_code) or [`CollectMetrics`](crate::operations::CollectMetrics::isv_code).
    pub isv_code: Option<String>,
}

impl Channel {
    /// A channel without an ISV code of its own.
    #[must_use]
    pub fn new(cust_space_id: impl Into<String>) -> Self {
        Self { cust_space_id: cust_space_id.into(), isv_code: None }
    }
}

impl<T: Into<String>> From<T> for Channel {
    fn from(cust_space_id: T) -> Self {
        Self::new(cust_space_id)
    }
}
