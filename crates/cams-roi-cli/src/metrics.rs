//! `cams-roi metrics`: reads the figures.

use std::io::Write;

use cams_roi::operations::{GetChatappPhoneNumberMetric, GetChatappTemplateMetric, Granularity};
use clap::ValueEnum;
use jiff::Timestamp;

use crate::connection::ConnectionArgs;
use crate::failure::Failure;
use crate::output::RowFormat;
use crate::rows;
use crate::times::{Moment, parse_moment};

/// Which figures.
#[derive(Debug, clap::Subcommand)]
pub(crate) enum MetricsCommand {
    /// Messages sent and delivered, by phone number
    #[command(after_help = "\
Examples:
  cams-roi metrics phone-number --cust-space-id cams-abc123 --start 7d --end now
  cams-roi metrics phone-number --own-channel --start 2026-11-01 --end 2026-11-08 --granularity half-hour --output csv")]
    PhoneNumber {
        /// One business phone number: digits with country code, no +
        #[arg(long, value_name = "NUMBER")]
        phone_number: Option<String>,
        #[command(flatten)]
        common: CommonArgs,
    },
    /// Messages of a marketing template sent, delivered, read and clicked
    #[command(after_help = "\
Examples:
  cams-roi metrics template --cust-space-id cams-abc123 --template-code 1100123456789 --start 7d --end now
  cams-roi metrics template --cust-space-id cams-abc123 --template-code 1100123456789 --language en --start 2026-11-01 --end 2026-11-08 --output json")]
    Template {
        /// The template's code: a long string of digits
        #[arg(long, value_name = "CODE")]
        template_code: String,
        /// One language of the template, such as en or zh_CN
        #[arg(long, value_name = "LANGUAGE")]
        language: Option<String>,
        /// The template's type; WHATSAPP is the only one documented
        #[arg(long, value_name = "TYPE")]
        template_type: Option<String>,
        #[command(flatten)]
        common: CommonArgs,
    },
}

/// What both queries take.
#[derive(Debug, clap::Args)]
pub(crate) struct CommonArgs {
    /// From when: RFC 3339, a date (midnight UTC), 7d, 12h or 30m back, now, or milliseconds since 1970
    #[arg(long, value_name = "TIME", value_parser = parse_moment, allow_hyphen_values = true)]
    start: Moment,
    /// Until when (not included), in the same forms
    #[arg(long, value_name = "TIME", value_parser = parse_moment, allow_hyphen_values = true)]
    end: Moment,
    /// How long a time each row covers
    #[arg(long, value_enum, value_name = "TIME")]
    granularity: Option<GranularityArg>,
    /// The channel's ID (cams-…)
    #[arg(long, value_name = "ID", conflicts_with = "own_channel")]
    cust_space_id: Option<String>,
    /// The account's own channel, in place of one by its ID
    #[arg(long)]
    own_channel: bool,
    /// The code by which the ISV authorised this account
    #[arg(long, value_name = "CODE")]
    isv_code: Option<String>,
    /// table for people; json is one object with request_id and data; csv has a header
    #[arg(long, value_enum, default_value_t, value_name = "FORM")]
    output: RowFormat,
}

#[derive(Clone, Copy, Debug, ValueEnum)]
enum GranularityArg {
    /// A day
    Daily,
    /// Half an hour
    HalfHour,
}

impl From<GranularityArg> for Granularity {
    fn from(granularity: GranularityArg) -> Self {
        match granularity {
            GranularityArg::Daily => Self::Daily,
            GranularityArg::HalfHour => Self::HalfHour,
        }
    }
}

impl MetricsCommand {
    /// The form of the output.
    pub(crate) fn output(&self) -> RowFormat {
        self.common().output
    }

    fn common(&self) -> &CommonArgs {
        match self {
            Self::PhoneNumber { common, .. } | Self::Template { common, .. } => common,
        }
    }
}

/// Asks for the figures and prints them.
pub(crate) async fn run(
    command: MetricsCommand,
    connection: &ConnectionArgs,
    out: &mut dyn Write,
) -> Result<(), Failure> {
    let common = command.common();
    if common.cust_space_id.is_none() && !common.own_channel {
        return Err(Failure::usage(
            "cust_space_id is not given",
            "Give --cust-space-id ID, or --own-channel for the account's own channel.",
        ));
    }
    let client = connection.client()?;
    let now = Timestamp::now();
    // The two requests have the same setters but no common type.
    macro_rules! with_common {
        ($request:expr, $common:expr) => {{
            let mut request = $request;
            if let Some(granularity) = $common.granularity {
                request = request.granularity(granularity.into());
            }
            if let Some(id) = $common.cust_space_id {
                request = request.cust_space_id(id);
            }
            if $common.own_channel {
                request = request.own_channel();
            }
            if let Some(code) = $common.isv_code {
                request = request.isv_code(code);
            }
            request
        }};
    }
    match command {
        MetricsCommand::PhoneNumber { phone_number, common } => {
            let (start, end) = (common.start.resolve(now), common.end.resolve(now));
            let mut request = GetChatappPhoneNumberMetric::new(start, end);
            if let Some(number) = phone_number {
                request = request.phone_number(number);
            }
            let answer = client.get_chatapp_phone_number_metric(with_common!(request, common)).await?;
            rows::write(out, common.output, answer.request_id.as_deref(), &answer.data)
        }
        MetricsCommand::Template { template_code, language, template_type, common } => {
            let (start, end) = (common.start.resolve(now), common.end.resolve(now));
            let mut request = GetChatappTemplateMetric::new(template_code, start, end);
            if let Some(language) = language {
                request = request.language(language);
            }
            if let Some(template_type) = template_type {
                request = request.template_type(template_type);
            }
            let answer = client.get_chatapp_template_metric(with_common!(request, common)).await?;
            rows::write(out, common.output, answer.request_id.as_deref(), &answer.data)
        }
    }
}
