//! `cams-roi call`: any operation by name.

use std::io::Write;

use cams_roi::CallOptions;
use cams_roi::operations::{Call, CallValue};
use clap_complete::ArgValueCompleter;

use crate::call_names;
use crate::connection::{CallFlags, ConnectionArgs};
use crate::failure::Failure;
use crate::json_text;
use crate::output::TextOrJson;

/// What `call` takes.
#[derive(Debug, clap::Args)]
#[command(after_help = "\
Examples:
  cams-roi call ListInstance ChannelType=whatsapp
  cams-roi call ListChatappTemplate CustSpaceId=cams-abc123 'Page:={\"Index\":1,\"Size\":10}'

What the operation does not take is refused before anything is sent, and a misspelt name is told with the one that is meant.
The answer is printed as JSON in either form. An operation that changes something is repeated only where the service certainly did not act on it; --idempotent says that it may run twice.")]
pub(crate) struct CallArgs {
    /// The operation's name as the API documentation writes it, such as ListInstance
    #[arg(add = ArgValueCompleter::new(call_names::operations))]
    action: String,
    /// The operation's parameters: KEY=VALUE for a text, KEY:=VALUE for JSON
    #[arg(value_name = "KEY=VALUE", value_parser = parse_parameter, add = ArgValueCompleter::new(call_names::parameters))]
    parameters: Vec<(String, CallValue)>,
    #[command(flatten)]
    flags: CallFlags,
    /// text: the answer on several lines; json: on one line, errors as JSON too
    #[arg(long, value_enum, default_value_t, value_name = "FORM")]
    pub(crate) output: TextOrJson,
}

/// Calls the operation and prints its answer.
pub(crate) async fn run(
    args: CallArgs,
    connection: &ConnectionArgs,
    out: &mut dyn Write,
) -> Result<(), Failure> {
    let mut call = args.flags.tell(Call::new(args.action));
    for (name, value) in args.parameters {
        call = call.parameter(name, value);
    }
    let answer = connection.client()?.send(&call, CallOptions::new()).await?;
    let pretty = args.output == TextOrJson::Text;
    writeln!(out, "{}", json_text::arranged(&answer.text, pretty))?;
    Ok(())
}

fn parse_parameter(text: &str) -> Result<(String, CallValue), String> {
    let (name, value) = text.split_once('=').unwrap_or_default();
    match name.strip_suffix(':') {
        Some(name) if !name.is_empty() => {
            let json = CallValue::from_json(value).map_err(|error| error.message().to_owned())?;
            Ok((name.to_owned(), json))
        }
        None if !name.is_empty() => Ok((name.to_owned(), value.into())),
        _ => Err("write it as KEY=VALUE, for example CustSpaceId=cams-abc123".to_owned()),
    }
}
