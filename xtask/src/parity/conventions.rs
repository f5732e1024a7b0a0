//! What differs between faces by convention: how things are spelt, and what belongs to a language rather than to the
//! library. Everything else has to be the same, so each convention says why it is one; one that nothing needs any more
//! is an error.

use std::collections::BTreeSet;

use super::surface::Face::{self, Command, Node, Python, Rust};
use super::surface::Item;
use super::surface::Kind::{self, CallOption, ClientOption, Field, Operation, Parameter, Value};

/// A convention that applied, and in which face.
pub(super) type Convention = (usize, Face);

/// Matches any name.
const ANY: &str = "*";

struct Rule {
    faces: &'static [Face],
    kind: Kind,
    /// The operation or value that has it.
    of: &'static str,
    /// The name, but for the case and the endings that `plain` takes off.
    name: &'static str,
    effect: Effect,
    why: &'static str,
}

enum Effect {
    /// It has another name elsewhere.
    Is(&'static str),
    /// It belongs to the language, and no other face needs it.
    NotCompared,
    /// The face does without it.
    MayLack,
}
use Effect::{Is, MayLack, NotCompared};

const fn rule(
    faces: &'static [Face],
    kind: Kind,
    of: &'static str,
    name: &'static str,
    effect: Effect,
    why: &'static str,
) -> Rule {
    Rule { faces, kind, of, name, effect, why }
}

const RAW: &str = "the parameters of any operation: a map, pairs, or one at a time";
const GROUPED: &str = "Node groups the deadlines";
const WHAT_IT_HOLDS: &str = "Python calls a table after its rows";
const OWN_OBJECTS: &str = "an object of the program's own that the core calls: in other languages each call would have to \
                           cross the bridge, and tests have the emulator";
const LOGGING: &str =
    "each language has its own way: Rust `tracing`, Python `logging`, Node a function, the command -v";
const OUTCOMES_COUNT: &str = "who takes a stream's outcomes counts them; the command has a progress bar";
const THE_CLASS_SAYS_IT: &str =
    "an error's kind is its class; here it is data too, to be matched or switched over";
const TOOLS: &str = "what operators need, and programs do not: no operation of the service";
const MANY_AT_ONCE: &str = "`enable` is one channel and many; this is for many";
const CHANNELS: &str = "the channels: flags, or the lines of a file";
const ONE_RUN: &str = "a run of the command is one client with one call: the client's options are the call's";
const CROSSES_THREADS: &str =
    "an error as plain data, for the boundaries of JavaScript that no class crosses";

const ONE_IS_MANY: &str = "the command's `enable` answers for one channel as for many, so the outcome has what the result of \
                           a single call has";

/// All conventions. The first that matches a name applies.
const RULES: &[Rule] = &[
    // Spelling.
    rule(&[Rust], Parameter, "call", "parameter", Is("parameters"), RAW),
    rule(&[Python], Parameter, "call", "params", Is("parameters"), RAW),
    rule(&[Command], Parameter, "call", "key=value", Is("parameters"), RAW),
    rule(&[Rust], Field, "ButtonClicks", "button_type", Is("type"), "`type` is a keyword"),
    rule(
        &[Rust],
        Value,
        "",
        "Error",
        Is("CamsRoiError"),
        "Rust has one type for all errors, in the crate's namespace",
    ),
    rule(&[Python], Value, "", "PhoneNumberMetrics", Is("GetChatappPhoneNumberMetricResult"), WHAT_IT_HOLDS),
    rule(&[Python], Value, "", "TemplateMetrics", Is("GetChatappTemplateMetricResult"), WHAT_IT_HOLDS),
    rule(
        &[Node],
        Value,
        "",
        "EnableManyProgress",
        Is("Progress"),
        "an interface is read without its module's name",
    ),
    rule(&[Node], ClientOption, "", "timeouts.call", Is("timeout"), GROUPED),
    rule(&[Node], ClientOption, "", "timeouts.connect", Is("connect_timeout"), GROUPED),
    rule(&[Node], ClientOption, "", "timeouts.attempt", Is("attempt_timeout"), GROUPED),
    rule(
        &[Node, Command],
        Field,
        "SpaceOutcome",
        "status",
        Is("enabled"),
        "`enabled` or `failed`, instead of a flag",
    ),
    rule(
        &[Command],
        ClientOption,
        "",
        "ca_bundle",
        Is("ca_file"),
        "the name that other commands have for it",
    ),
    rule(&[Command], Parameter, "enable_many", "cust_space_id", Is("spaces"), CHANNELS),
    rule(&[Command], Parameter, "enable_many", "from", Is("spaces"), CHANNELS),
    // What only the language needs.
    rule(&[Rust], Operation, "", "enable_stream", NotCompared, "elsewhere `enable_many` takes streams too"),
    rule(&[Rust], ClientOption, "", "environment", NotCompared, OWN_OBJECTS),
    rule(&[Rust], ClientOption, "", "transport", NotCompared, OWN_OBJECTS),
    rule(&[Rust], ClientOption, "", "clock", NotCompared, OWN_OBJECTS),
    rule(
        &[Rust],
        Value,
        "",
        "Answer",
        NotCompared,
        "what an `Operation` of the program's own reads its output from",
    ),
    rule(
        &[Rust],
        Field,
        "Credentials",
        "provider",
        NotCompared,
        "who gave them, for providers of the program's own",
    ),
    rule(
        &[Rust],
        Field,
        "CamsRoiError",
        "concerns_the_account",
        NotCompared,
        "by which `enable_many` decides whether to go on, and the command what to say",
    ),
    rule(&[Rust, Node, Command], Field, "CamsRoiError", "kind", NotCompared, THE_CLASS_SAYS_IT),
    rule(&[Node], ClientOption, "", "logger", NotCompared, LOGGING),
    rule(&[Node], ClientOption, "", "log_level", NotCompared, LOGGING),
    rule(&[Node], Value, "", "LogRecord", NotCompared, LOGGING),
    rule(&[Command], ClientOption, "", "verbose", NotCompared, LOGGING),
    rule(
        &[Node],
        CallOption,
        "",
        "signal",
        NotCompared,
        "what cancelling a task or dropping a future is elsewhere",
    ),
    rule(&[Node], Value, "", "ErrorClasses", NotCompared, "a type for `isCamsRoiError`"),
    rule(&[Node], Value, "", "ErrorFields", NotCompared, CROSSES_THREADS),
    rule(&[Node], Value, "", "ErrorJson", NotCompared, CROSSES_THREADS),
    rule(&[Node], Value, "", "Channel", NotCompared, "what the requests have in common"),
    rule(&[Command], Operation, "", "policy", NotCompared, TOOLS),
    rule(&[Command], Operation, "", "doctor", NotCompared, TOOLS),
    rule(&[Command], Operation, "", "emulator", NotCompared, TOOLS),
    rule(&[Command], Operation, "", "demo", NotCompared, TOOLS),
    rule(&[Command], Operation, "", "completions", NotCompared, TOOLS),
    rule(&[Command], Operation, "", "man", NotCompared, TOOLS),
    rule(&[Command], CallOption, "", "output", NotCompared, "how a result is printed"),
    rule(&[Command], Parameter, "enable_whatsapp_roi_metric", "from", NotCompared, MANY_AT_ONCE),
    rule(&[Command], Parameter, "enable_whatsapp_roi_metric", "journal", NotCompared, MANY_AT_ONCE),
    rule(&[Command], Parameter, "enable_whatsapp_roi_metric", "concurrency", NotCompared, MANY_AT_ONCE),
    rule(&[Rust, Command], Field, "SpaceOutcome", "message", NotCompared, ONE_IS_MANY),
    rule(&[Rust, Command], Field, "SpaceOutcome", "access_denied_detail", NotCompared, ONE_IS_MANY),
    // What a face does without.
    rule(&[Rust, Command], Parameter, "enable_many", "on_progress", MayLack, OUTCOMES_COUNT),
    rule(&[Rust, Command], Value, "", "Progress", MayLack, OUTCOMES_COUNT),
    rule(&[Command], CallOption, "", ANY, MayLack, ONE_RUN),
    rule(
        &[Command],
        ClientOption,
        "",
        "ca_pem",
        MayLack,
        "a command line gives files, and has --ca-bundle for it",
    ),
    rule(
        &[Command],
        Field,
        "Credentials",
        "expires_at",
        MayLack,
        "a run ends before what it was given expires",
    ),
    rule(&[Command], Value, "", "Space", MayLack, CHANNELS),
];

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
    let applies = |rule: &Rule| !matches!(rule.effect, MayLack) && rule.matches(face, kind, of, &name);
    let Some(index) = RULES.iter().position(applies) else { return Some(name) };
    used.insert((index, face));
    match RULES[index].effect {
        Is(other) => Some(other.to_owned()),
        NotCompared | MayLack => None,
    }
}

/// Whether the face does without it by convention.
pub(super) fn may_lack(face: Face, item: &Item, used: &mut BTreeSet<Convention>) -> bool {
    let applies =
        |rule: &Rule| matches!(rule.effect, MayLack) && rule.matches(face, item.kind, &item.of, &item.name);
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
            (Rust, Some(operation)) => format!("{operation}Result"),
            _ => name.to_owned(),
        };
    }
    let name = snake_case(name);
    let name = if face == Rust { name.strip_prefix("is_").unwrap_or(&name) } else { &name };
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
        assert_eq!(name(Rust, Field, "CamsRoiError", "is_retryable").as_deref(), Some("retryable"));
        assert_eq!(name(Rust, Value, "", "CallOutput").as_deref(), Some("CallResult"));
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
