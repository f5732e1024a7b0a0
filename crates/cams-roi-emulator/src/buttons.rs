//! The buttons of templates: what the detail shows, and what the metrics count clicks of.

use crate::languages::texts;
use crate::mixing::mix_texts;
use crate::template::Template;

/// What a button does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum ButtonKind {
    Url,
    Reply,
    Call,
    /// A reply that asks for no more messages.
    OptOut,
}

impl ButtonKind {
    /// The word of the metrics, in the service's own spelling.
    pub(crate) const fn in_metrics(self) -> &'static str {
        match self {
            Self::Url => "url_button",
            Self::Reply | Self::OptOut => "quick_relpy_button",
            Self::Call => "phone_number_button",
        }
    }
}

/// A button in one language.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Button {
    pub(crate) kind: ButtonKind,
    pub(crate) text: &'static str,
}

/// The buttons of a code that no channel has: there are metrics of any.
pub(crate) const OF_ANY_CODE: [Button; 3] = [
    Button { kind: ButtonKind::Url, text: "Open shop" },
    Button { kind: ButtonKind::Reply, text: "回复" },
    Button { kind: ButtonKind::Call, text: "Appelez-nous 📞" },
];

/// The buttons of a template in one of its languages: of the same kinds in each.
pub(crate) fn of_template(template: &Template, language: &str) -> Vec<Button> {
    use ButtonKind::{Call, OptOut, Reply, Url};
    let kinds: &[ButtonKind] = match (template.category.as_str(), mix_texts(0, &[&template.code]) % 4) {
        ("AUTHENTICATION", _) => &[],
        ("UTILITY", _) => &[Url],
        (_, 0) => &[Url, Reply, Call],
        (_, 1) => &[Url, Reply, OptOut],
        (_, 2) => &[Url, OptOut],
        (_, _) => &[Reply, Call],
    };
    let texts = texts(language);
    let text = |kind| match kind {
        Url => texts.open,
        Reply => texts.reply,
        Call => texts.call,
        OptOut => texts.stop,
    };
    kinds.iter().map(|kind| Button { kind: *kind, text: text(*kind) }).collect()
}
