//! The Swift programs of the pages: `docs/README.md` says what they are, and in which world they run.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context as _, Result};

use super::{Toolchain, package};
use crate::process;
use crate::workspace::Workspace;

/// A program of a page.
struct Program {
    /// The page, and which program of it.
    name: String,
    text: String,
}

/// Builds each program as its reader would, as a package that has ours; gives the paths of all.
pub(crate) fn build(workspace: &Workspace, toolchain: &Toolchain, bridge: &Path) -> Result<Vec<PathBuf>> {
    let programs = programs(workspace)?;
    let directory = workspace.own("swift").join("guides");
    let sources = directory.join("Sources");
    for Program { name, text } in &programs {
        package::put("main.swift", text.as_bytes(), &sources.join(name))?;
    }
    package::put("Package.swift", manifest(workspace.root(), &programs).as_bytes(), &directory)?;
    let manager = || package::manager_at(workspace, toolchain, bridge, "build", &directory, "guides");
    process::run(manager()?.arg("--quiet"))?;
    let built = process::output(manager()?.arg("--show-bin-path"))?;
    Ok(programs.iter().map(|program| Path::new(built.trim()).join(&program.name)).collect())
}

fn manifest(root: &Path, programs: &[Program]) -> String {
    let names: Vec<_> = programs.iter().map(|program| format!("{:?}", program.name)).collect();
    format!(
        "// swift-tools-version: 6.0\nimport PackageDescription\n\nlet package = Package(\n    name: \"guides\",\n    \
         platforms: [.macOS(.v13)],\n    dependencies: [.package(name: \"cams-roi\", path: {:?})],\n    targets: [{}].map \
         {{\n        .executableTarget(name: $0, dependencies: [.product(name: \"CamsRoi\", package: \"cams-roi\")])\n    \
         }},\n    swiftLanguageModes: [.v6]\n)\n",
        root.display().to_string(),
        names.join(", "),
    )
}

fn programs(workspace: &Workspace) -> Result<Vec<Program>> {
    let root = workspace.root();
    let mut pages = vec![root.join("README.md"), root.join("bindings/swift/README.md")];
    below(&root.join("docs"), &mut pages)?;
    let mut programs = Vec::new();
    for page in pages {
        let text = fs::read_to_string(&page).with_context(|| format!("{} cannot be read", page.display()))?;
        let name = page.strip_prefix(root)?.with_extension("").to_string_lossy().replace(['/', '\\'], "-");
        programs.extend(
            blocks(&text)
                .zip(1..)
                .map(|(text, number)| Program { name: format!("{name}-{number}"), text: text.to_owned() }),
        );
    }
    Ok(programs)
}

fn below(directory: &Path, pages: &mut Vec<PathBuf>) -> Result<()> {
    let entries =
        fs::read_dir(directory).with_context(|| format!("{} cannot be read", directory.display()))?;
    let mut paths = entries.map(|entry| Ok(entry?.path())).collect::<Result<Vec<_>>>()?;
    paths.sort();
    for path in paths {
        if path.is_dir() {
            below(&path, pages)?;
        } else if path.extension().is_some_and(|extension| extension == "md") {
            pages.push(path);
        }
    }
    Ok(())
}

/// The fenced blocks of a page that are Swift.
fn blocks(page: &str) -> impl Iterator<Item = &str> {
    page.split("```swift\n").skip(1).filter_map(|rest| rest.split_once("```")).map(|(block, _)| block)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_blocks_of_a_page_are_those_with_its_tag() {
        let page =
            "# A\n```sh\nls\n```\n```swift\nlet a = 1\n```\ntext\n```swift\nlet b = 2\nlet c = 3\n```\n";
        assert_eq!(blocks(page).collect::<Vec<_>>(), ["let a = 1\n", "let b = 2\nlet c = 3\n"]);
        assert_eq!(blocks("```rust\nlet a = 1;\n```").count(), 0);
    }
}
