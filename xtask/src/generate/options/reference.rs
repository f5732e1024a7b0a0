//! The page that lists every option.

use anyhow::Result;
use serde::Serialize;

use super::docs::{in_place, name, spelt_doc};
use crate::generate::files::Files;
use crate::generate::template::Templates;
use crate::model::{Default, OptionKind, Options, Setting, Surface};

const FILE: &str = "docs/options.md";

/// Adds the page.
pub(super) fn add(files: &mut Files, options: &Options, templates: &Templates) -> Result<()> {
    let of = |section: &[Setting]| section.iter().map(|it| Row::new(options, it)).collect();
    let context = Context {
        client: of(&options.client),
        call: of(&options.call),
        named_call: of(&options.named_call),
        pages: of(&options.pages),
        enable_many: of(&options.enable_many),
    };
    files.add(FILE, templates.render("options/reference.md.j2", &context)?);
    Ok(())
}

#[derive(Serialize)]
struct Context {
    client: Vec<Row>,
    call: Vec<Row>,
    named_call: Vec<Row>,
    pages: Vec<Row>,
    enable_many: Vec<Row>,
}

#[derive(Serialize)]
struct Row {
    /// Its name in Rust and in Python, in Node, in Kotlin and Swift, and its flag and variable.
    snake: String,
    node: String,
    camel: String,
    flag: String,
    ty: String,
    default: String,
    meaning: String,
}

impl Row {
    fn new(options: &Options, setting: &Setting) -> Self {
        let named = |surfaces: &[Surface]| {
            let has: Vec<_> = surfaces.iter().filter(|it| setting.is_in(**it)).collect();
            match has.first() {
                None => "–".to_owned(),
                Some(first) if has.len() == surfaces.len() => format!("`{}`", name(setting, **first)),
                Some(first) => format!("`{}` ({})", name(setting, **first), language(**first)),
            }
        };
        let flag = named(&[Surface::Command]).replace('|', "\\|");
        Self {
            snake: named(&[Surface::Rust, Surface::Python]),
            node: named(&[Surface::Node]),
            camel: named(&[Surface::Kotlin, Surface::Swift]),
            flag: match &setting.variable {
                Some(variable) => format!("{flag}, `{variable}`"),
                None => flag,
            },
            ty: ty(options, &setting.kind),
            default: match &setting.default {
                Some(Default::Bool(_)) => "no".to_owned(),
                Some(_) => in_place(setting, Surface::Rust).unwrap_or_default(),
                None => setting.otherwise.clone().unwrap_or_default(),
            },
            meaning: spelt_doc(options, setting, Surface::Rust),
        }
    }
}

fn language(surface: Surface) -> &'static str {
    match surface {
        Surface::Rust => "Rust",
        Surface::Python => "Python",
        Surface::Node => "Node",
        Surface::Kotlin => "Kotlin",
        Surface::Swift => "Swift",
        Surface::Command => "the command",
    }
}

fn ty(options: &Options, kind: &OptionKind) -> String {
    match kind {
        OptionKind::Path => "a path",
        OptionKind::Pem => "PEM",
        OptionKind::Count => "a whole number, 1 or more",
        OptionKind::Bool => "yes or no",
        OptionKind::Span => "a time, more than zero",
        OptionKind::Delay => "a time",
        OptionKind::Credentials => "an AccessKey, or a function",
        OptionKind::RateLimit => "calls per second, or off; or these by operation",
        OptionKind::Proxy => "a URL, or `direct`",
        OptionKind::CredentialsProvider
        | OptionKind::Logger
        | OptionKind::Progress
        | OptionKind::EventHook => "a function",
        OptionKind::Level => "`error`, `warn`, `info`, `debug` or `trace`",
        OptionKind::Signal => "an `AbortSignal`",
        OptionKind::Word { name } => {
            let words = options.words(name).into_iter().flat_map(|it| &it.values);
            return words.map(|it| format!("`{}`", it.word)).collect::<Vec<_>>().join(" or ");
        }
        OptionKind::Text => "a text",
    }
    .to_owned()
}
