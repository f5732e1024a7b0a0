//! What is said about an option: its default, its unit and the names of others as each language has them.

use crate::model::{Default, OptionKind, Options, Setting, Surface};

/// Where a text has what the option is by default.
const DEFAULT: &str = "{default}";

/// What an option means, in Markdown.
pub(in crate::generate) fn doc(options: &Options, setting: &Setting, surface: Surface) -> String {
    let text = spelt(options, setting.doc_in(surface).trim(), surface);
    let unit = if setting.kind.is_time() { unit(surface) } else { None };
    let (text, is_told) = match in_place(setting, surface) {
        Some(default) if text.contains(DEFAULT) => (text.replace(DEFAULT, &default), true),
        _ => (text, false),
    };
    let text = match unit {
        Some(unit) => amended(&text, &format!(", in {unit}")),
        None => text,
    };
    let text = match beside(setting, surface) {
        Some(default) if !is_told => amended(&text, &format!("; {default} by default")),
        _ => text,
    };
    match &setting.variable {
        Some(variable) => format!("{text} Without it, the variable `{variable}` is used."),
        None => text,
    }
}

/// What it means, where its default stands beside it.
pub(super) fn spelt_doc(options: &Options, setting: &Setting, surface: Surface) -> String {
    let text = spelt(options, setting.doc.trim(), surface);
    match in_place(setting, surface) {
        Some(default) => text.replace(DEFAULT, &default),
        None => text,
    }
}

/// What the help of a flag says: plain text, without the last full stop.
pub(super) fn help(options: &Options, setting: &Setting) -> String {
    let text = spelt(options, setting.doc_in(Surface::Command).trim(), Surface::Command).replace('`', "");
    let is_told = text.contains(DEFAULT) || text.contains("[default");
    let text = match in_place(setting, Surface::Command) {
        Some(default) => text.replace(DEFAULT, &default),
        None => text,
    };
    let mut help = text.trim_end_matches('.').to_owned();
    let is_flag = setting.kind == OptionKind::Bool;
    // Where the help lists the words, it tells the default, too.
    let is_word = matches!(setting.kind, OptionKind::Word { .. });
    if let Some(default) = beside(setting, Surface::Command)
        && !(is_told || is_flag || is_word)
    {
        help = format!("{help} [default: {default}]");
    }
    match &setting.variable {
        Some(variable) => format!("{help} [env: {variable}]"),
        None => help,
    }
}

/// The text with an addition to its first sentence.
fn amended(text: &str, addition: &str) -> String {
    match text.split_once(". ") {
        Some((first, rest)) => format!("{first}{addition}. {rest}"),
        None => format!("{}{addition}.", text.trim_end_matches('.')),
    }
}

/// The text with the names of options, where it has them as code, as they are on this surface.
fn spelt(options: &Options, text: &str, surface: Surface) -> String {
    let named = |code: &str| options.client.iter().find(|it| it.name.snake == code);
    let parts = text.split('`').enumerate().map(|(index, part)| match named(part) {
        Some(setting) if index % 2 == 1 => name(setting, surface),
        _ => part.to_owned(),
    });
    parts.collect::<Vec<_>>().join("`")
}

/// What an option is called.
pub(super) fn name(setting: &Setting, surface: Surface) -> String {
    match surface {
        Surface::Rust | Surface::Python => setting.name.snake.clone(),
        Surface::Node => setting.node.clone(),
        Surface::Kotlin | Surface::Swift => setting.name.camel.clone(),
        Surface::Command => format!("--{}", setting.flag),
    }
}

/// The unit of times, where the language's type does not say it.
fn unit(surface: Surface) -> Option<&'static str> {
    match surface {
        Surface::Python => Some("seconds"),
        Surface::Node => Some("milliseconds"),
        Surface::Rust | Surface::Kotlin | Surface::Swift | Surface::Command => None,
    }
}

/// The default behind a sentence that says the unit already.
fn beside(setting: &Setting, surface: Surface) -> Option<String> {
    match (&setting.default, surface) {
        // Nothing is turned on.
        (Some(Default::Bool(_)), _) => None,
        (Some(Default::Number(ms)), Surface::Python) if setting.kind.is_time() => Some(seconds(*ms)),
        (Some(Default::Number(ms)), Surface::Node) if setting.kind.is_time() => Some(grouped(*ms)),
        (Some(_), _) => in_place(setting, surface),
        (None, _) => setting.otherwise.clone(),
    }
}

/// The default within a sentence.
pub(super) fn in_place(setting: &Setting, surface: Surface) -> Option<String> {
    Some(match (setting.default.as_ref()?, surface) {
        (Default::Text(text), Surface::Command) => text.clone(),
        (Default::Text(text), Surface::Kotlin) if setting.kind == OptionKind::Level => {
            format!("`{}`", text.to_uppercase())
        }
        (Default::Text(text), _) => format!("`{text}`"),
        (Default::Bool(flag), _) => format!("`{flag}`"),
        (Default::Number(number), _) if !setting.kind.is_time() => grouped(*number),
        (Default::Number(ms), Surface::Python) => format!("{} seconds", seconds(*ms)),
        (Default::Number(ms), Surface::Node) => format!("{} ms", grouped(*ms)),
        (Default::Number(ms), Surface::Command) => short(*ms, ""),
        (Default::Number(ms), _) => short(*ms, " "),
    })
}

fn seconds(ms: u64) -> String {
    let (whole, rest) = (ms / 1000, ms % 1000);
    if rest == 0 { whole.to_string() } else { format!("{whole}.{rest:03}").trim_end_matches('0').to_owned() }
}

/// A time in the unit that makes it whole.
pub(super) fn short(ms: u64, between: &str) -> String {
    if ms.is_multiple_of(1000) { format!("{}{between}s", ms / 1000) } else { format!("{ms}{between}ms") }
}

/// A number with commas between the thousands.
fn grouped(number: u64) -> String {
    let digits = number.to_string();
    let mut text = String::new();
    for (index, digit) in digits.chars().enumerate() {
        if index > 0 && (digits.len() - index).is_multiple_of(3) {
            text.push(',');
        }
        text.push(digit);
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_as_people_write_them() {
        assert_eq!([100, 5_000, 1_250].map(seconds), ["0.1", "5", "1.25"]);
        assert_eq!([100, 5_000].map(|ms| short(ms, " ")), ["100 ms", "5 s"]);
        assert_eq!([5, 100, 60_000, 1_234_567].map(grouped), ["5", "100", "60,000", "1,234,567"]);
    }

    #[test]
    fn what_is_added_goes_into_the_first_sentence() {
        assert_eq!(amended("The wait.", "; 5 by default"), "The wait; 5 by default.");
        assert_eq!(amended("The wait. More.", "; 5 by default"), "The wait; 5 by default. More.");
    }
}
