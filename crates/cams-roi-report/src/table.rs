//! The report as a table for programs: a row for each channel and each template.

use std::io::Write;

use crate::counts::Counts;
use crate::error::ReportError;
use crate::report::Report;
use crate::subject::Series;

const HEADER: [&str; 19] = [
    "kind",
    "account",
    "cust_space_id",
    "channel_name",
    "template_code",
    "template_name",
    "language",
    "start",
    "end",
    "sent_count",
    "delivered_count",
    "read_count",
    "click_count",
    "delivery_rate",
    "read_rate",
    "click_rate",
    "sent_count_before",
    "delivered_count_before",
    "click_count_before",
];

impl Report {
    /// Writes a row for each channel and each template.
    ///
    /// # Errors
    /// Where it cannot be written.
    pub fn write_csv(&self, out: &mut dyn Write) -> Result<(), ReportError> {
        let mut writer = csv::Writer::from_writer(out);
        writer.write_record(HEADER).map_err(into_io)?;
        for it in &self.channels {
            let names = ["channel", &it.account, &it.cust_space_id, &it.name, "", "", ""];
            writer.write_record(self.fields(names, &it.numbers, true)).map_err(into_io)?;
        }
        for it in &self.templates {
            let names = [
                "template",
                &it.account,
                &it.cust_space_id,
                &it.channel_name,
                &it.code,
                &it.name,
                &it.language,
            ];
            writer.write_record(self.fields(names, &it.series, false)).map_err(into_io)?;
        }
        Ok(writer.flush()?)
    }

    fn fields(&self, names: [&str; 7], series: &Series, is_channel: bool) -> Vec<String> {
        let (now, before): (Counts, Counts) = (series.total(), series.before);
        let told = |count: i64| if is_channel { String::new() } else { count.to_string() };
        let rate = |rate: Option<f64>| rate.map_or_else(String::new, |rate| rate.to_string());
        let mut fields: Vec<String> = names.map(fit_for_spreadsheets).to_vec();
        fields.extend([self.period.first.to_string(), self.period.last().to_string()]);
        fields.extend([now.sent.to_string(), now.delivered.to_string(), told(now.read), told(now.clicks)]);
        fields.push(rate(now.delivery_rate()));
        fields.extend(
            [now.read_rate(), now.click_rate()].map(|it| if is_channel { String::new() } else { rate(it) }),
        );
        fields.extend([before.sent.to_string(), before.delivered.to_string(), told(before.clicks)]);
        fields
    }
}

/// A name that begins like a formula must not become one.
fn fit_for_spreadsheets(text: &str) -> String {
    if text.starts_with(['=', '+', '-', '@', '\t', '\r']) { format!("'{text}") } else { text.to_owned() }
}

fn into_io(error: csv::Error) -> std::io::Error {
    match error.into_kind() {
        csv::ErrorKind::Io(error) => error,
        other => std::io::Error::other(format!("{other:?}")),
    }
}
