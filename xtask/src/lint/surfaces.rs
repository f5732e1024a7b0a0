//! What is written by hand in every language, and must be the same in all of them.
//!
//! Operations, their parameters and results, options and kinds of error need no check: every package, the command and
//! the conformance cases have them from `model/`, so none can lack one. What is left is what is about behaviour rather
//! than about the API, and what each language therefore has its own code for:
//!
//! - the client's own functions: `call`, `call_text`, `enable_many`, `close`;
//! - the values that these take and give, what an error says, and credentials.
//!
//! Each is read from the source that declares it, which needs no build. A name is compared in snake case, without the
//! `is` of a question and the unit of a duration. [`OWN`] has what belongs to a language alone, and why.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;

use anyhow::{Context as _, Result, bail, ensure};
use heck::ToSnakeCase as _;

use crate::workspace::Workspace;

/// A language, by how it declares things.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Language {
    Rust,
    Python,
    Node,
    Kotlin,
    Swift,
    /// The JSON that the command prints, as Rust says it.
    Command,
}
use Language::{Command, Kotlin, Node, Python, Rust, Swift};

/// Where a thing is declared: the file, and how the line begins behind which its parts are.
type Place = (Language, &'static str, &'static str);

const KOTLIN: &str = "bindings/kotlin/src/main/kotlin/io/github/camsroi";

/// Everything that is compared, each with where it is declared.
const THINGS: [(&str, &[Place]); 6] = [
    (
        "the client",
        &[
            (Python, "python/src/cams_roi/_client.py", "class Client("),
            (Node, "node/src/client.ts", "export class Client "),
            (Kotlin, "Client.kt", "public interface Client "),
            (Kotlin, "AsyncClient.kt", "public interface AsyncClient "),
            (Kotlin, "BlockingClient.kt", "public interface BlockingClient "),
            (Swift, "CamsRoiClientProtocol.swift", "public protocol CamsRoiClientProtocol"),
        ],
    ),
    (
        "an error",
        &[
            (Rust, "crates/cams-roi/src/error.rs", "impl Error {"),
            (Command, "crates/cams-roi/src/error.rs", "impl Serialize for Error {"),
            (Python, "python/src/cams_roi/_error.py", "class CamsRoiError("),
            (Node, "node/src/cams-roi-error.ts", "export class CamsRoiError "),
            (Kotlin, "xtask/templates/kotlin/exception.kt.j2", "public sealed class CamsRoiException("),
            (Swift, "CamsRoiError.swift", "public struct CamsRoiError"),
        ],
    ),
    (
        "why access was denied",
        &[
            (Rust, "crates/cams-roi/src/access_denied.rs", "pub struct AccessDeniedDetail "),
            (Python, "python/src/cams_roi/_error.py", "class AccessDeniedDetail("),
            (Node, "node/src/error-fields.ts", "export interface AccessDeniedDetail "),
            (Kotlin, "ErrorDetails.kt", "public class AccessDeniedDetail("),
            (Swift, "AccessDeniedDetail.swift", "public struct AccessDeniedDetail"),
        ],
    ),
    (
        "what became of a channel",
        &[
            (Rust, "crates/cams-roi/src/outcome.rs", "pub struct ChannelOutcome "),
            (Command, "crates/cams-roi-cli/src/enable_report.rs", "struct Line<"),
            (Python, "python/src/cams_roi/_channels.py", "class ChannelOutcome("),
            (Node, "node/src/enable-many.ts", "export type ChannelOutcome "),
            (Kotlin, "EnableMany.kt", "public class ChannelOutcome("),
            (Swift, "WhatsAppChannel.swift", "public struct ChannelOutcome"),
        ],
    ),
    (
        "how far a run is",
        &[
            (Python, "python/src/cams_roi/_channels.py", "class Progress("),
            (Node, "node/src/enable-many.ts", "export interface EnableManyProgress "),
            (Kotlin, "EnableMany.kt", "public class Progress("),
            (Swift, "WhatsAppChannel.swift", "public struct EnableManyProgress"),
        ],
    ),
    (
        "credentials",
        &[
            (Rust, "crates/cams-roi/src/access_key.rs", "impl Credentials {"),
            (Python, "python/src/cams_roi/_credentials.py", "class Credentials("),
            (Node, "node/src/credentials.ts", "export interface Credentials "),
            (Kotlin, "Credentials.kt", "public class Credentials "),
            (Swift, "Credentials.swift", "    public struct Credentials"),
        ],
    ),
];

/// What a language has by itself, or does without, and why.
const OWN: [(&[Language], &str, &str, &str); 19] = [
    (&[Kotlin, Swift, Python], "the client", "call", "Swift's is made of `call_text`, Python's is generated"),
    (
        &[Python],
        "the client",
        "call_text enable_many enable_all",
        "of a generated class above, by their options",
    ),
    (
        &[Kotlin, Swift],
        "the client",
        "enable_all",
        "of Kotlin's and Swift's client an extension, made of the others",
    ),
    (&[Kotlin], "the client", "async blocking", "the same client for Java"),
    (&[Kotlin], "the client", "endpoint", "elsewhere a property, or of a class above"),
    (&[Kotlin], "the client", "enable_many_channels", "the JVM tells no list of texts from one of channels"),
    (&[Swift], "the client", "close", "it is `shutdown`, which is awaited"),
    (&[Swift], "the client", "shutdown", "it is `close` elsewhere"),
    (&[Rust, Command, Node, Swift], "an error", "kind", "elsewhere its class says it"),
    (
        &[Rust],
        "an error",
        "concerns_the_account concerns_every_channel",
        "by which a run decides whether to go on",
    ),
    (&[Kotlin], "an error", "retry_after_in_java", "the same as Java's `Duration`"),
    (&[Swift], "an error", "causes", "elsewhere exceptions have a chain of causes"),
    (&[Swift], "an error", "underlying", "elsewhere exceptions have a chain of causes"),
    (&[Rust, Command, Node], "what became of a channel", "enabled", "a function, or `status`"),
    (&[Command, Node], "what became of a channel", "status", "`enabled` or `failed`, instead of a flag"),
    (&[Node], "what became of a channel", "error", "the type says when there is one"),
    (&[Rust, Command], "what became of a channel", "message", "as the result of one call has it"),
    (&[Rust, Command], "what became of a channel", "access_denied_detail", "see `message`"),
    (&[Rust], "credentials", "provider source masked_access_key_id", "for providers of a program's own"),
];

/// Names every part that one place lacks and another has.
pub(super) fn check(workspace: &Workspace) -> Result<()> {
    let mut wrong = Vec::new();
    for (thing, places) in THINGS {
        let mut found = Vec::new();
        for (language, file, begins) in places {
            let path = path(*language, file);
            let text = fs::read_to_string(workspace.root().join(&path)).with_context(|| path.clone())?;
            let parts = parts(*language, &text, begins);
            if parts.is_empty() {
                bail!("{path} declares nothing behind {begins:?}");
            }
            found.push((*language, path, parts));
        }
        wrong.extend(differences(thing, &found));
    }
    ensure!(wrong.is_empty(), "\n  {}", wrong.join("\n  "));
    Ok(())
}

/// Kotlin's and Swift's files are mostly in one folder.
fn path(language: Language, file: &str) -> String {
    match language {
        _ if file.contains('/') => file.to_owned(),
        Kotlin => format!("{KOTLIN}/{file}"),
        _ => format!("bindings/swift/Sources/CamsRoi/{file}"),
    }
}

/// The parts of a thing, with the name that each has in every language.
fn parts(language: Language, text: &str, begins: &str) -> BTreeSet<String> {
    let mut lines = text.lines().skip_while(|line| !line.starts_with(begins));
    let Some(first) = lines.next() else { return BTreeSet::new() };
    let indent = first.len() - first.trim_start().len();
    // Python ends a class by a line that is not indented, the others by a brace.
    let is_inside = |line: &&str| {
        let is_deeper = line.is_empty() || line.len() - line.trim_start().len() > indent;
        is_deeper || (language != Python && line.trim() != "}" && !line.starts_with("} "))
    };
    let step = if language == Node { 2 } else { 4 };
    lines
        .take_while(is_inside)
        .filter_map(|line| {
            // What a function of a trait writes is one step further in.
            let line = if language == Command { line.trim_start() } else { line.get(indent + step..)? };
            part(language, line).filter(|_| line.starts_with(|it: char| !it.is_whitespace()))
        })
        .map(canonical)
        .collect()
}

/// The name that a line declares, if it declares one that users see.
fn part(language: Language, line: &str) -> Option<&str> {
    let (name, rest) = match language {
        Rust => {
            let declared = line.strip_prefix("pub ")?;
            match declared.strip_prefix("fn ") {
                Some(function) => named(function).filter(|(_, rest)| rest.starts_with("(&self)"))?,
                None => named(declared)?,
            }
        }
        Command => match line.strip_prefix("out.serialize_field(\"") {
            Some(field) => return named(field).map(|(name, _)| name),
            None => named(line)?,
        },
        Python => {
            let function = line.strip_prefix("def ");
            let (name, rest) = named(function.unwrap_or(line))?;
            let is_public = !name.starts_with('_') && (function.is_some() || rest.starts_with(':'));
            is_public.then_some((name, rest))?
        }
        Node => {
            let declared = line.strip_prefix("declare readonly ").unwrap_or(line);
            named(declared.strip_prefix("async ").unwrap_or(declared))?
        }
        Kotlin => {
            let declared = line.split_once("public ").or_else(|| line.split_once("override "))?.1;
            let declared = declared.strip_prefix("suspend ").unwrap_or(declared);
            let value = declared.strip_prefix("val ").or_else(|| declared.strip_prefix("fun "))?;
            named(value)?
        }
        Swift => {
            // A protocol's functions are as public as itself.
            named(line.strip_prefix("public var ").or_else(|| line.strip_prefix("func "))?)?
        }
    };
    let is_declared = rest.starts_with([':', '(', '?']) || (language == Swift && rest.starts_with(" ="));
    let is_ours = !["constructor", "toString", "toJSON", "equals", "hashCode"].contains(&name);
    (is_declared && is_ours).then_some(name)
}

/// An identifier, and what stands behind it.
fn named(text: &str) -> Option<(&str, &str)> {
    let end = text.find(|it: char| !it.is_alphanumeric() && it != '_').unwrap_or(text.len());
    (end > 0).then(|| text.split_at(end))
}

/// A name without the prefix of a question and the unit of a duration.
fn canonical(name: &str) -> String {
    let snake = name.to_snake_case();
    let name = snake.strip_prefix("is_").unwrap_or(&snake);
    name.strip_suffix("_ms").unwrap_or(name).to_owned()
}

/// A sentence for each part that a place lacks.
fn differences(thing: &str, found: &[(Language, String, BTreeSet<String>)]) -> Vec<String> {
    let is_own = |language: Language, part: &str| {
        OWN.iter()
            .filter(|(languages, of, ..)| *of == thing && languages.contains(&language))
            .any(|(_, _, names, _)| names.split(' ').any(|name| name == part))
    };
    let mut having: BTreeMap<&str, &str> = BTreeMap::new();
    for (language, path, parts) in found {
        for part in parts.iter().filter(|part| !is_own(*language, part)) {
            having.entry(part).or_insert(path);
        }
    }
    let mut wrong = Vec::new();
    let own = OWN.iter().filter(|(_, of, ..)| *of == thing);
    for (part, of, why) in own.flat_map(|(_, of, parts, why)| parts.split(' ').map(move |it| (it, of, why))) {
        let having = found.iter().filter(|(_, _, parts)| parts.contains(part)).count();
        if having == 0 || having == found.len() {
            wrong.push(format!("`{part}` of {of} is excused ({why}), but nothing differs"));
        }
    }
    for (language, path, parts) in found {
        for (part, other) in
            having.iter().filter(|(part, _)| !parts.contains(**part) && !is_own(*language, part))
        {
            wrong.push(format!("{path} lacks `{part}` of {thing}, which {other} has"));
        }
    }
    wrong
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_language_s_declarations_are_read() {
        for (language, text, begins) in [
            (Rust, "impl A {\n    pub fn is_b(&self) {}\n    pub fn d(self) {}\n}\n    pub e: u8", "impl A"),
            (Rust, "pub struct A {\n    /// Doc: it.\n    pub b: u8,\n    d: u8,\n}", "pub struct A"),
            (
                Python,
                "class A:\n    b: int\n    A(d=1)\n    def __init__(\n        e: int\nf: int",
                "class A",
            ),
            (Node, "class A {\n  declare readonly b: string\n  constructor() {\n    d()\n  }\n}", "class A"),
            (Node, "type A = {\n  bMs?: string\n} & (\n  d: string\n)", "type A"),
            (Kotlin, "class A(\n    @X public val b: Int,\n) : D {\n    private val e: Int\n}", "class A("),
            (Swift, "    struct A: D {\n        public var b = 0\n        var d: Int\n    }", "    struct A"),
            (Command, "impl A {\n    fn x() {\n        out.serialize_field(\"b\", b)?;\n    }\n}", "impl A"),
        ] {
            assert_eq!(parts(language, text, begins).into_iter().collect::<Vec<_>>(), ["b"], "{language:?}");
        }
    }

    #[test]
    fn what_one_lacks_is_named_unless_it_is_its_own() {
        let place = |language, parts: &[&str]| {
            (language, format!("{language:?}"), parts.iter().map(|it| (*it).to_owned()).collect())
        };
        let all = [place(Python, &["hint", "code"]), place(Node, &["hint"])];
        assert_eq!(differences("a thing", &all), ["Node lacks `code` of a thing, which Python has"]);
        let own = OWN.iter().filter(|(_, of, ..)| *of == "credentials");
        let excused: Vec<_> = own.flat_map(|it| it.2.split(' ')).collect();
        let same = [place(Rust, &excused), place(Node, &[])];
        assert!(differences("credentials", &same).is_empty());
        assert_eq!(differences("credentials", &same[1..]).len(), excused.len());
    }
}
