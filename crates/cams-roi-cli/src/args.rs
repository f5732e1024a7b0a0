//! The command line as a whole, and what is said about one that is wrong.

use std::ffi::OsString;

use clap::error::ErrorKind;
use clap::{Parser, Subcommand};
use clap_complete::Shell;

use crate::call::CallArgs;
use crate::collect::CollectArgs;
use crate::connection::ConnectionArgs;
use crate::demo::DemoArgs;
use crate::doctor::DoctorArgs;
use crate::emulator::EmulatorArgs;
use crate::enable::EnableArgs;
use crate::export::ExportArgs;
use crate::failure::Failure;
use crate::journal::JournalArgs;
use crate::many::{ChannelsArgs, MetricsArgs, NumbersArgs, TemplatesArgs};
use crate::operations::Operation;
use crate::output::{RowFormat, TextOrJson};
use crate::report::ReportArgs;

/// WhatsApp ROI metrics of Alibaba Cloud Chat App Message Service (CAMS)
///
/// Before sent, delivered, read and clicked metrics exist, each channel must be enabled once; a day later the metrics
/// can be read.
#[derive(Debug, Parser)]
#[command(
    name = "cams-roi",
    version,
    arg_required_else_help = true,
    after_help = "\
Credentials come from ALIBABA_CLOUD_ACCESS_KEY_ID and ALIBABA_CLOUD_ACCESS_KEY_SECRET (and ALIBABA_CLOUD_SECURITY_TOKEN), else from OIDC (RRSA), the Alibaba Cloud CLI's profile, ~/.alibabacloud/credentials, the ECS instance's role, or ALIBABA_CLOUD_CREDENTIALS_URI.

Examples:
  cams-roi demo
  cams-roi doctor
  cams-roi enable --all --journal done.jsonl
  cams-roi metrics --all --days yesterday
  cams-roi collect --all
  cams-roi report --output report.html
  cams-roi metrics phone-number --cust-space-id cams-abc123 --start 7d --end now

Exit codes: 0 done; 1 some channels failed, or another error of the service; 2 usage; 3 credentials or permission; 4 throttled or unavailable; 5 no proper connection; 130 interrupted."
)]
pub(crate) struct Cli {
    /// How the service is reached.
    #[command(flatten)]
    pub(crate) connection: ConnectionArgs,
    /// What to do.
    #[command(subcommand)]
    pub(crate) command: Command,
}

/// What to do.
#[derive(Debug, Subcommand)]
pub(crate) enum Command {
    /// Start collecting metrics for channels: once for each, as early as possible
    Enable(EnableArgs),
    /// List the account's WhatsApp channels
    Channels(ChannelsArgs),
    /// List the phone numbers of channels
    Numbers(NumbersArgs),
    /// List the message templates of channels, in each of their languages
    Templates(TemplatesArgs),
    /// Read the metrics: of many channels at once, or of one phone number or template
    Metrics(Box<MetricsArgs>),
    /// Keep the metrics in a database: what is missing there, and what may still have changed
    Collect(Box<CollectArgs>),
    /// Write a page, a table or a short text about what the database holds
    Report(ReportArgs),
    /// Write the rows that the database holds
    Export(ExportArgs),
    /// See, keep or begin the journal of a run that many workers share
    Journal(JournalArgs),
    #[command(flatten)]
    Operation(Operation),
    /// Call any CAMS operation by name
    Call(CallArgs),
    /// Print the RAM policy to attach to the identity that calls
    Policy,
    /// Check endpoint, credentials, network, clock and permission, and say what to do
    Doctor(DoctorArgs),
    /// Serve an emulator of the service on this machine, for tests
    Emulator(EmulatorArgs),
    /// Show the whole way with an emulator: find channels, enable them, days later read their metrics; needs nothing
    Demo(DemoArgs),
    /// Print what has a shell complete commands, options, operations and their parameters
    Completions {
        /// Which shell
        shell: Shell,
    },
    /// Print the man pages
    Man,
}

impl Command {
    /// Whether a program reads the output, and so the errors.
    pub(crate) fn prints_json(&self) -> bool {
        match self {
            Self::Enable(args) => args.output == TextOrJson::Json,
            Self::Channels(args) => args.output == RowFormat::Json,
            Self::Numbers(args) => args.output == RowFormat::Json,
            Self::Templates(args) => args.output == RowFormat::Json,
            Self::Metrics(args) => args.output() == RowFormat::Json,
            Self::Collect(args) => args.output == TextOrJson::Json,
            Self::Journal(args) => args.prints_json(),
            Self::Operation(operation) => operation.output() == RowFormat::Json,
            Self::Call(args) => args.output == TextOrJson::Json,
            Self::Doctor(args) => args.output == TextOrJson::Json,
            Self::Report(_)
            | Self::Export(_)
            | Self::Policy
            | Self::Emulator(_)
            | Self::Demo(_)
            | Self::Completions { .. }
            | Self::Man => false,
        }
    }
}

/// Why there is nothing to run.
pub(crate) enum NoCommand {
    /// Help or the version was asked for: print this.
    Help(String),
    /// No command was given: print this on standard error.
    Missing(String),
    /// The command line is wrong.
    Wrong {
        /// What is wrong with it.
        failure: Failure,
        /// Whether `--output json` was among it.
        as_json: bool,
    },
}

/// Reads the command line.
pub(crate) fn parse(arguments: Vec<OsString>) -> Result<Cli, NoCommand> {
    let as_json = asks_for_json(&arguments);
    Cli::try_parse_from(arguments).map_err(|error| match error.kind() {
        ErrorKind::DisplayHelp | ErrorKind::DisplayVersion => NoCommand::Help(error.render().to_string()),
        ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand => NoCommand::Missing(error.render().to_string()),
        _ => NoCommand::Wrong { failure: usage(&error.render().to_string()), as_json },
    })
}

fn asks_for_json(arguments: &[OsString]) -> bool {
    arguments.iter().any(|it| it == "--output=json")
        || arguments.windows(2).any(|pair| pair[0] == "--output" && pair[1] == "json")
}

/// Clap explains itself in paragraphs: the first is the error, a later one may be a tip.
fn usage(text: &str) -> Failure {
    let mut paragraphs = text.split("\n\n").map(str::trim);
    let error = paragraphs.next().unwrap_or_default();
    let error = error.strip_prefix("error: ").unwrap_or(error);
    let tip = paragraphs.find_map(|paragraph| paragraph.strip_prefix("tip: "));
    let hint =
        tip.map_or_else(|| "Run it with --help to see what it takes.".to_owned(), |tip| format!("{tip}."));
    Failure::usage(error, hint)
}
