//! One word for one thing: what `docs/glossary.md` says not to write is not in the prose of any page, nor in the comments
//! and messages of any source.

use anyhow::{Result, bail};

use super::{prose, sources};
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

/// This file names the words, for it tests that they are found.
const ITSELF: [&str; 2] = ["xtask/src/lint/words.rs", "xtask/src/lint/prose.rs"];

/// What uniffi writes has words of its own.
const OF_UNIFFI: &str = "bindings/swift/Sources/CamsRoiNative/";

/// Holds every page and every source against the glossary.
pub(super) fn check(workspace: &Workspace) -> Result<()> {
    let avoided = avoided(&workspace.read(GLOSSARY)?);
    if avoided.is_empty() {
        bail!("{GLOSSARY} names no word to avoid: its table has another form than is read here");
    }
    let mut found = Vec::new();
    for file in sources::list(workspace)? {
        let name = file.name.as_str();
        if file.has_extension(&["md"]) && ![GLOSSARY, HISTORY].contains(&name) {
            found.extend(violations(name, &workspace.read(name)?, &avoided));
        } else if prose::is_source(name) && !ITSELF.contains(&name) && !name.starts_with(OF_UNIFFI) {
            found.extend(source_violations(name, &workspace.read(name)?, &avoided));
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
            let wrong = avoided.iter().filter(|it| has(&prose, &it.not.to_lowercase()));
            violations
                .extend(wrong.map(|it| format!("{name}:{number} says {:?}: write {:?}", it.not, it.word)));
        }
    }
    violations
}

/// The same for a source, of which only comments and sentences count.
fn source_violations(name: &str, text: &str, avoided: &[Avoided]) -> Vec<String> {
    let mut violations = Vec::new();
    for (number, line) in prose::of_source(name, text) {
        let prose = prose(&line);
        let wrong = avoided.iter().filter(|it| has(&prose, &it.not.to_lowercase()));
        violations.extend(wrong.map(|it| format!("{name}:{number} says {:?}: write {:?}", it.not, it.word)));
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

/// Whether the words are there, as words of their own, and not as a part of code such as `bridge::a`, `<face>`, `a.face`.
fn has(prose: &str, words: &str) -> bool {
    let is_code =
        |character: char| character.is_alphanumeric() || matches!(character, '_' | '/' | '<' | '$' | '{');
    prose.match_indices(words).any(|(at, _)| {
        let (before, behind) = (&prose[..at], &prose[at + words.len()..]);
        let is_name = behind.starts_with("::")
            || behind
                .strip_prefix(['.', '-', '/'])
                .is_some_and(|rest| rest.starts_with(char::is_alphanumeric));
        let is_member = before.ends_with(['.', '-', '\'']) && !before.ends_with(". ");
        !is_name
            && !is_member
            && !before.chars().next_back().is_some_and(is_code)
            && !behind.chars().next().is_some_and(is_code)
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
    fn a_source_is_held_to_them_in_its_comments_and_sentences() {
        let avoided = avoided(PAGE);
        let source = "/// A face of `face`, <face>, face.rs, face::a.\nfn face() { fail(\"no face there\", \"face\") }\n";
        assert_eq!(
            source_violations("a.rs", source, &avoided),
            [r#"a.rs:1 says "face": write "package""#, r#"a.rs:2 says "face": write "package""#]
        );
        assert!(source_violations("a.rs", "let face = 1;", &avoided).is_empty());
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
