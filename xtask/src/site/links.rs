//! Where the links of a page lead in the site: to another page of it, or to a file of the repository.

use std::path::{Component, Path, PathBuf};

use anyhow::{Result, ensure};

use super::markdown::outside_of_code;
use super::pages::Places;

/// Where the repository shows a file, and a folder.
const FILES: &str = "https://github.com/cams-roi/cams-roi/blob/main/";
const FOLDERS: &str = "https://github.com/cams-roi/cams-roi/tree/main/";

/// The page with links that hold in the site. A link to a file that is not there is an error.
pub(super) fn rewritten(root: &Path, page: &Path, text: &str, places: &Places) -> Result<String> {
    outside_of_code(text, |line| {
        let mut written = String::new();
        let mut rest = line;
        while let Some((before, behind)) = rest.split_once("](") {
            let Some((target, behind)) = behind.split_once(')') else { break };
            written.push_str(before);
            written.push_str("](");
            written.push_str(&target_in_site(root, page, target, places)?);
            written.push(')');
            rest = behind;
        }
        written.push_str(rest);
        Ok(written)
    })
}

fn target_in_site(root: &Path, page: &Path, target: &str, places: &Places) -> Result<String> {
    let (path, anchor) = target.split_once('#').map_or((target, None), |(path, anchor)| (path, Some(anchor)));
    let anchor = anchor.map(|anchor| format!("#{anchor}")).unwrap_or_default();
    let file = match path.strip_prefix(FILES) {
        // A package's page names pages by the repository, for it is shown elsewhere, too.
        Some(path) => PathBuf::from(path),
        None if path.is_empty() || path.contains(':') => return Ok(target.to_owned()),
        None => normal(&page.parent().unwrap_or(Path::new("")).join(path)),
    };
    ensure!(root.join(&file).exists(), "it links to {target}, where nothing is");
    let here = places.get(page).map_or(Path::new(""), PathBuf::as_path);
    if let Some(place) = places.get(&file).or_else(|| places.get(&file.join("README.md"))) {
        return Ok(format!("{}{anchor}", relative(here, place)));
    }
    let shown = if root.join(&file).is_dir() { FOLDERS } else { FILES };
    Ok(format!("{shown}{}{anchor}", slashed(&file)))
}

/// The path without `.` and `..`.
fn normal(path: &Path) -> PathBuf {
    let mut normal = PathBuf::new();
    for part in path.components() {
        match part {
            Component::ParentDir => drop(normal.pop()),
            Component::CurDir => {}
            part => normal.push(part),
        }
    }
    normal
}

/// The way from a page to another.
fn relative(from: &Path, to: &Path) -> String {
    let up = from.parent().map_or(0, |folder| folder.components().count());
    format!("{}{}", "../".repeat(up), slashed(to))
}

fn slashed(path: &Path) -> String {
    path.iter().map(|part| part.to_string_lossy()).collect::<Vec<_>>().join("/")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rewritten_here(text: &str) -> Result<String> {
        let root = Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/.."));
        let places = [
            ("docs/adr/README.md", "adr/README.md"),
            ("docs/errors.md", "errors.md"),
            ("README.md", "index.md"),
        ];
        let places = places.map(|(from, to)| (PathBuf::from(from), PathBuf::from(to))).into();
        rewritten(root, Path::new("docs/adr/README.md"), text, &places)
    }

    #[test]
    fn links_lead_to_pages_of_the_site_or_to_the_repository() {
        let text = "[a](../errors.md#code) and [b](../../README.md), [c](../../xtask), [d](https://a.example), [e](#here)\n\
                    [f](https://github.com/cams-roi/cams-roi/blob/main/docs/errors.md) `[g](none.md)`\n";
        let expected = "[a](../errors.md#code) and [b](../index.md), \
                        [c](https://github.com/cams-roi/cams-roi/tree/main/xtask), [d](https://a.example), [e](#here)\n\
                        [f](../errors.md) `[g](none.md)`\n";
        assert_eq!(rewritten_here(text).unwrap(), expected);
    }

    #[test]
    fn a_link_to_nothing_is_an_error() {
        assert!(rewritten_here("[a](none.md)").unwrap_err().to_string().contains("none.md"));
    }
}
