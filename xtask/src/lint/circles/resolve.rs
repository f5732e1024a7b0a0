//! Which file defines what a path names.

use std::collections::HashSet;

use super::modules::{ModuleId, Modules};

/// What a path leads to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Target {
    /// A module as such.
    Module(ModuleId),
    /// Something that this module defines.
    ItemOf(ModuleId),
}

/// Names that are being looked up, so that two that stand for each other are not followed for ever.
type Seen = HashSet<(ModuleId, String)>;

impl Modules {
    /// Where a path leads that stands in `module`, through whatever passes its names on. `None` for what other crates
    /// define, and for what is no path at all.
    pub(super) fn resolve(&self, module: ModuleId, path: &[String]) -> Option<Target> {
        self.follow(module, path, &mut Seen::new())
    }

    fn follow(&self, module: ModuleId, path: &[String], seen: &mut Seen) -> Option<Target> {
        let mut at = module;
        let mut rest = path;
        while let [first, after @ ..] = rest {
            match first.as_str() {
                "crate" => at = 0,
                "self" => {}
                "super" => at = self.0[at].parent?,
                _ => break,
            }
            rest = after;
        }
        while let [name, after @ ..] = rest {
            match self.member(at, name, after.is_empty(), seen)? {
                Target::Module(child) => at = child,
                // What follows is a variant, or an associated function.
                item @ Target::ItemOf(_) => return Some(item),
            }
            rest = after;
        }
        Some(Target::Module(at))
    }

    /// What `name` means in a module. A function may be called like a module, and only the `last` name of a path can
    /// be a function's.
    fn member(&self, at: ModuleId, name: &str, last: bool, seen: &mut Seen) -> Option<Target> {
        let module = &self.0[at];
        let child = module.children.get(name).map(|child| Target::Module(*child));
        let item = module.items.contains(name).then_some(Target::ItemOf(at));
        if let Some(found) = if last { item } else { child } {
            return Some(found);
        }
        if !seen.insert((at, name.to_owned())) {
            return child.or(item);
        }
        let (named, globs): (Vec<_>, Vec<_>) =
            module.imports.iter().partition(|import| import.name.is_some());
        let mut named = named.iter().filter(|import| import.name.as_deref() == Some(name));
        let imported = named.find_map(|import| self.follow(at, &import.path.segments, seen));
        imported.or(child).or(item).or_else(|| {
            globs.iter().find_map(|glob| match self.follow(at, &glob.path.segments, seen)? {
                Target::Module(all_of) => self.member(all_of, name, last, seen),
                Target::ItemOf(_) => None,
            })
        })
    }
}
