//! How many calls a second a client makes, as it is told.

use crate::catalogue;
use crate::error::Error;

/// How many calls a second a client makes, for all operations or for each.
///
/// A limit may be a fraction: half a call a second is one call in two seconds. Where clients of one process and
/// account have different limits, the lowest counts for all of them, operation by operation.
///
/// ```
/// use cams_roi::{Client, RateLimit};
///
/// # fn example() -> Result<(), cams_roi::Error> {
/// // A quarter of what the service allows, for each of four programs.
/// let quarter = RateLimit::documented()
///     .operation("EnableWhatsappROIMetric", RateLimit::per_second(1.25))
///     .operation("GetChatappPhoneNumberMetric", RateLimit::per_second(12.5));
/// let client = Client::builder().rate_limit(quarter).build()?;
/// # Ok(())
/// # }
/// ```
#[derive(Clone, Debug, Default, PartialEq)]
pub struct RateLimit {
    others: Limit,
    operations: Vec<(String, Limit)>,
}

#[derive(Clone, Copy, Debug, Default, PartialEq)]
enum Limit {
    #[default]
    Documented,
    PerSecond(f64),
    Off,
}

impl RateLimit {
    /// What the service documents for each operation; the default.
    #[must_use]
    pub fn documented() -> Self {
        Self::default()
    }

    /// This many a second for each operation: for accounts that were granted another limit, or that other programs use
    /// too. It must be more than zero.
    #[must_use]
    pub fn per_second(calls: impl Into<f64>) -> Self {
        Self { others: Limit::PerSecond(calls.into()), operations: Vec::new() }
    }

    /// No limit here: the service throttles, or somebody else keeps to its limits.
    #[must_use]
    pub fn off() -> Self {
        Self { others: Limit::Off, operations: Vec::new() }
    }

    /// Another limit for the operation of this name, for example `EnableWhatsappROIMetric`. A name that is like that of a
    /// known operation, and none, is refused; one that is like none is taken for a newer operation, with a warning.
    #[must_use]
    pub fn operation(mut self, name: impl Into<String>, limit: Self) -> Self {
        let name = name.into();
        let Self { others, operations } = limit;
        let own = operations.into_iter().find(|(other, _)| *other == name).map_or(others, |(_, limit)| limit);
        self.operations.retain(|(other, _)| *other != name);
        self.operations.push((name, own));
        self
    }

    fn of(&self, operation: &str) -> Limit {
        let own = self.operations.iter().find(|(name, _)| name == operation);
        own.map_or(self.others, |(_, limit)| *limit)
    }

    /// The calls a second of an operation whose documented limit is `documented`.
    pub(crate) fn calls_per_second(&self, operation: &str, documented: Option<u32>) -> Option<f64> {
        match self.of(operation) {
            Limit::Documented => documented.map(f64::from),
            Limit::PerSecond(calls) => Some(calls),
            Limit::Off => None,
        }
    }

    /// Refuses what cannot be kept.
    pub(crate) fn check(&self) -> Result<(), Error> {
        const HINT: &str =
            "Give calls a second as a number above 0, such as 5 or 1.25, or turn the limit off.";
        let limits = self.operations.iter().map(|(name, limit)| (Some(name), *limit));
        for (operation, limit) in std::iter::once((None, self.others)).chain(limits) {
            let what = operation.map_or("rate_limit".to_owned(), |name| format!("rate_limit of {name:?}"));
            if let Some(name) = operation {
                check_name(name)?;
            }
            match limit {
                Limit::PerSecond(0.0) => return Err(Error::configuration(format!("{what} is zero"), HINT)),
                Limit::PerSecond(calls) if !(calls.is_finite() && calls > 0.0) => {
                    return Err(Error::configuration(format!("{what} is {calls}"), HINT));
                }
                _ => {}
            }
        }
        Ok(())
    }
}

/// A limit of an operation that is never called would be kept by nobody.
fn check_name(name: &str) -> Result<(), Error> {
    if catalogue::operation(name).is_some() {
        return Ok(());
    }
    if let Some(meant) = catalogue::operation_like(name) {
        return Err(Error::configuration(
            format!("rate_limit names the operation {name:?}, which does not exist"),
            format!("Did you mean {meant}?"),
        ));
    }
    if name.is_empty() || !name.bytes().all(|byte| byte.is_ascii_alphanumeric()) {
        return Err(Error::configuration(
            format!("rate_limit names {name:?}, which is not an operation's name"),
            "Give the name as the API documentation writes it, for example EnableWhatsappROIMetric.",
        ));
    }
    tracing::warn!(operation = name, "rate_limit names an operation that this version does not know");
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_operation_has_its_own_limit_or_that_of_all() {
        let limit = RateLimit::per_second(3)
            .operation("A", RateLimit::per_second(1.25))
            .operation("B", RateLimit::off())
            .operation("C", RateLimit::documented())
            .operation("D", RateLimit::per_second(7))
            .operation("D", RateLimit::per_second(8));
        let of = |name: &str| limit.calls_per_second(name, Some(50));
        assert_eq!(["A", "B", "C", "D", "E"].map(of), [Some(1.25), None, Some(50.0), Some(8.0), Some(3.0)]);
        assert_eq!(RateLimit::documented().calls_per_second("A", None), None);
        limit.check().unwrap();
    }

    #[test]
    fn a_limit_that_cannot_be_kept_says_which_and_what_is_allowed() {
        let of = |calls: f64| RateLimit::documented().operation("Op", RateLimit::per_second(calls));
        for (limit, message) in [
            (RateLimit::per_second(0), "rate_limit is zero"),
            (RateLimit::per_second(-1), "rate_limit is -1"),
            (RateLimit::per_second(f64::NAN), "rate_limit is NaN"),
            (RateLimit::per_second(f64::INFINITY), "rate_limit is inf"),
            (of(0.0), "rate_limit of \"Op\" is zero"),
            (of(-0.5), "rate_limit of \"Op\" is -0.5"),
            (
                RateLimit::off().operation("EnableWhatsappRoiMetric", RateLimit::off()),
                "rate_limit names the operation \"EnableWhatsappRoiMetric\", which does not exist",
            ),
            (
                RateLimit::off().operation("enable_whatsap_roi_metric", RateLimit::off()),
                "rate_limit names the operation \"enable_whatsap_roi_metric\", which does not exist",
            ),
            (
                RateLimit::off().operation("enable many", RateLimit::off()),
                "rate_limit names \"enable many\", which is not an operation's name",
            ),
        ] {
            assert_eq!(limit.check().unwrap_err().message(), message);
        }
    }
}
