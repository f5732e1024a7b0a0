//! `cams-roi doctor`: checks what a call needs, one thing after the other, and says what to do.

mod access;
mod channels;
mod check;
mod http;
mod network;
mod proxies;

use std::io::Write;
use std::path::PathBuf;

use serde::Serialize;
use url::Url;

use check::{Check, Status};

use crate::connection::ConnectionArgs;
use crate::exit::Exit;
use crate::failure::Failure;
use crate::output::{TextOrJson, write_json};

/// What `doctor` takes.
#[derive(Debug, clap::Args)]
#[command(after_help = "\
Examples:
  cams-roi doctor
  cams-roi doctor --cust-space-id cams-abc123 --output json

Each line says ok, warn, FAIL or skip. Nothing is changed: permissions are checked with a channel that does not exist, and a channel by reading its metrics.")]
pub(crate) struct DoctorArgs {
    /// A channel to check; may be given several times
    #[arg(long, value_name = "ID")]
    cust_space_id: Vec<String>,
    /// The journal of a run of enable, which says since when a channel is enabled
    #[arg(long, value_name = "FILE")]
    journal: Option<PathBuf>,
    /// The code by which the ISV authorised this account
    #[arg(long, value_name = "CODE")]
    isv_code: Option<String>,
    /// text for people; json is one object with all checks
    #[arg(long, value_enum, default_value_t, value_name = "FORM")]
    pub(crate) output: TextOrJson,
}

/// All checks, for programs.
#[derive(Serialize)]
struct Report<'a> {
    ok: bool,
    checks: &'a [Check],
}

/// Makes the checks, telling each as soon as it is made.
pub(crate) async fn run(
    args: DoctorArgs,
    connection: &ConnectionArgs,
    out: &mut dyn Write,
) -> Result<Exit, Failure> {
    let mut checks = Checks { all: Vec::new(), as_text: args.output == TextOrJson::Text, out };
    examine(&args, connection, &mut checks).await?;
    let failed = checks.all.iter().find(|check| check.status == Status::Fail);
    let exit = failed.map_or(Exit::Done, |check| check.exit);
    if args.output == TextOrJson::Json {
        write_json(checks.out, &Report { ok: exit == Exit::Done, checks: &checks.all }, false)?;
    }
    Ok(exit)
}

async fn examine(
    args: &DoctorArgs,
    connection: &ConnectionArgs,
    checks: &mut Checks<'_>,
) -> Result<(), Failure> {
    let client = match connection.client() {
        Ok(client) => client,
        Err(Failure::Call(error)) => return checks.add(Check::failed("endpoint", &error)),
        Err(other) => return Err(other),
    };
    let endpoint = client.endpoint();
    let enabled = match &args.journal {
        Some(path) => channels::Enabled::read(path, endpoint)?,
        None => channels::Enabled::default(),
    };
    checks.add(Check::ok("endpoint", endpoint))?;
    let credentials = access::credentials(&client).await;
    let has_credentials = credentials.status != Status::Fail;
    checks.add(credentials)?;
    let proxies = proxies::check(&connection.proxy(), endpoint);
    // Through a proxy neither name nor route need be known here.
    let is_direct = proxies.status == Status::Ok;
    checks.add(proxies)?;
    if let Ok(url) = Url::parse(endpoint) {
        let addresses = network::resolve(&url, is_direct).await;
        checks.add(addresses.check)?;
        checks.add(network::connect(&addresses.found, is_direct).await)?;
    }
    let (answer, clock) = http::ask(&client).await;
    let is_reached = answer.status != Status::Fail;
    checks.add(answer)?;
    checks.add(clock)?;
    let missing = match (has_credentials, is_reached) {
        (false, _) => "needs credentials",
        (_, false) => "needs the service's answer",
        _ => {
            for permission in access::permissions(&client).await {
                checks.add(permission)?;
            }
            for id in &args.cust_space_id {
                checks.add(channels::check(&client, id, args.isv_code.as_deref(), &enabled).await)?;
            }
            return Ok(());
        }
    };
    checks.add(Check::skipped("permission", missing))?;
    for id in &args.cust_space_id {
        checks.add(Check::skipped("channel", missing).about(id))?;
    }
    Ok(())
}

/// The checks made so far, and where they are told.
struct Checks<'a> {
    all: Vec<Check>,
    as_text: bool,
    out: &'a mut dyn Write,
}

impl Checks<'_> {
    fn add(&mut self, check: Check) -> Result<(), Failure> {
        if self.as_text {
            write!(self.out, "{check}")?;
            self.out.flush()?;
        }
        self.all.push(check);
        Ok(())
    }
}
