//! Templates, and what they may call: each reads like the file that it writes, and decides nothing.

use std::path::Path;

use anyhow::{Context as _, Result};
use minijinja::syntax::SyntaxConfig;
use minijinja::value::Serde;
use minijinja::{Environment, UndefinedBehavior, path_loader};
use serde::Serialize;

/// Where templates are, relative to the checkout.
const TEMPLATES: &str = "xtask/templates";

/// The widest line of a documentation comment.
const WIDTH: usize = 118;

/// The widest line of code where a template breaks lines itself.
const CODE_WIDTH: usize = 120;

/// The templates of the checkout.
pub(super) struct Templates(Environment<'static>);

impl Templates {
    pub(super) fn new(root: &Path) -> Result<Self> {
        let mut syntax = SyntaxConfig::builder();
        let syntax = syntax.trim_blocks(true).lstrip_blocks(true).keep_trailing_newline(true).build()?;
        let mut environment = Environment::new();
        environment.set_syntax(syntax);
        environment.set_loader(path_loader(root.join(TEMPLATES)));
        environment.set_undefined_behavior(UndefinedBehavior::Strict);
        environment.set_auto_escape_callback(|_| minijinja::AutoEscape::None);
        environment.add_filter("comment", |text: &str, prefix: &str| comment(text, prefix));
        environment
            .add_filter("item", |text: &str, first: &str, prefix: &str| comment_item(text, first, prefix));
        environment
            .add_function("fitted", |head: &str, items: Vec<String>, tail: &str| fitted(head, &items, tail));
        environment.add_filter("sentence", |text: &str| sentence(text));
        Ok(Self(environment))
    }

    /// What the template makes of the context.
    pub(super) fn render(&self, template: &str, context: &impl Serialize) -> Result<String> {
        let render = || self.0.get_template(template)?.render(Serde(context));
        render().with_context(|| format!("{TEMPLATES}/{template}"))
    }
}

/// Paragraphs, and blocks of code, as the lines of a comment, each with the prefix in front: `    /// `, ` * `, `# `.
pub(super) fn comment(text: &str, prefix: &str) -> String {
    let room = WIDTH.saturating_sub(prefix.chars().count()).max(40);
    let mut lines = Vec::new();
    for paragraph in text.trim().split("\n\n") {
        if !lines.is_empty() {
            lines.push(prefix.trim_end().to_owned());
        }
        if paragraph.starts_with("```") {
            lines.extend(paragraph.lines().map(|line| format!("{prefix}{line}")));
            continue;
        }
        let mut line = String::new();
        for word in paragraph.split_whitespace() {
            if !line.is_empty() && line.chars().count() + 1 + word.chars().count() > room {
                lines.push(format!("{prefix}{line}"));
                line.clear();
            }
            if !line.is_empty() {
                line.push(' ');
            }
            line.push_str(word);
        }
        lines.push(format!("{prefix}{line}"));
    }
    lines.join("\n")
}

/// The same for an item of a list, whose first line begins otherwise: `    ///   - name: `.
fn comment_item(text: &str, first: &str, prefix: &str) -> String {
    // Something as wide stands for it while lines are broken.
    let mark = "\u{fffc}".repeat(first.chars().count().saturating_sub(prefix.chars().count()));
    comment(&format!("{mark}{text}"), prefix).replacen(&format!("{prefix}{mark}"), first, 1)
}

/// A list of arguments or parameters in one line, or where that is too long, each in a line of its own.
fn fitted(head: &str, items: &[String], tail: &str) -> String {
    let line = format!("{head}{}{tail}", items.join(", "));
    let indent = &head[..head.len() - head.trim_start().len()];
    if items.is_empty() || line.chars().count() <= CODE_WIDTH {
        return line;
    }
    let lines: Vec<_> = items.iter().map(|item| format!("{indent}    {item}")).collect();
    format!("{head}\n{}\n{indent}{tail}", lines.join(",\n"))
}

/// A clause as a sentence.
fn sentence(clause: &str) -> String {
    let mut letters = clause.chars();
    let first = letters.next().map(|it| it.to_uppercase().to_string()).unwrap_or_default();
    format!("{first}{}.", letters.as_str())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paragraphs_are_wrapped_at_words() {
        let text = format!("{}\nend\n\nnext\n", "word ".repeat(30).trim_end());
        let lines: Vec<_> = comment(&text, "    /// ").lines().map(str::to_owned).collect();
        assert!(lines.iter().all(|line| line.chars().count() <= WIDTH), "{lines:?}");
        assert_eq!(lines[2..], ["    ///", "    /// next"]);
        assert!(lines[1].ends_with("word end"), "{lines:?}");
        assert_eq!(
            comment("One.\n\n```\na {\n  b\n```", "// "),
            "// One.\n//\n// ```\n// a {\n//   b\n// ```"
        );
    }

    #[test]
    fn an_item_of_a_list_hangs_from_its_first_line() {
        let lines = comment_item(&"word ".repeat(30), "///   - it: ", "///     ");
        let lines: Vec<_> = lines.lines().collect();
        assert!(lines[0].starts_with("///   - it: word word"), "{lines:?}");
        assert!(lines[1].starts_with("///     word"), "{lines:?}");
        assert!(lines.iter().all(|line| line.chars().count() <= WIDTH), "{lines:?}");
    }

    #[test]
    fn what_does_not_fit_into_a_line_has_a_line_each() {
        let items = vec!["one: Int".to_owned(), "other: Int".to_owned()];
        assert_eq!(fitted("    call(", &items, ")"), "    call(one: Int, other: Int)");
        let tail = format!(") {}", "x".repeat(CODE_WIDTH));
        let broken = format!("    call(\n        one: Int,\n        other: Int\n    {tail}");
        assert_eq!(fitted("    call(", &items, &tail), broken);
    }
}
