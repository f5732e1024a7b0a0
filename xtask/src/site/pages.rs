//! The pages of the site: which file of the checkout each is, and its text as MkDocs reads it.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context as _, Result};

use super::{links, markdown, tabs};
use crate::workspace::Workspace;

/// The folder whose pages keep their places.
const GUIDES: &str = "docs";

/// Pages that have another place in the site than in the checkout.
const MOVED: [(&str, &str); 18] = [
    ("README.md", "index.md"),
    ("docs/README.md", "guides.md"),
    ("CHANGELOG.md", "changelog.md"),
    ("SECURITY.md", "security-policy.md"),
    ("CONTRIBUTING.md", "contributing.md"),
    ("python/README.md", "packages/python.md"),
    ("node/README.md", "packages/node.md"),
    ("bindings/kotlin/README.md", "packages/kotlin.md"),
    ("bindings/swift/README.md", "packages/swift.md"),
    ("crates/cams-roi/README.md", "packages/rust.md"),
    ("crates/cams-roi-cli/README.md", "packages/command.md"),
    ("crates/cams-roi-emulator/README.md", "packages/emulator.md"),
    ("crates/cams-roi-store/README.md", "packages/store.md"),
    ("crates/cams-roi-report/README.md", "packages/report.md"),
    ("conformance/README.md", "conformance.md"),
    ("conformance/format.md", "conformance-format.md"),
    ("benches/README.md", "benchmarks.md"),
    ("benches/results.md", "benchmark-results.md"),
];

/// The place in the site of each page, by its file in the checkout.
pub(super) type Places = BTreeMap<PathBuf, PathBuf>;

/// Writes all pages, and the pictures beside them.
pub(super) fn write(workspace: &Workspace, to: &Path) -> Result<()> {
    let root = workspace.root();
    let places = places(root)?;
    for (file, place) in &places {
        let target = to.join(place);
        if let Some(folder) = target.parent() {
            fs::create_dir_all(folder)?;
        }
        if file.extension().is_some_and(|extension| extension == "md") {
            let text = workspace.read(&file.to_string_lossy())?;
            let linked = links::rewritten(root, file, &text, &places)
                .with_context(|| format!("{} cannot be a page of the site", file.display()))?;
            fs::write(target, markdown::spaced(&tabs::from_details(&linked)))?;
        } else {
            fs::copy(root.join(file), target)?;
        }
    }
    Ok(())
}

/// All pages and pictures.
fn places(root: &Path) -> Result<Places> {
    let mut places: Places = Places::new();
    find(root, Path::new(GUIDES), &mut places)?;
    places.extend(MOVED.map(|(from, to)| (from.into(), to.into())));
    Ok(places)
}

/// All files of a folder and those below it.
fn find(root: &Path, folder: &Path, places: &mut Places) -> Result<()> {
    for entry in fs::read_dir(root.join(folder))? {
        let entry = entry?;
        let file = folder.join(entry.file_name());
        if entry.file_type()?.is_dir() {
            find(root, &file, places)?;
        } else {
            let place = file.strip_prefix(GUIDES)?.to_owned();
            places.insert(file, place);
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::super::{ASSETS, CONFIGURATION};
    use super::*;

    fn root() -> &'static Path {
        Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap()
    }

    fn is_page(path: &str) -> bool {
        Path::new(path).extension().is_some_and(|extension| extension == "md")
    }

    /// Those of the references are written by their tools.
    fn is_written(page: &str) -> bool {
        !page.starts_with("reference/")
    }

    #[test]
    fn the_navigation_leads_to_every_page_and_to_nothing_else() {
        let settings = fs::read_to_string(root().join(ASSETS).join(CONFIGURATION)).unwrap();
        let (_, navigation) = settings.split_once("\nnav:\n").unwrap();
        let named = navigation.lines().filter_map(|line| line.rsplit(' ').next());
        let named: BTreeSet<_> = named.filter(|page| is_page(page) && is_written(page)).collect();
        let places = places(root()).unwrap();
        let pages: BTreeSet<_> = places.values().filter_map(|page| page.to_str()).collect();
        // A decision is reached from their list.
        let reached = |page: &&str| is_page(page) && !page.starts_with("adr/0");
        assert_eq!(named, pages.into_iter().filter(reached).collect());
    }

    #[test]
    fn no_page_links_to_a_file_that_is_not_there() {
        let places = places(root()).unwrap();
        let pages = places.keys().filter(|file| file.extension().is_some_and(|extension| extension == "md"));
        for page in pages {
            let text = fs::read_to_string(root().join(page)).unwrap();
            let linked = links::rewritten(root(), page, &text, &places);
            assert!(linked.is_ok(), "{}: {:#}", page.display(), linked.unwrap_err());
        }
    }
}
