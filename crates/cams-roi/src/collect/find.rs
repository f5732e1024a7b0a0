//! The account's WhatsApp channels, as `ListInstance` has them.

use futures_util::{Stream, StreamExt as _, TryStreamExt as _, stream};

use crate::client::{CallOptions, Client};
use crate::error::Error;
use crate::operations::{FindChannels, FindChannelsOutput, FoundChannel, Instance, ListInstance};
use crate::pages::{Cursor, fetch};

/// How the service calls the type of channel.
const WHATSAPP: &str = "whatsapp";

/// A page of channels, and where the listing stands after it.
pub(crate) type FoundPage = (FindChannelsOutput, Option<Cursor>);

impl Client {
    /// Finds the account's WhatsApp channels. A page is fetched when its first channel is asked for; an error ends it.
    ///
    /// ```no_run
    /// use cams_roi::bulk::BulkOptions;
    /// use cams_roi::{Client, operations::FindChannels};
    /// use futures_util::TryStreamExt as _;
    ///
    /// # async fn example() -> Result<(), cams_roi::Error> {
    /// let client = Client::new()?;
    /// let published = FindChannels::new().state("published");
    /// let channels: Vec<_> =
    ///     client.find_channels(published).map_ok(|channel| channel.cust_space_id).try_collect().await?;
    /// let outcomes = client.enable_many(channels, BulkOptions::new());
    /// # Ok(())
    /// # }
    /// ```
    pub fn find_channels(
        &self,
        request: FindChannels,
    ) -> impl Stream<Item = Result<FoundChannel, Error>> + Send + use<> {
        let client = self.clone();
        let pages = stream::try_unfold(Some(None), move |at: Option<Option<Cursor>>| {
            let (client, request) = (client.clone(), request.clone());
            async move {
                let Some(cursor) = at else { return Ok(None) };
                let (page, next) = request.find(&client, cursor, CallOptions::new()).await?;
                let channels = stream::iter(page.channels.into_iter().map(Ok));
                Ok::<_, Error>(Some((channels, next.map(Some))))
            }
        });
        pages.try_flatten().boxed()
    }
}

impl FindChannels {
    /// The channels of one page, the first one without a cursor.
    pub(crate) async fn find(
        &self,
        client: &Client,
        cursor: Option<Cursor>,
        options: CallOptions,
    ) -> Result<FoundPage, Error> {
        self.check()?;
        let instances = ListInstance::new().channel_type(WHATSAPP);
        let cursor = cursor.unwrap_or_else(|| Cursor::of(&instances));
        let (page, next) = fetch(client, instances, cursor, options).await?;
        let channels = page.instances.into_iter().filter_map(found).filter(|it| self.wants(it)).collect();
        Ok((FindChannelsOutput { channels, found: page.total_count.unwrap_or_default() }, next))
    }

    /// Refuses a filter from a variable that was never set: it would find all channels.
    fn check(&self) -> Result<(), Error> {
        let filters = [("name", &self.name), ("state", &self.state), ("region", &self.region)];
        match filters.into_iter().find(|(_, given)| given.as_ref().is_some_and(|it| it.trim().is_empty())) {
            Some((filter, _)) => Err(Error::invalid_argument(
                format!("{filter} is empty"),
                format!(
                    "Give {filter} a value, or leave it out for all channels; perhaps a variable is not set."
                ),
            )),
            None => Ok(()),
        }
    }

    fn wants(&self, channel: &FoundChannel) -> bool {
        let same = |wanted: &Option<String>, is: &str| {
            wanted.as_ref().is_none_or(|wanted| wanted.trim().eq_ignore_ascii_case(is.trim()))
        };
        let is_named = self
            .name
            .as_ref()
            .is_none_or(|name| channel.name.to_lowercase().contains(&name.trim().to_lowercase()));
        is_named && same(&self.state, &channel.state) && same(&self.region, &channel.region)
    }
}

/// A channel as other operations know it; nothing of one of another type, or without an ID.
fn found(instance: Instance) -> Option<FoundChannel> {
    let kind = instance.channel_type.trim();
    if !kind.is_empty() && !kind.eq_ignore_ascii_case(WHATSAPP) {
        return None;
    }
    let space = instance.cust_space_id.filter(|id| !id.trim().is_empty());
    let cust_space_id = space.unwrap_or_else(|| instance.instance_id.clone());
    (!cust_space_id.trim().is_empty()).then(|| FoundChannel {
        cust_space_id,
        instance_id: instance.instance_id,
        name: instance.instance_name,
        state: instance.state,
        region: instance.resource_region_id.unwrap_or_default(),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn instance(body: &str) -> Option<FoundChannel> {
        found(serde_json::from_str(body).unwrap())
    }

    #[test]
    fn a_channel_is_known_by_its_space_and_else_by_its_instance() {
        let id = |body| instance(body).map(|it| it.cust_space_id);
        assert_eq!(id(r#"{"InstanceId":"i","CustSpaceId":"s"}"#).as_deref(), Some("s"));
        assert_eq!(id(r#"{"InstanceId":"i","CustSpaceId":" "}"#).as_deref(), Some("i"));
        assert_eq!(id(r#"{"InstanceId":"i","ChannelType":"WhatsApp"}"#).as_deref(), Some("i"));
        assert_eq!(id(r#"{"InstanceId":"i","ChannelType":"VIBER"}"#), None);
        assert_eq!(id(r#"{"InstanceId":"","ChannelType":"whatsapp"}"#), None);
    }

    #[test]
    fn filters_pass_over_letter_case() {
        let channel = instance(
            r#"{"InstanceId":"i","InstanceName":"Blue SHOP","State":"PUBLISHED","ResourceRegionId":"cn-hongkong"}"#,
        )
        .unwrap();
        assert!(FindChannels::new().wants(&channel));
        assert!(FindChannels::new().name("shop").state("published").region("cn-Hongkong").wants(&channel));
        assert!(!FindChannels::new().name("red").wants(&channel));
        assert!(!FindChannels::new().state("draft").wants(&channel));
        assert!(!FindChannels::new().region("eu").wants(&channel));
    }

    #[test]
    fn a_filter_that_a_variable_left_empty_is_refused() {
        let problem = |request: FindChannels| request.check().unwrap_err().message().to_owned();
        assert_eq!(problem(FindChannels::new().name("")), "name is empty");
        assert_eq!(problem(FindChannels::new().name("shop").state(" ")), "state is empty");
        assert_eq!(problem(FindChannels::new().region("\t")), "region is empty");
        FindChannels::new().name("shop").check().unwrap();
        FindChannels::new().check().unwrap();
    }
}
