//! A crate's modules: which file holds each one, what it defines, and which names it takes from elsewhere.

use std::collections::{BTreeMap, BTreeSet};

use anyhow::{Context as _, Result, bail};
use syn::Item;

use super::attributes::{is_for_tests, of};
use super::paths::{Import, PathReader, WrittenPath};

/// Names a module.
pub(super) type ModuleId = usize;

/// One module of a crate.
#[derive(Debug)]
pub(super) struct Module {
    /// The file that holds it, relative to the checkout.
    pub(super) file: String,
    pub(super) parent: Option<ModuleId>,
    pub(super) children: BTreeMap<String, ModuleId>,
    /// The names of what it defines itself.
    pub(super) items: BTreeSet<String>,
    pub(super) imports: Vec<Import>,
    /// The paths in its code, those of its imports apart.
    pub(super) paths: Vec<WrittenPath>,
}

/// All modules of a crate but those for tests; the first is its root.
#[derive(Debug, Default)]
pub(super) struct Modules(pub(super) Vec<Module>);

impl Modules {
    /// Reads the crate that begins in the file `root`. `read` gives a file's text.
    pub(super) fn read(root: &str, read: &dyn Fn(&str) -> Option<String>) -> Result<Self> {
        let mut modules = Self::default();
        let directory = root.rsplit_once('/').map_or("", |(directory, _)| directory);
        modules.add_file(root, directory, None, read)?;
        Ok(modules)
    }

    /// Adds the module that a file holds. The files of its children are in `directory`.
    fn add_file(
        &mut self,
        name: &str,
        directory: &str,
        parent: Option<ModuleId>,
        read: &dyn Fn(&str) -> Option<String>,
    ) -> Result<ModuleId> {
        let text = read(name).with_context(|| format!("{name} cannot be read"))?;
        let file = syn::parse_file(&text).with_context(|| format!("{name} is not Rust"))?;
        self.add(name, directory, parent, &file.items, read)
    }

    fn add(
        &mut self,
        file: &str,
        directory: &str,
        parent: Option<ModuleId>,
        items: &[Item],
        read: &dyn Fn(&str) -> Option<String>,
    ) -> Result<ModuleId> {
        let id = self.0.len();
        let mut paths = PathReader::default();
        let mut names = BTreeSet::new();
        for item in items.iter().filter(|item| !is_for_tests(of(item))) {
            names.extend(name_of(item));
            paths.read(item);
        }
        self.0.push(Module {
            file: file.to_owned(),
            parent,
            children: BTreeMap::new(),
            items: names,
            imports: paths.imports,
            paths: paths.paths,
        });
        for item in items {
            let Item::Mod(declared) = item else { continue };
            if is_for_tests(&declared.attrs) {
                continue;
            }
            let name = declared.ident.to_string();
            if declared.attrs.iter().any(|attribute| attribute.path().is_ident("path")) {
                let line = declared.ident.span().start().line;
                bail!(
                    "{file}:{line} gives module {name} a path of its own, which this check does not follow"
                );
            }
            let below = format!("{directory}/{name}");
            let child = if let Some((_, items)) = &declared.content {
                self.add(file, &below, Some(id), items, read)?
            } else {
                let beside = format!("{below}.rs");
                let inside = format!("{below}/mod.rs");
                let chosen = if read(&beside).is_some() { &beside } else { &inside };
                self.add_file(chosen, &below, Some(id), read)?
            };
            self.0[id].children.insert(name, child);
        }
        Ok(id)
    }
}

/// What an item is called, where others can name it.
fn name_of(item: &Item) -> Option<String> {
    let ident = match item {
        Item::Const(it) => &it.ident,
        Item::Enum(it) => &it.ident,
        Item::Fn(it) => &it.sig.ident,
        Item::Macro(it) => it.ident.as_ref()?,
        Item::Static(it) => &it.ident,
        Item::Struct(it) => &it.ident,
        Item::Trait(it) => &it.ident,
        Item::Type(it) => &it.ident,
        Item::Union(it) => &it.ident,
        _ => return None,
    };
    Some(ident.to_string())
}
