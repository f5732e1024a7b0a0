//! What an operation's parameter is on the command line.

use heck::ToKebabCase as _;
use serde::Serialize;
use serde_json::Value;

use crate::generate::rust::{case_type, from_case};
use crate::model::{Kind, Name, Operation, Parameter};

/// How times are written; the first one of a subcommand says it.
const FORMS: &str = ": RFC 3339, a date (midnight UTC), 7d, 12h or 30m back, now, or milliseconds since 1970";

/// A parameter of a subcommand.
#[derive(Serialize)]
pub(super) struct CommandParameter<'a> {
    model: &'a Parameter,
    help: String,
    /// Its type in the arguments, and what clap is told.
    ty: String,
    attributes: String,
    /// How a required one becomes what the request takes, and an optional one, which is there, as `it`.
    required: String,
    optional: String,
}

impl<'a> CommandParameter<'a> {
    /// All of an operation.
    pub(super) fn all(operation: &'a Operation) -> Vec<Self> {
        let mut says_times = false;
        let parameter = |it: &'a Parameter| {
            let mut help = help(&it.doc);
            if it.kind == Kind::Time {
                let forms = if says_times { ", in the same forms" } else { FORMS };
                help.push_str(forms);
                says_times = true;
            }
            if it.kind.is_json() {
                help = format!("{help}; JSON, such as {}", it.example);
            }
            Self::new(it, help)
        };
        operation.parameters.iter().map(parameter).collect()
    }

    fn new(parameter: &'a Parameter, help: String) -> Self {
        let required = parameter.required;
        let mut attributes = vec!["long".to_owned(), format!("value_name = \"{}\"", value_name(parameter))];
        let mut tell = |attribute: &[&str]| attributes.extend(attribute.iter().map(|it| (*it).to_owned()));
        let own = match &parameter.kind {
            Kind::Time => {
                tell(&["value_parser = parse_moment", "allow_hyphen_values = true"]);
                "Moment".to_owned()
            }
            Kind::Enum { name } => {
                tell(&["value_enum"]);
                format!("{}Word", Name::new(name, None, None).pascal)
            }
            Kind::Count => {
                tell(&["allow_negative_numbers = true"]);
                "i64".to_owned()
            }
            Kind::Bool if required => {
                tell(&["action = clap::ArgAction::Set"]);
                "bool".to_owned()
            }
            Kind::Bool => {
                tell(&["num_args = 0..=1", "require_equals = true", "default_missing_value = \"true\""]);
                "bool".to_owned()
            }
            kind if kind.is_json() => format!("Json<{}>", case_type(kind)),
            _ => "String".to_owned(),
        };
        let becomes = |it: &str| match &parameter.kind {
            Kind::Time => format!("{it}.resolve(now)"),
            Kind::Enum { .. } => format!("{it}.into()"),
            kind if kind.is_json() => from_case(kind, &format!("{it}.0")),
            _ => it.to_owned(),
        };
        Self {
            help,
            ty: if required { own } else { format!("Option<{own}>") },
            attributes: attributes.join(", "),
            required: becomes(&format!("self.{}", parameter.name.rust)),
            optional: becomes("it"),
            model: parameter,
        }
    }
}

/// What stands for a value in the help: the last word of its name.
fn value_name(parameter: &Parameter) -> String {
    match parameter.kind {
        Kind::Time => "TIME".to_owned(),
        Kind::Bool => "BOOL".to_owned(),
        ref kind if kind.is_json() => "JSON".to_owned(),
        _ => parameter.name.shouty.rsplit('_').next().unwrap_or_default().to_owned(),
    }
}

/// Documentation as help says it: without marks and the last full stop.
pub(super) fn help(doc: &str) -> String {
    let words: Vec<_> = doc.split_whitespace().collect();
    let text = words.join(" ").replace('`', "");
    text.strip_suffix('.').map(str::to_owned).unwrap_or(text)
}

/// The arguments of an example: what is required.
pub(super) fn example(operation: &Operation) -> String {
    let flag = |it: &Parameter| {
        let value = match (&it.kind, &it.example) {
            (Kind::Enum { .. }, Value::String(word)) => word.to_kebab_case(),
            (_, Value::String(text)) => text.clone(),
            (_, other) => other.to_string(),
        };
        let is_plain = value.chars().all(|it| it.is_ascii_alphanumeric() || "._:+-/,@%=".contains(it));
        let value = if is_plain { value } else { format!("'{}'", value.replace('\'', "'\\''")) };
        format!("--{} {value}", it.name.snake.replace('_', "-"))
    };
    let required = operation.parameters.iter().filter(|it| it.required).map(flag);
    required.collect::<Vec<_>>().join(" ")
}
