//! One word for one thing: what `docs/glossary.md` says not to write is not in the prose of any page.

use anyhow::{Result, bail};

use super::sources;
use crate::workspace::Workspace;

/// Where the words are, relative to the checkout.
const GLOSSARY: &str = "docs/glossary.md";
/// It names what once had another name.
const HISTORY: &str = "CHANGELOG.md";

/// A word that is not written, and the one that is.
#[derive(Debug, PartialEq, Eq)]
struct Avoided {
    not: String,
    word: String,
}

/// Holds every page against the glossary.
pub(super) fn check(workspace: &Workspace) -> Result<()> {
    let avoided = avoided(&workspace.read(GLOSSARY)?);
    if avoided.is_empty() {
        bail!("{GLOSSARY} names no word to avoid: its table has another form than is read here");
    }
    let mut found = Vec::new();
    for file in sources::list(workspace)? {
        if file.has_extension(&["md"]) && ![GLOSSARY, HISTORY].contains(&file.name.as_str()) {
            found.extend(violations(&file.name, &workspace.read(&file.name)?, &avoided));
        }
    }
    if !found.is_empty() {
        bail!("\n  {}", found.join("\n  "));
    }
    Ok(())
}

/// The words of the glossary's last column.
fn avoided(glossary: &str) -> Vec<Avoided> {
    let rows = glossary.lines().filter_map(|line| line.strip_prefix("| ")?.strip_suffix('|'));
    let cells = rows.map(|row| row.split(" |").map(str::trim).collect::<Vec<_>>());
    let entries = cells.filter_map(|cells| Some((cells.first()?.to_string(), cells.get(2)?.to_string())));
    let each = entries.flat_map(|(word, not)| {
        let not: Vec<_> = not.split('`').skip(1).step_by(2).map(str::to_owned).collect();
        not.into_iter().map(move |not| Avoided { not, word: word.clone() })
    });
    each.collect()
}

fn violations(name: &str, page: &str, avoided: &[Avoided]) -> Vec<String> {
    let mut violations = Vec::new();
    let mut in_code = false;
    for (number, line) in (1..).zip(page.lines()) {
        if line.trim_start().starts_with("```") {
            in_code = !in_code;
        } else if !in_code {
            let prose = prose(line);
            let wrong = avoided.iter().filter(|it| has(&prose, &it.not));
            violations
                .extend(wrong.map(|it| format!("{name}:{number} says {:?}: write {:?}", it.not, it.word)));
        }
    }
    violations
}

/// The line in lower case, without code and without where links lead.
fn prose(line: &str) -> String {
    let text: String = line.split('`').step_by(2).collect::<Vec<_>>().join(" ");
    let mut prose = String::new();
    let mut rest = text.as_str();
    while let Some((before, target)) = rest.split_once("](") {
        prose.push_str(before);
        prose.push(' ');
        rest = target.split_once(')').map_or("", |(_, rest)| rest);
    }
    prose.push_str(rest);
    prose.to_lowercase()
}

/// Whether the words are there, as words of their own.
fn has(prose: &str, words: &str) -> bool {
    let is_apart = |character: Option<char>| !character.is_some_and(char::is_alphanumeric);
    prose.match_indices(words).any(|(at, _)| {
        is_apart(prose[..at].chars().next_back()) && is_apart(prose[at + words.len()..].chars().next())
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    const PAGE: &str = "\
# Glossary
| word | means | not |
|---|---|---|
| package | What users install. | `face`, `faces` |
| call | One use. | |
";

    #[test]
    fn words_are_read_from_the_glossary() {
        let avoided = avoided(PAGE);
        let words: Vec<_> = avoided.iter().map(|it| (it.not.as_str(), it.word.as_str())).collect();
        assert_eq!(words, [("face", "package"), ("faces", "package")]);
    }

    #[test]
    fn a_page_is_held_to_them_in_its_prose_alone() {
        let avoided = avoided(PAGE);
        let page = "A Face,\nthe `face` of code, a [link](docs/face.md), an interface\n```\nface\n```\nfaces";
        assert_eq!(
            violations("a.md", page, &avoided),
            [r#"a.md:1 says "face": write "package""#, r#"a.md:6 says "faces": write "package""#]
        );
    }
}
