//! Channels, phone numbers and templates, with their names.

use jiff::Timestamp;

use crate::error::StoreError;
use crate::store::Store;
use crate::value::Value;

/// A channel.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ChannelName {
    /// The channel's ID.
    pub cust_space_id: String,
    /// Its name.
    pub name: String,
    /// Its state.
    pub state: String,
    /// The region of its resources.
    pub region: String,
}

/// A phone number of a channel.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct PhoneNumberName {
    /// The channel's ID.
    pub cust_space_id: String,
    /// Digits with country code.
    pub phone_number: String,
    /// The name that customers see.
    pub verified_name: String,
    /// Its status.
    pub status: String,
    /// Its quality.
    pub quality_rating: String,
}

/// A template in a language.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct TemplateName {
    /// The channel's ID.
    pub cust_space_id: String,
    /// The template's code.
    pub template_code: String,
    /// Its language.
    pub language: String,
    /// Its name.
    pub template_name: String,
    /// Its category.
    pub category: String,
    /// Where its audit stands.
    pub audit_status: String,
}

// What is not known (any more) does not take the place of what was.
const CHANNEL: &str = "\
insert into channels as t (account, cust_space_id, name, state, region, first_seen, last_seen)
values ($1, $2, $3, $4, $5, $6, $6)
on conflict (account, cust_space_id) do update
set name = case when excluded.name = '' then t.name else excluded.name end,
    state = case when excluded.state = '' then t.state else excluded.state end,
    region = case when excluded.region = '' then t.region else excluded.region end, last_seen = excluded.last_seen";

const PHONE_NUMBER: &str = "\
insert into phone_numbers (account, cust_space_id, phone_number, verified_name, status, quality_rating, first_seen,
    last_seen)
values ($1, $2, $3, $4, $5, $6, $7, $7)
on conflict (account, cust_space_id, phone_number) do update
set verified_name = excluded.verified_name, status = excluded.status, quality_rating = excluded.quality_rating,
    last_seen = excluded.last_seen";

const TEMPLATE: &str = "\
insert into templates (account, cust_space_id, template_code, language, template_name, category, audit_status,
    first_seen, last_seen)
values ($1, $2, $3, $4, $5, $6, $7, $8, $8)
on conflict (account, cust_space_id, template_code, language) do update
set template_name = excluded.template_name, category = excluded.category, audit_status = excluded.audit_status,
    last_seen = excluded.last_seen";

impl Store {
    /// Keeps channels.
    ///
    /// # Errors
    /// Where the store fails; then none is kept.
    pub fn keep_channels(
        &mut self,
        account: &str,
        channels: &[ChannelName],
        now: Timestamp,
    ) -> Result<(), StoreError> {
        let rows = channels.iter().map(|it| {
            vec![(&it.cust_space_id).into(), (&it.name).into(), (&it.state).into(), (&it.region).into()]
        });
        self.keep(CHANNEL, account, rows.collect(), now)
    }

    /// Keeps phone numbers.
    ///
    /// # Errors
    /// Where the store fails; then none is kept.
    pub fn keep_phone_numbers(
        &mut self,
        account: &str,
        numbers: &[PhoneNumberName],
        now: Timestamp,
    ) -> Result<(), StoreError> {
        let rows = numbers.iter().map(|it| {
            let names =
                [&it.cust_space_id, &it.phone_number, &it.verified_name, &it.status, &it.quality_rating];
            names.map(Value::from).to_vec()
        });
        self.keep(PHONE_NUMBER, account, rows.collect(), now)
    }

    /// Keeps templates.
    ///
    /// # Errors
    /// Where the store fails; then none is kept.
    pub fn keep_templates(
        &mut self,
        account: &str,
        templates: &[TemplateName],
        now: Timestamp,
    ) -> Result<(), StoreError> {
        let rows = templates.iter().map(|it| {
            let names = [
                &it.cust_space_id,
                &it.template_code,
                &it.language,
                &it.template_name,
                &it.category,
                &it.audit_status,
            ];
            names.map(Value::from).to_vec()
        });
        self.keep(TEMPLATE, account, rows.collect(), now)
    }

    fn keep(
        &mut self,
        sql: &str,
        account: &str,
        mut rows: Vec<Vec<Value>>,
        now: Timestamp,
    ) -> Result<(), StoreError> {
        for row in &mut rows {
            row.insert(0, account.into());
            row.push(now.into());
        }
        self.transaction(|driver| rows.iter().try_for_each(|row| driver.execute(sql, row)))
    }
}
