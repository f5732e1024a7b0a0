//! Options as properties of objects: their types, their documentation, and the tables by which they are checked and cross.

use std::collections::BTreeMap;

use serde::Serialize;

use super::docs::comment;
use crate::generate::options::doc;
use crate::model::{OptionKind, Options, Setting, Surface, Words};

/// The options that Node has.
#[derive(Serialize)]
pub(super) struct TsOptions<'a> {
    client: Vec<TsEntry>,
    call: Vec<TsEntry>,
    /// Of a call by its name; and of one whose answer is read besides.
    named_call: Vec<TsEntry>,
    read_call: Vec<TsEntry>,
    pages: Vec<TsEntry>,
    enable_many: Vec<TsEntry>,
    words: Vec<TsWords<'a>>,
    /// What the core calls options in its messages, and how they are called here, where that differs.
    names: BTreeMap<&'a str, &'a str>,
}

impl<'a> TsOptions<'a> {
    pub(super) fn new(options: &'a Options) -> Self {
        let of = |section: &[Setting], wanted: fn(&Setting) -> bool| entries(options, section, wanted);
        // They are part of the request, and are not told beside it.
        let of_name = |wanted: fn(&Setting) -> bool| {
            let mut entries = of(&options.named_call, wanted);
            for entry in &mut entries {
                entry.core.clear();
            }
            entries
        };
        // What is said of a call holds for a client, too, whose own name has one word more.
        let all =
            options.client.iter().chain(&options.call).chain(&options.pages).chain(&options.enable_many);
        let crossing = all.filter(|it| it.kind.crosses() && it.is_in(Surface::Node));
        // One word may mean anything.
        let names = crossing.filter(|it| it.name.snake.contains('_'));
        Self {
            client: of(&options.client, |_| true),
            call: of(&options.call, |_| true),
            named_call: of_name(|it| !it.reads_answer),
            read_call: of_name(|it| it.reads_answer),
            pages: of(&options.pages, |_| true),
            enable_many: of(&options.enable_many, |_| true),
            words: options.words.iter().map(TsWords::new).collect(),
            names: names.map(|it| (it.name.snake.as_str(), it.node.as_str())).collect(),
        }
    }
}

/// A property: an option, or an object of some.
#[derive(Serialize)]
struct TsEntry {
    name: String,
    doc: String,
    ty: String,
    /// Whether an explicit `undefined` is refused.
    strict: bool,
    /// The expression for what is accepted, and the core's name where it crosses.
    kind: String,
    core: String,
    /// What it holds, where it is an object.
    inner: Vec<TsEntry>,
}

fn entries(options: &Options, section: &[Setting], wanted: fn(&Setting) -> bool) -> Vec<TsEntry> {
    let mut entries: Vec<TsEntry> = Vec::new();
    for setting in section.iter().filter(|it| it.is_in(Surface::Node) && wanted(it)) {
        let Some((group, name)) = setting.node.split_once('.') else {
            entries.push(TsEntry::new(options, setting, &setting.node, "  "));
            continue;
        };
        let inner = TsEntry::new(options, setting, name, "        ");
        if let Some(known) = entries.iter_mut().find(|it| it.name == group) {
            known.inner.push(inner);
            continue;
        }
        entries.push(TsEntry {
            name: group.to_owned(),
            doc: comment("  ", &options.groups[group], &[]),
            ty: String::new(),
            strict: false,
            kind: String::new(),
            core: String::new(),
            inner: vec![inner],
        });
    }
    entries
}

impl TsEntry {
    fn new(options: &Options, setting: &Setting, name: &str, indent: &str) -> Self {
        let mut text = doc(options, setting, Surface::Node);
        if setting.strict {
            text.push_str(" An explicit `undefined` is refused.");
        }
        Self {
            name: name.to_owned(),
            doc: comment(indent, &text, &[]),
            ty: ty(&setting.kind),
            strict: setting.strict,
            kind: kind(options, &setting.kind),
            core: if setting.kind.crosses() { setting.name.snake.clone() } else { String::new() },
            inner: Vec::new(),
        }
    }
}

fn ty(kind: &OptionKind) -> String {
    match kind {
        OptionKind::Count | OptionKind::Span | OptionKind::Delay => "number",
        OptionKind::Bool => "boolean",
        OptionKind::Word { name } => name,
        OptionKind::Credentials => "CredentialsSource",
        OptionKind::RateLimit => "RateLimit | Readonly<Record<string, RateLimit>>",
        OptionKind::Logger => "Logger",
        OptionKind::Level => "LogLevel",
        OptionKind::Signal => "AbortSignal",
        OptionKind::Progress => "((progress: EnableManyProgress) => void)",
        OptionKind::EventHook => "((event: ClientEvent) => void)",
        _ => "string",
    }
    .to_owned()
}

/// The expression for what is accepted.
fn kind(options: &Options, kind: &OptionKind) -> String {
    match kind {
        OptionKind::Pem | OptionKind::Proxy => "checks.secretText",
        OptionKind::Count => "checks.count",
        OptionKind::Bool => "checks.flag",
        OptionKind::Span => "checks.span",
        OptionKind::Delay => "checks.spanOrNone",
        OptionKind::Word { name } => {
            let words = options.words(name).into_iter().flat_map(|it| &it.values);
            let words: Vec<_> = words.map(|it| format!("'{}'", it.word)).collect();
            return format!("checks.oneOf({})", words.join(", "));
        }
        OptionKind::Credentials => "credentialsSource",
        OptionKind::RateLimit => "checks.rateLimits",
        OptionKind::Logger | OptionKind::Progress | OptionKind::EventHook => "checks.callable",
        OptionKind::Level => "logLevel",
        OptionKind::Signal => "checks.signal",
        _ => "checks.text",
    }
    .to_owned()
}

#[derive(Serialize)]
struct TsWords<'a> {
    name: &'a str,
    doc: String,
    words: Vec<&'a str>,
}

impl<'a> TsWords<'a> {
    fn new(words: &'a Words) -> Self {
        let items = words.values.iter().map(|it| format!("- `'{}'`: {}", it.word, it.doc));
        let text = format!("{}\n\n{}", words.doc, items.collect::<Vec<_>>().join("\n"));
        Self {
            name: &words.name.pascal,
            doc: comment("", &text, &[]),
            words: words.values.iter().map(|it| it.word.as_str()).collect(),
        }
    }
}
