//! Cost and return.

use maud::{Markup, html};

use super::number::{count, percent};
use crate::money::{Amount, Money, MoneyRow};

const SHOWN: usize = 100;

pub(super) fn section(money: &Money) -> Markup {
    html! {
        section aria-labelledby="money" {
            h2 id="money" { "Cost and return" }
            p.soft { "From your own files alone: prices for each delivered message, and revenue. Nothing is converted or guessed." }
            (table(money, "By template", &money.templates, true))
            (table(money, "By channel", &money.channels, false))
            @if !money.missing.is_empty() {
                h3 { "What is missing" }
                ul { @for one in &money.missing { li { (one) } } }
            }
        }
    }
}

fn table(money: &Money, name: &str, rows: &[MoneyRow], with_all: bool) -> Markup {
    let cost = money.cost_currency.as_deref().unwrap_or("no prices");
    let revenue = money.revenue_currency.as_deref().unwrap_or("none given");
    html! {
        div.scroll tabindex="0" role="region" aria-label=(name) {
            table {
                caption { (name) }
                thead {
                    tr {
                        th scope="col" { "name" } th scope="col" { "delivered" } th scope="col" { "cost (" (cost) ")" }
                        th scope="col" { "for each read" } th scope="col" { "for each click" }
                        th scope="col" { "revenue (" (revenue) ")" } th scope="col" { "return" }
                    }
                }
                tbody {
                    @for row in rows.iter().take(SHOWN).chain(with_all.then_some(&money.all)) {
                        tr {
                            th scope="row" { (row.name) }
                            td { (count(row.counts.delivered)) }
                            td { (shown(row.cost, 2)) }
                            td { (shown(row.cost.and_then(|it| it.each(row.counts.read)), 4)) }
                            td { (shown(row.cost.and_then(|it| it.each(row.counts.clicks)), 4)) }
                            td { (shown(row.revenue, 2)) }
                            td { (percent(money.return_of(row))) }
                        }
                    }
                }
            }
        }
        @if rows.len() > SHOWN { p.soft { "and " (rows.len() - SHOWN) " more" } }
    }
}

fn shown(amount: Option<Amount>, digits: u32) -> String {
    amount.map_or_else(|| "–".to_owned(), |it| it.shown(digits))
}
