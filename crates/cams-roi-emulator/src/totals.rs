//! What all metrics add up to, for a test to hold its own sums against.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::account::Account;
use crate::buckets::{Granularity, Query};
use crate::counts::Counts;
use crate::invalid_setting::InvalidSetting;
use crate::metrics::{Traffic, subjects};
use crate::population::Population;
use crate::templates::{Named, Templates};

/// Of what the totals are.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TotalsQuery {
    /// From when, in milliseconds since 1970.
    pub start: i64,
    /// Until when.
    pub end: i64,
    /// `DAILY` or `HALF_HOUR`.
    #[serde(default = "daily")]
    pub granularity: String,
    /// One channel alone.
    #[serde(default)]
    pub cust_space_id: Option<String>,
}

/// What there is, and what its metrics add up to: all rows that clients can get, each once.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Totals {
    /// Channels.
    pub channels: u64,
    /// Channels of which there are statistics.
    pub enabled_channels: u64,
    /// Phone numbers.
    pub phone_numbers: u64,
    /// Templates in each of their languages, of every category and status.
    pub templates: u64,
    /// Templates in each of their languages of which there are metrics: of marketing, and passed.
    pub measured_templates: u64,
    /// The metrics of phone numbers.
    pub phone_number_metrics: MetricTotals,
    /// The metrics of templates.
    pub template_metrics: MetricTotals,
}

/// What the rows of one kind add up to.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct MetricTotals {
    /// How many there are.
    pub rows: u64,
    /// Messages sent.
    pub sent: u64,
    /// Messages delivered.
    pub delivered: u64,
    /// Messages read; of templates alone.
    pub read: u64,
    /// Clicks by the type of the button, as the service spells it; of templates alone.
    pub clicks: BTreeMap<String, u64>,
}

impl TotalsQuery {
    /// Of all channels, day by day.
    #[must_use]
    pub fn new(start: i64, end: i64) -> Self {
        Self { start, end, granularity: daily(), cust_space_id: None }
    }

    /// Of one channel alone.
    #[must_use]
    pub fn of_channel(mut self, cust_space_id: impl Into<String>) -> Self {
        self.cust_space_id = Some(cust_space_id.into());
        self
    }
}

impl MetricTotals {
    fn count(&mut self, counts: &Counts) {
        self.rows += 1;
        self.sent += counts.sent;
        self.delivered += counts.delivered;
    }
}

/// Adds up row by row, so that it takes no more memory for more channels.
pub(crate) fn totals(
    accounts: &[Account],
    population: &Population,
    now_ms: i64,
    asked: &TotalsQuery,
) -> Result<Totals, InvalidSetting> {
    let granularity = Granularity::from_name(&asked.granularity)
        .ok_or_else(|| InvalidSetting::new("granularity is DAILY or HALF_HOUR"))?;
    let query = Query { time: asked.start..asked.end, granularity };
    let mut totals = Totals::default();
    let wanted = |id: &str| asked.cust_space_id.as_deref().is_none_or(|wanted| wanted == id);
    let channels = accounts.iter().flat_map(Account::all_channels).filter(|channel| wanted(&channel.id));
    for channel in channels {
        let traffic = Traffic { population, channel, now_ms };
        let numbers = traffic.numbers(None);
        totals.channels += 1;
        totals.enabled_channels += u64::from(channel.enabled_at.is_some());
        totals.phone_numbers += numbers.len() as u64;
        traffic.each_of_numbers(&query, &numbers, |_, _, counts| totals.phone_number_metrics.count(counts));
        for template in (Templates { population, channel }).iter() {
            totals.templates += template.languages.len() as u64;
            if !template.is_measured() {
                continue;
            }
            let named = Named::of_channel(template);
            let subjects = subjects(&named, None);
            totals.measured_templates += subjects.len() as u64;
            let sums = &mut totals.template_metrics;
            traffic.each_of_template(&query, &named.template.code, &subjects, |_, subject, counts| {
                sums.count(counts);
                sums.read += counts.read;
                for button in subject.buttons.iter() {
                    // Looked up first: a name is copied once, not once a row.
                    let kind = button.kind.in_metrics();
                    match sums.clicks.get_mut(kind) {
                        Some(count) => *count += counts.clicks(button.kind),
                        None => _ = sums.clicks.insert(kind.to_owned(), counts.clicks(button.kind)),
                    }
                }
            });
        }
    }
    Ok(totals)
}

fn daily() -> String {
    Granularity::Daily.name().to_owned()
}
