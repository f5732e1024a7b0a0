//! The report as a table for programs: a row for each channel and each template.

use std::io::Write;

use crate::counts::Counts;
use crate::error::ReportError;
use crate::money::{Amount, Money, MoneyRow};
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

/// Besides, where the user gave prices or revenue.
const MONEY_HEADER: [&str; 5] = ["cost", "cost_currency", "revenue", "revenue_currency", "return"];
/// Of an amount: all digits that prices may have.
const DIGITS: u32 = 6;

impl Report {
    /// Writes a row for each channel and each template in each language. With prices or revenue it has their columns,
    /// and a row for each template in all languages: revenue is not known by language.
    ///
    /// # Errors
    /// Where it cannot be written.
    pub fn write_csv(&self, out: &mut dyn Write) -> Result<(), ReportError> {
        let mut writer = csv::Writer::from_writer(out);
        let money_header = self.money.iter().flat_map(|_| MONEY_HEADER);
        writer.write_record(HEADER.into_iter().chain(money_header)).map_err(into_io)?;
        for it in &self.channels {
            let names = ["channel", &it.account, &it.cust_space_id, &it.name, "", "", ""];
            let of_channel =
                |money: &Money| money.channels.iter().find(|row| row.id == it.cust_space_id).cloned();
            let fields = self.fields(names, &it.numbers, true);
            writer.write_record(self.with_money(fields, of_channel)).map_err(into_io)?;
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
            let fields = self.fields(names, &it.series, false);
            writer.write_record(self.with_money(fields, |_| None)).map_err(into_io)?;
        }
        for row in self.money.iter().flat_map(|money| &money.templates) {
            let names = ["template_all_languages", "", "", "", &row.id, &row.name, ""];
            let mut series = Series::new(self.period.days);
            self.templates.iter().filter(|it| it.code == row.id).for_each(|it| series += &it.series);
            let fields = self.fields(names, &series, false);
            writer.write_record(self.with_money(fields, |_| Some(row.clone()))).map_err(into_io)?;
        }
        Ok(writer.flush()?)
    }

    /// With the fields of money, where there is any; `row` finds what is known.
    fn with_money(
        &self,
        mut fields: Vec<String>,
        row: impl FnOnce(&Money) -> Option<MoneyRow>,
    ) -> Vec<String> {
        let Some(money) = &self.money else { return fields };
        let row = row(money).unwrap_or_default();
        let with_currency = |amount: Option<Amount>, currency: &Option<String>| {
            let shown = amount.map(|it| it.shown(DIGITS));
            [shown.clone().unwrap_or_default(), shown.and(currency.clone()).unwrap_or_default()]
        };
        fields.extend(with_currency(row.cost, &money.cost_currency));
        fields.extend(with_currency(row.revenue, &money.revenue_currency));
        fields.push(money.return_of(&row).map_or_else(String::new, |it| it.to_string()));
        fields
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
