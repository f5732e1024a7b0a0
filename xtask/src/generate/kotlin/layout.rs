//! How a generated file is laid out: what it imports, and what stands on one line, as ktlint wants it.

use std::collections::{BTreeMap, BTreeSet};

use super::code::WIDTH;
use super::options::KotlinOptions;
use crate::model::Model;

/// The package's name, and that of what is not for users.
const PUBLIC: &str = "io.github.camsroi";
const NOT_PUBLIC: &str = "io.github.camsroi.internal";

/// Where a template wants the imports.
const IMPORTS: &str = "// imports\n\n";

/// What a file may import, by its simple name.
pub(super) struct Importable(BTreeMap<String, String>);

impl Importable {
    fn new(packages: &[(&str, &[&str])]) -> Self {
        let full = |(package, names): &(&str, &[&str])| {
            let package = (*package).to_owned();
            names
                .iter()
                .map(move |name| ((*name).to_owned(), format!("{package}.{name}")))
                .collect::<Vec<_>>()
        };
        Self(packages.iter().flat_map(full).collect())
    }

    pub(super) fn public() -> Self {
        Self::new(&[
            (NOT_PUBLIC, &["Channels", "WantedChannel", "channelId", "copied", "given", "setting"]),
            ("java.nio.file", &["Path"]),
            ("java.time", &["Instant"]),
            ("java.util", &["Objects"]),
            ("java.util.concurrent", &["Callable", "CompletableFuture"]),
            ("java.util.function", &["Consumer"]),
            ("java.util.stream", &["Stream"]),
            ("kotlin.time", &["Duration", "toJavaDuration", "toKotlinDuration"]),
            ("kotlinx.coroutines.flow", &["Flow"]),
        ])
    }

    /// Every type of the model, too, since these files are of another package.
    pub(super) fn internal(model: &Model) -> Self {
        let interfaces = ["AsyncOperations", "BlockingOperations", "Operations"];
        let mut names = Self::new(&[
            (PUBLIC, &interfaces),
            (PUBLIC, &["CamsRoiException"]),
            ("java.util.concurrent", &["CompletableFuture"]),
            ("java.util.function", &["Consumer"]),
            ("java.util.stream", &["Stream"]),
            ("kotlinx.coroutines.flow", &["Flow"]),
        ]);
        let records = model.all().flat_map(|it| &it.records).chain(&model.records);
        let enums = model.all().flat_map(|it| &it.enums).chain(&model.enums);
        let types =
            records.map(|it| &it.name).chain(enums.map(|it| &it.name)).map(|name| name.pascal.clone());
        let of_operations =
            model.all().flat_map(|it| ["Request", "Result"].map(|what| format!("{}{what}", it.name.pascal)));
        names.0.extend(
            types
                .chain(of_operations)
                .chain(KotlinOptions::types(&model.options))
                .map(|name| (name.clone(), format!("{PUBLIC}.{name}"))),
        );
        names
    }

    pub(super) fn tests() -> Self {
        Self::new(&[("com.google.gson", &["JsonElement", "JsonObject"]), ("java.time", &["Instant"])])
    }

    /// The file with an import for each of the names that its code has; Java's own come last, and Kotlin's behind them.
    pub(super) fn with_imports(&self, text: &str) -> String {
        let is_code =
            |line: &&str| !["*", "/**", "//"].iter().any(|mark| line.trim_start().starts_with(mark));
        let words: BTreeSet<&str> = text
            .lines()
            .filter(is_code)
            .flat_map(|line| line.split(|c: char| !c.is_alphanumeric() && c != '_'))
            .collect();
        let place = |full: &str| ["java.", "kotlin."].iter().position(|root| full.starts_with(root));
        let imports: BTreeSet<_> = self
            .0
            .iter()
            .filter(|(name, _)| words.contains(name.as_str()))
            .map(|(_, full)| (place(full), full))
            .collect();
        let mut lines: Vec<String> = imports.iter().map(|(_, full)| format!("import {full}\n")).collect();
        if !lines.is_empty() {
            lines.push("\n".to_owned());
        }
        let lines = lines.concat();
        format!("{}\n", fitted(&text.replacen(IMPORTS, &lines, 1)).trim_end())
    }
}

/// Has what a template writes on several lines on one, where there is room: a list in brackets, and what is behind `=`.
/// Properties of a constructor stay on lines of their own.
fn fitted(text: &str) -> String {
    let mut lines: Vec<String> = text.lines().map(str::to_owned).collect();
    let mut at = lines.len();
    // From the end, so that what is inside of a list is on one line before the list is.
    while at > 0 {
        at -= 1;
        if let Some((line, count)) = on_one_line(&lines[at..]) {
            lines.splice(at..at + count, [line]);
        }
    }
    lines.join("\n") + "\n"
}

/// The first of the lines with those that belong to it, and how many they are in all.
fn on_one_line(lines: &[String]) -> Option<(String, usize)> {
    let indent = |line: &str| line.len() - line.trim_start().len();
    let first = lines.first()?;
    let is_in = |at: usize| lines.get(at).is_some_and(|line| indent(line) > indent(first));
    let (line, count) = if first.ends_with(" =") && is_in(1) && !is_in(2) {
        (format!("{first} {}", lines[1].trim_start()), 2)
    } else if first.ends_with('(') && !first.trim_start().starts_with('*') {
        let end = lines.iter().skip(1).position(|line| indent(line) <= indent(first))? + 1;
        let items = &lines[1..end];
        let is_list = !items.is_empty() && items.iter().all(|line| line.ends_with(','));
        if !is_list
            || items.iter().any(|line| line.contains(" val "))
            || !lines[end].trim_start().starts_with(')')
        {
            return None;
        }
        let items: Vec<_> = items.iter().map(|line| line.trim()).collect();
        (format!("{first}{}{}", items.join(" ").trim_end_matches(','), lines[end].trim_start()), end + 1)
    } else {
        return None;
    };
    (line.chars().count() <= WIDTH).then_some((line, count))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_imported_where_code_has_them() {
        let text = "package a\n\n// imports\n\n/** An [Instant]. */\nval it: Objects\n";
        assert_eq!(
            Importable::public().with_imports(text),
            "package a\n\nimport java.util.Objects\n\n/** An [Instant]. */\nval it: Objects\n"
        );
        let flows = "package a\n\n// imports\n\nval it: Map<Duration, Flow<Instant>>\n";
        assert_eq!(
            Importable::public().with_imports(flows),
            "package a\n\nimport kotlinx.coroutines.flow.Flow\nimport java.time.Instant\nimport kotlin.time.Duration\n\n\
             val it: Map<Duration, Flow<Instant>>\n"
        );
        let none = Importable::public().with_imports("package a\n\n// imports\n\nval it: Int\n");
        assert_eq!(none, "package a\n\nval it: Int\n");
    }

    #[test]
    fn what_fits_is_on_one_line() {
        let text = "fun a(\n    b: Int,\n    c: Int,\n): Int =\n    d(\n        b,\n        c,\n    )\n";
        assert_eq!(fitted(text), "fun a(b: Int, c: Int): Int = d(b, c)\n");
        let wide = format!("{}(\n    b,\n)\n", "a".repeat(WIDTH));
        assert_eq!(fitted(&wide), wide);
        let class = "class A(\n    public val b: Int,\n)\n";
        assert_eq!(fitted(class), class);
    }
}
