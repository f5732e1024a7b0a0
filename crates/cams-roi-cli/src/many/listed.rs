//! `cams-roi channels`, `numbers` and `templates`: what there is, a line for each.

use std::io::Write;

use cams_roi::bulk::Channel;
use cams_roi::operations::{
    FoundChannel, ListChatappTemplate, PhoneNumber, QueryChatappPhoneNumbers, Template,
};
use cams_roi::{Client, Error};
use futures_util::{StreamExt as _, TryStreamExt as _, stream};

use super::wanted::{Filters, WantedChannels};
use crate::connection::ConnectionArgs;
use crate::exit::Exit;
use crate::failure::{Failure, error_and_hint};
use crate::output::{RowFormat, say};
use crate::rows;
use crate::text::{counted, one_line};
use crate::values::{Fields, Show as _, Value};

/// How many channels are asked about at once.
const AT_ONCE: usize = 20;

/// What `channels` takes.
#[derive(Debug, clap::Args)]
#[command(after_help = "\
Examples:
  cams-roi channels
  cams-roi channels --state published --output csv > channels.csv
  cams-roi enable --from channels.csv --journal done.jsonl")]
pub(crate) struct ChannelsArgs {
    #[command(flatten)]
    filters: Filters,
    /// table for people; json is an object a line; csv has a header
    #[arg(long, value_enum, default_value_t, value_name = "FORM")]
    pub(crate) output: RowFormat,
}

impl ChannelsArgs {
    /// Lists the channels.
    pub(crate) async fn run(self, connection: &ConnectionArgs, out: &mut dyn Write) -> Result<Exit, Failure> {
        let mut found: Vec<FoundChannel> = self.filters.find(&connection.client()?).await?;
        if self.output == RowFormat::Csv {
            // `enable --from` reads the table line by line.
            for channel in &mut found {
                channel.name = one_line(&channel.name).into_owned();
            }
        }
        rows::write_rows(out, self.output, &found)?;
        Ok(Exit::Done)
    }
}

/// What `numbers` takes.
#[derive(Debug, clap::Args)]
#[command(after_help = "\
Examples:
  cams-roi numbers --all
  cams-roi numbers --cust-space-id cams-abc123 --output json")]
pub(crate) struct NumbersArgs {
    #[command(flatten)]
    channels: WantedChannels,
    /// table for people; json is an object a line; csv has a header
    #[arg(long, value_enum, default_value_t, value_name = "FORM")]
    pub(crate) output: RowFormat,
}

impl NumbersArgs {
    /// Lists the phone numbers of the channels.
    pub(crate) async fn run(self, connection: &ConnectionArgs, out: &mut dyn Write) -> Result<Exit, Failure> {
        let client = connection.client()?;
        let isv_code = self.channels.isv_code.clone();
        let channels = self.channels.find(&client).await?;
        let ask = async |client: Client, channel: Channel| {
            let mut request = QueryChatappPhoneNumbers::new(&channel.cust_space_id);
            if let Some(code) = channel.isv_code.or(isv_code.clone()) {
                request = request.isv_code(code);
            }
            Ok(client.query_chatapp_phone_numbers(request).await?.phone_numbers)
        };
        let listed = of_each(client, channels, ask).await;
        listed.write("phone number", out, self.output)
    }
}

/// What `templates` takes.
#[derive(Debug, clap::Args)]
#[command(after_help = "\
Examples:
  cams-roi templates --all --category MARKETING --audit-status pass
  cams-roi templates --cust-space-id cams-abc123 --output csv")]
pub(crate) struct TemplatesArgs {
    #[command(flatten)]
    channels: WantedChannels,
    /// Templates of this category alone: MARKETING, UTILITY or AUTHENTICATION
    #[arg(long, value_name = "CATEGORY")]
    category: Option<String>,
    /// Templates in this state of the audit alone: pass, fail, auditing or unaudit
    #[arg(long, value_name = "STATUS")]
    audit_status: Option<String>,
    /// Templates in this language alone, for example en or zh_CN
    #[arg(long, value_name = "LANGUAGE")]
    language: Option<String>,
    /// table for people; json is an object a line; csv has a header
    #[arg(long, value_enum, default_value_t, value_name = "FORM")]
    pub(crate) output: RowFormat,
}

impl TemplatesArgs {
    /// Lists the templates of the channels, in each of their languages.
    pub(crate) async fn run(self, connection: &ConnectionArgs, out: &mut dyn Write) -> Result<Exit, Failure> {
        let client = connection.client()?;
        let isv_code = self.channels.isv_code.clone();
        let channels = self.channels.find(&client).await?;
        let ask = async |client: Client, channel: Channel| {
            let mut request = ListChatappTemplate::new(&channel.cust_space_id);
            if let Some(code) = channel.isv_code.or(isv_code.clone()) {
                request = request.isv_code(code);
            }
            if let Some(category) = &self.category {
                request = request.category(category);
            }
            if let Some(status) = &self.audit_status {
                request = request.audit_status(status);
            }
            if let Some(language) = &self.language {
                request = request.language(language);
            }
            client.all_templates(request).items().try_collect().await
        };
        let listed = of_each(client, channels, ask).await;
        listed.write("template", out, self.output)
    }
}

/// What came of each channel, in the order of the channels.
struct Listed<T>(Vec<(String, Result<Vec<T>, Error>)>);

async fn of_each<T>(
    client: Client,
    channels: Vec<Channel>,
    ask: impl AsyncFn(Client, Channel) -> Result<Vec<T>, Error>,
) -> Listed<T> {
    let calls = stream::iter(channels).map(|channel| {
        let (client, id) = (client.clone(), channel.cust_space_id.clone());
        let ask = &ask;
        async move { (id, ask(client, channel).await) }
    });
    Listed(calls.buffered(AT_ONCE).collect().await)
}

/// A row with its channel before it.
struct OfChannel<T> {
    cust_space_id: String,
    row: T,
}

impl<T> Listed<T> {
    /// Writes the rows, and says of which channels there are none. `what` is what a row is.
    fn write(self, what: &str, out: &mut dyn Write, form: RowFormat) -> Result<Exit, Failure>
    where
        OfChannel<T>: Fields,
    {
        let (mut all, mut failed, asked) = (Vec::new(), 0, self.0.len());
        for (cust_space_id, rows) in self.0 {
            match rows {
                Ok(rows) => all.extend(
                    rows.into_iter().map(|row| OfChannel { cust_space_id: cust_space_id.clone(), row }),
                ),
                Err(error) => {
                    failed += 1;
                    say(error_and_hint(&format!("{cust_space_id}: {error}"), error.hint()).trim_end());
                }
            }
        }
        rows::write_rows(out, form, &all)?;
        if all.is_empty() && asked > 0 && failed == 0 {
            say(&format!("note: {} asked, and there is no such {what}", counted(asked, "channel")));
        }
        if failed > 0 {
            say(&format!("{} failed", counted(failed, "channel")));
            return Ok(Exit::Failed);
        }
        Ok(Exit::Done)
    }
}

macro_rules! with_its_channel {
    ($($row:ty),*) => {$(
        impl Fields for OfChannel<$row> {
            const NAMES: &'static [&'static str] = &{
                let mut names = [""; <$row as Fields>::NAMES.len() + 1];
                names[0] = "cust_space_id";
                let mut at = 0;
                while at < <$row as Fields>::NAMES.len() {
                    names[at + 1] = <$row as Fields>::NAMES[at];
                    at += 1;
                }
                names
            };

            fn values(&self) -> Vec<Value> {
                std::iter::once(self.cust_space_id.show()).chain(self.row.values()).collect()
            }
        }
    )*};
}

with_its_channel!(PhoneNumber, Template);
