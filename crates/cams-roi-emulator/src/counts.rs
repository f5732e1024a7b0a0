//! The counts of messages and clicks, half hour by half hour: made up, but the same every time.

use std::ops::{AddAssign, Range};

use crate::buttons::ButtonKind;
use crate::mixing::mix;

pub(crate) const HALF_HOUR_MS: i64 = 30 * 60 * 1000;

/// Parts of a thousand, in which it is said how much of the counts has come in.
pub(crate) const WHOLE: u64 = 1000;

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Counts {
    pub(crate) sent: u64,
    pub(crate) delivered: u64,
    pub(crate) read: u64,
    pub(crate) url_clicks: u64,
    pub(crate) reply_clicks: u64,
    pub(crate) calls: u64,
    pub(crate) opt_outs: u64,
}

impl Counts {
    /// The sum of the half hours of `time`, each with so much of it as has come in.
    pub(crate) fn of_time(key: u64, time: &Range<i64>, arrived: u64) -> Self {
        let from = time.start.div_euclid(HALF_HOUR_MS);
        let to = (time.end - 1).div_euclid(HALF_HOUR_MS);
        let mut sum = Self::default();
        (from..=to).for_each(|half_hour| sum += Self::of_half_hour(key, half_hour).arrived(arrived));
        sum
    }

    /// Each count is a share of an earlier one, so that none is larger than it can be.
    pub(crate) fn of_half_hour(key: u64, half_hour: i64) -> Self {
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
            opt_outs: share(read, 6, 0..11),
        }
    }

    /// Rounded down each for itself, so that none becomes larger than the one it is a share of.
    fn arrived(self, arrived: u64) -> Self {
        let part = |whole: u64| whole * arrived / WHOLE;
        Self {
            sent: part(self.sent),
            delivered: part(self.delivered),
            read: part(self.read),
            url_clicks: part(self.url_clicks),
            reply_clicks: part(self.reply_clicks),
            calls: part(self.calls),
            opt_outs: part(self.opt_outs),
        }
    }

    /// Where only two of five messages arrive that would have.
    pub(crate) fn where_delivery_fell(self) -> Self {
        Self { sent: self.sent, ..self.arrived(WHOLE * 2 / 5) }
    }

    pub(crate) const fn clicks(&self, kind: ButtonKind) -> u64 {
        match kind {
            ButtonKind::Url => self.url_clicks,
            ButtonKind::Reply => self.reply_clicks,
            ButtonKind::Call => self.calls,
            ButtonKind::OptOut => self.opt_outs,
        }
    }
}

impl AddAssign for Counts {
    fn add_assign(&mut self, other: Self) {
        self.sent += other.sent;
        self.delivered += other.delivered;
        self.read += other.read;
        self.url_clicks += other.url_clicks;
        self.reply_clicks += other.reply_clicks;
        self.calls += other.calls;
        self.opt_outs += other.opt_outs;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_figure_is_larger_than_the_one_it_is_a_share_of() {
        for half_hour in 0..10_000 {
            let whole = Counts::of_half_hour(7, half_hour);
            for counts in [whole, whole.arrived(613), whole.arrived(WHOLE)] {
                assert!(counts.sent >= counts.delivered && counts.delivered >= counts.read, "{counts:?}");
                let clicks = counts.url_clicks.max(counts.reply_clicks).max(counts.calls);
                assert!(counts.read >= clicks.max(counts.opt_outs));
            }
            assert_eq!(whole.arrived(WHOLE), whole);
        }
    }
}
