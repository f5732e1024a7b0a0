//! `QueryInstance`.
//!
//! Written by `cargo xtask generate` from `model/operations/QueryInstance.toml`; do not edit.

use serde::Deserialize;

use super::super::rows;
use super::super::{Operation, Parameters, Subject};
use crate::answer::Answer;
use crate::error::Error;

/// Reads the details of one channel (`QueryInstance`).
///
/// The channel's state and its `CustSpaceId` are only in the list of `ListInstance`.
///
/// The service documents no limit; 5 calls per second are made unless the client says otherwise. The caller needs the
/// RAM action `cams:QueryInstance`.
#[derive(Clone, Debug, PartialEq, Eq)]
#[must_use]
pub struct QueryInstance {
    instance_id: String,
}

impl QueryInstance {
    /// The operation's name on the wire.
    pub const ACTION: &str = "QueryInstance";
    /// Calls a second for an account, as documented; 5 where nothing is.
    pub const CALLS_PER_SECOND: u32 = 5;

    /// A request with what is required.
    ///
    /// - `instance_id`: The instance's ID.
    pub fn new(instance_id: impl Into<String>) -> Self {
        Self { instance_id: instance_id.into() }
    }
}

/// The answer to [`QueryInstance`].
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct QueryInstanceOutput {
    /// The service's ID of the request.
    pub request_id: Option<String>,
    /// The channel.
    pub instance: InstanceDetail,
}

/// A channel, as the query shows it.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "PascalCase")]
#[non_exhaustive]
pub struct InstanceDetail {
    /// The instance's ID.
    #[serde(default, deserialize_with = "rows::text")]
    pub instance_id: String,
    /// The channel's name.
    #[serde(default, deserialize_with = "rows::text")]
    pub instance_name: String,
    /// What the owner wrote about it.
    #[serde(default, deserialize_with = "rows::optional_text")]
    pub instance_description: Option<String>,
    /// What kind of channel it is: `whatsapp`, `messenger`, `instagram` or `viber`, in lower or upper case.
    #[serde(default, deserialize_with = "rows::text")]
    pub channel_type: String,
    /// The kind of customer, such as `01`. The service does not document what that means.
    #[serde(default, deserialize_with = "rows::optional_text")]
    pub cust_type: Option<String>,
    /// When it was applied for, as the service writes it. It documents neither format nor time zone.
    #[serde(default, deserialize_with = "rows::optional_text")]
    pub submit_time: Option<String>,
    /// The country, such as `CN`.
    #[serde(default, deserialize_with = "rows::optional_text")]
    pub country_id: Option<String>,
    /// The owner's mail address.
    #[serde(default, deserialize_with = "rows::optional_text")]
    pub contact_mail: Option<String>,
    /// The owner's postal address.
    #[serde(default, deserialize_with = "rows::optional_text")]
    pub office_address: Option<String>,
    /// The ID of the owner's Meta business account.
    #[serde(default, deserialize_with = "rows::optional_text")]
    pub facebook_bm_id: Option<String>,
    /// The URL of an ISV's signed terms.
    #[serde(default, deserialize_with = "rows::optional_text")]
    pub isv_terms: Option<String>,
    /// The resource group.
    #[serde(default, deserialize_with = "rows::optional_text")]
    pub resource_group_id: Option<String>,
    /// The region.
    #[serde(default, deserialize_with = "rows::optional_text")]
    pub resource_region_id: Option<String>,
}

impl Operation for QueryInstance {
    type Output = QueryInstanceOutput;

    fn action(&self) -> &str {
        Self::ACTION
    }

    fn calls_per_second(&self) -> Option<u32> {
        Some(Self::CALLS_PER_SECOND)
    }

    fn subject(&self) -> Subject<'_> {
        Subject::default()
    }

    fn parameters(&self) -> Result<Parameters, Error> {
        Parameters::new().identifier("InstanceId", &self.instance_id)
    }

    fn output(&self, answer: Answer) -> Result<Self::Output, Error> {
        #[derive(Deserialize)]
        #[serde(rename_all = "PascalCase")]
        struct Body {
            #[serde(rename = "Data")]
            instance: InstanceDetail,
        }
        let body: Body = rows::read(&answer)?;
        Ok(QueryInstanceOutput { request_id: answer.request_id, instance: body.instance })
    }
}
