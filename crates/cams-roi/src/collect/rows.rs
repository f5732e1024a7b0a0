//! Rows as people use them: with their channel, the sum of clicks, and rates.

use crate::operations::{MetricsRow, MetricsTarget, PhoneNumberMetric, TemplateMetric};

/// The row of a phone number.
pub(super) fn of_phone_number(cust_space_id: &str, row: PhoneNumberMetric) -> MetricsRow {
    MetricsRow {
        cust_space_id: cust_space_id.to_owned(),
        phone_number: Some(row.phone_number).filter(|number| !number.is_empty()),
        template_code: None,
        template_name: None,
        language: None,
        start: row.start,
        end: row.end,
        sent_count: row.sent_count,
        delivered_count: row.delivered_count,
        read_count: None,
        click_count: None,
        clicks: Vec::new(),
        delivery_rate: rate(row.delivered_count, row.sent_count),
        read_rate: None,
        click_rate: None,
    }
}

/// The row of a template. What the service left out of it is what was asked for.
pub(super) fn of_template(target: &MetricsTarget, row: TemplateMetric) -> MetricsRow {
    let given = |text: String, asked: &Option<String>| {
        if text.is_empty() { asked.clone() } else { Some(text) }
    };
    let clicks = row.clicks.iter().map(|button| button.count).fold(0, i64::saturating_add);
    MetricsRow {
        cust_space_id: target.cust_space_id.clone(),
        phone_number: None,
        template_code: given(row.template_code, &target.template_code),
        template_name: target.template_name.clone(),
        language: given(row.language, &target.language),
        start: row.start,
        end: row.end,
        sent_count: row.sent_count,
        delivered_count: row.delivered_count,
        read_count: Some(row.read_count),
        click_count: Some(clicks),
        delivery_rate: rate(row.delivered_count, row.sent_count),
        read_rate: rate(row.read_count, row.delivered_count),
        click_rate: rate(clicks, row.delivered_count),
        clicks: row.clicks,
    }
}

/// A part of a whole; nothing where there is no whole.
#[allow(clippy::cast_precision_loss, reason = "counts of messages are far below 2^53")]
fn rate(part: i64, whole: i64) -> Option<f64> {
    (whole > 0).then(|| part as f64 / whole as f64)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_rate_is_not_there_where_nothing_divides() {
        assert_eq!(rate(1, 4), Some(0.25));
        assert_eq!(rate(0, 4), Some(0.0));
        assert_eq!(rate(3, 0), None);
        assert_eq!(rate(0, -1), None);
    }

    #[test]
    fn a_template_s_row_has_what_was_asked_for_and_the_sum_of_clicks() {
        let row: TemplateMetric = serde_json::from_str(
            r#"{"Start":0,"End":86400000,"SentCount":10,"DeliveredCount":8,"ReadCount":4,
                "Cliented":[{"Count":1,"Type":"url_button"},{"Count":2,"Type":"quick_relpy_button"}]}"#,
        )
        .unwrap();
        let target = MetricsTarget::new("cams-1").template_code("7").language("en").template_name("sale");
        let row = of_template(&target, row);
        assert_eq!((row.template_code.as_deref(), row.language.as_deref()), (Some("7"), Some("en")));
        assert_eq!((row.template_name.as_deref(), row.click_count), (Some("sale"), Some(3)));
        assert_eq!((row.delivery_rate, row.read_rate, row.click_rate), (Some(0.8), Some(0.5), Some(0.375)));
    }
}
