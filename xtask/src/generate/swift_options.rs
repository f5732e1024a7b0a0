//! The Swift package's options: what a client is configured with, what calls and runs are told, and how it crosses.

use anyhow::Result;
use serde::Serialize;

use super::files::Files;
use super::options::doc;
use super::swift::spaced;
use super::template::Templates;
use crate::model::{Default, OptionKind, Options, Setting, Surface, Words};

const FOLDER: &str = "bindings/swift/Sources/CamsRoi/Options";

/// Adds the package's files.
pub(super) fn add(files: &mut Files, options: &Options, templates: &Templates) -> Result<()> {
    let of = |section: &[Setting]| {
        let present = section.iter().filter(|it| it.is_in(Surface::Swift));
        Group { options: present.map(|it| SwiftOption::new(options, it)).collect() }
    };
    files.owns(FOLDER);
    for (file, group) in [
        ("Configuration", of(&options.client)),
        ("CallOptions", of(&options.call)),
        ("EnableManyOptions", of(&options.enable_many)),
    ] {
        let text = templates.render(&format!("swift/{file}.swift.j2"), &group)?;
        files.add(format!("{FOLDER}/{file}.swift"), spaced(&text));
    }
    for words in &options.words {
        let text = templates.render("swift/Words.swift.j2", words)?;
        files.add(format!("{FOLDER}/{}.swift", words.name.pascal), spaced(&text));
    }
    Ok(())
}

#[derive(Serialize)]
struct Group {
    options: Vec<SwiftOption>,
}

#[derive(Serialize)]
struct SwiftOption {
    name: String,
    doc: String,
    /// What follows `var` in its declaration.
    declared: String,
    /// A parameter of an `init`.
    given: String,
    crosses: bool,
    /// The expression for what is written, which may be missing.
    written: String,
}

impl SwiftOption {
    fn new(options: &Options, setting: &Setting) -> Self {
        let name = setting.name.camel.clone();
        let is_switch = setting.default == Some(Default::Bool(false));
        let (ty, default) = match &setting.kind {
            OptionKind::Count => ("Int?", "nil".to_owned()),
            OptionKind::Bool if is_switch => ("Bool", "false".to_owned()),
            OptionKind::Bool => ("Bool?", "nil".to_owned()),
            OptionKind::Span | OptionKind::Delay => ("Duration?", "nil".to_owned()),
            OptionKind::Word { name } => (name.as_str(), word(options, name, setting)),
            OptionKind::Credentials => ("CredentialsSource?", "nil".to_owned()),
            OptionKind::RateLimit => ("RateLimit", "RateLimit.documented".to_owned()),
            OptionKind::Proxy => ("Proxy", "Proxy.environment".to_owned()),
            OptionKind::Logger => ("(@Sendable (LogRecord) -> Void)?", "nil".to_owned()),
            OptionKind::Level => match &setting.default {
                Some(Default::Text(level)) => ("LogLevel", format!("LogLevel.{level}")),
                _ => ("LogLevel?", "nil".to_owned()),
            },
            OptionKind::Progress => ("(@Sendable (EnableManyProgress) -> Void)?", "nil".to_owned()),
            OptionKind::EventHook => ("(@Sendable (ClientEvent) -> Void)?", "nil".to_owned()),
            _ => ("String?", "nil".to_owned()),
        };
        let written = match setting.kind {
            OptionKind::Count => format!("{name}.map {{ Double($0) }}"),
            OptionKind::Bool if !is_switch => name.clone(),
            OptionKind::Bool | OptionKind::Word { .. } | OptionKind::RateLimit => format!("Optional({name})"),
            OptionKind::Credentials => format!("{name}?.known"),
            OptionKind::Proxy => format!("{name}.told"),
            _ => name.clone(),
        };
        let declared = match default.as_str() {
            "nil" => format!("{name}: {ty}"),
            _ => format!("{name} = {default}"),
        };
        Self {
            doc: doc(options, setting, Surface::Swift),
            declared,
            given: format!("{name}: {ty} = {default}"),
            crosses: setting.kind.crosses(),
            written,
            name,
        }
    }
}

/// The word that counts by default.
fn word(options: &Options, name: &str, setting: &Setting) -> String {
    let values = options.words(name).into_iter().flat_map(|words: &Words| &words.values);
    let mut chosen = values.filter(|it| setting.default == Some(Default::Text(it.word.clone())));
    chosen.next().map_or_else(|| "nil".to_owned(), |value| format!("{name}.{}", value.name.camel))
}
