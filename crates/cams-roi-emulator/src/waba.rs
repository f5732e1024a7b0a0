//! The WhatsApp Business Account of a channel.

use serde_json::{Value, json};

use crate::account::Channel;
use crate::mixing::{happens, pick};
use crate::population::Population;
use crate::shop::Shop;

/// What of a shop its account's ID is derived from.
pub(crate) const ID: &str = "waba";

pub(crate) fn detail(channel: &Channel, population: &Population) -> Value {
    let shop = Shop::of(channel, population);
    let key = shop.number("waba state");
    let namespace = shop.number("namespace");
    let [first, second, third, fourth] = [48, 32, 16, 0].map(|bits| (namespace >> bits) & 0xffff);
    json!({
        "Data": {
            "Id": shop.meta_id(ID),
            "Name": shop.name,
            "AccountReviewStatus": pick(key, &["APPROVED", "APPROVED", "APPROVED", "APPROVED", "PENDING"]),
            "Currency": shop.currency,
            "BusinessId": shop.meta_id("business"),
            "BusinessName": shop.name,
            "MessageTemplateNamespace": format!("{first:04x}{second:04x}_{third:04x}_{fourth:04x}"),
            "MarketingMessageLiteStatus": if happens(key ^ 1, 50) { "Y" } else { "N" },
            "IsOnBizApp": if happens(key ^ 2, 10) { "Y" } else { "N" },
            "PrimaryBusinessLocation": shop.country,
            "AuthInternationalRateEligibility": {
                "start_time": shop.submitted_at.as_second(),
                "exception_countries": [{ "country_code": shop.country, "start_time": shop.submitted_at.as_second() }],
            },
        },
    })
}
