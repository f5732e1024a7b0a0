//! Reading the options. What is wrong is said with file and line.

use std::collections::BTreeSet;
use std::path::Path;

use anyhow::{Result, bail};
use indexmap::IndexMap;
use toml::Spanned;

use super::file::{GroupFile, OptionFile, OptionsFile, Surface, WordsFile};
use super::{Default, OptionKind, Options, Setting, Word, Words};
use crate::model::Name;
use crate::model::source::Source;

const FILE: &str = "model/options.toml";

/// Every surface, in the order of the pages.
const SURFACES: [Surface; 6] =
    [Surface::Rust, Surface::Python, Surface::Node, Surface::Kotlin, Surface::Swift, Surface::Command];

/// Where a text has what the option is by default.
const DEFAULT: &str = "{default}";

/// Reads the options of the checkout at `root`, and checks them.
pub(in crate::model) fn read(root: &Path) -> Result<Options> {
    options(&Source::read(root, FILE)?)
}

fn options(source: &Source) -> Result<Options> {
    let OptionsFile { client, call, named_call, pages, enable_many, groups, words } = source.parse()?;
    let read = |section: IndexMap<String, OptionFile>| {
        let settings: Vec<_> = section
            .into_iter()
            .map(|(name, file)| setting(source, &words, &groups, &name, file))
            .collect::<Result<_>>()?;
        check_unique(&settings)?;
        Ok::<_, anyhow::Error>(settings)
    };
    Ok(Options {
        client: read(client)?,
        call: read(call)?,
        named_call: read(named_call)?,
        pages: read(pages)?,
        enable_many: read(enable_many)?,
        groups: groups.into_iter().map(|(name, file)| (name, file.doc)).collect(),
        words: words.into_iter().map(|(name, file)| self::words(&name, file)).collect(),
    })
}

fn setting(
    source: &Source,
    words: &IndexMap<String, WordsFile>,
    groups: &IndexMap<String, GroupFile>,
    snake: &str,
    file: OptionFile,
) -> Result<Setting> {
    let name = Name::new(snake, None, None);
    if name.snake != snake {
        let what = format!("write the name of the option in snake case: {}", name.snake);
        return Err(source.error(&file.kind.span(), what));
    }
    let kind =
        OptionKind::parse(file.kind.get_ref()).map_err(|problem| source.error(&file.kind.span(), problem))?;
    if let OptionKind::Word { name } = &kind
        && !words.contains_key(name)
    {
        return Err(source.error(&file.kind.span(), format!("there is no [words.{name}]")));
    }
    let default = file.default.as_ref().map(|it| default(source, words, &kind, it)).transpose()?;
    if default.is_some() && file.otherwise.is_some() {
        let what = format!("{snake} has a `default`, so that `otherwise` says nothing");
        return Err(source.error(&file.kind.span(), what));
    }
    if default.is_none() && file.doc.get_ref().contains(DEFAULT) {
        return Err(
            source.error(&file.doc.span(), format!("{snake} has no default that its text could name"))
        );
    }
    if let Some(node) = &file.node
        && let Some((group, _)) = node.get_ref().split_once('.')
        && !groups.contains_key(group)
    {
        return Err(source.error(&node.span(), format!("there is no [groups.{group}]")));
    }
    let suffix = if kind.is_time() { "Ms" } else { "" };
    Ok(Setting {
        surfaces: surfaces(source, file.only, &file.without)?,
        node: file.node.map_or_else(|| format!("{}{suffix}", name.camel), Spanned::into_inner),
        flag: file.flag.unwrap_or_else(|| snake.replace('_', "-")),
        kind,
        default,
        otherwise: file.otherwise,
        doc: file.doc.into_inner(),
        docs: file.docs.into_iter().collect(),
        strict: file.strict,
        reads_answer: file.reads_answer,
        variable: file.variable,
        value_name: file.value_name,
        name,
    })
}

fn surfaces(
    source: &Source,
    only: Option<Spanned<Vec<Surface>>>,
    without: &[Surface],
) -> Result<Vec<Surface>> {
    let only = match only {
        Some(only) if !without.is_empty() => {
            return Err(source.error(&only.span(), "`only` has said already what `without` says"));
        }
        only => only.map(Spanned::into_inner),
    };
    let has = |surface: &Surface| match &only {
        Some(only) => only.contains(surface),
        None => !without.contains(surface),
    };
    Ok(SURFACES.into_iter().filter(has).collect())
}

fn default(
    source: &Source,
    words: &IndexMap<String, WordsFile>,
    kind: &OptionKind,
    given: &Spanned<toml::Value>,
) -> Result<Default> {
    let wrong = |what: String| source.error(&given.span(), what);
    let positive = |number: i64| u64::try_from(number).ok().filter(|number| *number > 0);
    match (kind, given.get_ref()) {
        (OptionKind::Text | OptionKind::Level, toml::Value::String(text)) => Ok(Default::Text(text.clone())),
        (OptionKind::Word { name }, toml::Value::String(text)) => {
            let allowed: Vec<_> = words[name].values.values().map(|it| it.word.as_str()).collect();
            if allowed.contains(&text.as_str()) {
                Ok(Default::Text(text.clone()))
            } else {
                Err(wrong(format!("{text:?} is none of the words of {name}: {}", allowed.join(", "))))
            }
        }
        (OptionKind::Bool, toml::Value::Boolean(flag)) => Ok(Default::Bool(*flag)),
        (OptionKind::Count | OptionKind::Span | OptionKind::Delay, toml::Value::Integer(number)) => {
            let number = positive(*number).ok_or_else(|| wrong(format!("{number} is not more than zero")))?;
            Ok(Default::Number(number))
        }
        (_, other) => Err(wrong(format!("the default {other} is not of the option's type"))),
    }
}

fn words(name: &str, file: WordsFile) -> Words {
    let values = file.values.into_iter().map(|(name, value)| Word {
        name: Name::new(&name, None, None),
        word: value.word,
        doc: value.doc,
    });
    Words { name: Name::new(name, None, None), doc: file.doc, values: values.collect() }
}

/// Fails where two options of one section would have one name somewhere.
fn check_unique(section: &[Setting]) -> Result<()> {
    let mut seen = BTreeSet::new();
    for setting in section {
        if !seen.insert(setting.node.as_str()) {
            bail!("{FILE}: two options of one section are called {} in Node", setting.node);
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What is said about a file whose client has this one option.
    fn said(option: &str) -> String {
        let text = format!("[client.one]\n{option}\n[call]\n[named_call]\n[pages]\n[enable_many]\n");
        let source = Source::of("model/options.toml", &text);
        options(&source).map_or_else(|error| error.to_string(), |_| String::new())
    }

    #[test]
    fn what_is_wrong_is_said_with_its_line() {
        for (option, problem) in [
            ("type = \"text\"", "model/options.toml:1: missing field `doc`"),
            ("type = \"texts\"\ndoc = \"A.\"", "model/options.toml:2: \"texts\" is no type"),
            ("type = \"word X\"\ndoc = \"A.\"", "model/options.toml:2: there is no [words.X]"),
            (
                "type = \"count\"\ndoc = \"A.\"\ndefault = \"x\"",
                "model/options.toml:4: the default \"x\" is not of the option's type",
            ),
            ("type = \"count\"\ndoc = \"A.\"\ndefault = 0", "model/options.toml:4: 0 is not more than zero"),
            ("type = \"text\"\ndoc = \"A, {default}.\"", "model/options.toml:3: one has no default"),
            (
                "type = \"text\"\ndoc = \"A.\"\nonly = [\"node\"]\nwithout = [\"rust\"]",
                "model/options.toml:4: `only` has said",
            ),
            ("type = \"text\"\ndoc = \"A.\"\nnode = \"a.b\"", "model/options.toml:4: there is no [groups.a]"),
            ("type = \"text\"\ndoc = \"A.\"\nunit = 1", "model/options.toml:4: unknown field `unit`"),
        ] {
            assert!(said(option).starts_with(problem), "{option}: {}", said(option));
        }
        assert_eq!(said("type = \"text\"\ndoc = \"A.\""), "");
    }
}
