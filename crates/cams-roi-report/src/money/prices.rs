//! What a delivered message costs, as the user says.

use std::collections::HashSet;

use super::amount::Amount;
use super::given::Given;
use crate::error::ReportError;
use crate::subject::{Channel, Template};

pub(super) const HINT: &str = "Give a table with the columns price and currency, and any of template, category and \
                               country_prefix; an empty field stands for all. See docs/store-and-report.md.";

/// A price, and of which messages it is.
#[derive(Clone, Debug)]
struct Price {
    /// A template's code or name.
    template: String,
    category: String,
    /// The beginning of the channel's own numbers.
    country_prefix: String,
    amount: Amount,
    /// What to say where the template is not known.
    unknown: String,
}

/// What a delivered message costs.
#[derive(Clone, Debug)]
pub struct Prices {
    pub(super) currency: String,
    prices: Vec<Price>,
}

impl Prices {
    /// Reads a table; `name` is how it is called in what is said of it.
    ///
    /// # Errors
    /// Where it says what cannot be: each time one line with the place.
    pub fn read(name: &str, bytes: &[u8]) -> Result<Self, ReportError> {
        let others = ["template", "category", "country_prefix"];
        let table = Given::read(name, bytes, &["price", "currency"], &others, HINT)?;
        let currency = table.currency()?;
        let (mut prices, mut known) = (Vec::new(), HashSet::new());
        for row in table.rows() {
            let amount = row.amount("price")?;
            if amount < Amount::default() {
                return Err(row.wrong("has a negative price"));
            }
            let price = Price {
                template: row.text("template").to_owned(),
                category: row.text("category").to_ascii_uppercase(),
                country_prefix: row.text("country_prefix").trim_start_matches('+').to_owned(),
                amount,
                unknown: row.said(&format!(
                    "names the template {:?}, which the store does not know",
                    row.text("template")
                )),
            };
            let key = (price.template.clone(), price.category.clone(), price.country_prefix.clone());
            if !known.insert(key) {
                return Err(row.wrong("has a price for what a line before has one for"));
            }
            prices.push(price);
        }
        Ok(Self { currency, prices })
    }

    /// Refuses templates that nobody knows.
    pub(super) fn check(&self, templates: &[Template]) -> Result<(), ReportError> {
        for price in self.prices.iter().filter(|price| !price.template.is_empty()) {
            if !templates.iter().any(|it| it.code == price.template || it.name == price.template) {
                return Err(ReportError::file(
                    &price.unknown,
                    "Give the template's code or name as cams-roi templates lists it.",
                ));
            }
        }
        Ok(())
    }

    /// The price of a template's messages: the one that says most of it. Nothing where none fits.
    pub(super) fn of(&self, template: &Template, channel: Option<&Channel>) -> Option<Amount> {
        let numbers = channel.map(|it| it.phone_numbers.as_slice()).unwrap_or_default();
        let fits = |price: &&Price| {
            (price.template.is_empty() || price.template == template.code || price.template == template.name)
                && (price.category.is_empty() || price.category == template.category.to_ascii_uppercase())
                && (price.country_prefix.is_empty()
                    || (!numbers.is_empty()
                        && numbers.iter().all(|it| it.starts_with(&price.country_prefix))))
        };
        let told = |price: &&Price| {
            (!price.template.is_empty(), price.country_prefix.len(), !price.category.is_empty())
        };
        self.prices.iter().filter(fits).max_by_key(told).map(|price| price.amount)
    }
}
