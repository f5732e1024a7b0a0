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
        environment.add_filter("sentence", |text: &str| sentence(text));
        Ok(Self(environment))
    }

    /// What the template makes of the context.
    pub(super) fn render(&self, template: &str, context: &impl Serialize) -> Result<String> {
        let render = || self.0.get_template(template)?.render(Serde(context));
        render().with_context(|| format!("{TEMPLATES}/{template}"))
    }
}

/// Paragraphs as the lines of a comment, each with the prefix in front: `    /// `, ` * `, `# `.
pub(super) fn comment(text: &str, prefix: &str) -> String {
    let room = WIDTH.saturating_sub(prefix.chars().count()).max(40);
    let mut lines = Vec::new();
    for paragraph in text.trim().split("\n\n") {
        if !lines.is_empty() {
            lines.push(prefix.trim_end().to_owned());
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
    }
}
