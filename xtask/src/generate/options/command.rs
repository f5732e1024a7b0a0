//! The command's flags of options.

use std::path::Path;

use anyhow::Result;
use serde::Serialize;

use super::docs;
use crate::generate::files::{Files, formatted};
use crate::generate::template::Templates;
use crate::model::{Default, OptionKind, Options, Setting, Surface};

const FILE: &str = "crates/cams-roi-cli/src/connection/flags.rs";

/// Adds the command's file.
pub(super) fn add(files: &mut Files, root: &Path, options: &Options, templates: &Templates) -> Result<()> {
    let of = |section: &[Setting], count: &str| {
        let present = section.iter().filter(|it| it.is_in(Surface::Command));
        present.map(|it| Flag::new(options, it, count)).collect()
    };
    let context = Context {
        words: options.words.iter().map(|it| it.name.pascal.as_str()).collect(),
        client: of(&options.client, "Option<u32>"),
        named_call: of(&options.named_call, "Option<u32>"),
        enable_many: of(&options.enable_many, "Option<usize>"),
    };
    let text = templates.render("options/flags.rs.j2", &context)?;
    files.add(FILE, formatted(root, "rustfmt", &["--edition", "2024", "--emit", "stdout"], &text)?);
    Ok(())
}

#[derive(Serialize)]
struct Context<'a> {
    words: Vec<&'a str>,
    client: Vec<Flag>,
    named_call: Vec<Flag>,
    enable_many: Vec<Flag>,
}

#[derive(Serialize)]
struct Flag {
    name: String,
    kind: OptionKind,
    help: String,
    /// The flag, where it is not that of the field's name.
    long: String,
    attributes: Vec<String>,
    ty: String,
    /// Whether the setter is always called, and the expression for what it takes, or for what there may be.
    is_always: bool,
    value: String,
    /// What the setter takes of a value that there is.
    given: &'static str,
}

impl Flag {
    fn new(options: &Options, setting: &Setting, count: &str) -> Self {
        let name = setting.name.snake.clone();
        let mut attributes: Vec<String> =
            setting.value_name.iter().map(|it| format!("value_name = \"{it}\"")).collect();
        let field = format!("self.{name}");
        let is_switch = setting.default == Some(Default::Bool(false));
        let (ty, is_always, value, given) = match &setting.kind {
            OptionKind::Path => ("Option<PathBuf>", false, format!("&{field}"), "given"),
            OptionKind::Count => (count, false, field, "given"),
            OptionKind::Bool if is_switch => ("bool", true, field, ""),
            OptionKind::Bool => {
                let tri = "num_args = 0..=1, require_equals = true, default_missing_value = \"true\", value_name = \"BOOL\"";
                attributes.push(tri.to_owned());
                ("Option<bool>", false, field, "given")
            }
            OptionKind::Span | OptionKind::Delay => {
                attributes.push("value_parser = parse_duration".to_owned());
                ("Option<Duration>", false, field, "given")
            }
            OptionKind::RateLimit => {
                attributes.push("value_parser = parse_rate_limit, allow_hyphen_values = true".to_owned());
                ("Vec<OneLimit>", true, format!("rate_limit(&{field})"), "")
            }
            OptionKind::Proxy => ("Option<String>", true, format!("proxy({field}.as_deref())"), ""),
            OptionKind::Word { name } => {
                if let Some(Default::Text(word)) = &setting.default {
                    attributes.push(format!("default_value = \"{word}\""));
                }
                attributes.push(format!(
                    "value_parser = PossibleValuesParser::new({name}::ALL.map({name}::as_str)).try_map(|name| \
                     name.parse::<{name}>())"
                ));
                (name.as_str(), true, field, "")
            }
            _ => ("Option<String>", false, format!("&{field}"), "given"),
        };
        Self {
            help: docs::help(options, setting),
            long: if setting.flag == name.replace('_', "-") { String::new() } else { setting.flag.clone() },
            attributes,
            ty: ty.to_owned(),
            is_always,
            value,
            given,
            kind: setting.kind.clone(),
            name,
        }
    }
}
