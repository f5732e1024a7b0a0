//! What differs between faces by convention: how things are spelt, and what belongs to a language rather than to the
//! library. Everything else has to be the same, so each convention says why it is one; one that nothing needs any more
//! is an error.

mod rules;

use std::collections::BTreeSet;

use self::rules::{ANY, Effect, RULES, Rule};
use super::surface::{Face, Item, Kind};

/// A convention that applied, and in which face.
pub(super) type Convention = (usize, Face);

impl Rule {
    fn matches(&self, face: Face, kind: Kind, of: &str, name: &str) -> bool {
        self.faces.contains(&face)
            && self.kind == kind
            && (self.of == ANY || self.of == of)
            && (self.name == ANY || self.name == name)
    }
}

/// The name that a thing has in every face; `None` for what is not compared.
pub(super) fn canonical(
    face: Face,
    kind: Kind,
    of: &str,
    name: &str,
    used: &mut BTreeSet<Convention>,
) -> Option<String> {
    let name = plain(face, kind, name);
    let applies =
        |rule: &Rule| !matches!(rule.effect, Effect::MayLack) && rule.matches(face, kind, of, &name);
    let Some(index) = RULES.iter().position(applies) else { return Some(name) };
    used.insert((index, face));
    match RULES[index].effect {
        Effect::Is(other) => Some(other.to_owned()),
        Effect::NotCompared | Effect::MayLack => None,
    }
}

/// Whether the face does without it by convention.
pub(super) fn may_lack(face: Face, item: &Item, used: &mut BTreeSet<Convention>) -> bool {
    let applies = |rule: &Rule| {
        matches!(rule.effect, Effect::MayLack) && rule.matches(face, item.kind, &item.of, &item.name)
    };
    let index = RULES.iter().position(applies);
    used.extend(index.map(|index| (index, face)));
    index.is_some()
}

/// A sentence for each convention that a face no longer needs.
pub(super) fn unused(faces: &[Face], used: &BTreeSet<Convention>) -> Vec<String> {
    let mut messages = Vec::new();
    for (index, rule) in RULES.iter().enumerate() {
        for face in rule.faces.iter().filter(|face| faces.contains(face) && !used.contains(&(index, **face)))
        {
            let item = Item::new(rule.kind, rule.of, rule.name);
            messages.push(format!(
                "the convention about {item} ({}) applies to nothing in {face}: take it out",
                rule.why
            ));
        }
    }
    messages
}

/// The spelling that all languages can be brought to: words with `_` between them, without the prefix of a question
/// and the unit behind a duration. Classes keep their case, which is the same everywhere.
fn plain(face: Face, kind: Kind, name: &str) -> String {
    if matches!(kind, Kind::ErrorClass | Kind::Value) {
        return match (face, name.strip_suffix("Output")) {
            (Face::Rust, Some(operation)) => format!("{operation}Result"),
            _ => name.to_owned(),
        };
    }
    let name = snake_case(name);
    let asks = matches!(face, Face::Rust | Face::Kotlin | Face::Swift);
    let name = if asks { name.strip_prefix("is_").unwrap_or(&name) } else { &name };
    let name = name.strip_prefix("retry.").unwrap_or(name);
    name.strip_suffix("_ms").unwrap_or(name).to_owned()
}

fn snake_case(name: &str) -> String {
    let mut snake = String::new();
    for letter in name.chars() {
        if letter.is_uppercase() && snake.ends_with(|before: char| before.is_ascii_lowercase()) {
            snake.push('_');
        }
        snake.extend(letter.to_lowercase().map(|letter| if letter == '-' { '_' } else { letter }));
    }
    snake
}

#[cfg(test)]
mod tests {
    use super::super::surface::Face::{Command, Kotlin, Node, Python, Rust, Swift};
    use super::super::surface::Kind::{ClientOption, Field, Parameter, Value};
    use super::*;

    fn name(face: Face, kind: Kind, of: &str, name: &str) -> Option<String> {
        canonical(face, kind, of, name, &mut BTreeSet::new())
    }

    #[test]
    fn every_language_s_spelling_comes_to_the_same() {
        for (face, spelling) in [
            (Rust, "max_attempts"),
            (Python, "max_attempts"),
            (Node, "retry.maxAttempts"),
            (Command, "max-attempts"),
        ] {
            assert_eq!(name(face, ClientOption, "", spelling).as_deref(), Some("max_attempts"), "{face}");
        }
        assert_eq!(name(Node, Field, "CamsRoiError", "retryAfterMs").as_deref(), Some("retry_after"));
        for (face, spelling) in [(Rust, "is_retryable"), (Kotlin, "isRetryable"), (Swift, "isRetryable")] {
            assert_eq!(name(face, Field, "CamsRoiError", spelling).as_deref(), Some("retryable"), "{face}");
        }
        assert_eq!(name(Rust, Value, "", "Error").as_deref(), Some("CamsRoiError"));
        assert_eq!(name(Node, Kind::ErrorClass, "", "ThrottledError").as_deref(), Some("ThrottledError"));
    }

    #[test]
    fn a_convention_holds_in_its_place_alone() {
        assert_eq!(name(Python, Parameter, "call", "params").as_deref(), Some("parameters"));
        assert_eq!(name(Python, Parameter, "enable_many", "params").as_deref(), Some("params"));
        assert_eq!(name(Node, ClientOption, "", "logger"), None);
        assert_eq!(name(Python, ClientOption, "", "logger").as_deref(), Some("logger"));
        let ca_pem = Item::new(ClientOption, "", "ca_pem");
        assert!(may_lack(Command, &ca_pem, &mut BTreeSet::new()));
        assert!(!may_lack(Node, &ca_pem, &mut BTreeSet::new()));
    }

    #[test]
    fn a_convention_that_applied_is_not_told_as_unused() {
        let mut used = BTreeSet::new();
        let before = unused(&[Node], &used);
        assert!(before.iter().any(|message| message.contains("`logger`")), "{before:?}");
        canonical(Node, ClientOption, "", "logger", &mut used);
        let after = unused(&[Node], &used);
        assert_eq!(after.len(), before.len() - 1);
        assert!(unused(&[], &used).is_empty());
    }
}
