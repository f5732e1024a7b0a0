//! What becomes of the model's types and texts in Kotlin.

use super::super::camel_names::camel_names;
use super::super::template::comment;
use crate::model::{Kind, Name};

/// The widest line, as `.editorconfig` has it.
pub(super) const WIDTH: usize = 120;

/// Words that cannot be a name without backticks.
const KEYWORDS: [&str; 28] = [
    "as",
    "break",
    "class",
    "continue",
    "do",
    "else",
    "false",
    "for",
    "fun",
    "if",
    "in",
    "interface",
    "is",
    "null",
    "object",
    "package",
    "return",
    "super",
    "this",
    "throw",
    "true",
    "try",
    "typealias",
    "typeof",
    "val",
    "var",
    "when",
    "while",
];

pub(super) fn identifier(name: &Name) -> String {
    if KEYWORDS.contains(&name.camel.as_str()) { format!("`{}`", name.camel) } else { name.camel.clone() }
}

/// What a class says about one of its properties.
pub(super) fn property(name: &Name, doc: &str) -> String {
    let text = format!("@property {} {}", name.camel, camel_names(doc).replace("*/", "*&#47;"));
    comment(&text, " * ").replace("\n * ", "\n *   ")
}

/// The text that shows a class's properties, as lines of an expression.
pub(super) fn shown<'a>(class: &Name, suffix: &str, names: impl Iterator<Item = &'a str>) -> String {
    let parts: Vec<_> = names.map(|name| format!("{}=${name}", name.trim_matches('`'))).collect();
    let mut lines = vec![format!("        \"{}{suffix}(", class.pascal)];
    for (index, part) in parts.iter().enumerate() {
        let part = format!("{part}{}", if index + 1 < parts.len() { ", " } else { ")" });
        let last = lines.len() - 1;
        // With room for what ends a line.
        if lines[last].chars().count() + part.chars().count() + 3 > WIDTH {
            lines[last].push_str("\" +");
            lines.push(format!("            \"{part}"));
        } else {
            lines[last].push_str(&part);
        }
    }
    lines.join("\n") + if parts.is_empty() { ")\"" } else { "\"" }
}

/// A comment: of one line where there is room.
pub(super) fn documentation(text: &str, indent: &str) -> String {
    let text = text.trim().replace("*/", "*&#47;");
    let line = format!("{indent}/** {text} */");
    if line.chars().count() <= WIDTH && !text.contains('\n') {
        return line;
    }
    format!("{indent}/**\n{}\n{indent} */", comment(&text, &format!("{indent} * ")))
}

pub(super) fn kotlin_type(kind: &Kind) -> String {
    match kind {
        Kind::Channel | Kind::Id | Kind::Text | Kind::Message => "String".to_owned(),
        Kind::Channels => "List<Channel>".to_owned(),
        Kind::Count => "Long".to_owned(),
        Kind::Number => "Double".to_owned(),
        Kind::Bool => "Boolean".to_owned(),
        Kind::Time | Kind::IsoTime => "Instant".to_owned(),
        Kind::Enum { name } | Kind::Record { name } => Name::new(name, None, None).pascal,
        Kind::List { of } => format!("List<{}>", kotlin_type(of)),
        Kind::Map { of } => format!("Map<String, {}>", kotlin_type(of)),
        Kind::AccessDeniedDetail => "AccessDeniedDetail".to_owned(),
        Kind::Error => "CamsRoiException".to_owned(),
    }
}

/// How a value is written, as a call of `PostcardOutput`.
pub(super) fn written(kind: &Kind, is_required: bool, value: &str) -> String {
    if !is_required {
        return format!("to.optional({value}) {{ {} }}", written(kind, true, "it"));
    }
    match kind {
        Kind::Channels => format!("to.channels({value})"),
        Kind::Count => format!("to.long({value})"),
        Kind::Number => format!("to.double({value})"),
        Kind::Bool => format!("to.boolean({value})"),
        Kind::Time | Kind::IsoTime => format!("to.time({value})"),
        Kind::Enum { .. } => format!("to.text({value}.value)"),
        Kind::Record { name } => format!("write{}(to, {value})", Name::new(name, None, None).pascal),
        Kind::List { of } => format!("to.list({value}) {{ {} }}", written(of, true, "it")),
        Kind::Map { of } => format!("to.map({value}) {{ {} }}", written(of, true, "it")),
        Kind::Channel | Kind::Id | Kind::Text | Kind::Message | Kind::AccessDeniedDetail | Kind::Error => {
            format!("to.text({value})")
        }
    }
}

/// How a value is read, by calls of `PostcardInput`.
pub(super) fn read(kind: &Kind) -> String {
    match kind {
        Kind::Channel | Kind::Channels | Kind::Id | Kind::Text | Kind::Message => "from.text()".to_owned(),
        Kind::Count => "from.long()".to_owned(),
        Kind::Number => "from.double()".to_owned(),
        Kind::Bool => "from.boolean()".to_owned(),
        Kind::Time | Kind::IsoTime => "from.time()".to_owned(),
        Kind::Enum { name } => format!("{}.of(from.text())", Name::new(name, None, None).pascal),
        Kind::Record { name } => format!("read{}(from)", Name::new(name, None, None).pascal),
        Kind::List { of } => format!("from.list {{ {} }}", read(of)),
        Kind::Map { of } => format!("from.map {{ {} }}", read(of)),
        Kind::AccessDeniedDetail => "from.accessDeniedDetail()".to_owned(),
        Kind::Error => "from.error()".to_owned(),
    }
}

/// How the conformance runner finds a value in a part of a case.
pub(super) fn known(kind: &Kind, is_required: bool, name: &str) -> String {
    let made = given(kind, "it");
    let sure = if is_required { "!!" } else { "?" };
    let value = match made.strip_prefix("it.") {
        Some(read) if !read.contains('.') => format!("request.json(\"{name}\"){sure}.{read}"),
        _ => format!("request.json(\"{name}\"){sure}.let {{ {made} }}"),
    };
    match kind {
        // A request without a channel does not compile: a case says that none is given by an empty ID.
        Kind::Channel => format!("{value}.orEmpty()"),
        _ => value,
    }
}

/// What is made of a value's JSON.
fn given(kind: &Kind, json: &str) -> String {
    match kind {
        Kind::Channel
        | Kind::Channels
        | Kind::Id
        | Kind::Text
        | Kind::Message
        | Kind::AccessDeniedDetail
        | Kind::Error => {
            format!("{json}.asString")
        }
        Kind::Count => format!("{json}.asLong"),
        Kind::Number => format!("{json}.asDouble"),
        Kind::Bool => format!("{json}.asBoolean"),
        Kind::Time | Kind::IsoTime => format!("Instant.ofEpochMilli({json}.asLong)"),
        Kind::Enum { name } => format!("{}.of({json}.asString)", Name::new(name, None, None).pascal),
        Kind::Record { name } => format!("given{}({json})", Name::new(name, None, None).pascal),
        Kind::List { of } => format!("{json}.asJsonArray.map {{ {} }}", given(of, "it")),
        Kind::Map { of } => {
            format!("{json}.asJsonObject.asMap().mapValues {{ {} }}", given(of, "it.value"))
        }
    }
}

/// What the conformance runner makes of a value.
pub(super) fn json(kind: &Kind, optional: bool, value: &str) -> String {
    let dot = if optional { "?." } else { "." };
    match kind {
        Kind::Time | Kind::IsoTime => format!("{value}{dot}toEpochMilli()"),
        Kind::Enum { .. } => format!("{value}{dot}value"),
        Kind::Record { .. } if optional => format!("{value}?.let {{ json(it) }}"),
        Kind::Record { .. } => format!("json({value})"),
        Kind::AccessDeniedDetail => format!("{value}?.let {{ denial(it) }}"),
        Kind::List { of } => match json(of, false, "it") {
            same if same == "it" => value.to_owned(),
            made => format!("{value}{dot}map {{ {made} }}"),
        },
        Kind::Map { of } => match json(of, false, "it.value") {
            same if same == "it.value" => value.to_owned(),
            made => format!("{value}{dot}mapValues {{ {made} }}"),
        },
        _ => value.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_nests_is_written_and_read_inside_out() {
        let counts = Kind::List { of: Box::new(Kind::Count) };
        let kind = Kind::Map { of: Box::new(counts) };
        assert_eq!(
            written(&kind, false, "a"),
            "to.optional(a) { to.map(it) { to.list(it) { to.long(it) } } }"
        );
        assert_eq!(read(&kind), "from.map { from.list { from.long() } }");
    }

    #[test]
    fn a_keyword_is_no_name() {
        assert_eq!(identifier(&Name::new("Object", None, None)), "`object`");
        assert_eq!(identifier(&Name::new("Type", None, None)), "type");
    }
}
