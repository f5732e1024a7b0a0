//! Options as properties of a configuration and of classes of options, and how they cross.

use serde::Serialize;

use super::code::{documentation, property, shown};
use crate::generate::options::doc;
use crate::model::{Default, Name, OptionKind, Options, Setting, Surface, Words};

/// The options that Kotlin has.
#[derive(Serialize)]
pub(super) struct KotlinOptions<'a> {
    client: Vec<KotlinOption>,
    /// The classes of options.
    pub(super) classes: Vec<OptionsClass>,
    pub(super) words: &'a [Words],
}

/// A class of options, by its name and what it is about.
#[derive(Serialize)]
pub(super) struct OptionsClass {
    pub(super) name: &'static str,
    doc: &'static str,
    options: Vec<KotlinOption>,
    /// Whether two that say the same are the same: functions never are.
    is_value: bool,
    shown: String,
    /// Those that cross beside a request.
    crossing: Vec<KotlinOption>,
}

impl<'a> KotlinOptions<'a> {
    pub(super) fn new(options: &'a Options) -> Self {
        let of = |section: &[Setting]| {
            let present = section.iter().filter(|it| it.is_in(Surface::Kotlin));
            present.map(|it| KotlinOption::new(options, it)).collect::<Vec<_>>()
        };
        let class = |name: &'static str, doc: &'static str, own: &[&[Setting]], crossing: &[Setting]| {
            let own: Vec<_> = own.iter().flat_map(|section| of(section)).collect();
            OptionsClass {
                name,
                doc,
                is_value: own.iter().all(|it| it.kind != OptionKind::Progress),
                shown: shown(&Name::new(name, None, None), "", own.iter().map(|it| it.name.as_str())),
                crossing: of(crossing).into_iter().filter(|it| it.kind.crosses()).collect(),
                options: own,
            }
        };
        let (call, named_call) = (&options.call, &options.named_call);
        Self {
            client: of(&options.client),
            classes: vec![
                class("CallOptions", "What one call does differently.", &[call], call),
                class(
                    "RawCallOptions",
                    "What [Client.callText] does differently.",
                    &[call, named_call],
                    call,
                ),
                class(
                    "PagesOptions",
                    "What a listing of all pages does differently.",
                    &[&options.pages],
                    call,
                ),
                class(
                    "EnableManyOptions",
                    "How many channels are enabled.",
                    &[&options.enable_many],
                    &options.enable_many,
                ),
            ],
            words: &options.words,
        }
    }

    /// The simple names of the types that this adds to the package.
    pub(super) fn types(options: &Options) -> impl Iterator<Item = String> {
        let classes = ["ClientConfig", "CallOptions", "RawCallOptions", "PagesOptions", "EnableManyOptions"];
        let words = options.words.iter().map(|it| it.name.pascal.clone());
        classes.into_iter().map(str::to_owned).chain(words)
    }
}

#[derive(Clone, Serialize)]
struct KotlinOption {
    name: String,
    pascal: String,
    kind: OptionKind,
    ty: String,
    default: String,
    /// Documentation of a property or a method, and of a property of a class.
    doc: String,
    property: String,
    /// What the method for Java takes, and what it makes of it.
    java: String,
    made: String,
    /// Whether it crosses, the expression for its value, and how that is written.
    crosses: bool,
    value: String,
    written: &'static str,
}

impl KotlinOption {
    fn new(options: &Options, setting: &Setting) -> Self {
        let name = setting.name.camel.clone();
        let is_switch = setting.default == Some(Default::Bool(false));
        let text = doc(options, setting, Surface::Kotlin);
        let (ty, default) = match &setting.kind {
            OptionKind::Path => ("Path?".to_owned(), "null".to_owned()),
            OptionKind::Count => ("Int?".to_owned(), "null".to_owned()),
            OptionKind::Bool if is_switch => ("Boolean".to_owned(), "false".to_owned()),
            OptionKind::Bool => ("Boolean?".to_owned(), "null".to_owned()),
            OptionKind::Span | OptionKind::Delay => ("Duration?".to_owned(), "null".to_owned()),
            OptionKind::Word { name } => (name.clone(), word(options, name, setting)),
            OptionKind::Credentials => ("Credentials?".to_owned(), "null".to_owned()),
            OptionKind::CredentialsProvider => ("(suspend () -> Credentials)?".to_owned(), "null".to_owned()),
            OptionKind::RateLimit => ("RateLimit".to_owned(), "RateLimit.DOCUMENTED".to_owned()),
            OptionKind::Proxy => ("Proxy".to_owned(), "Proxy.ENVIRONMENT".to_owned()),
            OptionKind::Logger => ("Logger?".to_owned(), "null".to_owned()),
            OptionKind::Level => ("LogLevel?".to_owned(), "null".to_owned()),
            OptionKind::Progress => ("((Progress) -> Unit)?".to_owned(), "null".to_owned()),
            OptionKind::EventHook => ("EventListener?".to_owned(), "null".to_owned()),
            _ => ("String?".to_owned(), "null".to_owned()),
        };
        let (java, made) = match &setting.kind {
            OptionKind::Span | OptionKind::Delay => {
                ("java.time.Duration?".to_owned(), format!("{name}?.toKotlinDuration()"))
            }
            OptionKind::CredentialsProvider => {
                ("Callable<Credentials>?".to_owned(), format!("{name}?.let {{ {{ it.call() }} }}"))
            }
            OptionKind::Progress => {
                ("Consumer<Progress>?".to_owned(), format!("{name}?.let {{ it::accept }}"))
            }
            OptionKind::Word { .. } | OptionKind::RateLimit | OptionKind::Proxy => {
                (ty.clone(), format!("setting(\"{name}\", {name})"))
            }
            _ => (ty.clone(), name.clone()),
        };
        let written = match setting.kind {
            OptionKind::Path => "text(it.toString())",
            OptionKind::Count => "double(it.toDouble())",
            OptionKind::Bool => "boolean(it)",
            OptionKind::Span | OptionKind::Delay => "double(it.toMs())",
            OptionKind::Word { .. } => "text(it.word)",
            OptionKind::Credentials => "credentials(it)",
            OptionKind::RateLimit => "rateLimit(it)",
            _ => "text(it)",
        };
        Self {
            doc: documentation(&text, "        "),
            property: property(&setting.name, &text),
            pascal: setting.name.pascal.clone(),
            kind: setting.kind.clone(),
            ty,
            default,
            java,
            made,
            crosses: setting.kind.crosses(),
            // What the environment says is nothing that is told.
            value: format!("of.{name}{}", if setting.kind == OptionKind::Proxy { ".told" } else { "" }),
            written,
            name,
        }
    }
}

/// The name of the word that counts by default.
fn word(options: &Options, name: &str, setting: &Setting) -> String {
    let values = options.words(name).into_iter().flat_map(|it| &it.values);
    let is_default = |word: &str| setting.default == Some(Default::Text(word.to_owned()));
    let mut chosen = values.filter(|it| is_default(&it.word)).map(|it| it.name.shouty.clone());
    chosen.next().map(|value| format!("{name}.{value}")).unwrap_or_default()
}
