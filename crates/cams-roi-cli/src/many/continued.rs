//! Output that goes on where a run that was broken off left it: `cams-roi metrics … --journal FILE >> rows.csv`.

use std::fs::{self, File};
use std::io::{self, Read as _, Seek as _, SeekFrom};
use std::path::Path;

use crate::journal::is_shared;
use crate::output::say;

/// How much of the file's end is looked at for the beginning of its last line.
const LAST_BYTES: u64 = 1024 * 1024;

/// Whether standard output is a file that has rows of an earlier run with this journal. A last line that was cut off,
/// by a kill or a full disk, is dropped: its rows are asked for again.
pub(super) fn has_rows(journal: Option<&Path>) -> bool {
    let is_begun = journal.is_some_and(is_shared)
        || journal.and_then(|path| fs::metadata(path).ok()).is_some_and(|it| it.len() > 0);
    let Some(file) = standard_output().ok().filter(|_| is_begun) else { return false };
    let Some(length) = file.metadata().ok().filter(fs::Metadata::is_file).map(|it| it.len()) else {
        return false;
    };
    if length > 0
        && let Ok(Some(whole)) = end_of_last_line(length)
        && file.set_len(whole).is_ok()
    {
        say("note: the last line of the output was cut off and is dropped; its query is made again");
        return whole > 0;
    }
    length > 0
}

/// Where the last whole line ends; nothing where that is the file's end.
fn end_of_last_line(length: u64) -> io::Result<Option<u64>> {
    // Standard output itself is open for writing alone.
    let mut file = File::open("/dev/stdout")?;
    let from = length.saturating_sub(LAST_BYTES);
    file.seek(SeekFrom::Start(from))?;
    let mut bytes = Vec::new();
    file.take(LAST_BYTES).read_to_end(&mut bytes)?;
    if bytes.last() == Some(&b'\n') {
        return Ok(None);
    }
    let end = bytes.iter().rposition(|it| *it == b'\n').map(|at| from + at as u64 + 1);
    // A line that long is none of this program's.
    Ok(if end.is_none() && from == 0 { Some(0) } else { end })
}

#[cfg(unix)]
fn standard_output() -> io::Result<File> {
    use std::os::fd::AsFd as _;
    Ok(File::from(io::stdout().as_fd().try_clone_to_owned()?))
}

#[cfg(windows)]
fn standard_output() -> io::Result<File> {
    use std::os::windows::io::AsHandle as _;
    Ok(File::from(io::stdout().as_handle().try_clone_to_owned()?))
}
