//! `cams-roi report`: what the store says, for people.

use std::io::Write;
use std::path::{Path, PathBuf};

use cams_roi_report::{By, Prices, Report, ReportError, ReportOptions, Revenue};
use cams_roi_store::Access;
use clap::ValueEnum;
use jiff::Timestamp;
use jiff::civil::Date;
use jiff::tz::TimeZone;

use crate::collect::{parse_day, parse_days};
use crate::exit::Exit;
use crate::failure::Failure;
use crate::output::say;
use crate::output_file::OutputFile;
use crate::store::{StoreArgs, StoreThread, check_apart, doubled_note};

/// What `report` takes.
#[derive(Debug, clap::Args)]
#[command(after_help = "\
Examples:
  cams-roi report
  cams-roi report --since 90d --by week --output report.html
  cams-roi report --prices prices.csv --revenue revenue.csv --output text

The page is one file that needs no network and no script. The table (report.csv) has a row for each channel and each template.

prices.csv has the columns price and currency, and any of template, category and country_prefix (of the channel's own numbers); revenue.csv has day, revenue, currency, and template or channel. Separators are commas or semicolons.")]
pub(crate) struct ReportArgs {
    #[command(flatten)]
    store: StoreArgs,
    /// One account alone, as collect --account named it [default: all]
    #[arg(long, value_name = "NAME")]
    account: Option<String>,
    /// How many days; as many before them are held beside them
    #[arg(long, value_name = "DAYS", value_parser = parse_days, allow_hyphen_values = true, default_value = "28d")]
    since: i64,
    /// Only days before this one, such as 2026-11-01 [default: today]
    #[arg(long, value_name = "DAY", value_parser = parse_day)]
    until: Option<Date>,
    /// Lines by day, or by week
    #[arg(long, value_enum, default_value_t, value_name = "TIME")]
    by: ByArg,
    /// What a delivered message costs
    #[arg(long, value_name = "FILE")]
    prices: Option<PathBuf>,
    /// What came in by day
    #[arg(long, value_name = "FILE")]
    revenue: Option<PathBuf>,
    /// Where it goes: a file that ends in .html or .csv, - for the page on standard output, or text for a short text
    #[arg(long, value_name = "FILE|-|text", default_value = "report.html")]
    output: PathBuf,
}

/// Over which time lines are drawn.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
enum ByArg {
    /// Each day for itself.
    #[default]
    Day,
    /// Seven days together.
    Week,
}

/// What is written.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Form {
    Page,
    Table,
    Text,
}

impl ReportArgs {
    /// Writes the report.
    pub(crate) async fn run(self, out: &mut dyn Write) -> Result<Exit, Failure> {
        let form = form(&self.output)?;
        let location = self.store.location()?;
        let days = usize::try_from(self.since).ok().filter(|days| *days > 0).ok_or_else(|| {
            Failure::usage("--since leaves no day to report", "Give --since as 1d or more.")
        })?;
        check_apart(&self.output, "--store", location.file())?;
        check_apart(&self.output, "--prices", self.prices.as_deref())?;
        check_apart(&self.output, "--revenue", self.revenue.as_deref())?;
        let prices = read(self.prices.as_deref(), Prices::read)?;
        let revenue = read(self.revenue.as_deref(), Revenue::read)?;
        let options = ReportOptions {
            days,
            until: self.until.unwrap_or_else(|| TimeZone::UTC.to_datetime(Timestamp::now()).date()),
            by: if self.by == ByArg::Week { By::Week } else { By::Day },
            account: self.account,
        };
        let store = StoreThread::open(location, Access::Read).await?;
        if options.account.is_none() {
            let channels = store.call(cams_roi_store::Store::channels_of_several_accounts).await?;
            if let Some(note) = doubled_note(&channels, None) {
                say(&note);
            }
        }
        // What the store cannot do and what the files get wrong are different failures.
        let report = store
            .call(move |store| Ok(Report::read(store, &options, prices.as_ref(), revenue.as_ref())))
            .await??;
        if form == Form::Text || self.output.as_os_str() == "-" {
            write(&report, form, out)?;
            return Ok(Exit::Done);
        }
        write_file(&report, form, &self.output)?;
        say(&format!("written to {}", self.output.display()));
        Ok(Exit::Done)
    }
}

/// Writes the page into a file.
pub(crate) fn write_page(report: &Report, path: &Path) -> Result<(), Failure> {
    write_file(report, Form::Page, path)
}

fn write_file(report: &Report, form: Form, path: &Path) -> Result<(), Failure> {
    let mut file = OutputFile::create(path)?;
    write(report, form, &mut file).map_err(|failure| file.failure(failure))?;
    file.finish()
}

fn write(report: &Report, form: Form, out: &mut dyn Write) -> Result<(), Failure> {
    match form {
        Form::Page => report.write_html(out),
        Form::Table => report.write_csv(out),
        Form::Text => report.write_text(out),
    }?;
    Ok(())
}

fn form(output: &Path) -> Result<Form, Failure> {
    if output.as_os_str() == "text" {
        return Ok(Form::Text);
    }
    let extension = output.extension().map(std::ffi::OsStr::to_ascii_lowercase);
    match extension.as_ref().and_then(|it| it.to_str()) {
        Some("html" | "htm") => Ok(Form::Page),
        Some("csv") => Ok(Form::Table),
        _ if output.as_os_str() == "-" => Ok(Form::Page),
        _ => Err(Failure::usage(
            format!("--output {} has an unknown kind", output.display()),
            "Give a file that ends in .html or .csv, - for the page on standard output, or text.",
        )),
    }
}

fn read<T>(
    path: Option<&Path>,
    read: impl Fn(&str, &[u8]) -> Result<T, ReportError>,
) -> Result<Option<T>, Failure> {
    let Some(path) = path else { return Ok(None) };
    let name = path.display().to_string();
    let bytes = std::fs::read(path).map_err(|error| {
        Failure::usage(format!("{name} cannot be read: {error}"), "Give the path of a table in CSV.")
    })?;
    Ok(Some(read(&name, &bytes)?))
}

impl From<ReportError> for Failure {
    fn from(error: ReportError) -> Self {
        match error {
            ReportError::Store(error) => error.into(),
            ReportError::Output(error) => Self::Output(error),
            other => Self::usage(other.to_string(), other.hint()),
        }
    }
}
