//! Sent, delivered, read, clicked: of all, and of the templates and channels with most messages.

use maud::{Markup, html};

use super::number::{count, percent, place, scaled};
use crate::counts::Counts;
use crate::report::Report;

/// So many templates and channels have a picture; tables have them all.
const SHOWN: usize = 6;
const BAR: f64 = 300.0;

pub(super) fn section(report: &Report) -> Markup {
    let templates = report.templates.iter().filter(|it| it.series.total().sent > 0).take(SHOWN);
    let channels = report.channels.iter().filter(|it| it.templates.total().sent > 0).take(SHOWN);
    html! {
        section aria-labelledby="funnel" {
            h2 id="funnel" { "From sent to clicked" }
            div.funnels {
                (card("funnel-all", "All templates", "", report.all_templates.total(), report.all_templates.before))
                @for (number, template) in templates.enumerate() {
                    (card(&format!("funnel-t{number}"), &template.shown(), template.channel(), template.series.total(), template.series.before))
                }
            }
            h3 { "By channel" }
            div.funnels {
                @for (number, channel) in channels.enumerate() {
                    (card(&format!("funnel-c{number}"), channel.shown(), "templates of the channel", channel.templates.total(), channel.templates.before))
                }
            }
        }
    }
}

fn card(id: &str, name: &str, of: &str, now: Counts, before: Counts) -> Markup {
    let steps = [
        ("sent", now.sent, None, None),
        ("delivered", now.delivered, now.delivery_rate(), before.delivery_rate()),
        ("read", now.read, now.read_rate(), before.read_rate()),
        ("clicks", now.clicks, now.click_rate(), before.click_rate()),
    ];
    let most = steps.iter().map(|step| step.1).max().unwrap_or_default();
    let told: Vec<String> =
        steps.iter().map(|(step, value, ..)| format!("{} {step}", count(*value))).collect();
    let colours = ["var(--a)", "var(--b)", "var(--c)", "var(--d)"];
    html! {
        figure.card {
            h3 { (name) }
            @if !of.is_empty() { p.soft { (of) } }
            svg viewBox="0 0 300 176" role="img" aria-labelledby=(id) {
                title id=(id) { (name) ": " (told.join(", ")) }
                @for (number, ((step, value, rate, was), colour)) in steps.iter().zip(colours).enumerate() {
                    @let top = 44.0 * f64::from(u8::try_from(number).unwrap_or_default());
                    text x="0" y=(top + 14.0) { (step) " " (count(*value)) }
                    @if rate.is_some() {
                        text.soft x="300" y=(top + 14.0) text-anchor="end" { (percent(*rate)) @if was.is_some() { " (was " (percent(*was)) ")" } }
                    }
                    rect x="0" y=(top + 20.0) width=(place(scaled(*value, most, BAR).max(1.0))) height="14" rx="2" fill=(colour) {}
                }
            }
        }
    }
}
