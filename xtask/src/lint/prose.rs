//! The prose of a source file: its comments, and its strings that hold more than one word.

/// How a language writes comments and strings.
struct Syntax {
    /// What begins a comment that ends with its line.
    line_comment: &'static str,
    /// Whether there are comments between `/*` and `*/`.
    has_block_comments: bool,
    /// What begins and ends a string; the longest first.
    quotes: &'static [&'static str],
    /// Those of them whose strings may go over several lines.
    over_lines: &'static [&'static str],
}

const RUST: Syntax =
    Syntax { line_comment: "//", has_block_comments: true, quotes: &["\""], over_lines: &["\""] };
const SCRIPT: Syntax =
    Syntax { line_comment: "//", has_block_comments: true, quotes: &["`", "\"", "'"], over_lines: &["`"] };
const BRACES: Syntax = Syntax {
    line_comment: "//",
    has_block_comments: true,
    quotes: &["\"\"\"", "\""],
    over_lines: &["\"\"\""],
};
const HASHES: Syntax = Syntax {
    line_comment: "#",
    has_block_comments: false,
    quotes: &["\"\"\"", "'''", "\"", "'"],
    over_lines: &["\"\"\"", "'''"],
};

impl Syntax {
    /// That of a file, by its name; a template has that of what it writes. `None` for what is no source.
    fn of(name: &str) -> Option<&'static Self> {
        let name = name.strip_suffix(".j2").unwrap_or(name);
        let (_, extension) = name.rsplit_once('.')?;
        Some(match extension {
            "rs" => &RUST,
            "js" | "cjs" | "mjs" | "ts" | "mts" | "cts" => &SCRIPT,
            "kt" | "java" | "swift" => &BRACES,
            "py" | "pyi" | "toml" | "sh" | "yml" => &HASHES,
            _ => return None,
        })
    }
}

/// Whether a file is a source, by its name.
pub(super) fn is_source(name: &str) -> bool {
    Syntax::of(name).is_some()
}

/// The pieces of prose of a file, each with the number of the line in which it begins; none of what is no source.
pub(super) fn of_source(name: &str, text: &str) -> Vec<(usize, String)> {
    let Some(syntax) = Syntax::of(name) else { return Vec::new() };
    let mut pieces = Vec::new();
    let mut at = 0;
    let mut line = 1;
    while at < text.len() {
        let rest = &text[at..];
        let (length, piece) = if rest.starts_with(syntax.line_comment) {
            let end = rest.find('\n').unwrap_or(rest.len());
            (end, Some(rest[..end].to_owned()))
        } else if syntax.has_block_comments && rest.starts_with("/*") {
            let end = rest.find("*/").map_or(rest.len(), |end| end + 2);
            (end, Some(rest[..end].to_owned()))
        } else if let Some(length) = character(syntax, rest) {
            (length, None)
        } else if let Some(quote) = syntax.quotes.iter().find(|quote| rest.starts_with(**quote)) {
            let (length, content) = string(rest, quote, syntax.over_lines.contains(quote));
            (length, content.trim().contains(' ').then(|| without_words_in_quotes(&content)))
        } else {
            (rest.chars().next().map_or(1, char::len_utf8), None)
        };
        if let Some(piece) = piece {
            pieces.extend(piece.lines().zip(line..).map(|(text, line)| (line, text.to_owned())));
        }
        line += rest[..length].matches('\n').count();
        at += length;
    }
    pieces
}

/// How long a character in single quotes is, which is no string: `'"'` in Rust, Kotlin and Java.
fn character(syntax: &Syntax, rest: &str) -> Option<usize> {
    if syntax.quotes.contains(&"'") || !rest.starts_with('\'') {
        return None;
    }
    let mut characters = rest.char_indices().skip(1);
    let (_, first) = characters.next()?;
    if first == '\\' {
        characters.next()?;
    }
    let (end, closing) = characters.next()?;
    (closing == '\'').then_some(end + 1)
}

/// The length of a string with its quotes, and what is between them.
fn string(rest: &str, quote: &str, over_lines: bool) -> (usize, String) {
    let mut content = String::new();
    let mut escaped = false;
    for (at, character) in rest.char_indices().skip(quote.len()) {
        if escaped {
            escaped = false;
        } else if character == '\\' {
            escaped = true;
            continue;
        } else if rest[at..].starts_with(quote) {
            return (at + quote.len(), content);
        } else if character == '\n' && !over_lines {
            // It was none: an apostrophe, or a part of something that is not understood here.
            return (quote.len(), String::new());
        }
        content.push(character);
    }
    (quote.len(), String::new())
}

/// The text without single words in quotes, which are names.
fn without_words_in_quotes(text: &str) -> String {
    let parts = text.split('"').enumerate();
    let kept = parts.filter(|(number, part)| number % 2 == 0 || part.contains(' '));
    kept.map(|(_, part)| part).collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn texts(name: &str, text: &str) -> Vec<(usize, String)> {
        of_source(name, text)
    }

    fn piece(line: usize, text: &str) -> (usize, String) {
        (line, text.to_owned())
    }

    #[test]
    fn comments_and_sentences_are_prose_and_code_is_not() {
        let rust =
            "fn face() {\n    // One face\n    let face = \"a face\"; let name = \"face\"; /* b\n c */\n}\n";
        let expected = [piece(2, "// One face"), piece(3, "a face"), piece(3, "/* b"), piece(4, " c */")];
        assert_eq!(texts("a.rs", rust), expected);
        assert_eq!(texts("a.rs.j2", rust), expected);
        let python = "face = 'face'  # One\n\"\"\"Two words\nthree.\"\"\"\nb = 'a face'\n";
        assert_eq!(
            texts("a.py", python),
            [piece(1, "# One"), piece(2, "Two words"), piece(3, "three."), piece(4, "a face")]
        );
        assert!(texts("a.md", "a face").is_empty());
    }

    #[test]
    fn quotes_in_quotes_are_understood() {
        assert_eq!(
            texts("a.rs", r#"let a = '"'; let b = "x \"y\" z"; // c"#),
            [piece(1, "x   z"), piece(1, "// c")]
        );
        assert_eq!(texts("a.rs", "fn a<'b>(c: &'b str) {} // d"), [piece(1, "// d")]);
        assert_eq!(
            texts("a.ts", "// it's\nconst a = `b ${c} d`"),
            [piece(1, "// it's"), piece(2, "b ${c} d")]
        );
        assert_eq!(texts("a.kt", "val a = \"\"\"b \"c\" d\"\"\""), [piece(1, "b   d")]);
    }

    #[test]
    fn a_quote_that_is_none_ends_nothing() {
        assert_eq!(texts("a.sh", "echo it's\n# a comment\n"), [piece(2, "# a comment")]);
    }
}
