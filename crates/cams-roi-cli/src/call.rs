//! `cams-roi call`: any operation by name.

use std::io::Write;

use cams_roi::CallOptions;
use cams_roi::operations::Call;

use crate::connection::ConnectionArgs;
use crate::failure::Failure;
use crate::json_text;
use crate::output::TextOrJson;

/// What `call` takes.
#[derive(Debug, clap::Args)]
#[command(after_help = "\
Examples:
  cams-roi call ListInstance ChannelType=whatsapp
  cams-roi call ListChatappTemplate CustSpaceId=cams-abc123 'Page={\"Index\":1,\"Size\":10}'

The answer is printed as JSON in either form. An operation that changes something is repeated only where the service certainly did not act on it; --idempotent says that it may run twice.")]
pub(crate) struct CallArgs {
    /// The operation's name as the API documentation writes it, such as ListInstance
    action: String,
    /// The operation's parameters
    #[arg(value_name = "KEY=VALUE", value_parser = parse_parameter)]
    parameters: Vec<(String, String)>,
    /// Repeat it after any failure that may pass: running twice has the effect of once [default: whether it only reads]
    #[arg(long, num_args = 0..=1, require_equals = true, default_missing_value = "true", value_name = "BOOL")]
    idempotent: Option<bool>,
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
    let mut call = Call::new(args.action);
    if let Some(idempotent) = args.idempotent {
        call = call.idempotent(idempotent);
    }
    for (name, value) in args.parameters {
        call = call.parameter(name, value);
    }
    let answer = connection.client()?.send(&call, CallOptions::new()).await?;
    let pretty = args.output == TextOrJson::Text;
    writeln!(out, "{}", json_text::arranged(&answer.text, pretty))?;
    Ok(())
}

fn parse_parameter(text: &str) -> Result<(String, String), String> {
    match text.split_once('=') {
        Some((name, value)) if !name.is_empty() => Ok((name.to_owned(), value.to_owned())),
        _ => Err("write it as KEY=VALUE, for example CustSpaceId=cams-abc123".to_owned()),
    }
}
