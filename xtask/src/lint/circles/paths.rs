//! The paths that a module's code writes.

use proc_macro2::{Ident, TokenStream, TokenTree};
use syn::visit::{self, Visit};
use syn::{ImplItemFn, Item, ItemMod, ItemUse, Macro, MetaList, UseTree, Visibility};

use super::attributes::is_for_tests;

/// A path, as it is written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct WrittenPath {
    pub(super) segments: Vec<String>,
    pub(super) line: usize,
}

/// A name that a `use` brings into a module.
#[derive(Debug)]
pub(super) struct Import {
    /// What it is called here; `None` where everything comes (`*`).
    pub(super) name: Option<String>,
    pub(super) path: WrittenPath,
    /// Whether it is passed on to others: that alone needs nothing of the file that defines it.
    pub(super) is_passed_on: bool,
}

/// Collects the paths of items.
#[derive(Debug, Default)]
pub(super) struct PathReader {
    pub(super) imports: Vec<Import>,
    pub(super) paths: Vec<WrittenPath>,
}

impl PathReader {
    pub(super) fn read(&mut self, item: &Item) {
        self.visit_item(item);
    }

    fn import(&mut self, before: &[String], tree: &UseTree, is_passed_on: bool) {
        let with = |ident: &Ident| {
            let mut segments = before.to_vec();
            // `{self}` names what stands before it.
            if segments.is_empty() || ident != "self" {
                segments.push(ident.to_string());
            }
            segments
        };
        let (name, segments, line) = match tree {
            UseTree::Path(path) => return self.import(&with(&path.ident), &path.tree, is_passed_on),
            UseTree::Group(group) => {
                return group.items.iter().for_each(|tree| self.import(before, tree, is_passed_on));
            }
            UseTree::Name(name) => {
                let segments = with(&name.ident);
                (segments.last().cloned(), segments, name.ident.span().start().line)
            }
            UseTree::Rename(rename) => {
                (Some(rename.rename.to_string()), with(&rename.ident), rename.ident.span().start().line)
            }
            UseTree::Glob(glob) => (None, before.to_vec(), glob.star_token.spans[0].start().line),
        };
        self.imports.push(Import { name, path: WrittenPath { segments, line }, is_passed_on });
    }

    /// Code inside of a macro's call is not parsed by anybody but the macro, so its paths are put together here.
    fn read_tokens(&mut self, tokens: TokenStream) {
        let mut tokens = tokens.into_iter().peekable();
        let mut is_member = false;
        while let Some(token) = tokens.next() {
            match token {
                TokenTree::Group(group) => self.read_tokens(group.stream()),
                // What stands behind a dot is a field or a method.
                TokenTree::Ident(first) if !is_member => {
                    let mut path =
                        WrittenPath { segments: vec![first.to_string()], line: first.span().start().line };
                    while tokens.next_if(is_colon).is_some() && tokens.next_if(is_colon).is_some() {
                        let Some(TokenTree::Ident(next)) =
                            tokens.next_if(|token| matches!(token, TokenTree::Ident(_)))
                        else {
                            break;
                        };
                        path.segments.push(next.to_string());
                    }
                    self.paths.push(path);
                }
                TokenTree::Punct(punct) if punct.as_char() == '.' => {
                    is_member = true;
                    continue;
                }
                _ => {}
            }
            is_member = false;
        }
    }
}

fn is_colon(token: &TokenTree) -> bool {
    matches!(token, TokenTree::Punct(punct) if punct.as_char() == ':')
}

impl<'ast> Visit<'ast> for PathReader {
    fn visit_item_use(&mut self, item: &'ast ItemUse) {
        if item.leading_colon.is_none() {
            self.import(&[], &item.tree, !matches!(item.vis, Visibility::Inherited));
        }
    }

    /// Modules are read each by itself.
    fn visit_item_mod(&mut self, _: &'ast ItemMod) {}

    fn visit_impl_item_fn(&mut self, item: &'ast ImplItemFn) {
        if !is_for_tests(&item.attrs) {
            visit::visit_impl_item_fn(self, item);
        }
    }

    /// `pub(crate)` and the like need nothing of what they name.
    fn visit_visibility(&mut self, _: &'ast Visibility) {}

    fn visit_path(&mut self, path: &'ast syn::Path) {
        if let (None, Some(first)) = (&path.leading_colon, path.segments.first()) {
            let line = first.ident.span().start().line;
            let segments = path.segments.iter().map(|segment| segment.ident.to_string()).collect();
            self.paths.push(WrittenPath { segments, line });
        }
        visit::visit_path(self, path);
    }

    fn visit_macro(&mut self, called: &'ast Macro) {
        self.visit_path(&called.path);
        self.read_tokens(called.tokens.clone());
    }

    fn visit_meta_list(&mut self, list: &'ast MetaList) {
        self.read_tokens(list.tokens.clone());
    }
}
