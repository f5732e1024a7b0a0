//! Which channels to enable: IDs from flags and from a list, checked before anything is sent.

use std::io::{self, Read};
use std::path::Path;

use cams_roi::bridge::{Once, channel_id_problem, isv_code_problem};
use cams_roi::bulk::Channel;
use cams_roi::channels::{self, ChannelList};

use crate::failure::Failure;
use crate::text::quoted;

/// No list of IDs comes near it; a program that never ends its output does.
const MAX_INPUT_BYTES: u64 = 256 * 1024 * 1024;
const STANDARD_INPUT: &str = "standard input";

/// The channels to enable, each once.
#[derive(Debug, Default)]
pub(crate) struct Channels {
    /// In the order given.
    pub(crate) list: Vec<Channel>,
    /// How often an ID was left out because it had been given before.
    pub(crate) duplicates: usize,
    once: Once,
    /// The code of those that have none of their own.
    isv_code: Option<String>,
}

impl Channels {
    fn add(&mut self, channel: Channel) -> Result<(), Failure> {
        if self.once.is_new(&channel, self.isv_code.as_deref())? {
            self.list.push(channel);
        } else {
            self.duplicates += 1;
        }
        Ok(())
    }

    fn add_all(&mut self, list: ChannelList<impl Read>) -> Result<(), Failure> {
        for channel in list {
            self.add(channel?)?;
        }
        Ok(())
    }
}

/// Collects the IDs of the flags, then those of the list. `isv_code` is that of channels that have none of their own.
pub(crate) fn collect(
    ids: &[String],
    from: Option<&Path>,
    isv_code: Option<&str>,
) -> Result<Channels, Failure> {
    let mut all = Channels { isv_code: isv_code.map(str::to_owned), ..Channels::default() };
    for id in ids {
        if let Some((problem, hint)) = channel_id_problem(id) {
            // What the problem is about is in it, but for an ID that is not there.
            let shown = if id.is_empty() { format!("{}: ", quoted(id)) } else { String::new() };
            return Err(Failure::usage(format!("--cust-space-id {shown}{problem}"), hint));
        }
        all.add(Channel::new(id))?;
    }
    match from {
        Some(path) if path.as_os_str() == "-" => {
            let mut input = io::stdin().lock().take(MAX_INPUT_BYTES);
            all.add_all(channels::read_from(&mut input, STANDARD_INPUT))?;
            if input.limit() == 0 {
                let problem = format!("{STANDARD_INPUT} has more than {} MiB", MAX_INPUT_BYTES >> 20);
                return Err(Failure::usage(problem, "Give a list of channels."));
            }
        }
        Some(path) => all.add_all(channels::read(path)?)?,
        None => {}
    }
    Ok(all)
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
        let channels = collect(&given, Some(&file), None).unwrap();
        let order: Vec<_> = channels.list.iter().map(|it| it.cust_space_id.as_str()).collect();
        assert_eq!((order, channels.duplicates), (vec!["cams-a", "cams-b", "c"], 3));
    }
}
