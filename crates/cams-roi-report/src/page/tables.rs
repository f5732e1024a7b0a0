//! Tables of channels and templates.

use maud::{Markup, html};

use super::lines::spark;
use super::number::{change, count, percent, points};
use crate::counts::Counts;
use crate::report::Report;
use crate::subject::Series;

/// More rows are not read by anybody in a page; the table for programs has them all.
const SHOWN: usize = 100;

pub(super) fn channels(report: &Report) -> Markup {
    html! {
        section aria-labelledby="channels" {
            h2 id="channels" { "Channels" }
            div.scroll tabindex="0" role="region" aria-label="Channels" {
                table {
                    caption { "All messages of the channels' phone numbers, most first" }
                    thead {
                        tr {
                            th scope="col" { "channel" } th scope="col" { "sent by day" } th scope="col" { "sent" }
                            th scope="col" { "change" } th scope="col" { "delivered" } th scope="col" { "delivery" }
                            th scope="col" { "change" }
                        }
                    }
                    tbody {
                        @for channel in report.channels.iter().take(SHOWN) {
                            @let now = channel.numbers.total();
                            @let before = channel.numbers.before;
                            tr {
                                th scope="row" { (channel.shown()) @if !channel.name.is_empty() { " " span.soft { (channel.cust_space_id) } } }
                                td { (spark(&channel.numbers.days)) }
                                td { (count(now.sent)) } td { (change(now.sent, before.sent)) }
                                td { (count(now.delivered)) } td { (percent(now.delivery_rate())) }
                                td { (points(now.delivery_rate(), before.delivery_rate())) }
                            }
                        }
                    }
                }
            }
            (more(report.channels.len()))
        }
    }
}

pub(super) fn templates(report: &Report) -> Markup {
    html! {
        section aria-labelledby="templates" {
            h2 id="templates" { "Templates" }
            div.scroll tabindex="0" role="region" aria-label="Templates" {
                table {
                    caption { "Marketing templates in each language, most sent first" }
                    thead {
                        tr {
                            th scope="col" { "template" } th scope="col" { "sent by day" } th scope="col" { "sent" }
                            th scope="col" { "delivered" } th scope="col" { "read" } th scope="col" { "clicks" }
                            th scope="col" { "delivery" } th scope="col" { "reading" } th scope="col" { "clicking" }
                            th scope="col" { "sent, change" }
                        }
                    }
                    tbody {
                        @for template in report.templates.iter().take(SHOWN) {
                            tr {
                                th scope="row" { (template.shown()) " " span.soft { (template.channel()) } }
                                (cells(&template.series))
                            }
                        }
                    }
                }
            }
            (more(report.templates.len()))
        }
    }
}

fn cells(series: &Series) -> Markup {
    let now: Counts = series.total();
    html! {
        td { (spark(&series.days)) }
        td { (count(now.sent)) } td { (count(now.delivered)) } td { (count(now.read)) } td { (count(now.clicks)) }
        td { (percent(now.delivery_rate())) } td { (percent(now.read_rate())) } td { (percent(now.click_rate())) }
        td { (change(now.sent, series.before.sent)) }
    }
}

fn more(all: usize) -> Markup {
    html! { @if all > SHOWN { p.soft { "and " (all - SHOWN) " more: --output report.csv has them all" } } }
}
