//! Which buttons are clicked.

use maud::{Markup, html};

use super::number::{change, count, place, scaled};
use crate::report::Report;

/// So many have a bar and a row.
const SHOWN: usize = 25;
/// A longer text would run out of the picture.
const LONGEST: usize = 40;

pub(super) fn section(report: &Report) -> Markup {
    let shown = &report.buttons[..report.buttons.len().min(SHOWN)];
    if shown.is_empty() {
        return html! {};
    }
    let most = shown.iter().map(|it| it.clicks).max().unwrap_or_default();
    let height = 40 * shown.len();
    let first = &shown[0];
    html! {
        section aria-labelledby="buttons" {
            h2 id="buttons" { "Clicks by button" }
            figure.card {
                svg.bars viewBox={ "0 0 600 " (height) } role="img" aria-labelledby="buttons-title" {
                    title id="buttons-title" {
                        "Clicks by button; most on “" (first.text) "”: " (count(first.clicks)) ". The table below has all."
                    }
                    @for (number, button) in shown.iter().enumerate() {
                        @let top = 40 * number;
                        text x="0" y=(top + 14) { (cut(&button.text)) }
                        text.soft x="600" y=(top + 14) text-anchor="end" { (count(button.clicks)) }
                        rect x="0" y=(top + 19) width=(place(scaled(button.clicks, most, 600.0).max(1.0))) height="12" rx="2" fill="var(--a)" {}
                    }
                }
                details {
                    summary { "The same as a table" }
                    div.scroll tabindex="0" role="region" aria-label="Clicks by button" {
                        table {
                            caption { "Clicks by button" }
                            thead { tr { th scope="col" { "button" } th scope="col" { "kind" } th scope="col" { "clicks" } th scope="col" { "before" } th scope="col" { "change" } } }
                            tbody {
                                @for button in shown {
                                    tr { th scope="row" { (button.text) } td { (button.kind) } td { (count(button.clicks)) } td { (count(button.before)) } td { (change(button.clicks, button.before)) } }
                                }
                            }
                        }
                    }
                }
                @if report.buttons.len() > SHOWN { p.soft { "and " (report.buttons.len() - SHOWN) " more" } }
            }
        }
    }
}

/// The beginning of a long text.
fn cut(text: &str) -> String {
    match text.char_indices().nth(LONGEST) {
        Some((end, _)) => format!("{}…", &text[..end]),
        None => text.to_owned(),
    }
}
