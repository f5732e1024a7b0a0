//! `cams-roi export`: the rows of a store, one by one.

use std::io::Write;
use std::path::{Path, PathBuf};

use cams_roi_store::{Access, KeptRow, RowFilter, StoreError};
use jiff::civil::Date;
use jiff::tz::TimeZone;
use serde_json::json;
use tokio::sync::mpsc;

use crate::collect::parse_day;
use crate::failure::Failure;
use crate::output::say;
use crate::output_file::OutputFile;
use crate::store::{StoreArgs, StoreThread, check_apart};
use crate::text::counted;

/// So much is handed on at once.
const CHUNK_BYTES: usize = 64 * 1024;
/// So many chunks may wait for whoever writes them.
const MOST_WAITING: usize = 8;

/// What `export` takes.
#[derive(Debug, clap::Args)]
#[command(after_help = "\
Examples:
  cams-roi export --output rows.csv
  cams-roi export --start 2026-11-01 --until 2026-12-01 --output rows.jsonl
  cams-roi export --output - | head

Rows go out as they are read, in the order of their key: account, channel, number or template and language, time.")]
pub(crate) struct ExportArgs {
    #[command(flatten)]
    store: StoreArgs,
    /// One account alone, as collect --account named it [default: all]
    #[arg(long, value_name = "NAME")]
    account: Option<String>,
    /// Rows that begin on this day or later, such as 2026-11-01
    #[arg(long, value_name = "DAY", value_parser = parse_day)]
    start: Option<Date>,
    /// Rows that begin before this day
    #[arg(long, value_name = "DAY", value_parser = parse_day)]
    until: Option<Date>,
    /// Where it goes: a file that ends in .csv or .jsonl, or - for CSV on standard output
    #[arg(long, value_name = "FILE|-")]
    output: PathBuf,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Form {
    Csv,
    JsonLines,
}

const HEADER: &str = "account,cust_space_id,channel_name,phone_number,template_code,template_name,category,language,\
                      granularity,start,end,sent_count,delivered_count,read_count,click_count,clicks,first_seen,\
                      last_changed,revisions\n";

impl ExportArgs {
    /// Writes the rows.
    pub(crate) async fn run(self, out: &mut dyn Write) -> Result<(), Failure> {
        let form = form(&self.output)?;
        if let (Some(start), Some(until)) = (self.start, self.until)
            && start >= until
        {
            return Err(Failure::usage(
                format!("--start {start} is not before --until {until}"),
                "Give a later day as --until: it is the first one that is left out.",
            ));
        }
        let midnight =
            |date: Option<Date>| date.and_then(|date| TimeZone::UTC.to_timestamp(date.at(0, 0, 0, 0)).ok());
        let filter = RowFilter {
            account: self.account,
            granularity: None,
            from: midnight(self.start),
            until: midnight(self.until),
        };
        let location = self.store.location()?;
        check_apart(&self.output, "--store", location.file())?;
        let store = StoreThread::open(location, Access::Read).await?;
        if let Some(account) = filter.account.clone() {
            store.call(move |store| store.check_account(&account)).await?;
        }
        let path = self.output;
        if path.as_os_str() == "-" {
            copy(&store, filter, form, out).await?;
            return Ok(());
        }
        let mut file = OutputFile::create(&path)?;
        let rows = copy(&store, filter, form, &mut file).await.map_err(|failure| file.failure(failure))?;
        file.finish()?;
        say(&format!("{} written to {}", counted(rows, "row"), path.display()));
        Ok(())
    }
}

/// Copies rows as they are read; how many there were.
async fn copy(
    store: &StoreThread,
    filter: RowFilter,
    form: Form,
    out: &mut dyn Write,
) -> Result<usize, Failure> {
    let (chunks, mut waiting) = mpsc::channel::<Vec<u8>>(MOST_WAITING);
    let read = store.call(move |store| {
        let mut buffer = if form == Form::Csv { HEADER.as_bytes().to_vec() } else { Vec::new() };
        let mut rows = 0;
        store.each_row(&filter, |row| {
            rows += 1;
            write_row(&row, form, &mut buffer).map_err(|_| StoreError::stopped())?;
            if buffer.len() >= CHUNK_BYTES {
                chunks.blocking_send(std::mem::take(&mut buffer)).map_err(|_| StoreError::stopped())?;
            }
            Ok(())
        })?;
        chunks.blocking_send(buffer).map_err(|_| StoreError::stopped())?;
        Ok(rows)
    });
    let write = async move {
        while let Some(chunk) = waiting.recv().await {
            out.write_all(&chunk)?;
        }
        Ok::<(), Failure>(())
    };
    // Where the output fails, its receiver goes with it, and that ends the reading.
    let (rows, written) = futures_util::future::join(read, write).await;
    written?;
    rows
}

fn write_row(kept: &KeptRow, form: Form, out: &mut Vec<u8>) -> Result<(), csv::Error> {
    let row = &kept.row;
    let clicks = row.clicks.as_ref().map(|clicks| {
        let each =
            clicks.iter().map(|it| json!({ "button": it.button, "type": it.button_type, "count": it.count }));
        each.collect::<serde_json::Value>()
    });
    if form == Form::JsonLines {
        let given = |text: &str| (!text.is_empty()).then(|| text.to_owned());
        let line = json!({
            "account": kept.account, "cust_space_id": row.cust_space_id, "channel_name": given(&kept.channel_name),
            "phone_number": given(&row.phone_number), "template_code": given(&row.template_code),
            "template_name": given(&kept.template_name), "category": given(&kept.category),
            "language": given(&row.language), "granularity": row.granularity,
            "start": row.period_start.to_string(), "end": row.period_end.to_string(),
            "sent_count": row.sent_count, "delivered_count": row.delivered_count, "read_count": row.read_count,
            "click_count": row.click_count(), "clicks": clicks, "first_seen": kept.first_seen.to_string(),
            "last_changed": kept.last_changed.to_string(), "revisions": kept.revisions,
        });
        writeln!(out, "{line}")?;
        return Ok(());
    }
    let told = |count: Option<i64>| count.map_or_else(String::new, |it| it.to_string());
    let mut writer = csv::Writer::from_writer(out);
    writer.write_record([
        &kept.account,
        &row.cust_space_id,
        &kept.channel_name,
        &row.phone_number,
        &row.template_code,
        &kept.template_name,
        &kept.category,
        &row.language,
        &row.granularity,
        &row.period_start.to_string(),
        &row.period_end.to_string(),
        &row.sent_count.to_string(),
        &row.delivered_count.to_string(),
        &told(row.read_count),
        &told(row.click_count()),
        &clicks.map_or_else(String::new, |it| it.to_string()),
        &kept.first_seen.to_string(),
        &kept.last_changed.to_string(),
        &kept.revisions.to_string(),
    ])?;
    Ok(writer.flush()?)
}

fn form(output: &Path) -> Result<Form, Failure> {
    let extension = output.extension().map(std::ffi::OsStr::to_ascii_lowercase);
    match extension.as_ref().and_then(|it| it.to_str()) {
        Some("csv") => Ok(Form::Csv),
        Some("jsonl" | "ndjson") => Ok(Form::JsonLines),
        _ if output.as_os_str() == "-" => Ok(Form::Csv),
        _ => Err(Failure::usage(
            format!("--output {} has an unknown kind", output.display()),
            "Give a file that ends in .csv or .jsonl, or - for CSV on standard output.",
        )),
    }
}
