//! An amount of money, exactly.

/// Millionths of a currency's unit.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Amount(pub(crate) i128);

const MILLION: i128 = 1_000_000;

impl Amount {
    /// Reads `0.0375`, `-12`, and with `comma` `0,0375`.
    pub(crate) fn read(text: &str, comma: bool) -> Option<Self> {
        let text = text.trim();
        let (negative, digits) = text.strip_prefix('-').map_or((false, text), |rest| (true, rest));
        let point = if comma && digits.contains(',') { ',' } else { '.' };
        let (whole, part) = digits.split_once(point).unwrap_or((digits, ""));
        let are_digits = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
        if whole.is_empty() && part.is_empty() || !are_digits(whole) || !are_digits(part) {
            return None;
        }
        // `1.250` in a table where commas are decimal: a thousand and more for who wrote it, and 1.25 for others.
        if comma && point == '.' && part.len() == 3 && (1..=3).contains(&whole.len()) && whole != "0" {
            return None;
        }
        if part.len() > 6 || whole.len() > 15 {
            return None;
        }
        let number = |text: &str| if text.is_empty() { Some(0) } else { text.parse::<i128>().ok() };
        let amount = number(whole)? * MILLION + number(&format!("{part:0<6}"))?;
        Some(Self(if negative { -amount } else { amount }))
    }

    /// So many times.
    pub(crate) fn times(self, count: i64) -> Self {
        Self(self.0.saturating_mul(count.into()))
    }

    /// Shared among so many; nothing where there are none.
    pub(crate) fn each(self, count: i64) -> Option<Self> {
        (count > 0).then(|| Self(self.0 / i128::from(count)))
    }

    /// How much more than `cost` it is, as a part of `cost`.
    #[allow(clippy::cast_precision_loss, reason = "a rate for people")]
    pub(crate) fn gain_over(self, cost: Self) -> Option<f64> {
        (cost.0 > 0).then(|| (self.0 - cost.0) as f64 / cost.0 as f64)
    }

    /// With so many digits behind the point, rounded half away from zero.
    pub(crate) fn shown(self, digits: u32) -> String {
        let scale = 10_i128.pow(6 - digits.min(6));
        let rounded = (self.0.abs() + scale / 2) / scale;
        let unit = 10_i128.pow(digits.min(6));
        let sign = if self.0 < 0 && rounded != 0 { "-" } else { "" };
        let width = usize::try_from(digits.min(6)).unwrap_or_default();
        format!("{sign}{}.{:0width$}", rounded / unit, rounded % unit)
    }
}

impl std::ops::AddAssign for Amount {
    fn add_assign(&mut self, more: Self) {
        self.0 = self.0.saturating_add(more.0);
    }
}

impl std::iter::Sum for Amount {
    fn sum<I: Iterator<Item = Self>>(all: I) -> Self {
        all.fold(Self::default(), |mut sum, one| {
            sum += one;
            sum
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn amounts_are_exact() {
        for (text, comma, millionths) in [
            ("0.0375", false, 37_500),
            ("0,0375", true, 37_500),
            ("12", true, 12_000_000),
            ("0.5", true, 500_000),
            (".5", false, 500_000),
            ("-3.000001", false, -3_000_001),
        ] {
            assert_eq!(Amount::read(text, comma), Some(Amount(millionths)), "{text}");
        }
        for text in ["", "-", ".", "1,5", "1.2.3", "1e3", "USD 1", "0.0000001", "+1"] {
            assert_eq!(Amount::read(text, false), None, "{text}");
        }
        for (text, comma, read) in
            [("1.250", true, false), ("1.250", false, true), ("0.125", true, true), ("1,250", true, true)]
        {
            assert_eq!(Amount::read(text, comma).is_some(), read, "{text}: it may be a thousand and more");
        }
        assert_eq!(Amount(37_500).times(3).shown(4), "0.1125");
        assert_eq!(
            (Amount(1_005_000).shown(2), Amount(-4_000).shown(2)),
            ("1.01".to_owned(), "0.00".to_owned())
        );
        assert_eq!(Amount(-12_345_678).shown(2), "-12.35");
        assert_eq!(Amount(2_000_000).gain_over(Amount(1_000_000)), Some(1.0));
    }
}
