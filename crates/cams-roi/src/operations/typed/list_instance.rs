//! `ListInstance`.
//!
//! Written by `cargo xtask generate` from `model/operations/ListInstance.toml`; do not edit.

use serde::Deserialize;

use super::super::rows;
use super::super::{Operation, Parameters, Subject};
use crate::answer::Answer;
use crate::error::Error;
use crate::pages::Listing;

/// Lists the account's channels, a page at a time (`ListInstance`).
///
/// The list has a direct customer's channels and those of an ISV's sub-customers.
///
/// The service documents no limit; 5 calls per second are made unless the client says otherwise. The caller needs the
/// RAM action `cams:ListInstance`.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[must_use]
pub struct ListInstance {
    page_index: Option<i64>,
    page_size: Option<i64>,
    channel_type: Option<String>,
    instance_id: Option<String>,
    instance_name: Option<String>,
    filter_str: Option<String>,
    resource_group_id: Option<String>,
    submit_time: Option<String>,
}

impl ListInstance {
    /// The operation's name on the wire.
    pub const ACTION: &str = "ListInstance";
    /// Calls a second for an account, as documented; 5 where nothing is.
    pub const CALLS_PER_SECOND: u32 = 5;

    /// A request with what is required.
    pub fn new() -> Self {
        Self {
            page_index: None,
            page_size: None,
            channel_type: None,
            instance_id: None,
            instance_name: None,
            filter_str: None,
            resource_group_id: None,
            submit_time: None,
        }
    }

    /// The page's number, from 1. The service documents no default.
    pub fn page_index(mut self, page_index: i64) -> Self {
        self.page_index = Some(page_index);
        self
    }

    /// The number of channels of a page. The service documents neither a default nor a maximum.
    pub fn page_size(mut self, page_size: i64) -> Self {
        self.page_size = Some(page_size);
        self
    }

    /// Only channels of this kind.
    pub fn channel_type(mut self, channel_type: impl Into<String>) -> Self {
        self.channel_type = Some(channel_type.into());
        self
    }

    /// Only the channel with this instance ID.
    pub fn instance_id(mut self, instance_id: impl Into<String>) -> Self {
        self.instance_id = Some(instance_id.into());
        self
    }

    /// Only channels with this name.
    pub fn instance_name(mut self, instance_name: impl Into<String>) -> Self {
        self.instance_name = Some(instance_name.into());
        self
    }

    /// A text to look for. The service does not document where it looks.
    pub fn filter_str(mut self, filter_str: impl Into<String>) -> Self {
        self.filter_str = Some(filter_str.into());
        self
    }

    /// Only channels of this resource group.
    pub fn resource_group_id(mut self, resource_group_id: impl Into<String>) -> Self {
        self.resource_group_id = Some(resource_group_id.into());
        self
    }

    /// When the channel was applied for, as `2023-12-12 00:00:00`. The service does not document the time zone.
    pub fn submit_time(mut self, submit_time: impl Into<String>) -> Self {
        self.submit_time = Some(submit_time.into());
        self
    }
}

/// The answer to [`ListInstance`].
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct ListInstanceOutput {
    /// The service's ID of the request.
    pub request_id: Option<String>,
    /// The channels of this page; empty after the last page.
    pub instances: Vec<Instance>,
    /// The number of channels on all pages.
    pub total_count: Option<i64>,
}

/// A channel, as the list shows it.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "PascalCase")]
#[non_exhaustive]
pub struct Instance {
    /// The instance's ID.
    #[serde(default, deserialize_with = "rows::text")]
    pub instance_id: String,
    /// The channel's ID, which other operations expect. If it is absent, they expect the instance ID.
    #[serde(default, deserialize_with = "rows::optional_text")]
    pub cust_space_id: Option<String>,
    /// The channel's name.
    #[serde(default, deserialize_with = "rows::text")]
    pub instance_name: String,
    /// What the owner wrote about it.
    #[serde(default, deserialize_with = "rows::optional_text")]
    pub instance_description: Option<String>,
    /// What kind of channel it is: `whatsapp`, `messenger`, `instagram` or `viber`, in lower or upper case.
    #[serde(default, deserialize_with = "rows::text")]
    pub channel_type: String,
    /// The state, such as `published`. The service documents no list of states.
    #[serde(default, deserialize_with = "rows::text")]
    pub state: String,
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

impl Operation for ListInstance {
    type Output = ListInstanceOutput;

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
        Parameters::new()
            .optional_plain("PageIndex", self.page_index.as_ref())?
            .optional_plain("PageSize", self.page_size.as_ref())?
            .optional_identifier("ChannelType", self.channel_type.as_deref())?
            .optional_identifier("InstanceId", self.instance_id.as_deref())?
            .optional("InstanceName", self.instance_name.as_deref())?
            .optional("FilterStr", self.filter_str.as_deref())?
            .optional_identifier("ResourceGroupId", self.resource_group_id.as_deref())?
            .optional("SubmitTime", self.submit_time.as_deref())
    }

    fn output(&self, answer: Answer) -> Result<Self::Output, Error> {
        #[derive(Deserialize)]
        #[serde(rename_all = "PascalCase")]
        struct Body {
            #[serde(default, rename = "Data", deserialize_with = "rows::list")]
            instances: Vec<Instance>,
            #[serde(default, deserialize_with = "rows::optional_count")]
            total_count: Option<i64>,
        }
        let body: Body = rows::read(&answer)?;
        Ok(ListInstanceOutput {
            request_id: answer.request_id,
            instances: body.instances,
            total_count: body.total_count,
        })
    }
}

impl Listing for ListInstance {
    type Item = Instance;

    const PAGE_SIZE: i64 = 50;

    fn page_size(&self) -> Option<i64> {
        self.page_size
    }

    fn at_page(self, index: i64, size: i64) -> Self {
        self.page_index(index).page_size(size)
    }

    fn items(page: &Self::Output) -> &[Self::Item] {
        &page.instances
    }

    fn into_items(page: Self::Output) -> Vec<Self::Item> {
        page.instances
    }

    fn total(page: &Self::Output) -> Option<i64> {
        page.total_count
    }
}
