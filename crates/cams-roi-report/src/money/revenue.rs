//! What came in, as the user says.

use jiff::civil::Date;

use super::amount::Amount;
use super::given::Given;
use crate::error::ReportError;
use crate::subject::{Channel, Template};

const HINT: &str = "Give a table with the columns day, revenue and currency, and template or channel. See \
                    docs/store-and-report.md.";

/// What came in on a day, through a template or a channel.
#[derive(Clone, Debug)]
pub(super) struct Income {
    pub(super) day: Date,
    /// A template's code or name; empty where it is of a channel.
    pub(super) template: String,
    /// A channel's ID or name.
    pub(super) channel: String,
    pub(super) amount: Amount,
    unknown: String,
}

/// What came in.
#[derive(Clone, Debug)]
pub struct Revenue {
    pub(super) currency: String,
    pub(super) incomes: Vec<Income>,
}

impl Revenue {
    /// Reads a table; `name` is how it is called in what is said of it.
    ///
    /// # Errors
    /// Where it says what cannot be: each time one line with the place.
    pub fn read(name: &str, bytes: &[u8]) -> Result<Self, ReportError> {
        let table =
            Given::read(name, bytes, &["day", "revenue", "currency"], &["template", "channel"], HINT)?;
        let currency = table.currency()?;
        let mut incomes = Vec::new();
        for row in table.rows() {
            let Ok(day) = row.text("day").parse::<Date>() else {
                return Err(
                    row.wrong(&format!("has {:?} as day: give one such as 2026-11-01", row.text("day")))
                );
            };
            let (template, channel) = (row.text("template").to_owned(), row.text("channel").to_owned());
            let what = match (template.is_empty(), channel.is_empty()) {
                (true, true) => return Err(row.wrong("names neither a template nor a channel")),
                (false, false) => {
                    return Err(row.wrong("names a template and a channel: the revenue would count twice"));
                }
                (false, true) => format!("the template {template:?}"),
                (true, false) => format!("the channel {channel:?}"),
            };
            let unknown = row.said(&format!("names {what}, which the store does not know"));
            incomes.push(Income { day, template, channel, amount: row.amount("revenue")?, unknown });
        }
        Ok(Self { currency, incomes })
    }

    /// Refuses templates and channels that nobody knows.
    pub(super) fn check(&self, channels: &[Channel], templates: &[Template]) -> Result<(), ReportError> {
        for income in &self.incomes {
            let known = if income.template.is_empty() {
                channels.iter().any(|it| it.cust_space_id == income.channel || it.name == income.channel)
            } else {
                templates.iter().any(|it| it.code == income.template || it.name == income.template)
            };
            if !known {
                return Err(ReportError::file(
                    &income.unknown,
                    "Give codes, IDs or names as cams-roi templates and cams-roi channels list them.",
                ));
            }
        }
        Ok(())
    }
}
