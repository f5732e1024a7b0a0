//! Costs, revenue and what is missing to tell them.

use std::collections::{BTreeMap, HashMap};

use super::amount::Amount;
use super::prices::Prices;
use super::revenue::Revenue;
use crate::counts::Counts;
use crate::error::ReportError;
use crate::period::Period;
use crate::subject::{Channel, Template};

/// Costs and revenue of a template in all languages, of a channel, or of all.
#[derive(Clone, Debug, Default)]
pub(crate) struct MoneyRow {
    /// The template's code, or the channel's ID.
    pub(crate) id: String,
    pub(crate) name: String,
    pub(crate) counts: Counts,
    /// Nothing where a price is missing.
    pub(crate) cost: Option<Amount>,
    /// Nothing where no revenue was given for it.
    pub(crate) revenue: Option<Amount>,
}

/// Costs and revenue of the period.
#[derive(Clone, Debug, Default)]
pub(crate) struct Money {
    /// Nothing where no prices were given.
    pub(crate) cost_currency: Option<String>,
    /// Nothing where no revenue was given.
    pub(crate) revenue_currency: Option<String>,
    pub(crate) templates: Vec<MoneyRow>,
    pub(crate) channels: Vec<MoneyRow>,
    pub(crate) all: MoneyRow,
    /// What could not be told, and why.
    pub(crate) missing: Vec<String>,
}

impl MoneyRow {
    fn add(&mut self, counts: Counts, cost: Option<Amount>) {
        let is_first = self.counts.is_nothing() && self.cost.is_none();
        self.counts += counts;
        self.cost = match (self.cost, cost) {
            (Some(mut sum), Some(more)) => {
                sum += more;
                Some(sum)
            }
            (None, more) if is_first => more,
            _ => None,
        };
    }

    fn earn(&mut self, amount: Amount) {
        *self.revenue.get_or_insert_default() += amount;
    }
}

impl Money {
    /// Adds up what the files say of the period.
    pub(crate) fn of(
        channels: &[Channel],
        templates: &[Template],
        period: &Period,
        prices: Option<&Prices>,
        revenue: Option<&Revenue>,
    ) -> Result<Self, ReportError> {
        if let Some(prices) = prices {
            prices.check(templates)?;
        }
        if let Some(revenue) = revenue {
            revenue.check(channels, templates)?;
        }
        let mut money = Self {
            cost_currency: prices.map(|it| it.currency.clone()),
            revenue_currency: revenue.map(|it| it.currency.clone()),
            all: MoneyRow { name: "all".to_owned(), ..MoneyRow::default() },
            ..Self::default()
        };
        let by_id: HashMap<_, _> =
            channels.iter().map(|it| ((it.account.as_str(), it.cust_space_id.as_str()), it)).collect();
        let mut by_code: BTreeMap<&str, MoneyRow> = BTreeMap::new();
        let mut by_channel: BTreeMap<&str, MoneyRow> = BTreeMap::new();
        for template in templates {
            let counts = template.series.total();
            let of_code =
                by_code.entry(&template.code).or_insert_with(|| named(&template.name, &template.code));
            let of_channel = by_channel
                .entry(&template.cust_space_id)
                .or_insert_with(|| named(&template.channel_name, &template.cust_space_id));
            // What was not delivered costs nothing, whatever its price.
            if counts.is_nothing() {
                continue;
            }
            let channel = by_id.get(&(template.account.as_str(), template.cust_space_id.as_str()));
            let cost =
                prices.and_then(|it| it.of(template, channel.copied())).map(|it| it.times(counts.delivered));
            if prices.is_some() && cost.is_none() && counts.delivered > 0 {
                money.missing.push(format!(
                    "no price for template {} of {}: {} delivered",
                    template.shown(),
                    template.channel(),
                    counts.delivered
                ));
            }
            of_code.add(counts, cost);
            of_channel.add(counts, cost);
            money.all.add(counts, cost);
        }
        let mut outside = 0;
        for income in revenue.map(|it| it.incomes.as_slice()).unwrap_or_default() {
            if income.day < period.first || income.day > period.last() {
                outside += 1;
                continue;
            }
            let row = if income.template.is_empty() {
                let channel = channels
                    .iter()
                    .find(|it| it.cust_space_id == income.channel || it.name == income.channel);
                channel.map(|it| {
                    by_channel.entry(&it.cust_space_id).or_insert_with(|| named(&it.name, &it.cust_space_id))
                })
            } else {
                let template =
                    templates.iter().find(|it| it.code == income.template || it.name == income.template);
                template.and_then(|it| by_code.get_mut(it.code.as_str()))
            };
            if let Some(row) = row {
                row.earn(income.amount);
                money.all.earn(income.amount);
            }
        }
        money.templates = sorted(by_code);
        money.channels = sorted(by_channel);
        money.note_what_is_missing(outside, revenue.is_some());
        Ok(money)
    }

    fn note_what_is_missing(&mut self, outside: usize, has_revenue: bool) {
        if outside > 0 {
            self.missing.push(format!("{outside} lines of revenue are of other days, and left out"));
        }
        match (&self.cost_currency, &self.revenue_currency) {
            (Some(cost), Some(revenue)) if cost != revenue => self.missing.push(format!(
                "prices are in {cost}, revenue in {revenue}: no return is told, for no rate is known"
            )),
            (None, _) => self.missing.push("no prices were given: no cost and no return is told".to_owned()),
            (_, None) => self.missing.push("no revenue was given: no return is told".to_owned()),
            _ => {}
        }
        let without = self.templates.iter().filter(|row| row.revenue.is_none() && row.counts.sent > 0);
        let names: Vec<_> = without.map(|row| row.name.clone()).collect();
        if has_revenue && !names.is_empty() {
            let shown = names.iter().take(10).cloned().collect::<Vec<_>>().join(", ");
            let more =
                if names.len() > 10 { format!(" and {} more", names.len() - 10) } else { String::new() };
            self.missing.push(format!("no revenue by template for {shown}{more}"));
        }
    }

    /// How much more came in than was paid, where both are known in one currency.
    pub(crate) fn return_of(&self, row: &MoneyRow) -> Option<f64> {
        if self.cost_currency != self.revenue_currency {
            return None;
        }
        row.revenue?.gain_over(row.cost?)
    }
}

fn named(name: &str, id: &str) -> MoneyRow {
    let name = if name.is_empty() { id } else { name };
    MoneyRow { id: id.to_owned(), name: name.to_owned(), ..MoneyRow::default() }
}

/// By cost, most first; without what neither cost nor earned anything.
fn sorted(rows: BTreeMap<&str, MoneyRow>) -> Vec<MoneyRow> {
    let mut rows: Vec<MoneyRow> =
        rows.into_values().filter(|row| !row.counts.is_nothing() || row.revenue.is_some()).collect();
    rows.sort_by_key(|row| std::cmp::Reverse((row.cost, row.revenue, row.counts.delivered)));
    rows
}
