//! Which spaces to enable: IDs from flags and from a file, checked before anything is sent.

use std::collections::HashSet;
use std::io::{self, Read};
use std::path::Path;

use cams_roi::bulk::Space;

use crate::failure::Failure;
use crate::text::{one_line, quoted};

/// No list of IDs comes near it; an endless device does.
const MAX_FILE_BYTES: u64 = 256 * 1024 * 1024;
const MAX_ID_LENGTH: usize = 128;
const FILE_HINT: &str = "Give a text file with one ID a line, or a CSV file with a column cust_space_id.";

/// The spaces to enable, each once.
#[derive(Debug, Default)]
pub(crate) struct Spaces {
    /// In the order given.
    pub(crate) list: Vec<Space>,
    /// How often an ID was left out because it had been given before.
    pub(crate) duplicates: usize,
    seen: HashSet<String>,
}

impl Spaces {
    fn add(&mut self, space: Space) {
        if self.seen.insert(space.cust_space_id.clone()) {
            self.list.push(space);
        } else {
            self.duplicates += 1;
        }
    }
}

/// Collects the IDs of the flags, then those of the file.
pub(crate) fn collect(ids: &[String], from: Option<&Path>) -> Result<Spaces, Failure> {
    let mut spaces = Spaces::default();
    for id in ids {
        let id = id.trim_matches(' ');
        check_id(id).map_err(|(problem, hint)| {
            Failure::usage(format!("--cust-space-id {}: {problem}", quoted(id)), hint)
        })?;
        spaces.add(Space::new(id));
    }
    let Some(from) = from else {
        if ids.is_empty() {
            return Err(Failure::usage(
                "no space is given",
                "Give --cust-space-id ID, or --from FILE with one ID a line (- for standard input).",
            ));
        }
        return Ok(spaces);
    };
    let name = if is_stdin(from) { "standard input".to_owned() } else { from.display().to_string() };
    let bytes =
        read(from).map_err(|error| Failure::usage(format!("{name} cannot be read: {error}"), FILE_HINT))?;
    let listed = parse(&bytes).map_err(|bad| {
        Failure::usage(format!("{name}, line {}: {}", bad.line, one_line(&bad.problem)), bad.hint)
    })?;
    if listed.is_empty() {
        return Err(Failure::usage(format!("{name} holds no IDs"), FILE_HINT));
    }
    for space in listed {
        spaces.add(space);
    }
    Ok(spaces)
}

/// Refuses an ISV code that could not be sent.
pub(crate) fn check_isv_code(code: &str) -> Result<(), String> {
    if code.trim().is_empty() {
        return Err("the ISV code is empty".to_owned());
    }
    if code.chars().any(char::is_control) {
        return Err(format!("the ISV code {} holds a control character", quoted(code)));
    }
    Ok(())
}

fn is_stdin(path: &Path) -> bool {
    path.as_os_str() == "-"
}

fn read(path: &Path) -> io::Result<Vec<u8>> {
    let reader: Box<dyn Read> =
        if is_stdin(path) { Box::new(io::stdin().lock()) } else { Box::new(std::fs::File::open(path)?) };
    let mut bytes = Vec::new();
    reader.take(MAX_FILE_BYTES + 1).read_to_end(&mut bytes)?;
    if bytes.len() as u64 > MAX_FILE_BYTES {
        return Err(io::Error::other(format!("it has more than {} MiB", MAX_FILE_BYTES >> 20)));
    }
    Ok(bytes)
}

/// A line that cannot be right.
#[derive(Debug)]
struct BadLine {
    line: usize,
    problem: String,
    hint: &'static str,
}

/// Where a file's columns are.
#[derive(Clone, Copy)]
struct Columns {
    id: usize,
    isv_code: Option<usize>,
}

/// Reads one ID a line, or CSV. A record never spans lines, because no ID does: so an error knows its line, and a
/// forgotten quote does not swallow the rest of the file.
fn parse(bytes: &[u8]) -> Result<Vec<Space>, BadLine> {
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    let mut columns = None;
    let mut spaces = Vec::new();
    for (index, line) in bytes.split(|byte| *byte == b'\n').enumerate() {
        let bad = |problem: String, hint| BadLine { line: index + 1, problem, hint };
        let line = std::str::from_utf8(line)
            .map_err(|_| bad("this is not UTF-8 text".to_owned(), "Save the file as UTF-8 text."))?
            .trim_matches([' ', '\t', '\r']);
        if line.is_empty() || line.starts_with('#') {
            continue;
        }
        let fields = fields(line).map_err(|problem| bad(problem, FILE_HINT))?;
        let Columns { id, isv_code } = match columns {
            Some(columns) => columns,
            None => match header(&fields) {
                Some(Ok(found)) => {
                    columns = Some(found);
                    continue;
                }
                Some(Err(problem)) => return Err(bad(problem.to_owned(), FILE_HINT)),
                None => *columns.insert(Columns { id: 0, isv_code: None }),
            },
        };
        let id = fields.get(id).map_or("", String::as_str);
        check_id(id).map_err(|(problem, hint)| bad(format!("{}: {problem}", quoted(id)), hint))?;
        let mut space = Space::new(id);
        if let Some(code) = isv_code.and_then(|column| fields.get(column)).filter(|code| !code.is_empty()) {
            check_isv_code(code).map_err(|problem| bad(problem, "Copy the ISV code again."))?;
            space.isv_code = Some(code.clone());
        }
        spaces.push(space);
    }
    Ok(spaces)
}

fn fields(line: &str) -> Result<Vec<String>, String> {
    if !line.contains('"') {
        // The usual line, for which a reader of its own would cost more than all the rest.
        return Ok(line.split(',').map(|field| field.trim().to_owned()).collect());
    }
    if line.matches('"').count() % 2 == 1 {
        return Err(format!("{}: a quote is not closed", quoted(line)));
    }
    let mut reader = csv::ReaderBuilder::new()
        .has_headers(false)
        .flexible(true)
        // A carriage return in the middle is part of the field, and so refused.
        .terminator(csv::Terminator::Any(b'\n'))
        .trim(csv::Trim::All)
        .from_reader(line.as_bytes());
    let mut record = csv::StringRecord::new();
    reader.read_record(&mut record).map_err(|error| format!("{}: {error}", quoted(line)))?;
    Ok(record.iter().map(str::to_owned).collect())
}

/// The columns, if these fields are a header; an error if it is one that names no IDs.
fn header(fields: &[String]) -> Option<Result<Columns, &'static str>> {
    let names: Vec<String> =
        fields.iter().map(|field| field.replace(['_', '-', ' '], "").to_lowercase()).collect();
    let column = |wanted: &str| names.iter().position(|name| name == wanted);
    let isv_code = column("isvcode");
    match column("custspaceid") {
        Some(id) => Some(Ok(Columns { id, isv_code })),
        None => isv_code.map(|_| Err("the header names no column cust_space_id")),
    }
}

/// What is wrong with an ID, and what to do.
fn check_id(id: &str) -> Result<(), (String, &'static str)> {
    const COPY: &str = "An ID has 1 to 128 letters, digits, '.', '_' or '-', for example cams-abc123; give one at a \
                        time.";
    if id.is_empty() {
        return Err(("the ID is empty".to_owned(), COPY));
    }
    if id.contains('*') {
        return Err((
            "this ID is masked".to_owned(),
            "Copy the whole ID from the channel's page in the console: the asterisks stand for hidden characters.",
        ));
    }
    if let Some(character) =
        id.chars().find(|it| !it.is_ascii_alphanumeric() && !matches!(it, '.' | '_' | '-'))
    {
        return Err((format!("{character:?} cannot be part of an ID"), COPY));
    }
    if id.len() > MAX_ID_LENGTH {
        return Err((format!("{} characters are too many for an ID", id.len()), COPY));
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ids(text: &str) -> Vec<(String, Option<String>)> {
        parse(text.as_bytes()).unwrap().into_iter().map(|it| (it.cust_space_id, it.isv_code)).collect()
    }

    fn plain(ids: &[&str]) -> Vec<(String, Option<String>)> {
        ids.iter().map(|id| ((*id).to_owned(), None)).collect()
    }

    #[test]
    fn lines_are_ids_whatever_the_editor_did() {
        let text = "\u{feff}# all of them\r\ncams-1\r\n\r\n  cams-2\t\r\n#cams-3\r\n29348393884";
        assert_eq!(ids(text), plain(&["cams-1", "cams-2", "29348393884"]));
        assert_eq!(ids("cams-1,Shop one,\"a, b\"\ncams-2,Shop two\n"), plain(&["cams-1", "cams-2"]));
        assert_eq!(ids("\u{feff}\n\n# nothing\n"), []);
    }

    #[test]
    fn a_header_says_where_the_ids_and_the_isv_codes_are() {
        for header in
            ["name,cust_space_id,isv_code", "Name, CustSpaceId ,IsvCode", "\"n\",\"Cust Space ID\",ISV-Code"]
        {
            let found = ids(&format!(
                "# export\n{header}\n\"Shop, one\",cams-1,code-1\nShop two,\"cams-2\",\nThree,cams-3\n"
            ));
            let mut expected = plain(&["cams-1", "cams-2", "cams-3"]);
            expected[0].1 = Some("code-1".to_owned());
            assert_eq!(found, expected, "{header}");
        }
    }

    #[test]
    fn the_first_line_that_cannot_be_right_is_named() {
        let long = "a".repeat(129);
        for (text, line, problem) in [
            ("cams-1\n\ncams 2\n", 3, "' ' cannot be part"),
            ("cams-1\ncams-****\n", 2, "masked"),
            ("name,isv_code\n", 1, "names no column"),
            ("cust_space_id,isv_code\n,code\n", 2, "empty"),
            ("isv_code,cust_space_id\ncode\n", 2, "empty"),
            ("cust_space_id,isv_code\ncams-1,a\u{7}b\n", 2, "control character"),
            ("cams-1\n\"cams-2\ncams-3\n", 2, "not closed"),
            ("cams-1;code", 1, "';' cannot be part"),
            ("käse", 1, "'ä' cannot be part"),
            ("a\0b", 1, "cannot be part"),
            ("a\rb", 1, "cannot be part"),
            (long.as_str(), 1, "129 characters"),
        ] {
            let bad = parse(text.as_bytes()).unwrap_err();
            assert_eq!(bad.line, line, "{text:?}");
            assert!(bad.problem.contains(problem), "{text:?}: {}", bad.problem);
        }
        assert_eq!(parse(b"cams-1\n\xff\xfe\n").unwrap_err().line, 2);
    }

    #[test]
    fn flags_come_first_and_duplicates_count_once() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("ids");
        std::fs::write(&file, "b\nc\nb\na\n").unwrap();
        let given = ["a".to_owned(), "b".to_owned()];
        let spaces = collect(&given, Some(&file)).unwrap();
        let order: Vec<_> = spaces.list.iter().map(|it| it.cust_space_id.as_str()).collect();
        assert_eq!((order, spaces.duplicates), (vec!["a", "b", "c"], 3));
    }
}
