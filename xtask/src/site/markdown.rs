//! Between the Markdown that the repository shows and the stricter one that MkDocs reads.

use anyhow::Result;

/// The text with each line changed, but for those of code blocks and for code within lines.
pub(super) fn outside_of_code(text: &str, mut change: impl FnMut(&str) -> Result<String>) -> Result<String> {
    let mut written = String::new();
    let mut in_code = false;
    for line in text.lines() {
        if is_fence(line) {
            in_code = !in_code;
        }
        if in_code || is_fence(line) {
            written.push_str(line);
        } else {
            for (number, part) in line.split('`').enumerate() {
                if number > 0 {
                    written.push('`');
                }
                // Between two backquotes there is code.
                written.push_str(&if number % 2 == 0 { change(part)? } else { part.to_owned() });
            }
        }
        written.push('\n');
    }
    Ok(written)
}

/// Whether a line begins or ends a block of code.
pub(super) fn is_fence(line: &str) -> bool {
    line.trim_start().starts_with("```")
}

/// With blank lines before lists and tables, with list items that hang by four blanks, and with languages alone behind
/// the fences of code.
pub(super) fn spaced(text: &str) -> String {
    let mut written: Vec<String> = Vec::new();
    let (mut in_code, mut in_list) = (false, false);
    for line in text.lines() {
        let indent = line.len() - line.trim_start().len();
        let content = line.trim_start();
        let before = written.last().cloned().unwrap_or_default();
        if is_fence(line) {
            in_code = !in_code;
            let language = content.split(' ').next().unwrap_or_default();
            written.push(format!("{}{language}", &line[..indent]));
            continue;
        }
        if in_code {
            written.push(line.to_owned());
            continue;
        }
        let begins = Block::of(content);
        let apart = begins.is_some() && !before.trim().is_empty() && Block::of(before.trim_start()) != begins;
        // An item's own lines are no paragraph that a list would have to be kept from.
        if apart && !(in_list && begins == Some(Block::List)) {
            written.push(String::new());
        }
        if begins == Some(Block::List) {
            in_list = true;
        } else if indent == 0 && !content.is_empty() && before.trim().is_empty() {
            in_list = false;
        }
        let hangs = in_list && matches!(indent, 2 | 3) && begins != Some(Block::List);
        written.push(if hangs { format!("    {content}") } else { line.to_owned() });
    }
    written.join("\n") + "\n"
}

/// What has to stand apart from a paragraph before it.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Block {
    List,
    Table,
}

impl Block {
    fn of(content: &str) -> Option<Self> {
        let numbered = content.split_once(". ").is_some_and(|(number, _)| number.parse::<u32>().is_ok());
        if content.starts_with("- ") || numbered {
            Some(Self::List)
        } else if content.starts_with('|') {
            Some(Self::Table)
        } else {
            None
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lists_and_tables_stand_apart() {
        let text = "Text:\n- one\n  more\n- two\nText\n| a |\n|---|\n| b |\n";
        assert_eq!(spaced(text), "Text:\n\n- one\n    more\n- two\nText\n\n| a |\n|---|\n| b |\n");
        let numbered = "Text\n\n1. one\n   more\n2. two\n\nText\n  not an item\n";
        assert_eq!(spaced(numbered), "Text\n\n1. one\n    more\n2. two\n\nText\n  not an item\n");
    }

    #[test]
    fn a_table_in_an_item_belongs_to_it() {
        assert_eq!(spaced("- one:\n\n  | a |\n  |---|\n- two\n"), "- one:\n\n    | a |\n    |---|\n- two\n");
    }

    #[test]
    fn code_keeps_its_form_and_loses_what_runs_it() {
        assert_eq!(
            spaced("a\n```python test\n- no list\n  no item\n```\n"),
            "a\n```python\n- no list\n  no item\n```\n"
        );
    }

    #[test]
    fn code_is_left_alone() {
        let loud = |line: &str| Ok(line.to_uppercase());
        assert_eq!(
            outside_of_code("a `b` c\n```sh\nd\n```\ne\n", loud).unwrap(),
            "A `b` C\n```sh\nd\n```\nE\n"
        );
    }
}
