//! All accounts, found by AccessKey.

use std::collections::HashMap;
use std::sync::{PoisonError, RwLock, RwLockReadGuard, RwLockWriteGuard};

use jiff::Timestamp;

use crate::access_key::AccessKey;
use crate::account::{Account, AccountPatch, Channel};
use crate::invalid_setting::InvalidSetting;

/// The accounts. Every AccessKey ID and every account ID is there once.
#[derive(Debug, Default)]
pub(crate) struct AccountBook {
    accounts: Vec<Account>,
    /// Account ID → where it is, and where its channels are.
    places: HashMap<String, Place>,
    /// AccessKey ID → where its account is, and where in that account it is.
    keys: HashMap<String, (usize, usize)>,
}

/// Where an account is, and channel ID → where the channel is among all of the account.
#[derive(Debug)]
struct Place {
    account: usize,
    channels: HashMap<String, usize>,
}

impl AccountBook {
    pub(crate) fn new(accounts: Vec<Account>) -> Result<Self, InvalidSetting> {
        let mut keys = HashMap::new();
        let mut places = HashMap::new();
        for (place, account) in accounts.iter().enumerate() {
            let id = &account.account_id;
            let mut channels = HashMap::new();
            for (place, channel) in account.all_channels().enumerate() {
                // Of two with the same ID, the first is meant.
                channels.entry(channel.id.clone()).or_insert(place);
            }
            if places.insert(id.clone(), Place { account: place, channels }).is_some() {
                return Err(InvalidSetting::new(format!("account {id:?} is there twice")));
            }
            for (key_place, key) in account.access_keys.iter().enumerate() {
                if key.id.is_empty() || key.secret.expose().is_empty() {
                    return Err(InvalidSetting::new(format!(
                        "an access key of account {id:?} lacks its id or its secret"
                    )));
                }
                if keys.insert(key.id.clone(), (place, key_place)).is_some() {
                    return Err(InvalidSetting::new(format!("access key {:?} is there twice", key.id)));
                }
            }
        }
        Ok(Self { accounts, places, keys })
    }

    /// Changes the accounts that are known and adds the others; all or nothing.
    pub(crate) fn patched(&self, patches: Vec<AccountPatch>) -> Result<Self, InvalidSetting> {
        let mut accounts = self.accounts.clone();
        for patch in patches {
            match accounts.iter_mut().find(|account| account.account_id == patch.account_id) {
                Some(account) => *account = patch.apply(account.clone()),
                None => accounts.push(patch.clone().apply(Account::new(patch.account_id))),
            }
        }
        Self::new(accounts)
    }

    pub(crate) fn accounts(&self) -> &[Account] {
        &self.accounts
    }

    /// The channel of an account that a call means: its own, where no ID is given.
    pub(crate) fn channel(&self, account_id: &str, cust_space_id: Option<&str>) -> Option<&Channel> {
        let place = self.places.get(account_id)?;
        let account = self.accounts.get(place.account)?;
        match cust_space_id {
            Some(id) => Some(account.channel_at(*place.channels.get(id)?)),
            None => Some(&account.direct_channel),
        }
    }

    /// Enables a channel, if it is there. Enabling again changes nothing.
    pub(crate) fn enable(&mut self, account_id: &str, channel_id: &str, now: Timestamp) -> Option<()> {
        let place = self.places.get(account_id)?;
        let channel = *place.channels.get(channel_id)?;
        let account = self.accounts.get_mut(place.account)?;
        account.channel_at_mut(channel).enabled_at.get_or_insert(now);
        Some(())
    }

    /// Adds a temporary AccessKey, whose ID is new, to an account.
    pub(crate) fn issue(&mut self, account_id: &str, key: AccessKey) {
        let place = self.places.get(account_id).map(|place| place.account);
        if let Some((place, account)) = place.and_then(|place| Some((place, self.accounts.get_mut(place)?))) {
            self.keys.insert(key.id.clone(), (place, account.access_keys.len()));
            account.access_keys.push(key);
        }
    }

    /// Ends the validity of all temporary AccessKeys.
    pub(crate) fn expire_temporary(&mut self, now: Timestamp) {
        let keys = self.accounts.iter_mut().flat_map(|account| &mut account.access_keys);
        for key in keys.filter(|key| key.security_token.is_some()) {
            key.expires_at = Some(key.expires_at.map_or(now, |time| time.min(now)));
        }
    }

    pub(crate) fn find(&self, access_key_id: &str) -> Option<(&Account, &AccessKey)> {
        let (account, key) = *self.keys.get(access_key_id)?;
        let account = self.accounts.get(account)?;
        Some((account, account.access_keys.get(key)?))
    }

    /// Whether any AccessKey has this security token.
    pub(crate) fn knows_token(&self, token: &str) -> bool {
        let keys = self.accounts.iter().flat_map(|account| &account.access_keys);
        keys.filter_map(|key| key.security_token.as_ref()).any(|known| known.expose() == token)
    }
}

/// The accounts as they are now, for all connections. Nobody awaits anything while they are held.
#[derive(Debug, Default)]
pub(crate) struct Accounts(RwLock<AccountBook>);

impl Accounts {
    pub(crate) fn read(&self) -> RwLockReadGuard<'_, AccountBook> {
        self.0.read().unwrap_or_else(PoisonError::into_inner)
    }

    pub(crate) fn write(&self) -> RwLockWriteGuard<'_, AccountBook> {
        self.0.write().unwrap_or_else(PoisonError::into_inner)
    }

    pub(crate) fn replace(&self, book: AccountBook) {
        *self.write() = book;
    }
}
