//! The journal of a shared run, for whoever wants to see it, keep it, or begin with a file.

use std::fmt;

use crate::client::Client;
use crate::collect::read_done;
use crate::error::Error;
use crate::journal::{Place, read_enabled};
use crate::shared_run::{Progress, ReadLine, Record, Stored};
use crate::text_bytes::without_mark;

const GIVE_A_URL: &str = "Give the URL of a shared run, such as redis://HOST:PORT/DB/NAME.";
const GIVE_A_JOURNAL: &str = "Give the journal of a run that enables channels or collects metrics.";

/// How each kind of run is called, and how its lines are read.
const KINDS: [(&str, ReadLine); 2] = [("enabling", read_enabled), ("collecting", read_done)];

/// The journal of a run that many workers share.
pub struct SharedJournal(Stored);

impl fmt::Debug for SharedJournal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("SharedJournal").finish_non_exhaustive()
    }
}

/// How far a shared run is.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct SharedProgress {
    /// What the run does: `enabling` channels, or `collecting` metrics.
    pub kind: String,
    /// How many channels are enabled, or queries done.
    pub done: u64,
    /// How many were tried in vain, by this run or an earlier one.
    pub failed: u64,
    /// How many lines the journal has.
    pub lines: u64,
    /// How many workers are at it now.
    pub workers: u64,
}

impl Client {
    /// Opens the journal of a shared run, given as in [`Journal::open`](crate::bulk::Journal::open). The client says which
    /// certificates are trusted.
    ///
    /// # Errors
    /// A [`Configuration`](crate::ErrorKind::Configuration) error when it is no such URL, or the server cannot be used.
    pub async fn shared_journal(&self, url: &str) -> Result<SharedJournal, Error> {
        match Place::of(url.into())? {
            Place::Shared(address) => Ok(SharedJournal(Stored::open(address, self.tls()).await?)),
            Place::File(_) => Err(Error::configuration("journal is a file, and no shared run", GIVE_A_URL)),
        }
    }
}

impl SharedJournal {
    /// How far the run is.
    ///
    /// # Errors
    /// A [`Configuration`](crate::ErrorKind::Configuration) error when there is no such run, or the server fails.
    pub async fn progress(&self) -> Result<SharedProgress, Error> {
        let Progress { kind, done, failed, lines, workers } = self.0.progress().await?;
        Ok(SharedProgress { kind, done, failed, lines, workers })
    }

    /// The journal as a file has it: its lines, in the order in which they were written.
    ///
    /// # Errors
    /// As those of [`progress`](Self::progress).
    pub async fn export(&self) -> Result<String, Error> {
        let mut text = self.0.lines().await?.join("\n");
        if !text.is_empty() {
            text.push('\n');
        }
        Ok(text)
    }

    /// Adds the lines of a file's journal, but for those that are there already. Gives how many were added.
    ///
    /// # Errors
    /// A [`Configuration`](crate::ErrorKind::Configuration) error when it is no journal, or of another kind than the run
    /// that is there, or the server fails. Of a file that is no journal nothing is added.
    pub async fn import(&self, file: &[u8]) -> Result<u64, Error> {
        let (kind, records) = records(file)?;
        self.0.add(kind, &records).await
    }
}

/// What a file says, and of which kind of run.
fn records(file: &[u8]) -> Result<(&'static str, Vec<Record>), Error> {
    let wrong = |problem: String| Error::configuration(format!("the file {problem}"), GIVE_A_JOURNAL);
    let text =
        std::str::from_utf8(without_mark(file)).map_err(|error| wrong(format!("is no journal: {error}")))?;
    let is_open = !text.is_empty() && !text.ends_with('\n');
    let lines: Vec<&str> = text.lines().map(|line| line.trim_matches(['\0', ' ', '\t', '\r'])).collect();
    let mut kind = None;
    let mut records = Vec::new();
    for (index, line) in lines.iter().enumerate() {
        if line.is_empty() {
            continue;
        }
        let candidates = || KINDS.iter().filter(|(name, _)| kind.is_none_or(|kind| kind == *name));
        let read = candidates().find_map(|(name, read)| read(line).ok().map(|it| (*name, it)));
        let Some((name, it)) = read else {
            if is_open && index + 1 == lines.len() && index > 0 {
                tracing::warn!("the journal's last line was cut off and is left out");
                break;
            }
            return Err(wrong(format!("is no journal of one kind of run: line {}", index + 1)));
        };
        kind = Some(name);
        let line = Some((*line).into());
        records.push(Record { thing: it.thing.into(), line, is_done: it.is_done, is_now: false });
    }
    kind.map(|kind| (kind, records)).ok_or_else(|| wrong("holds no line of a journal".to_owned()))
}

#[cfg(test)]
mod tests {
    use super::*;

    const ENABLED: &str =
        r#"{"time":"t","endpoint":"e","cust_space_id":"c","status":"enabled","request_id":"r","attempts":1}"#;
    const DONE: &str = r#"{"time":"t","query":{"endpoint":"e","cust_space_id":"c","phone_number":"86","template_code":null,"language":null,"granularity":"DAILY","start":1,"end":2}}"#;

    #[test]
    fn a_file_says_of_which_kind_it_is() {
        for (line, kind) in [(ENABLED, "enabling"), (DONE, "collecting")] {
            let file = format!("\u{feff}{line}\r\n\n{line}\n{{\"time\":\"20");
            let (read, records) = records(file.as_bytes()).unwrap();
            assert_eq!((read, records.len()), (kind, 2));
            assert!(records.iter().all(|it| it.line.as_deref() == Some(line) && it.is_done));
        }
    }

    #[test]
    fn what_is_no_journal_is_refused_with_its_line() {
        let problem = |file: &[u8]| records(file).unwrap_err().message().to_owned();
        assert_eq!(problem(b""), "the file holds no line of a journal");
        assert_eq!(problem(b"cams-1"), "the file is no journal of one kind of run: line 1");
        let both = format!("{ENABLED}\n{DONE}\n");
        assert_eq!(problem(both.as_bytes()), "the file is no journal of one kind of run: line 2");
        assert!(problem(b"\xff\n").starts_with("the file is no journal: "));
    }
}
