//! Channels, as ListInstance and QueryInstance have them.

use serde_json::{Value, json};

use crate::account::{Account, Channel};
use crate::call::Call;
use crate::paging::Page;
use crate::population::Population;
use crate::shop::Shop;

const TIME: &str = "%Y-%m-%d %H:%M:%S";

/// The page that is asked for of the account's channels.
pub(crate) fn list(account: &Account, population: &Population, call: &Call) -> Value {
    let page = Page::of_two_parameters(call);
    let channels = account.all_channels();
    let filter = Filter::of(call);
    let shop = |channel| (channel, Shop::of(channel, population));
    // Without a filter, only the page's own shops need to be made up.
    let (rows, total) = if filter.is_none() {
        let total = channels.len();
        (page.of(channels).map(shop).collect::<Vec<_>>(), total)
    } else {
        page.counted(channels.map(shop).filter(|(channel, shop)| filter.lets_pass(channel, shop)))
    };
    let rows: Vec<Value> = rows.iter().map(|(channel, shop)| row(channel, shop)).collect();
    json!({ "TotalCount": total, "Data": rows })
}

/// A channel by itself: without the state and the space, but with the kind of customer.
pub(crate) fn detail(channel: &Channel, population: &Population) -> Value {
    let shop = Shop::of(channel, population);
    let mut detail = row(channel, &shop);
    if let Some(fields) = detail.as_object_mut() {
        fields.remove("CustSpaceId");
        fields.remove("State");
    }
    detail["CustType"] = "01".into();
    // Here, the documented sample has digits.
    detail["SubmitTime"] = shop.submitted_at.as_millisecond().to_string().into();
    json!({ "Data": detail })
}

fn row(channel: &Channel, shop: &Shop) -> Value {
    json!({
        "InstanceId": channel.id,
        "CustSpaceId": channel.id,
        "InstanceName": shop.name,
        "InstanceDescription": format!("WhatsApp of {}", shop.name),
        "ChannelType": "whatsapp",
        "State": "published",
        "SubmitTime": submitted(shop),
        "CountryId": shop.country,
        "ContactMail": shop.mail,
        "OfficeAddress": shop.address,
        "FacebookBmId": shop.meta_id("business"),
        "IsvTerms": "https://terms.example/isv.pdf",
        "ResourceGroupId": shop.resource_group,
        "ResourceRegionId": "ap-southeast-1",
    })
}

fn submitted(shop: &Shop) -> String {
    shop.submitted_at.strftime(TIME).to_string()
}

/// Which channels are asked for.
struct Filter<'a> {
    id: Option<&'a str>,
    name: Option<&'a str>,
    channel_type: Option<&'a str>,
    text: Option<&'a str>,
    resource_group: Option<&'a str>,
    submit_time: Option<&'a str>,
}

impl<'a> Filter<'a> {
    fn of(call: &'a Call) -> Self {
        Self {
            id: call.parameter("InstanceId"),
            name: call.parameter("InstanceName"),
            channel_type: call.parameter("ChannelType"),
            text: call.parameter("FilterStr"),
            resource_group: call.parameter("ResourceGroupId"),
            submit_time: call.parameter("SubmitTime"),
        }
    }

    fn is_none(&self) -> bool {
        let Self { id, name, channel_type, text, resource_group, submit_time } = self;
        [id, name, channel_type, text, resource_group, submit_time].iter().all(|wanted| wanted.is_none())
    }

    fn lets_pass(&self, channel: &Channel, shop: &Shop) -> bool {
        let is = |wanted: Option<&str>, value: &str| wanted.is_none_or(|wanted| wanted == value);
        is(self.id, &channel.id)
            && is(self.name, &shop.name)
            && is(self.channel_type, "whatsapp")
            && is(self.resource_group, shop.resource_group)
            && self.submit_time.is_none_or(|wanted| wanted == submitted(shop))
            && self.text.is_none_or(|text| channel.id.contains(text) || shop.name.contains(text))
    }
}
