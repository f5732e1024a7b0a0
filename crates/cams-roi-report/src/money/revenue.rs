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
    /// What to say where several channels have the name.
    ambiguous: String,
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
            let ambiguous = row.said(&format!("names {what}, and more than one is called so"));
            incomes.push(Income {
                day,
                template,
                channel,
                amount: row.amount("revenue")?,
                unknown,
                ambiguous,
            });
        }
        Ok(Self { currency, incomes })
    }

    /// Refuses templates and channels that nobody knows, and names that several channels have: one would get the revenue of
    /// all.
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
            let is_id = channels.iter().any(|it| it.cust_space_id == income.channel);
            let namesakes = channels.iter().filter(|it| it.name == income.channel).count();
            if income.template.is_empty() && !is_id && namesakes > 1 {
                return Err(ReportError::file(&income.ambiguous, "Give the channel's ID."));
            }
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_that_two_channels_have_is_refused_and_an_id_is_not() {
        let channel = |id: &str| Channel {
            cust_space_id: id.to_owned(),
            name: "Shop".to_owned(),
            ..Channel::default()
        };
        let channels = [channel("cams-1"), channel("cams-2")];
        let check = |given: &str| {
            let table = format!("day,revenue,currency,channel\n2026-11-01,10,EUR,{given}\n");
            Revenue::read("revenue.csv", table.as_bytes()).unwrap().check(&channels, &[])
        };
        check("cams-2").unwrap();
        let refused = check("Shop").unwrap_err();
        assert_eq!(
            refused.to_string(),
            "revenue.csv line 2 names the channel \"Shop\", and more than one is called so"
        );
    }
}
