//! What somebody should look at, worst first.

use std::collections::HashMap;

use crate::counts::Counts;
use crate::period::Period;
use crate::subject::{Channel, Series, Template};

/// Something that went wrong, or never began.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Attention {
    /// What it is about.
    pub(crate) subject: String,
    /// What is wrong.
    pub(crate) problem: String,
    /// How many messages it is about, more or less.
    weight: i64,
    kind: Kind,
    /// How many templates of a channel have the same.
    templates: usize,
}

/// What kind of trouble it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
enum Kind {
    /// Fewer messages are delivered.
    Delivery,
    /// Fewer are read.
    Reading,
    /// Nothing is sent any more.
    Silence,
    /// There never was anything.
    Nothing,
}

/// Fewer messages say nothing about a rate.
const FEWEST: i64 = 50;
/// A rate that falls by less is no news.
const FALL: f64 = 0.10;
/// The days that are held against those before them.
const RECENT_DAYS: usize = 3;
const DAY_SECONDS: i64 = 24 * 3600;

/// Finds it.
pub(crate) fn found(channels: &[Channel], templates: &[Template], period: &Period) -> Vec<Attention> {
    let mut all: Vec<Attention> = Vec::new();
    // Where a channel has the same trouble as its templates, it is told once.
    let mut in_trouble: HashMap<(&str, &str, Kind), usize> = HashMap::new();
    for channel in channels {
        let subject = || format!("channel {}", channel.shown());
        if channel.has_metrics {
            if let Some(found) = of_series(&subject, &channel.numbers) {
                in_trouble.insert((&channel.account, &channel.cust_space_id, found.kind), all.len());
                all.push(found);
            }
        } else {
            let seen = channel.first_seen.map(|seen| period.end().as_second() - seen.as_second());
            let since = match seen.map(|seconds| seconds.div_euclid(DAY_SECONDS)) {
                Some(days @ 1..) => format!("known for {}", days_shown(days)),
                _ => "just found".to_owned(),
            };
            all.push(Attention {
                subject: subject(),
                problem: format!("{since}, no metrics yet"),
                weight: 0,
                kind: Kind::Nothing,
                templates: 0,
            });
        }
    }
    for template in templates {
        let subject = || format!("template {} of {}", template.shown(), template.channel());
        let Some(found) = of_series(&subject, &template.series) else { continue };
        match in_trouble.get(&(template.account.as_str(), template.cust_space_id.as_str(), found.kind)) {
            Some(place) => all[*place].templates += 1,
            None => all.push(found),
        }
    }
    for found in all.iter_mut().filter(|it| it.templates > 0) {
        let templates = if found.templates == 1 { "template" } else { "templates" };
        found.problem = format!("{}, as of {} of its {templates}", found.problem, found.templates);
    }
    all.sort_by(|one, other| (other.weight, &one.subject).cmp(&(one.weight, &other.subject)));
    all
}

fn days_shown(days: i64) -> String {
    if days == 1 { "1 day".to_owned() } else { format!("{days} days") }
}

/// A rate that fell in the last days, or sending that stopped.
fn of_series(subject: &dyn Fn() -> String, series: &Series) -> Option<Attention> {
    let total = series.total();
    if total.sent == 0 && series.before.sent >= FEWEST {
        let problem = format!("nothing sent; {} in the period before", series.before.sent);
        return Some(Attention {
            subject: subject(),
            problem,
            weight: series.before.sent,
            kind: Kind::Silence,
            templates: 0,
        });
    }
    let split = series.days.len().saturating_sub(RECENT_DAYS);
    let recent: Counts = series.days[split..].iter().copied().sum();
    let mut earlier: Counts = series.days[..split].iter().copied().sum();
    earlier += series.before;
    let fell = |kind: Kind, what: &str, from: Option<f64>, to: Option<f64>, of: i64, whole: i64| {
        let (from, to) = (from?, to?);
        if from - to < FALL || of < FEWEST || whole < FEWEST {
            return None;
        }
        let problem = format!(
            "{what} fell from {:.0} % to {:.0} % in the last {RECENT_DAYS} days",
            from * 100.0,
            to * 100.0
        );
        #[allow(clippy::cast_possible_truncation, clippy::cast_precision_loss, reason = "an order is enough")]
        let weight = ((from - to) * of as f64) as i64;
        Some(Attention { subject: subject(), problem, weight: weight.max(1), kind, templates: 0 })
    };
    fell(
        Kind::Delivery,
        "delivery",
        earlier.delivery_rate(),
        recent.delivery_rate(),
        recent.sent,
        earlier.sent,
    )
    .or_else(|| {
        fell(
            Kind::Reading,
            "reading",
            earlier.read_rate(),
            recent.read_rate(),
            recent.delivered,
            earlier.delivered,
        )
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn counts(sent: i64, delivered: i64) -> Counts {
        Counts { sent, delivered, read: delivered / 2, clicks: 0 }
    }

    fn problem(days: &[Counts], before: Counts) -> Option<String> {
        let series = Series { days: days.to_vec(), before };
        of_series(&|| "it".to_owned(), &series).map(|it| it.problem)
    }

    #[test]
    fn a_fall_is_told_and_a_wobble_is_not() {
        let (well, ill) = (counts(100, 96), counts(100, 41));
        let told = problem(&[well, well, well, ill, ill, ill], well);
        assert_eq!(told.unwrap(), "delivery fell from 96 % to 41 % in the last 3 days");
        assert_eq!(problem(&[well, well, counts(100, 90), well, well], well), None);
        assert_eq!(
            problem(&[counts(10, 10), counts(10, 10), counts(10, 1)], counts(10, 10)),
            None,
            "too few"
        );
        let told = problem(&[counts(0, 0), counts(0, 0)], counts(900, 800));
        assert_eq!(told.unwrap(), "nothing sent; 900 in the period before");
    }
}
