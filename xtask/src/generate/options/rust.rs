//! The core's part of the options: defaults, words, and what crosses from other languages.

use std::path::Path;

use anyhow::Result;
use serde::Serialize;

use super::docs;
use crate::generate::files::{Files, formatted};
use crate::generate::template::Templates;
use crate::model::{Default, OptionKind, Options, Setting, Surface, Words};

/// The files, each with its template.
const FILES: [(&str, &str); 3] = [
    ("options/defaults.rs.j2", "crates/cams-roi/src/defaults.rs"),
    ("options/words.rs.j2", "crates/cams-roi/src/words.rs"),
    ("options/settings.rs.j2", "crates/cams-roi/src/bridge/settings.rs"),
];

/// Adds the core's files.
pub(super) fn add(files: &mut Files, root: &Path, options: &Options, templates: &Templates) -> Result<()> {
    let all =
        |section: &[Setting]| section.iter().map(|it| RustSetting::new(options, it)).collect::<Vec<_>>();
    let crossing = |section: &[Setting]| all(section).into_iter().filter(|it| it.crosses).collect::<Vec<_>>();
    let context = Context {
        defaults: all(&options.client)
            .into_iter()
            .chain(all(&options.enable_many))
            .filter(|it| !it.constant.is_empty())
            .collect(),
        words: options.words.iter().map(|it| RustWords::new(options, it)).collect(),
        client: crossing(&options.client),
        call: crossing(&options.call),
        enable_many: crossing(&options.enable_many),
        own: crossing(&options.enable_many)
            .into_iter()
            .filter(|it| !options.call.iter().any(|other| other.name.snake == it.name))
            .collect(),
    };
    for (template, path) in FILES {
        let text = templates.render(template, &context)?;
        files.add(path, formatted(root, "rustfmt", &["--edition", "2024", "--emit", "stdout"], &text)?);
    }
    Ok(())
}

#[derive(Serialize)]
struct Context<'a> {
    /// Those whose default is one value.
    defaults: Vec<RustSetting>,
    words: Vec<RustWords<'a>>,
    client: Vec<RustSetting>,
    call: Vec<RustSetting>,
    enable_many: Vec<RustSetting>,
    /// Of those of a run, which are not of each of its calls.
    own: Vec<RustSetting>,
}

#[derive(Serialize)]
struct RustSetting {
    name: String,
    kind: OptionKind,
    doc: String,
    crosses: bool,
    /// The constant for its default, that one's type and its value; empty where it has none.
    constant: String,
    ty: &'static str,
    value: String,
    /// What another language hands over.
    given: &'static str,
    /// How that becomes what a setter takes; `given` has it.
    made: &'static str,
}

impl RustSetting {
    fn new(options: &Options, setting: &Setting) -> Self {
        let (ty, value) = match &setting.default {
            Some(Default::Text(text)) if setting.kind == OptionKind::Text => ("&str", format!("{text:?}")),
            Some(Default::Number(ms)) if setting.kind.is_time() && ms.is_multiple_of(1000) => {
                ("Duration", format!("Duration::from_secs({})", ms / 1000))
            }
            Some(Default::Number(ms)) if setting.kind.is_time() => {
                ("Duration", format!("Duration::from_millis({ms})"))
            }
            Some(Default::Number(number)) => ("u32", number.to_string()),
            _ => ("", String::new()),
        };
        let (given, made) = match setting.kind {
            OptionKind::Path => ("TextOrBytes", "given.into_path()"),
            OptionKind::Pem => ("TextOrBytes", "given.into_bytes()"),
            OptionKind::Count => ("f64", "about.whole(given)?"),
            OptionKind::Span | OptionKind::Delay => ("f64", "about.duration(given)?"),
            OptionKind::Word { .. } => ("String", "about.word(&given)?"),
            OptionKind::Credentials => ("GivenKey", "given.0"),
            OptionKind::RateLimit => ("Vec<GivenLimit>", "rate_limit(given)"),
            OptionKind::Proxy => ("String", "proxy(given)"),
            OptionKind::Bool => ("bool", "given"),
            _ => ("String", "given"),
        };
        Self {
            name: setting.name.snake.clone(),
            kind: setting.kind.clone(),
            doc: docs::doc(options, setting, Surface::Rust),
            crosses: setting.kind.crosses(),
            constant: if ty.is_empty() { String::new() } else { setting.name.shouty.clone() },
            ty,
            value,
            given,
            made,
        }
    }
}

#[derive(Serialize)]
struct RustWords<'a> {
    model: &'a Words,
    /// The name of the value that is meant where none is given.
    default: String,
    /// What an error calls them.
    what: String,
}

impl<'a> RustWords<'a> {
    fn new(options: &Options, model: &'a Words) -> Self {
        let is_of = |it: &&Setting| it.kind == OptionKind::Word { name: model.name.wire.clone() };
        let default = options.client.iter().find(is_of).and_then(|it| it.default.as_ref());
        let chosen = model.values.iter().find(|it| default == Some(&Default::Text(it.word.clone())));
        let chosen = chosen.or(model.values.first());
        Self {
            default: chosen.map(|it| it.name.wire.clone()).unwrap_or_default(),
            what: model.name.snake.replace('_', " "),
            model,
        }
    }
}
