//! Lists of channels as people have them: a text file with one ID a line, or a table that a spreadsheet saved.
//!
//! A list may be UTF-8 with or without a byte order mark, or UTF-16 with one (Excel's "Unicode text"). Columns are
//! separated by commas, semicolons or tabs, and may be quoted; lines end as any system ends them. A table's header
//! names the column of IDs: `cust_space_id`, `space_id`, `channel_id`, `instance_id` or `id`, in any letter case and
//! with or without blanks and underscores. A column `isv_code` or `isv` is read, too. Lines that begin with `#` are comments.
//!
//! What cannot be right is refused with its line number, before anything is sent: an ID that a spreadsheet turned into
//! `2.93E+10`, one with a no-break space in it, a header without a column of IDs.
//!
//! ```no_run
//! use cams_roi::{Client, bulk::BulkOptions, channels};
//!
//! # fn example() -> Result<(), cams_roi::Error> {
//! let list = channels::read("channels.csv")?.collect::<Result<Vec<_>, _>>()?;
//! let outcomes = Client::new()?.enable_many(list, BulkOptions::new());
//! # drop(outcomes);
//! # Ok(())
//! # }
//! ```

mod header;
pub(crate) mod id;
mod lines;
mod record;
mod refused;
mod totals;

use std::fs::File;
use std::io::{self, Read};
use std::path::Path;

use crate::bulk::Channel;
use crate::error::Error;
use crate::option_text::check_path;
use header::Columns;
use lines::{Line, Lines};
use record::Separator;
use refused::{FORM, Refused};

/// Reads the list of channels in the file at `path`, one after the other; no more than a line of it is in memory.
///
/// # Errors
/// A [`Configuration`](crate::ErrorKind::Configuration) error when the file cannot be read.
pub fn read(path: impl AsRef<Path>) -> Result<ChannelList<File>, Error> {
    let path = path.as_ref();
    check_path("path", path)?;
    let name = path.display().to_string();
    let file = File::open(path).map_err(|error| unreadable(&name, &error))?;
    if file.metadata().is_ok_and(|it| it.is_dir()) {
        return Err(unreadable(&name, &io::Error::from(io::ErrorKind::IsADirectory)));
    }
    Ok(read_from(file, name))
}

/// Reads a list of channels from anywhere; errors call it `name`.
pub fn read_from<R: Read>(source: R, name: impl Into<String>) -> ChannelList<R> {
    ChannelList {
        name: name.into(),
        lines: Lines::new(source),
        separator: None,
        columns: None,
        found: false,
        all_prefixed: true,
        ended: false,
    }
}

/// The channels of a list, in its order. The first line that cannot be right is an
/// [`InvalidArgument`](crate::ErrorKind::InvalidArgument) error with its number, and the end.
#[derive(Debug)]
pub struct ChannelList<R> {
    name: String,
    lines: Lines<R>,
    /// What stands between columns; not known before the first line that has any.
    separator: Option<Separator>,
    /// Where the columns are; not known before the first line with text.
    columns: Option<Columns>,
    found: bool,
    /// Whether every ID so far has a prefix: then a number alone is none.
    all_prefixed: bool,
    ended: bool,
}

impl<R: Read> ChannelList<R> {
    fn next_channel(&mut self) -> Result<Option<Channel>, Error> {
        while let Some(line) = self.lines.next().map_err(|error| unreadable(&self.name, &error))? {
            let number = line.number;
            match self.channel(&line) {
                Ok(None) => {}
                Ok(found) => return Ok(found),
                Err(Refused { problem, hint }) => {
                    return Err(Error::invalid_argument(
                        format!("{}, line {number}: {problem}", self.name),
                        hint,
                    ));
                }
            }
        }
        // An export that failed has no rows, and a run over none would look like a success.
        if !self.found {
            let has_header = self.columns.is_some_and(|it| it.has_header);
            let hint = if has_header { "Put the channels' IDs below the header." } else { FORM };
            return Err(Error::invalid_argument(format!("{} holds no channels", self.name), hint));
        }
        Ok(None)
    }

    /// The channel in a line; `None` for a comment, a header and what is empty.
    fn channel(&mut self, line: &Line) -> Result<Option<Channel>, Refused> {
        if line.too_long {
            let problem = format!("longer than {} characters", lines::MOST);
            return Err(Refused::new(problem, FORM));
        }
        let text = line.text.trim_matches([' ', '\r', '\u{feff}']);
        if let Some(error) = record::spreadsheet_error(text) {
            let problem = format!("{error} is a spreadsheet's error instead of a value");
            return Err(Refused::new(problem, "Put the channel's ID there, and save the list again."));
        }
        if self.is_comment(text)? {
            return Ok(None);
        }
        if text.contains('\0') {
            return Err(Refused::new(
                "this is no text, or UTF-16 without a byte order mark",
                "Save the list as \"CSV UTF-8\".",
            ));
        }
        if self.columns.is_none()
            && let Some(said) = record::said_separator(text)
        {
            self.separator = Some(said);
            return Ok(None);
        }
        let separator = self.separator.unwrap_or_else(|| record::likely_separator(text));
        let fields = record::fields(text, separator)?;
        if fields.iter().all(String::is_empty) {
            return Ok(None);
        }
        let Some(columns) = self.columns else {
            self.separator = Some(separator);
            let columns = header::columns(&fields)?;
            self.columns = Some(columns);
            return if columns.has_header { Ok(None) } else { self.row(&fields, columns) };
        };
        self.row(&fields, columns)
    }

    /// A line that begins with `#` is a comment above a table and in a list of one column. In a row of a table it is a
    /// value, such as the shop `#1`.
    fn is_comment(&self, text: &str) -> Result<bool, Refused> {
        if !text.starts_with('#') {
            return Ok(false);
        }
        if let Some(columns) = self.columns {
            return Ok(columns.count == 1);
        }
        let separator = self.separator.unwrap_or_else(|| record::likely_separator(text));
        Ok(!header::names_ids(&record::fields(text, separator)?))
    }

    fn row(&mut self, fields: &[String], columns: Columns) -> Result<Option<Channel>, Refused> {
        if !columns.has_header && fields.iter().skip(1).any(|it| !it.is_empty()) {
            return Err(header::two_columns());
        }
        if fields.iter().skip(columns.count).any(|it| !it.is_empty()) {
            return Err(Refused::new(
                format!("{} cells, but the header names {} columns", fields.len(), columns.count),
                "Put quotes around a value that contains the separator, or save the list again from the spreadsheet.",
            ));
        }
        let field = |column: usize| fields.get(column).map_or("", String::as_str);
        let id = field(columns.id);
        if header::is_id_column(id) {
            return Err(Refused::new("the header comes again", "Remove the second header from the list."));
        }
        id::check_listed(id)?;
        if columns.has_header && !header::resembles_an_id(id) {
            return Err(Refused::new(
                format!("{id:?} does not look like a channel's ID, which begins with cams- or has digits"),
                "Remove a line of totals from the list, or put the channel's ID there.",
            ));
        }
        let is_expected = self.found && self.all_prefixed;
        if columns.has_header && totals::is_total(fields, id, is_expected) {
            let problem = format!("{id:?} looks like a total, and not like a channel's ID");
            return Err(Refused::new(problem, "Remove the line of totals from the list."));
        }
        if header::is_row_number(id) {
            return Err(Refused::new(
                format!("{id:?} looks like a row's number, and not like a channel's ID"),
                "Call the column that holds the channels' IDs cust_space_id.",
            ));
        }
        self.all_prefixed &= header::is_prefixed(id);
        let mut channel = Channel::new(id);
        if let Some(code) = columns.isv_code.map(field).filter(|it| !it.is_empty()) {
            id::check_listed_isv_code(code)?;
            channel.isv_code = Some(code.to_owned());
        }
        self.found = true;
        Ok(Some(channel))
    }
}

impl<R: Read> Iterator for ChannelList<R> {
    type Item = Result<Channel, Error>;

    fn next(&mut self) -> Option<Self::Item> {
        if self.ended {
            return None;
        }
        let item = self.next_channel().transpose();
        self.ended = !matches!(item, Some(Ok(_)));
        item
    }
}

fn unreadable(name: &str, error: &io::Error) -> Error {
    Error::configuration(format!("{name} cannot be read: {error}"), FORM)
}

#[cfg(test)]
mod tests;
