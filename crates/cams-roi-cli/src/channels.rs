//! Which channels to enable: IDs from flags and from a list, checked before anything is sent.

use std::collections::HashSet;
use std::io::{self, Read};
use std::path::Path;

use cams_roi::bridge::{channel_id_problem, isv_code_problem};
use cams_roi::bulk::Space;
use cams_roi::channels;

use crate::failure::Failure;
use crate::text::quoted;

/// No list of IDs comes near it; an endless device does.
const MAX_LIST_BYTES: u64 = 256 * 1024 * 1024;

/// The channels to enable, each once.
#[derive(Debug, Default)]
pub(crate) struct Channels {
    /// In the order given.
    pub(crate) list: Vec<Space>,
    /// How often an ID was left out because it had been given before.
    pub(crate) duplicates: usize,
    seen: HashSet<String>,
}

impl Channels {
    fn add(&mut self, channel: Space) {
        if self.seen.insert(channel.cust_space_id.clone()) {
            self.list.push(channel);
        } else {
            self.duplicates += 1;
        }
    }

    fn add_list(&mut self, source: impl Read, name: &str) -> Result<(), Failure> {
        let mut is_empty = true;
        let mut source = source.take(MAX_LIST_BYTES);
        for channel in channels::read_from(&mut source, name) {
            is_empty = false;
            self.add(channel?);
        }
        if source.limit() == 0 {
            let most = MAX_LIST_BYTES >> 20;
            return Err(Failure::usage(
                format!("{name} has more than {most} MiB"),
                "Give a list of channels.",
            ));
        }
        if is_empty {
            return Err(Failure::usage(
                format!("{name} holds no channels"),
                "Put the channels' IDs below the header.",
            ));
        }
        Ok(())
    }
}

/// Collects the IDs of the flags, then those of the list.
pub(crate) fn collect(ids: &[String], from: Option<&Path>) -> Result<Channels, Failure> {
    let mut channels = Channels::default();
    for id in ids {
        if let Some((problem, hint)) = channel_id_problem(id) {
            // What the problem is about is in it, but for an ID that is not there.
            let shown = if id.is_empty() { format!("{}: ", quoted(id)) } else { String::new() };
            return Err(Failure::usage(format!("--cust-space-id {shown}{problem}"), hint));
        }
        channels.add(Space::new(id));
    }
    match from {
        Some(path) if path.as_os_str() == "-" => {
            channels.add_list(io::stdin().lock(), "standard input")?;
        }
        Some(path) => {
            let name = path.display().to_string();
            let file = std::fs::File::open(path).map_err(|error| {
                Failure::usage(
                    format!("{name} cannot be read: {error}"),
                    "Give a text file with one ID a line, or a CSV file with a column cust_space_id.",
                )
            })?;
            channels.add_list(file, &name)?;
        }
        None => {}
    }
    Ok(channels)
}

/// Refuses an ISV code that could not be sent.
pub(crate) fn check_isv_code(code: &str) -> Result<(), Failure> {
    match isv_code_problem(code) {
        Some((problem, hint)) => Err(Failure::usage(format!("--isv-code: {problem}"), hint)),
        None => Ok(()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn flags_come_first_and_duplicates_count_once() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("ids");
        std::fs::write(&file, "cams-b\nc\ncams-b\ncams-a\n").unwrap();
        let given = ["cams-a".to_owned(), "cams-b".to_owned()];
        let channels = collect(&given, Some(&file)).unwrap();
        let order: Vec<_> = channels.list.iter().map(|it| it.cust_space_id.as_str()).collect();
        assert_eq!((order, channels.duplicates), (vec!["cams-a", "cams-b", "c"], 3));
    }
}
