//! Options as parameters of Python's functions: keywords with types, defaults, checks and documentation.

use serde::Serialize;

use super::docs;
use crate::generate::options::doc;
use crate::model::{Default, OptionKind, Options, Setting, Surface};

/// The options that Python has.
#[derive(Serialize)]
pub(in crate::generate) struct PythonOptions {
    client: Vec<PythonOption>,
    call: Vec<PythonOption>,
    named_call: Vec<PythonOption>,
    pages: Vec<PythonOption>,
    /// Of a listing whose pages have no length to choose.
    listing: Vec<PythonOption>,
    enable_many: Vec<PythonOption>,
    /// Of a run that collects: what its calls do differently.
    run: Vec<PythonOption>,
}

impl PythonOptions {
    pub(in crate::generate) fn new(options: &Options) -> Self {
        let some = |section: &[Setting], error: &'static str, wanted: &dyn Fn(&str) -> bool| {
            let present = section.iter().filter(|it| it.is_in(Surface::Python) && wanted(&it.name.snake));
            present.map(|it| PythonOption::new(options, it, error)).collect()
        };
        let of = |section: &[Setting], error: &'static str| some(section, error, &|_| true);
        let is_of_call = |name: &str| options.call.iter().any(|it| it.name.snake == name);
        Self {
            client: of(&options.client, "ConfigurationError"),
            call: of(&options.call, "InvalidArgumentError"),
            named_call: of(&options.named_call, "InvalidArgumentError"),
            pages: of(&options.pages, "InvalidArgumentError"),
            listing: some(&options.pages, "InvalidArgumentError", &|name| name != "page_size"),
            enable_many: of(&options.enable_many, "InvalidArgumentError"),
            run: some(&options.enable_many, "InvalidArgumentError", &is_of_call),
        }
    }
}

#[derive(Serialize)]
struct PythonOption {
    name: String,
    kind: OptionKind,
    /// Its type, and the same where it is left out by giving nothing.
    annotation: String,
    default: &'static str,
    /// What the docstring of a method says of it.
    doc: String,
    /// The expression by which it is checked, and made what the binding takes.
    checked: String,
    crosses: bool,
}

impl PythonOption {
    fn new(options: &Options, setting: &Setting, error: &str) -> Self {
        const INDENT: &str = "            ";
        let name = setting.name.snake.clone();
        let is_flag = setting.default == Some(Default::Bool(false));
        let annotation = annotation(options, &setting.kind);
        let text = format!("{name}: {}", docs::prose(&doc(options, setting, Surface::Python)));
        Self {
            annotation: if is_flag { annotation } else { format!("{annotation} | None") },
            default: if is_flag { "False" } else { "None" },
            doc: docs::wrapped(&text, INDENT, &format!("{INDENT}    ")),
            checked: format!(
                "_options.{}({error}, \"{name}\", {name})",
                if is_flag { "switch" } else { check(&setting.kind) }
            ),
            crosses: setting.kind.crosses(),
            kind: setting.kind.clone(),
            name,
        }
    }
}

fn annotation(options: &Options, kind: &OptionKind) -> String {
    match kind {
        OptionKind::Path => "str | PathLike[str]",
        OptionKind::Pem => "str | bytes",
        OptionKind::Count => "int",
        OptionKind::Bool => "bool",
        OptionKind::Span | OptionKind::Delay => "float | timedelta",
        OptionKind::Credentials => "Credentials | CredentialsFunction",
        OptionKind::RateLimit => "Limit | Mapping[str, Limit]",
        OptionKind::Progress => "Callable[[Progress], object]",
        OptionKind::EventHook => "Callable[[ClientEvent], object]",
        OptionKind::Word { name } => {
            let words = options.words(name).into_iter().flat_map(|it| &it.values);
            let words: Vec<_> = words.map(|it| format!("\"{}\"", it.word)).collect();
            return format!("Literal[{}]", words.join(", "));
        }
        _ => "str",
    }
    .to_owned()
}

/// The function that checks one.
fn check(kind: &OptionKind) -> &'static str {
    match kind {
        OptionKind::Path => "path",
        OptionKind::Pem => "pem",
        OptionKind::Count => "count",
        OptionKind::Bool => "flag",
        OptionKind::Span | OptionKind::Delay => "span",
        OptionKind::RateLimit => "rate_limit",
        _ => "text",
    }
}
