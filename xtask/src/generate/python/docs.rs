//! The model's documentation in the form of docstrings.

use anyhow::{Result, bail};

/// The widest line.
const WIDTH: usize = 120;

/// Markdown in the form of docstrings: code between two marks, where Markdown has one.
pub(super) fn prose(markdown: &str) -> String {
    markdown.replace('\\', "\\\\").replace('`', "``")
}

/// Adds to a text's last sentence, or behind it where it is not the only one.
pub(super) fn amended(text: &str, joint: &str, more: &str) -> String {
    match text.strip_suffix('.') {
        Some(only) if !only.contains(". ") => format!("{only}{joint}{more}."),
        _ => {
            let mut letters = more.chars();
            let first = letters.next().map(|it| it.to_uppercase().to_string()).unwrap_or_default();
            format!("{text} {first}{}.", letters.as_str())
        }
    }
}

/// A summary in the third person as the sentence by which a docstring begins.
pub(super) fn imperative(summary: &str) -> String {
    let (verb, rest) = summary.split_once(' ').unwrap_or((summary, ""));
    let stem = match verb {
        _ if verb.ends_with("ies") => format!("{}y", &verb[..verb.len() - 3]),
        _ if ["ches", "shes", "sses", "xes", "oes"].iter().any(|end| verb.ends_with(end)) => {
            verb[..verb.len() - 2].to_owned()
        }
        _ => verb.strip_suffix('s').unwrap_or(verb).to_owned(),
    };
    format!("{stem} {rest}").trim_end().to_owned() + "."
}

/// A docstring: its first sentence is a line of its own.
pub(super) fn docstring(text: &str, indent: &str) -> Result<String> {
    let (summary, rest) = match text.split_once(". ") {
        Some((summary, rest)) => (format!("{summary}."), rest),
        None => (text.to_owned(), ""),
    };
    let first = summary_line(&summary, indent)?;
    if rest.is_empty() {
        return Ok(format!("{first}\"\"\""));
    }
    Ok(format!("{first}\n\n{}\n{indent}\"\"\"", wrapped(rest, indent, indent)))
}

/// The line by which a docstring begins.
pub(super) fn summary_line(summary: &str, indent: &str) -> Result<String> {
    let line = format!("{indent}\"\"\"{summary}");
    if line.chars().count() + 3 > WIDTH {
        bail!("{summary:?} is too long for the first line of a docstring in Python: make it two sentences");
    }
    Ok(line)
}

/// The docstring of an attribute.
pub(super) fn attribute(text: &str, indent: &str) -> String {
    wrapped(&format!("\"\"\"{text}\"\"\""), indent, indent)
}

/// A text as an expression, in as many pieces as it needs.
pub(super) fn literal(text: &str) -> String {
    literal_of(text, PIECE)
}

/// The same for the value of a key in a class's table, which may be on the line of its key.
pub(super) fn value(key: &str, text: &str) -> String {
    let before = format!("        \"{key}\": \"\",").chars().count();
    literal_of(text, PIECE.min(WIDTH.saturating_sub(before)))
}

/// How long a piece of a text is.
const PIECE: usize = 90;

fn literal_of(text: &str, first: usize) -> String {
    let pieces = lines(text, first, PIECE);
    let last = pieces.len() - 1;
    let quoted = |(index, piece): (usize, &String)| {
        let piece = if index == last { piece.clone() } else { format!("{piece} ") };
        format!("\"{}\"", piece.replace('"', "\\\""))
    };
    let quoted: Vec<_> = pieces.iter().enumerate().map(quoted).collect();
    if last == 0 { quoted.concat() } else { format!("({})", quoted.join("\n")) }
}

/// A text in lines, of which the first begins otherwise than the others.
pub(super) fn wrapped(text: &str, first: &str, rest: &str) -> String {
    let room = |prefix: &str| WIDTH.saturating_sub(prefix.chars().count()).max(40);
    let lines = lines(text, room(first), room(rest));
    let with_prefix =
        |(index, line): (usize, &String)| format!("{}{line}", if index == 0 { first } else { rest });
    lines.iter().enumerate().map(with_prefix).collect::<Vec<_>>().join("\n")
}

fn lines(text: &str, first: usize, rest: usize) -> Vec<String> {
    let mut lines = vec![String::new()];
    for word in text.split_whitespace() {
        let room = if lines.len() == 1 { first } else { rest };
        match lines.last_mut() {
            Some(line) if line.is_empty() => line.push_str(word),
            Some(line) if line.chars().count() + 1 + word.chars().count() <= room => {
                line.push(' ');
                line.push_str(word);
            }
            _ => lines.push(word.to_owned()),
        }
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn docstrings_begin_with_what_to_do() {
        for (summary, sentence) in [
            ("Enables metrics", "Enable metrics."),
            ("Reads how many", "Read how many."),
            ("Queries", "Query."),
            ("Passes it on", "Pass it on."),
            ("Creates it", "Create it."),
        ] {
            assert_eq!(imperative(summary), sentence);
        }
    }

    #[test]
    fn what_is_added_goes_into_a_sentence_that_is_alone() {
        assert_eq!(amended("The start.", "; ", "an aware datetime"), "The start; an aware datetime.");
        assert_eq!(
            amended("The start. No default.", "; ", "an aware datetime"),
            "The start. No default. An aware datetime."
        );
    }

    #[test]
    fn a_docstring_has_its_first_sentence_alone() {
        assert_eq!(docstring("One thing.", "    ").unwrap(), "    \"\"\"One thing.\"\"\"");
        assert_eq!(
            docstring("One thing. And more.", "    ").unwrap(),
            "    \"\"\"One thing.\n\n    And more.\n    \"\"\""
        );
        assert!(docstring(&"word ".repeat(40), "").is_err());
    }

    #[test]
    fn a_long_text_is_an_expression_of_several_pieces() {
        assert_eq!(literal("a \"word\""), "\"a \\\"word\\\"\"");
        let long = literal(&"word ".repeat(30));
        let room = |key: &str| value(key, &"word ".repeat(17));
        assert!(!room("key").contains('\n') && room(&"key".repeat(10)).starts_with("(\"word "));
        assert!(
            long.starts_with("(\"word ") && long.ends_with("word\")") && long.contains(" \"\n\"word"),
            "{long}"
        );
    }
}
