//! The Swift programs of the pages: `docs/code-in-these-pages.md` says what they are, and in which world they run.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context as _, Result};

use super::{Toolchain, package};
use crate::guides::blocks;
use crate::process;
use crate::workspace::Workspace;

/// A program of a page.
struct Program {
    /// The page, and which program of it.
    name: String,
    text: String,
}

/// Where programs are built, and of what.
pub(crate) struct Build<'a> {
    /// The directory of the package that they are.
    pub(crate) directory: &'a Path,
    /// Where SwiftPM builds it.
    pub(crate) scratch: &'a Path,
    /// Our package.
    pub(crate) ours: &'a Path,
    /// Where pkg-config is told of the native library.
    pub(crate) told: &'a Path,
}

/// Builds the programs of all pages as their readers would, as a package that has ours; gives their paths.
pub(crate) fn build(workspace: &Workspace, toolchain: &Toolchain, bridge: &Path) -> Result<Vec<PathBuf>> {
    let root = workspace.root();
    let mut pages = vec![root.join("README.md"), root.join("bindings/swift/README.md")];
    below(&root.join("docs"), &mut pages)?;
    let directory = workspace.own("swift").join("guides");
    let scratch = package::scratch(workspace, "guides");
    let told = package::told(workspace, bridge, "guides")?;
    let how = Build { directory: &directory, scratch: &scratch, ours: root, told: &told };
    build_pages(workspace, toolchain, &pages, &how)
}

/// The same for some pages.
pub(crate) fn build_pages(
    workspace: &Workspace,
    toolchain: &Toolchain,
    pages: &[PathBuf],
    how: &Build<'_>,
) -> Result<Vec<PathBuf>> {
    let programs = programs(workspace.root(), pages)?;
    let sources = how.directory.join("Sources");
    for Program { name, text } in &programs {
        package::put("main.swift", text.as_bytes(), &sources.join(name))?;
    }
    package::put("Package.swift", manifest(how.ours, &programs).as_bytes(), how.directory)?;
    let manager = |argument: &str| {
        let mut command = toolchain.program(workspace, "swift", how.directory);
        package::settle(command.arg("build"), how.scratch, how.told);
        command.arg(argument);
        command
    };
    process::run(&mut manager("--quiet"))?;
    let built = process::output(&mut manager("--show-bin-path"))?;
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

fn programs(root: &Path, pages: &[PathBuf]) -> Result<Vec<Program>> {
    let mut programs = Vec::new();
    for page in pages {
        let text = fs::read_to_string(page).with_context(|| format!("{} cannot be read", page.display()))?;
        let name = page.strip_prefix(root)?.with_extension("").to_string_lossy().replace(['/', '\\'], "-");
        programs.extend(
            blocks(&text, "swift")
                .into_iter()
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
