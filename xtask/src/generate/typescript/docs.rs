//! Documentation of the model as TSDoc.

use std::collections::BTreeMap;

use super::super::template;
use crate::model::Operation;

/// The widest line of a source file.
const WIDTH: usize = 120;

/// How the names that texts hold as code are spelt in TypeScript.
#[derive(Default)]
pub(super) struct Spelling<'a>(BTreeMap<&'a str, &'a str>);

impl<'a> Spelling<'a> {
    /// Of an operation's parameters and fields, which the model calls by their names in snake case.
    pub(super) fn new(operation: &'a Operation) -> Self {
        let fields = operation.records.iter().flat_map(|it| &it.fields).chain(&operation.output);
        let names = operation.parameters.iter().map(|it| &it.name).chain(fields.map(|it| &it.name));
        Self(names.map(|it| (it.snake.as_str(), it.camel.as_str())).collect())
    }

    /// A text with these names.
    pub(super) fn of(&self, text: &str) -> String {
        let mut parts = text.split('`').map(str::to_owned).collect::<Vec<_>>();
        for code in parts.iter_mut().skip(1).step_by(2) {
            if let Some(own) = self.0.get(code.as_str()) {
                (*own).clone_into(code);
            }
        }
        parts.join("`")
    }
}

/// A text of paragraphs and lists, and an example, as a documentation comment.
pub(super) fn comment(indent: &str, text: &str, example: &[String]) -> String {
    // It would end the comment.
    let text = text.trim().replace("*/", "*\\/");
    let line = format!("{indent}/** {} */", text.split_whitespace().collect::<Vec<_>>().join(" "));
    if example.is_empty() && !text.contains("\n\n") && line.chars().count() <= WIDTH {
        return line;
    }
    let prefix = format!("{indent} * ");
    let mut lines = vec![format!("{indent}/**")];
    for paragraph in text.split("\n\n") {
        if lines.len() > 1 {
            lines.push(prefix.trim_end().to_owned());
        }
        if paragraph.starts_with("- ") {
            lines.extend(paragraph.lines().map(|item| list_item(item, &prefix)));
        } else {
            lines.push(template::comment(paragraph, &prefix));
        }
    }
    if !example.is_empty() {
        lines.push(prefix.trim_end().to_owned());
        let fenced =
            ["@example", "```ts"].into_iter().chain(example.iter().map(String::as_str)).chain(["```"]);
        lines.extend(fenced.map(|line| format!("{prefix}{line}")));
    }
    lines.push(format!("{indent} */"));
    lines.join("\n")
}

fn list_item(item: &str, prefix: &str) -> String {
    let inner = format!("{prefix}  ");
    let wrapped = template::comment(item.trim_start_matches("- "), &inner);
    format!("{prefix}- {}", &wrapped[inner.len()..])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_fits_is_one_line() {
        assert_eq!(comment("  ", "The\nchannel.", &[]), "  /** The channel. */");
        let long = comment("  ", &"word ".repeat(40), &[]);
        assert!(long.starts_with("  /**\n   * word") && long.ends_with("word\n   */"), "{long}");
        assert!(long.lines().all(|line| line.chars().count() <= WIDTH), "{long}");
    }

    #[test]
    fn paragraphs_lists_and_an_example_stay_apart() {
        let text = "One.\n\n- `a`: first\n- `b`: second\n\nEnds with */.";
        let example = ["await it()".to_owned()];
        assert_eq!(
            comment("", text, &example),
            "/**\n * One.\n *\n * - `a`: first\n * - `b`: second\n *\n * Ends with *\\/.\n *\n * @example\n * ```ts\n \
             * await it()\n * ```\n */"
        );
    }

    #[test]
    fn names_that_are_code_are_spelt_as_in_typescript() {
        let spelling = Spelling(BTreeMap::from([("isv_code", "isvCode")]));
        assert_eq!(
            spelling.of("Give `isv_code`, isv_code or `Code`."),
            "Give `isvCode`, isv_code or `Code`."
        );
    }
}
