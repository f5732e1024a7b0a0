//! All accounts, found by AccessKey.

use std::collections::HashMap;
use std::sync::{PoisonError, RwLock, RwLockReadGuard, RwLockWriteGuard};

use jiff::Timestamp;

use crate::access_key::AccessKey;
use crate::account::{Account, AccountPatch};
use crate::invalid_setting::InvalidSetting;

/// The accounts. Every AccessKey ID and every account ID is there once.
#[derive(Debug, Default)]
pub(crate) struct AccountBook {
    accounts: Vec<Account>,
    /// AccessKey ID → where its account is, and where in that account it is.
    keys: HashMap<String, (usize, usize)>,
}

impl AccountBook {
    pub(crate) fn new(accounts: Vec<Account>) -> Result<Self, InvalidSetting> {
        let mut keys = HashMap::new();
        for (place, account) in accounts.iter().enumerate() {
            let id = &account.account_id;
            if accounts[..place].iter().any(|earlier| earlier.account_id == *id) {
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
        Ok(Self { accounts, keys })
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

    pub(crate) fn account_mut(&mut self, account_id: &str) -> Option<&mut Account> {
        self.accounts.iter_mut().find(|account| account.account_id == account_id)
    }

    /// Adds a temporary AccessKey, whose ID is new, to an account.
    pub(crate) fn issue(&mut self, account_id: &str, key: AccessKey) {
        let place = self.accounts.iter().position(|account| account.account_id == account_id);
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
