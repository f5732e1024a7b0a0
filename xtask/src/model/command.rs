//! The subcommand of an operation: what the model says of it, and what it is where the model says nothing.

use anyhow::{Result, ensure};
use heck::{ToKebabCase as _, ToUpperCamelCase as _};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use toml::Spanned;

use super::Name;

/// How the command offers an operation.
#[derive(Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct CommandFile {
    /// The words behind `cams-roi`: one, or a group of `types.toml` and one in it. By default the operation's name in
    /// lower case with dashes.
    #[schemars(with = "Option<String>")]
    pub(super) name: Option<Spanned<String>>,
    /// What it does, where that is not the operation's summary.
    summary: Option<String>,
    /// The arguments of examples; by default one of what is required.
    #[serde(default)]
    examples: Vec<String>,
    /// Whether the subcommand is written by hand.
    #[serde(default)]
    by_hand: bool,
}

/// Several subcommands that have their first word in common.
#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct GroupFile {
    /// What they do: a clause without a full stop.
    summary: String,
    /// What is said where an answer has no rows.
    no_rows: Option<String>,
    /// Whether the command's own code offers the group, since its first word does something by itself.
    #[serde(default)]
    by_hand: bool,
}

/// The subcommand of an operation.
#[derive(Debug, Serialize)]
pub(crate) struct Subcommand {
    /// In a group, its name.
    pub(crate) group: Option<String>,
    /// Its own word.
    pub(crate) word: String,
    pub(crate) summary: String,
    /// Arguments; none where one is to be made up.
    pub(crate) examples: Vec<String>,
    pub(crate) by_hand: bool,
}

/// Several subcommands that have their first word in common.
#[derive(Debug, Serialize)]
pub(crate) struct Group {
    pub(crate) name: String,
    pub(crate) summary: String,
    pub(crate) no_rows: Option<String>,
    pub(crate) by_hand: bool,
}

impl Subcommand {
    /// The words behind `cams-roi`.
    pub(crate) fn words(&self) -> Vec<&str> {
        self.group.as_deref().into_iter().chain([self.word.as_str()]).collect()
    }

    /// The subcommand of `operation`; `is_group` knows the groups.
    pub(super) fn new(
        file: Option<CommandFile>,
        operation: &Name,
        summary: &str,
        is_group: impl Fn(&str) -> bool,
    ) -> Result<Self> {
        let file = file.unwrap_or_default();
        let name = file.name.map_or_else(|| operation.snake.replace('_', "-"), Spanned::into_inner);
        let words: Vec<&str> = name.split(' ').collect();
        for word in &words {
            let is_one = !word.is_empty() && word.to_upper_camel_case().to_kebab_case() == **word;
            ensure!(is_one, "{word:?} is no word of a command: write it in lower case, with dashes");
        }
        let (group, word) = match words[..] {
            [word] => (None, word),
            [group, word] => {
                ensure!(is_group(group), "there is no [commands.{group}] in types.toml");
                (Some(group.to_owned()), word)
            }
            _ => anyhow::bail!("{name:?} has more than two words"),
        };
        Ok(Self {
            group,
            word: word.to_owned(),
            summary: file.summary.unwrap_or_else(|| summary.to_owned()),
            examples: file.examples,
            by_hand: file.by_hand,
        })
    }
}

impl Group {
    pub(super) fn new(name: String, file: GroupFile) -> Self {
        Self { name, summary: file.summary, no_rows: file.no_rows, by_hand: file.by_hand }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn subcommand(name: Option<&str>) -> Result<Subcommand> {
        let text = name.map(|name| format!("name = \"{name}\"")).unwrap_or_default();
        let file = toml::from_str(&text)?;
        Subcommand::new(Some(file), &Name::new("ListInstance", None, None), "Lists", |it| it == "metrics")
    }

    #[test]
    fn an_operation_without_a_word_of_its_own_has_its_name() {
        assert_eq!(subcommand(None).expect("a subcommand").words(), ["list-instance"]);
        assert_eq!(subcommand(Some("instances")).expect("a subcommand").words(), ["instances"]);
        assert_eq!(subcommand(Some("metrics phone")).expect("a subcommand").words(), ["metrics", "phone"]);
        for (name, why) in [
            ("nothing phone", "[commands.nothing]"),
            ("metrics phone number", "two words"),
            ("Metrics", "lower case"),
            ("metrics  phone", "lower case"),
        ] {
            let error = subcommand(Some(name)).expect_err(name).to_string();
            assert!(error.contains(why), "{error}");
        }
    }
}
