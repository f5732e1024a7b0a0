//! What came of a query, as the store keeps it.

use std::time::SystemTime;

use cams_roi::Error;
use cams_roi::operations::{CollectedMetrics, MetricsRow as CollectedRow};
use cams_roi_store::{Answer, ButtonClicks, FailedQuery, MetricsRow, Span, Subject};
use jiff::Timestamp;

/// A time of the library.
fn time(time: SystemTime) -> Timestamp {
    Timestamp::try_from(time).unwrap_or(Timestamp::UNIX_EPOCH)
}

/// The rows, or why there are none.
pub(super) fn read(result: CollectedMetrics, granularity: &str) -> Result<Answer, Box<(FailedQuery, Error)>> {
    let subject = Subject {
        cust_space_id: result.cust_space_id,
        phone_number: result.phone_number.unwrap_or_default(),
        template_code: result.template_code.unwrap_or_default(),
        language: result.language.unwrap_or_default(),
    };
    let span = Span { from: time(result.start), until: time(result.end) };
    if let Some(error) = result.error {
        return Err(Box::new((failed(subject, span, &error), error)));
    }
    let rows = result.rows.into_iter().map(|it| row(it, granularity)).collect();
    Ok(Answer { subject, span, granularity: granularity.to_owned(), rows })
}

/// A query that failed.
pub(super) fn failed(subject: Subject, span: Span, error: &Error) -> FailedQuery {
    FailedQuery {
        subject,
        span,
        kind: error.kind().as_str().to_owned(),
        code: error.code().unwrap_or_default().to_owned(),
        message: error.to_string(),
        request_id: error.request_id().unwrap_or_default().to_owned(),
    }
}

fn row(row: CollectedRow, granularity: &str) -> MetricsRow {
    let is_template = row.template_code.is_some();
    let clicks = row.clicks.into_iter().map(|it| ButtonClicks {
        button: it.button_content,
        button_type: it.button_type.as_str().to_owned(),
        count: it.count,
    });
    MetricsRow {
        cust_space_id: row.cust_space_id,
        phone_number: row.phone_number.unwrap_or_default(),
        template_code: row.template_code.unwrap_or_default(),
        language: row.language.unwrap_or_default(),
        granularity: granularity.to_owned(),
        period_start: time(row.start),
        period_end: time(row.end),
        sent_count: row.sent_count,
        delivered_count: row.delivered_count,
        read_count: row.read_count,
        clicks: is_template.then(|| clicks.collect()),
    }
}
