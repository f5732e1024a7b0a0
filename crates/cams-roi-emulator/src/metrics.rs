//! The metrics: rows of counts, only where there can be any.
//!
//! Traffic comes in half hours. A day's counts are the sum of its half hours, so that both granularities agree. What
//! lies before enabling or after the present has no traffic.

use std::borrow::Cow;
use std::ops::Range;

use jiff::Timestamp;
use serde_json::{Value, json};

use crate::account::Channel;
use crate::buckets::{Buckets, DAY_MS, Query};
use crate::buttons::Button;
use crate::counts::{Counts, WHOLE};
use crate::mixing::{mix, mix_texts};
use crate::population::Population;
use crate::templates::{Named, Templates};

/// A query that would give more rows is refused.
pub(crate) const MAX_ROWS: usize = 20_000;

/// How many thousandths of a day's counts are still to come while the day lasts: from there to there.
const STILL_TO_COME: Range<u64> = 200..450;

/// A query has too many rows: how many.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct TooManyRows(pub(crate) usize);

/// One channel's traffic as it can be seen now.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Traffic<'a> {
    pub(crate) population: &'a Population,
    pub(crate) channel: &'a Channel,
    pub(crate) now_ms: i64,
}

impl<'a> Traffic<'a> {
    /// Rows of sent and delivered messages: of one number of the channel, or of each.
    pub(crate) fn phone_number_rows(
        self,
        query: &Query,
        phone_number: Option<&str>,
    ) -> Result<Vec<Value>, TooManyRows> {
        let numbers = self.numbers(phone_number);
        self.check_count(query, numbers.len())?;
        let mut rows = Vec::new();
        self.each_of_numbers(query, &numbers, |bucket, number, counts| {
            rows.push(json!({
                "PhoneNumber": number,
                "Granularity": query.granularity.name(),
                "Start": bucket.start,
                "End": bucket.end,
                "SentCount": counts.sent,
                "DeliveredCount": counts.delivered,
            }));
        });
        Ok(rows)
    }

    /// Rows of one template: in one language, or in each.
    pub(crate) fn template_rows(
        self,
        query: &Query,
        template_code: &str,
        language: Option<&str>,
    ) -> Result<Vec<Value>, TooManyRows> {
        let templates = Templates { population: self.population, channel: self.channel };
        let named = templates.named(template_code).filter(|named| named.template.is_measured());
        let Some(named) = named else { return Ok(Vec::new()) };
        let subjects = subjects(&named, language);
        self.check_count(query, subjects.len())?;
        let mut rows = Vec::new();
        self.each_of_template(query, template_code, &subjects, |bucket, subject, counts| {
            rows.push(json!({
                "TemplateCode": template_code,
                "Language": subject.language,
                "Start": bucket.start,
                "End": bucket.end,
                "SentCount": counts.sent,
                "DeliveredCount": counts.delivered,
                "ReadCount": counts.read,
                // The service's own spelling.
                "Cliented": subject.buttons.iter().map(|button| json!({
                    "Type": button.kind.in_metrics(),
                    "ButtonContent": button.text,
                    "Count": counts.clicks(button.kind),
                })).collect::<Vec<_>>(),
            }));
        });
        Ok(rows)
    }

    /// The channel's numbers, or one of them.
    pub(crate) fn numbers(self, phone_number: Option<&str>) -> Vec<&'a str> {
        let all = self.channel.phone_numbers.iter().map(String::as_str);
        all.filter(|number| phone_number.is_none_or(|wanted| wanted == *number)).collect()
    }

    /// Gives each bucket's counts of each number.
    pub(crate) fn each_of_numbers(
        self,
        query: &Query,
        numbers: &[&str],
        mut visit: impl FnMut(&Range<i64>, &str, &Counts),
    ) {
        let keys = self.keys(self.population.seed, numbers.iter().copied());
        self.each(query, &keys, |bucket, place, counts| visit(bucket, numbers[place], counts));
    }

    /// Gives each bucket's counts of a template in each of these languages.
    pub(crate) fn each_of_template(
        self,
        query: &Query,
        template_code: &str,
        subjects: &[Subject<'_>],
        mut visit: impl FnMut(&Range<i64>, &Subject<'_>, &Counts),
    ) {
        let seed = mix_texts(self.population.seed, &["template", template_code]);
        let keys = self.keys(seed, subjects.iter().map(|subject| subject.language));
        self.each(query, &keys, |bucket, place, counts| visit(bucket, &subjects[place], counts));
    }

    fn keys<'s>(self, seed: u64, subjects: impl Iterator<Item = &'s str>) -> Vec<u64> {
        subjects.map(|subject| mix_texts(seed, &[&self.channel.id, subject])).collect()
    }

    /// For each bucket, the counts of each key.
    fn each(self, query: &Query, keys: &[u64], mut visit: impl FnMut(&Range<i64>, usize, &Counts)) {
        let Some(collected) = self.collected() else { return };
        for bucket in Buckets::new(query, &collected, self.population.day_offset_ms()).iter() {
            let time = bucket.start.max(collected.start)..bucket.end.min(collected.end);
            let falls_at = self.channel.delivery_falls_at.map(Timestamp::as_millisecond);
            let has_fallen = falls_at.is_some_and(|falls_at| bucket.start >= falls_at);
            for (place, key) in keys.iter().enumerate() {
                let arrived = self.arrived(*key, bucket.start);
                let counts = Counts::of_time(*key, &time, arrived);
                visit(&bucket, place, &if has_fallen { counts.where_delivery_fell() } else { counts });
            }
        }
    }

    fn check_count(self, query: &Query, subjects: usize) -> Result<(), TooManyRows> {
        let Some(collected) = self.collected() else { return Ok(()) };
        let buckets = Buckets::new(query, &collected, self.population.day_offset_ms());
        let count = buckets.len().saturating_mul(subjects);
        if count > MAX_ROWS { Err(TooManyRows(count)) } else { Ok(()) }
    }

    /// How much of the counts of the day in which `time_ms` lies has come in by now: more with each day.
    fn arrived(self, key: u64, time_ms: i64) -> u64 {
        let offset = self.population.day_offset_ms();
        let day = |time: i64| time.saturating_add(offset).div_euclid(DAY_MS);
        let late = u64::from(self.population.late_days);
        let age = day(self.now_ms).saturating_sub(day(time_ms));
        let left = late.saturating_sub(u64::try_from(age).unwrap_or_default());
        if left == 0 {
            return WHOLE;
        }
        let spread = mix(key ^ day(time_ms).cast_unsigned()) % (STILL_TO_COME.end - STILL_TO_COME.start);
        WHOLE - (STILL_TO_COME.start + spread) * left / late
    }

    /// The time whose traffic can be seen: from enabling until now, once a day has gone by.
    fn collected(self) -> Option<Range<i64>> {
        let enabled_ms = self.channel.enabled_at?.as_millisecond();
        (self.now_ms >= enabled_ms.saturating_add(DAY_MS)).then_some(enabled_ms..self.now_ms)
    }
}

/// A template in one language.
#[derive(Debug)]
pub(crate) struct Subject<'a> {
    language: &'a str,
    pub(crate) buttons: Cow<'static, [Button]>,
}

/// A template in each of its languages, or in one of them.
pub(crate) fn subjects<'n>(named: &'n Named<'_>, language: Option<&str>) -> Vec<Subject<'n>> {
    let languages = named.template.languages.iter().map(String::as_str);
    languages
        .filter(|known| language.is_none_or(|wanted| wanted == *known))
        .map(|language| Subject { language, buttons: named.buttons(language) })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::buckets::Granularity;

    const SEED_1: Population = Population::of_seed(1);

    fn channel(enabled_ms: i64) -> Channel {
        let mut channel = Channel::new("cams-1").with_phone_number("99900000001");
        channel.enabled_at = Some(Timestamp::from_millisecond(enabled_ms).unwrap());
        channel
    }

    fn rows(enabled_ms: i64, now_ms: i64, time: Range<i64>, granularity: Granularity) -> Vec<Value> {
        let channel = channel(enabled_ms);
        let traffic = Traffic { population: &SEED_1, channel: &channel, now_ms };
        traffic.phone_number_rows(&Query { time, granularity }, None).unwrap()
    }

    #[test]
    fn figures_are_the_recorded_ones() {
        // Worked out apart from this code, from the description of splitmix64. Whoever changes them changes every
        // count that users have seen.
        let channel = channel(0);
        let traffic = Traffic { population: &SEED_1, channel: &channel, now_ms: 2 * DAY_MS };
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
    fn delivery_falls_from_a_day_on() {
        let mut channel = channel(0);
        channel.delivery_falls_at = Timestamp::from_millisecond(DAY_MS).ok();
        let traffic = Traffic { population: &SEED_1, channel: &channel, now_ms: 2 * DAY_MS };
        let query = Query { time: 0..2 * DAY_MS, granularity: Granularity::Daily };
        let rows = traffic.phone_number_rows(&query, None).unwrap();
        let percent =
            |row: &Value| row["DeliveredCount"].as_u64().unwrap() * 100 / row["SentCount"].as_u64().unwrap();
        assert_eq!([percent(&rows[0]), percent(&rows[1])], [86, 34]);
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
    fn too_many_rows_are_counted_but_not_made() {
        let channel = channel(0);
        let traffic = Traffic { population: &SEED_1, channel: &channel, now_ms: i64::MAX / 2 };
        let query = |days| Query { time: 0..days * DAY_MS, granularity: Granularity::Daily };
        assert_eq!(traffic.phone_number_rows(&query(20_000), None).unwrap().len(), MAX_ROWS);
        assert_eq!(traffic.phone_number_rows(&query(20_001), None), Err(TooManyRows(20_001)));
    }
}
