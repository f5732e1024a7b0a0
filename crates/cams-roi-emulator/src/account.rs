//! Who may call: accounts and their channels.

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use crate::access_key::AccessKey;
use crate::role::Role;
use crate::template::Template;

/// An Alibaba Cloud account.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Account {
    /// The account's number, to which the limits apply.
    pub account_id: String,
    /// The AccessKeys of its users.
    pub access_keys: Vec<AccessKey>,
    /// Whether it has subscribed to CAMS.
    pub subscribed: bool,
    /// The RAM actions that are allowed, such as `cams:EnableWhatsappROIMetric`; `cams:*` and `*` stand for all.
    pub permissions: Vec<String>,
    /// How a call without permission is refused.
    pub denial: DenialForm,
    /// The code by which a user proves that the ISV authorised it.
    pub isv_code: Option<String>,
    /// Its own channel, which is meant where no `CustSpaceId` is given.
    pub direct_channel: Channel,
    /// The channels of its sub-customers.
    pub channels: Vec<Channel>,
    /// Its RAM roles.
    pub roles: Vec<Role>,
}

impl Account {
    /// An account that is subscribed and permitted everything, but has neither an AccessKey nor a channel.
    #[must_use]
    pub fn new(account_id: impl Into<String>) -> Self {
        let account_id = account_id.into();
        let direct_channel = Channel::new(format!("cams-direct-{account_id}"));
        Self {
            account_id,
            access_keys: Vec::new(),
            subscribed: true,
            permissions: vec!["cams:*".to_owned()],
            denial: DenialForm::default(),
            isv_code: None,
            direct_channel,
            channels: Vec::new(),
            roles: Vec::new(),
        }
    }

    /// The account that is there by default: ready, subscribed, permitted, with channels `cams-emulator-1` and so on.
    #[must_use]
    pub fn ready(channels: usize) -> Self {
        Self::ready_with(channels, 1)
    }

    /// The same, whose channels have so many phone numbers each.
    #[must_use]
    pub fn ready_with(channels: usize, phone_numbers: usize) -> Self {
        let mut account = Self::new("1000000000000001");
        account.access_keys = vec![AccessKey::new("emulator-access-key-id", "emulator-access-key-secret")];
        account.isv_code = Some("emulator-isv-code".to_owned());
        account.direct_channel = ready_channel("direct", 0, phone_numbers);
        account.channels = (1..=channels).map(|n| ready_channel(&n.to_string(), n, phone_numbers)).collect();
        let provider = format!("acs:ram::{}:oidc-provider/emulator", account.account_id);
        account.roles =
            vec![Role::new("emulator-role").with_oidc(provider, "emulator-oidc-token").with_instance()];
        account
    }

    /// All of its channels, its own first.
    pub(crate) fn all_channels(&self) -> impl ExactSizeIterator<Item = &Channel> {
        let count = self.channels.len() + 1;
        (0..count).map(|place| self.channel_at(place))
    }

    /// The channel at a place among all; its own at a place where there is none.
    pub(crate) fn channel_at(&self, place: usize) -> &Channel {
        place.checked_sub(1).and_then(|place| self.channels.get(place)).unwrap_or(&self.direct_channel)
    }

    pub(crate) fn channel_at_mut(&mut self, place: usize) -> &mut Channel {
        place
            .checked_sub(1)
            .and_then(|place| self.channels.get_mut(place))
            .unwrap_or(&mut self.direct_channel)
    }

    pub(crate) fn permits(&self, ram_action: &str) -> bool {
        self.permissions
            .iter()
            .any(|allowed| matches!(allowed.as_str(), "*" | "cams:*") || allowed == ram_action)
    }
}

fn ready_channel(name: &str, n: usize, phone_numbers: usize) -> Channel {
    // A channel's further numbers are longer than the first, so that none is another channel's.
    let number = |place| if place == 0 { format!("999{n:08}") } else { format!("999{n:08}{place:03}") };
    let mut channel = Channel::new(format!("cams-emulator-{name}"));
    channel.phone_numbers = (0..phone_numbers).map(number).collect();
    channel
}

/// A channel: what a `CustSpaceId` names.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Channel {
    /// The `CustSpaceId`.
    pub id: String,
    /// Its name; without one, a shop's that is made up.
    #[serde(default)]
    pub name: Option<String>,
    /// The business numbers that send from it.
    #[serde(default)]
    pub phone_numbers: Vec<String>,
    /// Its templates; without a list, those that are made up for every channel.
    #[serde(default)]
    pub templates: Option<Vec<Template>>,
    /// Since when ROI statistics are collected, by the clock of the data.
    #[serde(default)]
    pub enabled_at: Option<Timestamp>,
    /// From when on only two of five messages arrive that would have arrived, by the same clock.
    #[serde(default)]
    pub delivery_falls_at: Option<Timestamp>,
}

impl Channel {
    /// A channel without numbers, whose statistics are not enabled.
    #[must_use]
    pub fn new(id: impl Into<String>) -> Self {
        Self {
            id: id.into(),
            name: None,
            phone_numbers: Vec::new(),
            templates: None,
            enabled_at: None,
            delivery_falls_at: None,
        }
    }

    /// Adds a business number.
    #[must_use]
    pub fn with_phone_number(mut self, number: impl Into<String>) -> Self {
        self.phone_numbers.push(number.into());
        self
    }

    /// Adds a template; those that are made up are then not there.
    #[must_use]
    pub fn with_template(mut self, template: Template) -> Self {
        self.templates.get_or_insert_default().push(template);
        self
    }
}

/// The two ways in which the service refuses a call that RAM does not allow.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum DenialForm {
    /// `Ram.PermissionDeny`, HTTP 400, `AccessDeniedDetail` a text.
    #[default]
    String,
    /// `NoPermission`, HTTP 403, `AccessDeniedDetail` an object.
    Object,
}

/// What to change in an account, or a new account: what is absent stays, or takes its default.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AccountPatch {
    /// The account's number.
    pub account_id: String,
    /// Its AccessKeys from now on. One that was there before may leave out its secret, which then stays.
    #[serde(default)]
    pub access_keys: Option<Vec<AccessKey>>,
    /// Whether it has subscribed.
    #[serde(default)]
    pub subscribed: Option<bool>,
    /// The allowed RAM actions from now on.
    #[serde(default)]
    pub permissions: Option<Vec<String>>,
    /// How it is refused.
    #[serde(default)]
    pub denial: Option<DenialForm>,
    /// Its ISV code.
    #[serde(default)]
    pub isv_code: Option<String>,
    /// Its own channel.
    #[serde(default)]
    pub direct_channel: Option<Channel>,
    /// Its channels from now on.
    #[serde(default)]
    pub channels: Option<Vec<Channel>>,
    /// Its RAM roles from now on.
    #[serde(default)]
    pub roles: Option<Vec<Role>>,
}

impl AccountPatch {
    /// A patch that changes nothing yet.
    #[must_use]
    pub fn new(account_id: impl Into<String>) -> Self {
        Self {
            account_id: account_id.into(),
            access_keys: None,
            subscribed: None,
            permissions: None,
            denial: None,
            isv_code: None,
            direct_channel: None,
            channels: None,
            roles: None,
        }
    }

    pub(crate) fn apply(self, mut account: Account) -> Account {
        if let Some(keys) = self.access_keys {
            account.access_keys = keys.into_iter().map(|key| keep_secrets(key, &account)).collect();
        }
        account.subscribed = self.subscribed.unwrap_or(account.subscribed);
        account.permissions = self.permissions.unwrap_or(account.permissions);
        account.denial = self.denial.unwrap_or(account.denial);
        account.isv_code = self.isv_code.or(account.isv_code);
        account.direct_channel = self.direct_channel.unwrap_or(account.direct_channel);
        account.channels = self.channels.unwrap_or(account.channels);
        account.roles = self.roles.unwrap_or(account.roles);
        account
    }
}

fn keep_secrets(mut key: AccessKey, account: &Account) -> AccessKey {
    let known = account.access_keys.iter().find(|known| known.id == key.id);
    if let (Some(known), "") = (known, key.secret.expose()) {
        key.secret = known.secret.clone();
        key.security_token = key.security_token.or_else(|| known.security_token.clone());
    }
    key
}
