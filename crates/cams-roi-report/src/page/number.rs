//! Numbers as people read them.

use maud::{Markup, html};

/// `1,234,567`.
pub(super) fn count(number: i64) -> String {
    let digits = number.unsigned_abs().to_string();
    let mut grouped = String::new();
    for (place, digit) in digits.char_indices() {
        if place > 0 && (digits.len() - place).is_multiple_of(3) {
            grouped.push(',');
        }
        grouped.push(digit);
    }
    if number < 0 { format!("-{grouped}") } else { grouped }
}

/// `196.6k`, so that it fits beside a picture; whoever wants it exactly has the table.
#[allow(clippy::cast_precision_loss, reason = "it is rounded")]
pub(super) fn short(number: i64) -> String {
    match number {
        ..10_000 => count(number),
        10_000..999_950 => format!("{:.1}k", number as f64 / 1e3),
        999_950..999_950_000 => format!("{:.1}M", number as f64 / 1e6),
        _ => format!("{:.1}bn", number as f64 / 1e9),
    }
}

/// `41.2 %`, or a dash where there is nothing to divide by.
pub(super) fn percent(rate: Option<f64>) -> String {
    rate.map_or_else(|| "–".to_owned(), |rate| format!("{:.1} %", rate * 100.0))
}

/// How much a count differs from the one before, in words too: colour alone says nothing to some.
pub(super) fn change(now: i64, before: i64) -> Markup {
    let Some(rate) = crate::counts::rate(now.saturating_sub(before), before) else {
        return html! { span.soft { @if now > 0 { "nothing to compare with" } @else { "as before" } } };
    };
    html! {
        @if rate > 0.0005 { span.up { "▲\u{a0}" (percent(Some(rate))) " more than before" } }
        @else if rate < -0.0005 { span.down { "▼\u{a0}" (percent(Some(-rate))) " less than before" } }
        @else { span.soft { "as before" } }
    }
}

/// How much a rate differs from the one before, in points.
pub(super) fn points(now: Option<f64>, before: Option<f64>) -> Markup {
    let (Some(now), Some(before)) = (now, before) else { return html! {} };
    let points = (now - before) * 100.0;
    html! {
        @if points > 0.05 { span.up { "▲\u{a0}" (format!("{points:.1}")) " points" } }
        @else if points < -0.05 { span.down { "▼\u{a0}" (format!("{:.1}", -points)) " points" } }
        @else { span.soft { "as before" } }
    }
}

/// A place in a picture: two digits behind the point are enough.
pub(super) fn place(value: f64) -> String {
    format!("{value:.2}")
}

/// A part of a length.
#[allow(clippy::cast_precision_loss, reason = "a picture")]
pub(super) fn scaled(value: i64, most: i64, length: f64) -> f64 {
    if most <= 0 { 0.0 } else { value.max(0) as f64 / most as f64 * length }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_grouped() {
        for (number, text) in [(0, "0"), (999, "999"), (1000, "1,000"), (-1_234_567, "-1,234,567")] {
            assert_eq!(count(number), text);
        }
        for (number, text) in [
            (9_999, "9,999"),
            (196_555, "196.6k"),
            (999_950, "1.0M"),
            (2_657_581, "2.7M"),
            (12_000_000_000, "12.0bn"),
        ] {
            assert_eq!(short(number), text);
        }
        assert_eq!((percent(Some(0.4125)), percent(None)), ("41.2 %".to_owned(), "–".to_owned()));
        assert!(change(5, 10).into_string().contains("50.0 % less"));
        assert!(change(5, 0).into_string().contains("nothing to compare with"));
    }
}
