//! What must hold of the site: no link leads nowhere, and nothing is loaded from the network.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Result, bail};

use super::{ASSETS, Site};
use crate::process;
use crate::python::Environment;

/// What makes a browser load what follows, in pages and in styles. A page may show `url(` as code.
const PAGE_LOADS: &[&str] = &[
    "<script src=\"",
    "<img src=\"",
    "<iframe src=\"",
    "<link rel=\"stylesheet\" href=\"",
    "<link href=\"",
    "@import url(\"",
];
const STYLE_LOADS: &[&str] = &["url(", "@import \""];

/// Holds every page and every style of the site against this.
pub(super) fn nothing_from_the_network(site: &Path) -> Result<()> {
    let mut found = Vec::new();
    for file in files(site)? {
        let kind = file.extension().and_then(|it| it.to_str()).unwrap_or_default();
        let marks = match kind {
            "html" => PAGE_LOADS,
            "css" => STYLE_LOADS,
            _ => continue,
        };
        let text = String::from_utf8_lossy(&fs::read(&file)?).into_owned();
        found.extend(loaded(&text, marks).map(|what| format!("{} loads {what}", file.display())));
    }
    if !found.is_empty() {
        bail!("\n  {}", found.join("\n  "));
    }
    Ok(())
}

/// The addresses from which a page or a style loads something.
fn loaded<'a>(text: &'a str, marks: &'static [&'static str]) -> impl Iterator<Item = &'a str> {
    let places = marks.iter().flat_map(|mark| text.match_indices(*mark).map(move |(at, _)| at + mark.len()));
    places.filter_map(|at| {
        let rest = text[at..].trim_start_matches(['"', '\'']);
        let is_far = ["http://", "https://", "//"].iter().any(|scheme| rest.starts_with(scheme));
        is_far.then(|| rest.split(['"', '\'', ')', '>']).next().unwrap_or(rest))
    })
}

/// All files below a folder.
pub(super) fn files(folder: &Path) -> Result<Vec<PathBuf>> {
    let mut all = Vec::new();
    for entry in fs::read_dir(folder)? {
        let entry = entry?;
        if entry.file_type()?.is_dir() {
            all.extend(files(&entry.path())?);
        } else {
            all.push(entry.path());
        }
    }
    Ok(all)
}

/// Has every link within the site followed, offline.
pub(super) fn links(tools: &Environment, site: &Site) -> Result<()> {
    let mut command = Command::new(tools.program("linkchecker"));
    command.arg("--config").arg(site.root.join(ASSETS).join("linkchecker.ini"));
    command.arg(site.built.join("index.html"));
    process::run(command.current_dir(&site.directory))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_loaded_from_elsewhere_is_found() {
        let page = "<a href=\"https://a.example\">a</a><script src=\"https://b.example/c.js\"></script>\
                    <img src=\"here.svg\"><style>@import url(\"//d.example/e.css\"); a { background: url(f.png) }</style>";
        let mut found: Vec<_> = loaded(page, PAGE_LOADS).collect();
        found.dedup();
        assert_eq!(found, ["https://b.example/c.js", "//d.example/e.css"]);
        let style = "a { background: url(https://g.example/h.png), url(i.png) }";
        assert_eq!(loaded(style, STYLE_LOADS).collect::<Vec<_>>(), ["https://g.example/h.png"]);
        assert_eq!(loaded("<code>.url(\"http://proxy.example\")</code>", PAGE_LOADS).count(), 0);
    }
}
