//! The phone numbers of a channel.

use serde_json::{Value, json};

use crate::account::Channel;
use crate::call::Call;
use crate::mixing::{happens, pick};
use crate::population::Population;
use crate::shop::Shop;

/// What there is to know of a number.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Standing {
    pub(crate) status: &'static str,
    pub(crate) quality: &'static str,
    tier: &'static str,
    is_official: bool,
}

impl Standing {
    /// A channel's first number can always send.
    pub(crate) fn of(channel: &Channel, shop: &Shop, number: &str) -> Self {
        let key = shop.number(number);
        let is_first = channel.phone_numbers.first().is_some_and(|first| first == number);
        let (status, quality) = if is_first || happens(key, 80) {
            ("CONNECTED", pick(key ^ 1, &["GREEN", "GREEN", "GREEN", "YELLOW", "UNKNOWN"]))
        } else {
            pick(key ^ 2, &[("FLAGGED", "RED"), ("RESTRICTED", "YELLOW"), ("PENDING", "UNKNOWN")])
        };
        Self {
            status,
            quality,
            tier: pick(key ^ 3, &["TIER_250", "TIER_1K", "TIER_10K", "TIER_100K", "TIER_UNLIMITED"]),
            is_official: happens(key ^ 4, 10),
        }
    }
}

/// The channel's numbers, of one status if that is asked for.
pub(crate) fn list(channel: &Channel, population: &Population, call: &Call) -> Value {
    let shop = Shop::of(channel, population);
    let wanted = call.parameter("Status");
    let rows = channel.phone_numbers.iter().map(|number| row(channel, &shop, number));
    // The documented value of the parameter is one of CodeVerificationStatus.
    let statuses = ["Status", "CodeVerificationStatus"];
    let rows = rows.filter(|row| wanted.is_none_or(|wanted| statuses.iter().any(|name| row[name] == wanted)));
    json!({ "PhoneNumbers": rows.collect::<Vec<_>>() })
}

fn row(channel: &Channel, shop: &Shop, number: &str) -> Value {
    let standing = Standing::of(channel, shop, number);
    let is_pending = standing.status == "PENDING";
    json!({
        "PhoneNumber": number,
        "VerifiedName": shop.name,
        "Status": standing.status,
        "QualityRating": standing.quality,
        "MessagingLimitTier": standing.tier,
        "CodeVerificationStatus": if is_pending { "MORE_INFORMATION_REQUESTED" } else { "VERIFIED" },
        "NameStatus": "Approval",
        "NewNameStatus": if is_pending { "PENDING_REVIEW" } else { "NONE" },
        "IsOfficial": if standing.is_official { "Y" } else { "N" },
        "StatusCallbackUrl": "https://receipts.shop.example/status",
        "UpCallbackUrl": "https://receipts.shop.example/up",
        "StatusQueue": format!("Alicom-Queue-{number}-ChatAppStatus"),
        "UpQueue": format!("Alicom-Queue-{number}-ChatAppUp"),
    })
}
