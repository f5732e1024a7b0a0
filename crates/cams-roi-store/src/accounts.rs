//! The accounts of a store, and which channels are kept for several of them.

use std::collections::{BTreeMap, BTreeSet};

use crate::error::{StoreError, StoreErrorKind};
use crate::store::Store;

impl Store {
    /// Refuses an account of which the store, although it is not empty, holds nothing.
    ///
    /// # Errors
    /// [`UnknownAccount`](StoreErrorKind::UnknownAccount), with the accounts that it holds; or where the store fails.
    pub fn check_account(&mut self, account: &str) -> Result<(), StoreError> {
        let mut known = BTreeSet::new();
        self.query("select account from runs union select account from channels", &[], |row| {
            known.insert(row[0].text().to_owned());
            Ok(())
        })?;
        if known.is_empty() || known.contains(account) {
            return Ok(());
        }
        let known = known.iter().map(|it| format!("{it:?}")).collect::<Vec<_>>().join(", ");
        Err(StoreError::new(
            StoreErrorKind::UnknownAccount,
            format!("the store holds nothing of account {account:?}, only of {known}"),
            "Name the account as `collect --account` did, or leave it out.",
        ))
    }

    /// The channels that are kept for several accounts, with these: what one of them sent is counted for each.
    ///
    /// # Errors
    /// Where the store fails.
    pub fn channels_of_several_accounts(&mut self) -> Result<BTreeMap<String, Vec<String>>, StoreError> {
        let mut channels: BTreeMap<String, Vec<String>> = BTreeMap::new();
        let sql = "select cust_space_id, account from channels where cust_space_id in (select cust_space_id \
                   from channels group by cust_space_id having count(*) > 1) order by cust_space_id, account";
        self.query(sql, &[], |row| {
            channels.entry(row[0].text().to_owned()).or_default().push(row[1].text().to_owned());
            Ok(())
        })?;
        Ok(channels)
    }
}
