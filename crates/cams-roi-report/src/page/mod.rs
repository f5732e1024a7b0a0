//! The page: one file of HTML that needs nothing else.

mod bars;
mod funnel;
mod lines;
mod money;
mod number;
mod sections;
mod tables;

use std::io::Write;

use maud::{DOCTYPE, Markup, PreEscaped, html};

use crate::error::ReportError;
use crate::report::Report;

const STYLE: &str = include_str!("style.css");
/// The browser itself refuses whatever would need a network or a script.
const POLICY: &str = "default-src 'none'; style-src 'unsafe-inline'";

impl Report {
    /// Writes the page.
    ///
    /// # Errors
    /// Where it cannot be written.
    pub fn write_html(&self, out: &mut dyn Write) -> Result<(), ReportError> {
        Ok(out.write_all(self.page().into_string().as_bytes())?)
    }

    fn page(&self) -> Markup {
        html! {
            (DOCTYPE)
            html lang="en" {
                head {
                    meta charset="utf-8";
                    meta http-equiv="Content-Security-Policy" content=(POLICY);
                    meta name="viewport" content="width=device-width, initial-scale=1";
                    title { "WhatsApp metrics, " (self.period.shown()) }
                    style { (PreEscaped(STYLE)) }
                }
                body {
                    a.skip href="#main" { "Skip to the metrics" }
                    header {
                        h1 { "WhatsApp metrics" }
                        p { (self.reach.shown(&self.period)) }
                        @for account in &self.accounts { p.soft { "Account " (account) } }
                        (self.told_of_the_last_run())
                        @if let Some(missing) = &self.reach.missing { p { strong { (missing) } } }
                    }
                    main id="main" {
                        @if self.is_empty() {
                            p { "There are no metrics in these days, nor in those before them." }
                        } @else {
                            (sections::summary(self))
                        }
                        (sections::attention(self))
                        @if !self.is_empty() {
                            (lines::section(self))
                            (funnel::section(self))
                            (bars::section(self))
                            (tables::channels(self))
                            (tables::templates(self))
                        }
                        @if let Some(money) = &self.money { (money::section(money)) }
                    }
                    footer.soft {
                        p { "Channels count all messages of their phone numbers; templates count marketing messages. Rates: delivered of sent, read of delivered, clicks for each delivered. Metrics of the last days may still grow." }
                    }
                }
            }
        }
    }

    fn told_of_the_last_run(&self) -> Markup {
        let Some(run) = &self.last_run else { return html! {} };
        html! {
            p.soft {
                "Last collected " (run.started_at.strftime("%Y-%m-%d %H:%M UTC")) ": " (run.status)
                @if run.failures > 0 { ", " (number::count(run.failures)) " failed" }
            }
        }
    }
}
