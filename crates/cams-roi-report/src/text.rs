//! The report for a terminal: short, with lines made of characters.

use std::io::Write;

use unicode_width::UnicodeWidthStr as _;

use crate::counts::Counts;
use crate::error::ReportError;
use crate::report::Report;
use crate::subject::Series;

const SHOWN: usize = 10;
const WIDEST: usize = 36;
const LEVELS: [char; 8] = ['▁', '▂', '▃', '▄', '▅', '▆', '▇', '█'];

impl Report {
    /// Writes the short text.
    ///
    /// # Errors
    /// Where it cannot be written.
    pub fn write_text(&self, out: &mut dyn Write) -> Result<(), ReportError> {
        writeln!(out, "{}", self.reach.shown(&self.period))?;
        if let Some(run) = self.last_run.as_ref().filter(|run| run.failures > 0) {
            writeln!(out, "! {} queries of the last run failed", run.failures)?;
        }
        if let Some(missing) = &self.reach.missing {
            writeln!(out, "! {missing}")?;
        }
        if self.is_empty() {
            writeln!(out, "no metrics in these days, nor in those before them")?;
        }
        for one in self.attention.iter().take(SHOWN) {
            writeln!(out, "! {}: {}", plain(&one.subject), plain(&one.problem))?;
        }
        if self.attention.len() > SHOWN {
            writeln!(out, "! and {} more", self.attention.len() - SHOWN)?;
        }
        writeln!(
            out,
            "\n{:WIDEST$} {:>10} {:>9} {:>7} {:>7}  sent by day",
            "", "sent", "delivery", "read", "clicks"
        )?;
        self.row(out, "all phone numbers", &self.numbers, false)?;
        self.row(out, "all marketing templates", &self.all_templates, true)?;
        for channel in self.channels.iter().take(SHOWN) {
            self.row(out, channel.shown(), &channel.numbers, false)?;
        }
        for template in self.templates.iter().take(SHOWN) {
            self.row(out, &format!("{} · {}", template.shown(), template.channel()), &template.series, true)?;
        }
        let left = self.channels.len().saturating_sub(SHOWN) + self.templates.len().saturating_sub(SHOWN);
        if left > 0 {
            writeln!(out, "and {left} more: --output report.html or report.csv has them")?;
        }
        self.money_text(out)
    }

    fn row(
        &self,
        out: &mut dyn Write,
        name: &str,
        series: &Series,
        of_template: bool,
    ) -> Result<(), ReportError> {
        let now: Counts = series.total();
        let shown = |rate: Option<f64>| match rate {
            Some(rate) => format!("{:.1} %", rate * 100.0),
            None => "–".to_owned(),
        };
        let (read, clicks) = if of_template {
            (shown(now.read_rate()), shown(now.click_rate()))
        } else {
            ("–".to_owned(), "–".to_owned())
        };
        let parts = self.period.parts(self.by).into_iter();
        let sent: Vec<i64> =
            parts.map(|(_, days)| series.days[days].iter().map(|it| it.sent).sum()).collect();
        let line = sparks(&sent);
        let name = fitted(name);
        let delivery = shown(now.delivery_rate());
        Ok(writeln!(out, "{name} {:>10} {delivery:>9} {read:>7} {clicks:>7}  {line}", now.sent)?)
    }

    fn money_text(&self, out: &mut dyn Write) -> Result<(), ReportError> {
        let Some(money) = &self.money else { return Ok(()) };
        let amount =
            |amount: Option<crate::money::Amount>, currency: &Option<String>| match (amount, currency) {
                (Some(amount), Some(currency)) => format!("{} {currency}", amount.shown(2)),
                _ => "not known".to_owned(),
            };
        let all = &money.all;
        let gain =
            money.return_of(all).map_or_else(|| "not known".to_owned(), |it| format!("{:.1} %", it * 100.0));
        writeln!(
            out,
            "\ncost {}, revenue {}, return {gain}",
            amount(all.cost, &money.cost_currency),
            amount(all.revenue, &money.revenue_currency)
        )?;
        for one in &money.missing {
            writeln!(out, "missing: {}", plain(one))?;
        }
        Ok(())
    }
}

/// A line of characters, higher ones for more.
fn sparks(values: &[i64]) -> String {
    let most = values.iter().copied().max().unwrap_or_default();
    let level = |value: i64| {
        let place = if most > 0 { value.max(0).saturating_mul(7) / most } else { 0 };
        LEVELS[usize::try_from(place).unwrap_or_default().min(7)]
    };
    values.iter().map(|value| level(*value)).collect()
}

/// Without what would command a terminal.
fn plain(text: &str) -> String {
    let unfit = |it: char| {
        it.is_control()
            || matches!(it, '\u{2028}' | '\u{2029}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
    };
    text.chars().map(|it| if unfit(it) { ' ' } else { it }).collect()
}

/// As wide as its column: what is too long is cut, and characters of two columns count as two.
fn fitted(text: &str) -> String {
    let mut fit = plain(text);
    if fit.width() > WIDEST {
        while fit.width() >= WIDEST {
            fit.pop();
        }
        fit.push('…');
    }
    let missing = WIDEST.saturating_sub(fit.width());
    fit + &" ".repeat(missing)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_as_wide_as_their_column() {
        for text in ["", "short", "明月 茶铺 234", &"茶".repeat(40), &"long ".repeat(20), "\u{1b}[31mred"]
        {
            assert_eq!(fitted(text).width(), WIDEST, "{text:?}");
        }
        assert_eq!(sparks(&[0, 7, -1, 14]), "▁▄▁█");
        assert_eq!(sparks(&[0, 0]), "▁▁");
    }
}
