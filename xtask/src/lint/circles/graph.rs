//! Which file needs which, and where that goes round in a circle.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;

use anyhow::{Result, bail};

use super::modules::{ModuleId, Modules};
use super::paths::WrittenPath;
use super::resolve::Target;

/// The lines of a file at which it needs another, and what is written there.
type Lines = BTreeMap<usize, BTreeSet<String>>;

/// The files of a crate, each with those that it needs.
#[derive(Debug, Default)]
pub(super) struct Graph(BTreeMap<String, BTreeMap<String, Lines>>);

impl Graph {
    /// An error where a path within the crate cannot be followed: a circle through it would not be seen.
    pub(super) fn of(modules: &Modules) -> Result<Self> {
        let mut graph = Self::default();
        let mut lost = Vec::new();
        for (id, module) in modules.0.iter().enumerate() {
            for import in &module.imports {
                let known = if import.is_passed_on {
                    modules.resolve(id, &import.path.segments).is_some() || !is_local(&import.path)
                } else {
                    graph.add(modules, id, &import.path)
                };
                lost.extend((!known).then_some((module, &import.path)));
            }
            for path in module.paths.iter().filter(|path| !is_from_import(modules, id, path)) {
                let known = graph.add(modules, id, path);
                lost.extend((!known).then_some((module, path)));
            }
        }
        if !lost.is_empty() {
            let named = lost.iter().map(|(module, path)| {
                format!("\n  {}:{} {}", module.file, path.line, path.segments.join("::"))
            });
            bail!("nothing in the crate has these names:{}", named.collect::<String>());
        }
        Ok(graph)
    }

    /// Adds what a path in `module` needs; `false` if it leads nowhere.
    fn add(&mut self, modules: &Modules, module: ModuleId, path: &WrittenPath) -> bool {
        let file = &modules.0[module].file;
        match modules.resolve(module, &path.segments) {
            Some(Target::ItemOf(other)) => {
                let other = &modules.0[other].file;
                if other != file {
                    let lines = self.0.entry(file.clone()).or_default().entry(other.clone()).or_default();
                    lines.entry(path.line).or_default().insert(path.segments.join("::"));
                }
                true
            }
            // The name of a module is only the way to what it holds.
            Some(Target::Module(_)) => true,
            None => !is_local(path),
        }
    }

    /// Every circle: the files from each of which one comes to all the others.
    pub(super) fn circles(&self) -> Vec<Vec<&str>> {
        let reached: BTreeMap<&str, BTreeSet<&str>> =
            self.0.keys().map(|file| (file.as_str(), self.reached_from(file))).collect();
        let mut circles: Vec<Vec<&str>> = Vec::new();
        for (&file, others) in &reached {
            if others.contains(file) && !circles.iter().any(|circle| circle.contains(&file)) {
                let comes_back =
                    |other: &&&str| reached.get(**other).is_some_and(|others| others.contains(file));
                circles.push(others.iter().filter(comes_back).copied().collect());
            }
        }
        circles
    }

    fn reached_from(&self, file: &str) -> BTreeSet<&str> {
        let mut reached = BTreeSet::new();
        let mut open = vec![file];
        while let Some(next) = open.pop() {
            for other in self.0.get(next).into_iter().flat_map(BTreeMap::keys) {
                if reached.insert(other.as_str()) {
                    open.push(other);
                }
            }
        }
        reached
    }

    /// The circle file by file, with the lines by which each needs the next ones.
    pub(super) fn describe(&self, circle: &[&str]) -> String {
        let mut text = format!("  a circle of {} files:", circle.len());
        for file in circle {
            for (other, lines) in &self.0[*file] {
                if !circle.contains(&other.as_str()) {
                    continue;
                }
                let _ = write!(text, "\n    {file} needs {other}");
                for (line, paths) in lines {
                    let paths: Vec<&str> = paths.iter().map(String::as_str).collect();
                    let _ = write!(text, "\n      line {line}: {}", paths.join(", "));
                }
            }
        }
        text
    }
}

/// Whether a path begins with something that an import brought, so that the import already counts. One that only passes
/// it on does not count.
fn is_from_import(modules: &Modules, module: ModuleId, path: &WrittenPath) -> bool {
    let mut imports = modules.0[module].imports.iter().filter(|import| !import.is_passed_on);
    imports.any(|import| {
        import.name.as_ref() == path.segments.first()
            && !matches!(modules.resolve(module, &import.path.segments), Some(Target::Module(_)))
    })
}

/// Whether a path says itself that it stays within the crate.
fn is_local(path: &WrittenPath) -> bool {
    path.segments.len() > 1 && matches!(path.segments[0].as_str(), "crate" | "self" | "super")
}
