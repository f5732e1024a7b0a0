//! The fuzz targets: everything that reads text from outside, as functions of any bytes.
//!
//! `cargo xtask fuzz` runs them under libFuzzer, each as the program in `targets/` that has its name. An input that
//! breaks one is kept in `corpus/`, from which an ordinary test replays all.

mod crossing;

use cams_roi::fuzzing;

/// A target: it panics where it is broken.
pub type Target = fn(&[u8]);

/// All of them, by their names.
pub const TARGETS: [(&str, Target); 15] = [
    ("answer", fuzzing::answer),
    ("call_value", fuzzing::call_value),
    ("ca_bundle", fuzzing::ca_bundle),
    ("channels", fuzzing::channels),
    ("cli_profile", fuzzing::cli_profile),
    ("credentials_answers", fuzzing::credentials_answers),
    ("endpoint", fuzzing::endpoint),
    ("exchange", crossing::exchange),
    ("journal", fuzzing::journal),
    ("profile_file", fuzzing::profile_file),
    ("proxy", fuzzing::proxy),
    ("redaction", fuzzing::redaction),
    ("request", crossing::request),
    ("retry_after", fuzzing::retry_after),
    ("settings", crossing::settings),
];

/// Runs the target of this name.
///
/// # Panics
/// If there is none, or it is broken.
#[allow(clippy::panic, reason = "a fuzz target fails by panicking")]
pub fn run(name: &str, data: &[u8]) {
    let target = TARGETS.iter().find(|(it, _)| *it == name);
    let Some((_, target)) = target else { panic!("no target is called {name}") };
    target(data);
}
