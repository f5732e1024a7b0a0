//! Reads a report out of a store, row by row: it takes as much memory as there are channels and templates.

use std::collections::{BTreeMap, BTreeSet};

use cams_roi_store::{CountRow, RowFilter, Store, StoreError, Value};

use crate::attention;
use crate::counts::Counts;
use crate::error::ReportError;
use crate::money::{Money, Prices, Revenue};
use crate::period::Period;
use crate::reach::Reach;
use crate::report::{LastRun, Report, ReportOptions};
use crate::subject::{Button, Channel, Series, Template};

/// Account and channel.
type ChannelKey = (String, String);
/// Account, channel, template and language.
type TemplateKey = (String, String, String, String);

struct Gathered {
    period: Period,
    channels: BTreeMap<ChannelKey, Channel>,
    templates: BTreeMap<TemplateKey, Template>,
    /// By text and kind.
    buttons: BTreeMap<String, BTreeMap<String, Button>>,
    /// Of the phone numbers or the template whose rows are read.
    open: Option<(TemplateKey, Series)>,
    numbers: Series,
    all_templates: Series,
}

impl Report {
    /// Reads the report.
    ///
    /// # Errors
    /// Where the store fails, or the user's files name what the store does not know.
    pub fn read(
        store: &mut Store,
        options: &ReportOptions,
        prices: Option<&Prices>,
        revenue: Option<&Revenue>,
    ) -> Result<Self, ReportError> {
        let period = Period::ending(options.until, options.days);
        let mut gathered = Gathered {
            period,
            channels: BTreeMap::new(),
            templates: BTreeMap::new(),
            buttons: BTreeMap::new(),
            open: None,
            numbers: Series::new(period.days),
            all_templates: Series::new(period.days),
        };
        let account = options.account.as_deref();
        account.map_or(Ok(()), |account| store.check_account(account))?;
        gathered.read_names(store, account)?;
        let granularity = granularity(store)?;
        let reach = Reach::read(store, account, granularity, &period)?;
        let from = if reach.compares { period.before().start() } else { period.start() };
        let filter = RowFilter {
            account: options.account.clone(),
            granularity: Some(granularity.to_owned()),
            from: Some(from),
            until: Some(period.end()),
        };
        store.each_count(&filter, |row| {
            gathered.add(&row);
            Ok(())
        })?;
        gathered.close();
        gathered.report(store, options, reach, prices, revenue)
    }
}

/// Days where there are any; else half hours are added up.
fn granularity(store: &mut Store) -> Result<&'static str, StoreError> {
    let mut granularity = "HALF_HOUR";
    store.query("select 1 from metrics where granularity = 'DAILY' limit 1", &[], |_| {
        granularity = "DAILY";
        Ok(())
    })?;
    Ok(granularity)
}

impl Gathered {
    fn read_names(&mut self, store: &mut Store, account: Option<&str>) -> Result<(), StoreError> {
        let is_meant = |row: &[Value]| account.is_none_or(|account| account == row[0].text());
        let text = |row: &[Value], column: usize| row[column].text().to_owned();
        let days = self.period.days;
        let channels = "select account, cust_space_id, name, first_seen from channels";
        store.query(channels, &[], |row| {
            if is_meant(row) {
                let channel = self.channel((text(row, 0), text(row, 1)));
                channel.name = text(row, 2);
                channel.first_seen = Some(row[3].time());
            }
            Ok(())
        })?;
        let numbers = "select account, cust_space_id, phone_number from phone_numbers order by phone_number";
        store.query(numbers, &[], |row| {
            if is_meant(row) {
                self.channel((text(row, 0), text(row, 1))).phone_numbers.push(text(row, 2));
            }
            Ok(())
        })?;
        let templates = "select account, cust_space_id, template_code, language, template_name, category \
                         from templates where category = 'MARKETING'";
        store.query(templates, &[], |row| {
            if is_meant(row) {
                let key = (text(row, 0), text(row, 1), text(row, 2), text(row, 3));
                let template = new_template(&key, text(row, 4), text(row, 5), days);
                self.templates.insert(key, template);
            }
            Ok(())
        })?;
        // Looked up one by one: to read all of the rows for it would take longer than the report.
        let ever = "select account, cust_space_id from channels c where exists (select 1 from metrics m \
                    where m.account = c.account and m.cust_space_id = c.cust_space_id)";
        store.query(ever, &[], |row| {
            if is_meant(row) {
                self.channel((text(row, 0), text(row, 1))).has_metrics = true;
            }
            Ok(())
        })
    }

    fn channel(&mut self, key: ChannelKey) -> &mut Channel {
        let days = self.period.days;
        self.channels.entry(key).or_insert_with_key(|(account, cust_space_id)| Channel {
            account: account.clone(),
            cust_space_id: cust_space_id.clone(),
            numbers: Series::new(days),
            templates: Series::new(days),
            ..Channel::default()
        })
    }

    fn add(&mut self, row: &CountRow<'_>) {
        let is_open = self.open.as_ref().is_some_and(|((account, channel, code, language), _)| {
            (account.as_str(), channel.as_str(), code.as_str(), language.as_str())
                == (row.account, row.cust_space_id, row.template_code, row.language)
        });
        if !is_open {
            self.close();
            let key = [row.account, row.cust_space_id, row.template_code, row.language].map(str::to_owned);
            self.open = Some((key.into(), Series::new(self.period.days)));
        }
        let day = self.period.day_of(row.period_start);
        let counts = Counts {
            sent: row.sent_count,
            delivered: row.delivered_count,
            read: row.read_count.unwrap_or_default(),
            clicks: row.click_count.unwrap_or_default(),
        };
        if let Some((_, series)) = &mut self.open {
            series.add(day, counts);
        }
        let buttons = &mut self.buttons;
        row.each_button(|text, kind, clicks| {
            // Looked up first: texts are copied once, not once a row.
            let known = buttons.get_mut(text).and_then(|kinds| kinds.get_mut(kind));
            let button = match known {
                Some(button) => button,
                None => {
                    buttons.entry(text.to_owned()).or_default().entry(kind.to_owned()).or_insert_with(|| {
                        Button { text: text.to_owned(), kind: kind.to_owned(), ..Button::default() }
                    })
                }
            };
            let sum = if day.is_some() { &mut button.clicks } else { &mut button.before };
            *sum = sum.saturating_add(clicks);
        });
    }

    /// Adds what was read of one phone number list or template to all that it is part of.
    fn close(&mut self) {
        let Some((key, series)) = self.open.take() else { return };
        let is_template = !key.2.is_empty();
        let channel = self.channel((key.0.clone(), key.1.clone()));
        channel.has_metrics = true;
        if !is_template {
            channel.numbers += &series;
            self.numbers += &series;
            return;
        }
        channel.templates += &series;
        self.all_templates += &series;
        let days = self.period.days;
        let template = self
            .templates
            .entry(key)
            .or_insert_with_key(|key| new_template(key, String::new(), String::new(), days));
        template.series += &series;
    }

    fn report(
        self,
        store: &mut Store,
        options: &ReportOptions,
        reach: Reach,
        prices: Option<&Prices>,
        revenue: Option<&Revenue>,
    ) -> Result<Report, ReportError> {
        let last_run = last_run(store, options.account.as_deref())?;
        let mut channels: Vec<Channel> = self.channels.into_values().collect();
        let mut templates: Vec<Template> = self.templates.into_values().collect();
        let names: BTreeMap<_, _> = channels
            .iter()
            .map(|it| ((it.account.as_str(), it.cust_space_id.as_str()), it.name.clone()))
            .collect();
        for template in &mut templates {
            let key = (template.account.as_str(), template.cust_space_id.as_str());
            template.channel_name = names.get(&key).cloned().unwrap_or_default();
        }
        drop(names);
        let sent = |series: &Series| series.total().sent.saturating_add(series.total().clicks);
        channels.sort_by_cached_key(|it| std::cmp::Reverse((sent(&it.numbers), sent(&it.templates))));
        templates.sort_by_cached_key(|it| std::cmp::Reverse(sent(&it.series)));
        let mut buttons: Vec<Button> = self.buttons.into_values().flat_map(BTreeMap::into_values).collect();
        buttons.sort_by_key(|it| std::cmp::Reverse((it.clicks, it.before)));
        let money = match (prices, revenue) {
            (None, None) => None,
            _ => Some(Money::of(&channels, &templates, &self.period, prices, revenue)?),
        };
        let accounts: BTreeSet<String> = channels.iter().map(|it| it.account.clone()).collect();
        Ok(Report {
            period: self.period,
            by: options.by,
            accounts: accounts.into_iter().collect(),
            attention: attention::found(&channels, &templates, &self.period),
            channels,
            templates,
            buttons,
            numbers: self.numbers,
            all_templates: self.all_templates,
            last_run,
            reach,
            money,
        })
    }
}

fn new_template(key: &TemplateKey, name: String, category: String, days: usize) -> Template {
    let (account, cust_space_id, code, language) = key.clone();
    let series = Series::new(days);
    Template { account, cust_space_id, code, language, name, category, series, ..Template::default() }
}

fn last_run(store: &mut Store, account: Option<&str>) -> Result<Option<LastRun>, StoreError> {
    let mut last = None;
    let runs = "select started_at, status, failures, account from runs order by started_at";
    store.query(runs, &[], |row| {
        if account.is_none_or(|account| account == row[3].text()) {
            last = Some(LastRun {
                started_at: row[0].time(),
                status: row[1].text().to_owned(),
                failures: row[2].integer().unwrap_or_default(),
            });
        }
        Ok(())
    })?;
    Ok(last)
}
