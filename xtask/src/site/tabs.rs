//! What the repository folds away, a language each, are tabs in the site.

use std::fmt::Write as _;

use super::markdown::is_fence;

const BEGIN: &str = "<details";
const END: &str = "</details>";

/// The text with tabs in place of `<details>`; those that follow each other are one set.
pub(super) fn from_details(text: &str) -> String {
    let mut written = String::new();
    let (mut in_code, mut in_tab) = (false, false);
    for line in text.lines() {
        in_code ^= is_fence(line);
        let plain = !in_code && !is_fence(line);
        if plain && line.starts_with(BEGIN) {
            in_tab = true;
            let _ = writeln!(written, "\n=== \"{}\"\n", title(line));
        } else if plain && line.starts_with(END) {
            in_tab = false;
            written.push('\n');
        } else if in_tab && !line.is_empty() {
            let _ = writeln!(written, "    {line}");
        } else {
            written.push_str(line);
            written.push('\n');
        }
    }
    written
}

/// The text of the summary, without its tags.
fn title(line: &str) -> String {
    let summary = line.split_once("<summary>").map_or("", |(_, rest)| rest);
    let summary = summary.split_once("</summary>").map_or(summary, |(summary, _)| summary);
    let parts = summary.split('<').enumerate();
    let text = parts.map(
        |(number, part)| {
            if number == 0 { part } else { part.split_once('>').map_or("", |(_, text)| text) }
        },
    );
    text.collect::<String>().trim().replace('"', "'")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_folded_away_is_a_tab() {
        let text = "a\n<details open><summary><b>Python</b></summary>\n\n```python\nb\n```\nc\n</details>\n\
                    <details><summary>Node</summary>\nd\n</details>\ne\n";
        let expected =
            "a\n\n=== \"Python\"\n\n\n    ```python\n    b\n    ```\n    c\n\n\n=== \"Node\"\n\n    d\n\ne\n";
        assert_eq!(from_details(text), expected);
    }

    #[test]
    fn code_may_show_it() {
        let text = "```html\n<details><summary>a</summary>\n</details>\n```\n";
        assert_eq!(from_details(text), text);
    }
}
