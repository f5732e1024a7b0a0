//! Counts, and rates of them.

/// What became of messages.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    /// Sent.
    pub sent: i64,
    /// Delivered.
    pub delivered: i64,
    /// Read; zero for phone numbers, of which the service does not say it.
    pub read: i64,
    /// Clicks on buttons; zero for phone numbers.
    pub clicks: i64,
}

impl Counts {
    /// Delivered of sent.
    #[must_use]
    pub fn delivery_rate(&self) -> Option<f64> {
        rate(self.delivered, self.sent)
    }

    /// Read of delivered.
    #[must_use]
    pub fn read_rate(&self) -> Option<f64> {
        rate(self.read, self.delivered)
    }

    /// Clicks for each message delivered.
    #[must_use]
    pub fn click_rate(&self) -> Option<f64> {
        rate(self.clicks, self.delivered)
    }

    pub(crate) fn is_nothing(&self) -> bool {
        *self == Self::default()
    }
}

impl std::ops::AddAssign for Counts {
    fn add_assign(&mut self, more: Self) {
        self.sent = self.sent.saturating_add(more.sent);
        self.delivered = self.delivered.saturating_add(more.delivered);
        self.read = self.read.saturating_add(more.read);
        self.clicks = self.clicks.saturating_add(more.clicks);
    }
}

impl std::iter::Sum for Counts {
    fn sum<I: Iterator<Item = Self>>(all: I) -> Self {
        all.fold(Self::default(), |mut sum, one| {
            sum += one;
            sum
        })
    }
}

/// A part of a whole, 1 being all; nothing where there is no whole.
#[allow(clippy::cast_precision_loss, reason = "counts of messages are far below 2^53")]
#[must_use]
pub fn rate(part: i64, whole: i64) -> Option<f64> {
    (whole > 0).then(|| part as f64 / whole as f64)
}
