//! `--rate-limit`: how many calls a second are made, of all operations or of one.

use cams_roi::RateLimit;

/// What one `--rate-limit` says.
#[derive(Clone, Debug)]
pub(super) struct OneLimit {
    /// `None`: of all operations.
    operation: Option<String>,
    limit: RateLimit,
}

/// The last word about all operations counts, and any about one of them.
pub(super) fn rate_limit(limits: &[OneLimit]) -> RateLimit {
    let of_all = limits.iter().rev().find(|limit| limit.operation.is_none());
    let all = of_all.map_or_else(RateLimit::documented, |limit| limit.limit.clone());
    limits.iter().fold(all, |all, OneLimit { operation, limit }| match operation {
        Some(name) => all.operation(name, limit.clone()),
        None => all,
    })
}

pub(super) fn parse_rate_limit(text: &str) -> Result<OneLimit, String> {
    let (operation, limit) = match text.split_once('=') {
        Some((name, limit)) => (Some(name.trim().to_owned()), limit.trim()),
        None => (None, text.trim()),
    };
    let limit = match limit {
        "off" => RateLimit::off(),
        number => {
            let calls: f64 = number.parse().map_err(|_| {
                "give calls a second as a number above 0, such as 5 or 1.25, or off; for one operation \
                 OPERATION=N, for example EnableWhatsappROIMetric=1.25"
                    .to_owned()
            })?;
            RateLimit::per_second(calls)
        }
    };
    Ok(OneLimit { operation, limit })
}
