//! The log on standard error. The library logs no secrets at any level.

use std::fmt;
use std::io;

use tracing::{Event, Level, Subscriber};
use tracing_subscriber::EnvFilter;
use tracing_subscriber::fmt::format::{DefaultFields, Writer};
use tracing_subscriber::fmt::{FmtContext, FormatEvent, FormatFields as _};
use tracing_subscriber::registry::LookupSpan;

/// Without `-v`: what the user should know and no result tells.
const WARNINGS: &str = "error,cams_roi=warn";

/// Starts the log: warnings alone, or as much as `-v`, `-vv`, `-vvv` ask for. A program that reads JSON gets nothing
/// else unless it asks.
pub(crate) fn start(verbosity: u8, as_json: bool) {
    let filter = match verbosity {
        0 if as_json => "off",
        0 => WARNINGS,
        1 => "info",
        2 => "info,cams_roi=debug,cams_roi_emulator=debug",
        _ => "trace",
    };
    let builder = tracing_subscriber::fmt()
        .with_env_filter(EnvFilter::new(filter))
        .with_writer(|| Lossy(io::stderr()))
        .log_internal_errors(false)
        .with_ansi(false);
    // There is no other subscriber that could be in the way, and nothing depends on the log.
    let _ = if verbosity == 0 { builder.event_format(Warning).try_init() } else { builder.try_init() };
}

/// Where records go. One that cannot be written, since the disk is full or nobody reads any more, is lost; what the
/// command does goes on.
struct Lossy(io::Stderr);

impl io::Write for Lossy {
    fn write(&mut self, record: &[u8]) -> io::Result<usize> {
        Ok(self.0.write(record).unwrap_or(record.len()))
    }

    fn flush(&mut self) -> io::Result<()> {
        let _ = self.0.flush();
        Ok(())
    }
}

/// A warning as the command's other lines look: without time and place.
struct Warning;

impl<S: Subscriber + for<'a> LookupSpan<'a>> FormatEvent<S, DefaultFields> for Warning {
    fn format_event(
        &self,
        context: &FmtContext<'_, S, DefaultFields>,
        mut writer: Writer<'_>,
        event: &Event<'_>,
    ) -> fmt::Result {
        let level = if *event.metadata().level() == Level::ERROR { "error" } else { "warning" };
        write!(writer, "{level}: ")?;
        context.format_fields(writer.by_ref(), event)?;
        writeln!(writer)
    }
}
