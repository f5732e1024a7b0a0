//! The figures: made up, but the same every time, and only where there can be any.
//!
//! Traffic comes in half hours. A day's figures are the sum of its half hours, so that both granularities agree. What
//! lies before enabling or after the present has no traffic.

use std::ops::{AddAssign, Range};

use serde_json::{Value, json};

use crate::account::Channel;
use crate::mixing::{mix, mix_texts};

const HALF_HOUR_MS: i64 = 30 * 60 * 1000;
const DAY_MS: i64 = 48 * HALF_HOUR_MS;

/// A query that would give more rows is refused.
pub(crate) const MAX_ROWS: usize = 20_000;

/// The languages in which every template is there.
pub(crate) const LANGUAGES: [&str; 2] = ["en", "zh_CN"];

/// How long one row's time is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Granularity {
    Daily,
    HalfHour,
}

impl Granularity {
    pub(crate) fn from_name(name: &str) -> Option<Self> {
        [Self::Daily, Self::HalfHour].into_iter().find(|granularity| granularity.name() == name)
    }

    pub(crate) const fn name(self) -> &'static str {
        match self {
            Self::Daily => "DAILY",
            Self::HalfHour => "HALF_HOUR",
        }
    }

    const fn milliseconds(self) -> i64 {
        match self {
            Self::Daily => DAY_MS,
            Self::HalfHour => HALF_HOUR_MS,
        }
    }
}

/// What is asked: from when (inclusive) to when (exclusive), in milliseconds, in which steps.
#[derive(Clone, Debug)]
pub(crate) struct Query {
    pub(crate) time: Range<i64>,
    pub(crate) granularity: Granularity,
}

/// A query has too many rows: how many.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct TooManyRows(pub(crate) usize);

/// One channel's traffic as it can be seen now.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Traffic<'a> {
    pub(crate) seed: u64,
    pub(crate) channel: &'a Channel,
    pub(crate) now_ms: i64,
}

impl Traffic<'_> {
    /// Rows of sent and delivered messages: of one number of the channel, or of each.
    pub(crate) fn phone_number_rows(
        self,
        query: &Query,
        phone_number: Option<&str>,
    ) -> Result<Vec<Value>, TooManyRows> {
        let all = self.channel.phone_numbers.iter().map(String::as_str);
        let numbers: Vec<&str> =
            all.filter(|number| phone_number.is_none_or(|wanted| wanted == *number)).collect();
        self.rows(query, &numbers, |bucket, number, figures| {
            json!({
                "PhoneNumber": number,
                "Granularity": query.granularity.name(),
                "Start": bucket.start,
                "End": bucket.end,
                "SentCount": figures.sent,
                "DeliveredCount": figures.delivered,
            })
        })
    }

    /// Rows of one template: in one language, or in each.
    pub(crate) fn template_rows(
        self,
        query: &Query,
        template_code: &str,
        language: Option<&str>,
    ) -> Result<Vec<Value>, TooManyRows> {
        let languages: Vec<&str> =
            LANGUAGES.into_iter().filter(|known| language.is_none_or(|wanted| wanted == *known)).collect();
        let traffic = Self { seed: mix_texts(self.seed, &["template", template_code]), ..self };
        traffic.rows(query, &languages, |bucket, language, figures| {
            json!({
                "TemplateCode": template_code,
                "Language": language,
                "Start": bucket.start,
                "End": bucket.end,
                "SentCount": figures.sent,
                "DeliveredCount": figures.delivered,
                "ReadCount": figures.read,
                // The service's own spelling, twice.
                "Cliented": [
                    { "Type": "url_button", "ButtonContent": "Open shop", "Count": figures.url_clicks },
                    { "Type": "quick_relpy_button", "ButtonContent": "回复", "Count": figures.reply_clicks },
                    { "Type": "phone_number_button", "ButtonContent": "Appelez-nous 📞", "Count": figures.calls },
                ],
            })
        })
    }

    /// For each bucket, one row for each subject.
    fn rows(
        self,
        query: &Query,
        subjects: &[&str],
        row: impl Fn(&Range<i64>, &str, &Figures) -> Value,
    ) -> Result<Vec<Value>, TooManyRows> {
        let Some(collected) = self.collected() else { return Ok(Vec::new()) };
        let buckets = buckets(query, &collected);
        let count = buckets.len().saturating_mul(subjects.len());
        if count > MAX_ROWS {
            return Err(TooManyRows(count));
        }
        let keys: Vec<u64> =
            subjects.iter().map(|subject| mix_texts(self.seed, &[&self.channel.id, subject])).collect();
        let mut rows = Vec::with_capacity(count);
        for bucket in buckets.iter() {
            for (subject, key) in subjects.iter().zip(&keys) {
                rows.push(row(&bucket, subject, &Figures::of_bucket(*key, &bucket, &collected)));
            }
        }
        Ok(rows)
    }

    /// The time whose traffic can be seen: from enabling until now, once a day has gone by.
    fn collected(self) -> Option<Range<i64>> {
        let enabled_ms = self.channel.enabled_at?.as_millisecond();
        (self.now_ms >= enabled_ms.saturating_add(DAY_MS)).then_some(enabled_ms..self.now_ms)
    }
}

/// The buckets that overlap both what is asked and what was collected.
fn buckets(query: &Query, collected: &Range<i64>) -> Buckets {
    let step = query.granularity.milliseconds();
    let from = query.time.start.max(collected.start);
    let to = query.time.end.min(collected.end);
    if from >= to {
        return Buckets { first: 0, after_last: 0, step };
    }
    Buckets { first: from.div_euclid(step), after_last: (to - 1).div_euclid(step) + 1, step }
}

/// Consecutive buckets, counted from 1970 UTC.
struct Buckets {
    first: i64,
    after_last: i64,
    step: i64,
}

impl Buckets {
    fn len(&self) -> usize {
        usize::try_from(self.after_last - self.first).unwrap_or(usize::MAX)
    }

    fn iter(&self) -> impl Iterator<Item = Range<i64>> {
        let step = self.step;
        (self.first..self.after_last).map(move |bucket| bucket * step..(bucket + 1) * step)
    }
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
struct Figures {
    sent: u64,
    delivered: u64,
    read: u64,
    url_clicks: u64,
    reply_clicks: u64,
    calls: u64,
}

impl Figures {
    /// The sum of the bucket's half hours in which traffic was collected.
    fn of_bucket(key: u64, bucket: &Range<i64>, collected: &Range<i64>) -> Self {
        let from = bucket.start.max(collected.start).div_euclid(HALF_HOUR_MS);
        let to = (bucket.end.min(collected.end) - 1).div_euclid(HALF_HOUR_MS);
        let mut sum = Self::default();
        (from..=to).for_each(|half_hour| sum += Self::of_half_hour(key, half_hour));
        sum
    }

    /// Each figure is a share of an earlier one, so that none is larger than it can be.
    fn of_half_hour(key: u64, half_hour: i64) -> Self {
        let random = mix(key ^ half_hour.cast_unsigned());
        // Eight bits for each decision: `percent` from there to there of `whole`.
        let share = |whole: u64, byte: u32, percent: Range<u64>| {
            let spread = (random >> (8 * byte)) & 0xff;
            whole * (percent.start + spread * (percent.end - percent.start) / 256) / 100
        };
        let sent = 1 + random % 32;
        let delivered = share(sent, 1, 80..101);
        let read = share(delivered, 2, 40..91);
        Self {
            sent,
            delivered,
            read,
            url_clicks: share(read, 3, 0..51),
            reply_clicks: share(read, 4, 0..31),
            calls: share(read, 5, 0..21),
        }
    }
}

impl AddAssign for Figures {
    fn add_assign(&mut self, other: Self) {
        self.sent += other.sent;
        self.delivered += other.delivered;
        self.read += other.read;
        self.url_clicks += other.url_clicks;
        self.reply_clicks += other.reply_clicks;
        self.calls += other.calls;
    }
}

#[cfg(test)]
mod tests {
    use jiff::Timestamp;

    use super::*;

    fn channel(enabled_ms: i64) -> Channel {
        let mut channel = Channel::new("cams-1").with_phone_number("99900000001");
        channel.enabled_at = Some(Timestamp::from_millisecond(enabled_ms).unwrap());
        channel
    }

    fn rows(enabled_ms: i64, now_ms: i64, time: Range<i64>, granularity: Granularity) -> Vec<Value> {
        let channel = channel(enabled_ms);
        let traffic = Traffic { seed: 1, channel: &channel, now_ms };
        traffic.phone_number_rows(&Query { time, granularity }, None).unwrap()
    }

    #[test]
    fn figures_are_the_recorded_ones() {
        // Worked out apart from this code, from the description of splitmix64. Whoever changes them changes every
        // figure that users have seen.
        let channel = channel(0);
        let traffic = Traffic { seed: 1, channel: &channel, now_ms: 2 * DAY_MS };
        let query = Query { time: 0..1, granularity: Granularity::Daily };
        let phone = &traffic.phone_number_rows(&query, None).unwrap()[0];
        assert_eq!([&phone["SentCount"], &phone["DeliveredCount"]], [765, 661]);
        let template = &traffic.template_rows(&query, "1100", Some("en")).unwrap()[0];
        let clicks = |button: usize| &template["Cliented"][button]["Count"];
        assert_eq!(
            [&template["SentCount"], &template["DeliveredCount"], &template["ReadCount"]],
            [764, 657, 402]
        );
        assert_eq!([clicks(0), clicks(1), clicks(2)], [81, 44, 22]);
    }

    #[test]
    fn nothing_can_be_seen_for_a_day() {
        assert!(rows(1000, 1000 + DAY_MS - 1, 0..i64::MAX, Granularity::Daily).is_empty());
        assert!(!rows(1000, 1000 + DAY_MS, 0..i64::MAX, Granularity::Daily).is_empty());
    }

    #[test]
    fn rows_cover_what_overlaps_the_window_and_nothing_else() {
        let starts = |time| -> Vec<i64> {
            let rows = rows(DAY_MS, 4 * DAY_MS, time, Granularity::Daily);
            rows.iter().map(|row| row["Start"].as_i64().unwrap() / DAY_MS).collect()
        };
        assert_eq!(starts(0..i64::MAX), [1, 2, 3]);
        assert_eq!(starts(i64::MIN..DAY_MS), [0; 0]);
        assert_eq!(starts(0..DAY_MS + 1), [1]);
        assert_eq!(starts(2 * DAY_MS - 1..2 * DAY_MS + 1), [1, 2]);
        assert_eq!(starts(4 * DAY_MS..5 * DAY_MS), [0; 0]);
    }

    #[test]
    fn a_day_is_the_sum_of_its_half_hours_also_where_it_is_cut() {
        // Enabled at noon of the first day, seen at six in the evening of the second.
        let (enabled, now) = (DAY_MS / 2, DAY_MS * 7 / 4);
        let sent = |granularity| -> Vec<u64> {
            let rows = rows(enabled, now, 0..i64::MAX, granularity);
            rows.iter().map(|row| row["SentCount"].as_u64().unwrap()).collect()
        };
        let half_hours = sent(Granularity::HalfHour);
        assert_eq!(half_hours.len(), 24 + 36);
        assert_eq!(
            sent(Granularity::Daily),
            [half_hours[..24].iter().sum::<u64>(), half_hours[24..].iter().sum()]
        );
    }

    #[test]
    fn no_figure_is_larger_than_the_one_it_is_a_share_of() {
        for half_hour in 0..10_000 {
            let figures = Figures::of_half_hour(7, half_hour);
            assert!(figures.sent >= figures.delivered && figures.delivered >= figures.read, "{figures:?}");
            assert!(figures.read >= figures.url_clicks.max(figures.reply_clicks).max(figures.calls));
        }
    }

    #[test]
    fn too_many_rows_are_counted_but_not_made() {
        let channel = channel(0);
        let traffic = Traffic { seed: 1, channel: &channel, now_ms: i64::MAX / 2 };
        let query = |days| Query { time: 0..days * DAY_MS, granularity: Granularity::Daily };
        assert_eq!(traffic.phone_number_rows(&query(20_000), None).unwrap().len(), MAX_ROWS);
        assert_eq!(traffic.phone_number_rows(&query(20_001), None), Err(TooManyRows(20_001)));
    }
}
