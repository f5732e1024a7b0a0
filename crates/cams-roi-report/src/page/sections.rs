//! The first things that are seen: sums, and what needs attention.

use maud::{Markup, html};

use super::number::{change, count, percent, points};
use crate::counts::Counts;
use crate::report::Report;

/// So many are named; the rest is counted.
const NAMED: usize = 30;

pub(super) fn summary(report: &Report) -> Markup {
    let (now, before) = (report.all_templates.total(), report.all_templates.before);
    let (numbers, numbers_before) = (report.numbers.total(), report.numbers.before);
    html! {
        section aria-labelledby="summary" {
            h2 id="summary" { "At a glance" }
            div.tiles {
                (tile("All messages sent", numbers.sent, numbers_before.sent, &html! {
                    (percent(numbers.delivery_rate())) " delivered " (points(numbers.delivery_rate(), numbers_before.delivery_rate()))
                }))
                (tile("Marketing messages sent", now.sent, before.sent, &html! {}))
                (part("Delivered", now, before, |it| it.delivered, Counts::delivery_rate, "of sent"))
                (part("Read", now, before, |it| it.read, Counts::read_rate, "of delivered"))
                (part("Clicks", now, before, |it| it.clicks, Counts::click_rate, "of delivered"))
            }
        }
    }
}

fn tile(name: &str, now: i64, before: i64, more: &Markup) -> Markup {
    html! {
        div.tile {
            span { (name) }
            b { (count(now)) }
            p { (change(now, before)) }
            p { (more) }
        }
    }
}

fn part(
    name: &str,
    now: Counts,
    before: Counts,
    of: fn(&Counts) -> i64,
    rate: fn(&Counts) -> Option<f64>,
    whole: &str,
) -> Markup {
    let more = html! { (percent(rate(&now))) " " (whole) " " (points(rate(&now), rate(&before))) };
    tile(name, of(&now), of(&before), &more)
}

pub(super) fn attention(report: &Report) -> Markup {
    let all = &report.attention;
    html! {
        section aria-labelledby="attention" {
            h2 id="attention" { "What to look at first" }
            @if all.is_empty() {
                p { "Nothing fell suddenly, and every channel has metrics." }
            } @else {
                ol.attention {
                    @for one in all.iter().take(NAMED) { li { b { (one.subject) } ": " (one.problem) } }
                }
                @if all.len() > NAMED { p.soft { "and " (all.len() - NAMED) " more" } }
            }
        }
    }
}
