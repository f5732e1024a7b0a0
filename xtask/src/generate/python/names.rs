//! Names that Python, or the package, has already.

/// What no name can be.
const KEYWORDS: [&str; 35] = [
    "False", "None", "True", "and", "as", "assert", "async", "await", "break", "class", "continue", "def",
    "del", "elif", "else", "except", "finally", "for", "from", "global", "if", "import", "in", "is",
    "lambda", "nonlocal", "not", "or", "pass", "raise", "return", "try", "while", "with", "yield",
];

/// What every method takes besides the operation's own parameters.
const OF_EVERY_CALL: [&str; 3] = ["max_attempts", "self", "timeout"];

/// What every record has besides its fields, and what its fields are annotated with.
const OF_EVERY_RECORD: [&str; 7] = ["bool", "datetime", "float", "int", "str", "to_dict", "tuple"];

/// What a local variable must not hide, of the builtins and of what the functions call.
const IN_USE: [&str; 30] = [
    "abs", "all", "any", "bin", "bool", "bytes", "cls", "dict", "dir", "filter", "float", "format", "given",
    "hash", "id", "input", "instant", "int", "iter", "len", "list", "map", "max", "min", "next", "range",
    "set", "str", "tuple", "type",
];

/// The name of a parameter.
pub(super) fn parameter(snake: &str) -> String {
    unless(snake, &[&KEYWORDS, &OF_EVERY_CALL])
}

/// The name of a field.
pub(super) fn field(snake: &str) -> String {
    unless(snake, &[&KEYWORDS, &OF_EVERY_RECORD])
}

/// The name of a variable that holds a field's value.
pub(super) fn variable(field: &str) -> String {
    unless(field, &[&IN_USE])
}

fn unless(name: &str, taken: &[&[&str]]) -> String {
    if taken.iter().any(|names| names.contains(&name)) { format!("{name}_") } else { name.to_owned() }
}

/// What a class that holds many of another is called.
pub(super) fn plural(name: &str) -> String {
    match name.strip_suffix('y') {
        Some(stem) if !stem.ends_with(['a', 'e', 'o', 'u']) => format!("{stem}ies"),
        _ if name.ends_with(['s', 'x']) || name.ends_with("ch") || name.ends_with("sh") => {
            format!("{name}es")
        }
        _ => format!("{name}s"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_that_is_taken_has_a_line_behind_it() {
        assert_eq!(parameter("from"), "from_");
        assert_eq!(parameter("timeout"), "timeout_");
        assert_eq!(field("timeout"), "timeout");
        assert_eq!(field("tuple"), "tuple_");
        assert_eq!(variable("type"), "type_");
    }

    #[test]
    fn classes_that_hold_many_are_named_in_the_plural() {
        assert_eq!(plural("TemplateMetric"), "TemplateMetrics");
        assert_eq!(plural("Entity"), "Entities");
        assert_eq!(plural("Day"), "Days");
        assert_eq!(plural("Branch"), "Branches");
    }
}
