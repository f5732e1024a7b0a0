//! The reference of each language, by its own tool: Python's and Node's as pages of the site, the others' as they write
//! them, each shown within a page.

use std::env;
use std::fs;
use std::path::Path;

use anyhow::{Context as _, Result, ensure};

use super::followed;
use super::names::{self, Names};
use super::{ASSETS, Language, copy_folder};
use crate::jvm;
use crate::node;
use crate::process;
use crate::swift::{Toolchain, package};
use crate::workspace::Workspace;

/// Where in the site they are.
const FOLDER: &str = "reference";

/// The crates whose reference is shown; the first one is where it begins.
const CRATES: [&str; 4] = ["cams-roi", "cams-roi-emulator", "cams-roi-store", "cams-roi-report"];

/// A reference that is shown within a page: its language, what it is called, where it begins below `FOLDER`, what writes
/// it, and what reads the names that it describes.
struct Framed {
    language: Language,
    title: &'static str,
    page: &'static str,
    begins: &'static str,
    written_by: &'static str,
    build: fn(&Workspace, &Path) -> Result<()>,
    names: fn(&Path) -> Result<Names>,
}

impl Framed {
    /// The folder of what its tool writes.
    fn folder(&self) -> &'static str {
        self.begins.split('/').next().unwrap_or(self.begins)
    }
}

const FRAMED: [Framed; 3] = [
    Framed {
        language: Language::Rust,
        title: "Rust",
        page: "rust.md",
        begins: "rustdoc/cams_roi/index.html",
        written_by: "rustdoc",
        build: rustdoc,
        names: names::of_rustdoc,
    },
    Framed {
        language: Language::Kotlin,
        title: "Kotlin and Java",
        page: "kotlin.md",
        begins: "dokka/cams-roi/io.github.camsroi/index.html",
        written_by: "Dokka",
        build: dokka,
        names: names::of_dokka,
    },
    Framed {
        language: Language::Swift,
        title: "Swift",
        page: "swift.md",
        begins: "docc/documentation/camsroi/",
        written_by: "DocC",
        build: docc,
        names: names::of_docc,
    },
];

/// Has the references that are shown within pages written, each into a folder of its own below `to`.
pub(super) fn build(workspace: &Workspace, to: &Path, wanted: &impl Fn(Language) -> bool) -> Result<()> {
    if to.exists() {
        fs::remove_dir_all(to)?;
    }
    for it in FRAMED.into_iter().filter(|it| wanted(it.language)) {
        (it.build)(workspace, &to.join(it.folder()))
            .with_context(|| format!("the reference of {}", it.title))?;
        let begins = to.join(it.begins);
        ensure!(begins.exists(), "{} did not write {}", it.written_by, begins.display());
    }
    Ok(())
}

/// Writes the pages that MkDocs reads; `built` is where `build` has written.
pub(super) fn write_pages(
    workspace: &Workspace,
    pages: &Path,
    built: &Path,
    wanted: &impl Fn(Language) -> bool,
) -> Result<()> {
    let folder = pages.join(FOLDER);
    fs::create_dir_all(&folder)?;
    let python = workspace.read(&format!("{ASSETS}/reference/python.md"))?;
    fs::write(folder.join("python.md"), python)?;
    if wanted(Language::Node) {
        typedoc(workspace, &folder.join("node"))?;
    } else {
        fs::create_dir_all(folder.join("node"))?;
        fs::write(folder.join("node/index.md"), left_out("Node"))?;
    }
    let frame = workspace.read(&format!("{ASSETS}/reference/framed.md"))?;
    for it in FRAMED {
        let page = if wanted(it.language) {
            let names = (it.names)(&built.join(it.folder()))?;
            let page = frame
                .replace("{title}", it.title)
                .replace("{tool}", it.written_by)
                .replace("{begins}", it.begins);
            page + &names::listed(&names, it.folder())
        } else {
            left_out(it.title)
        };
        fs::write(folder.join(it.page), page)?;
    }
    Ok(())
}

fn left_out(title: &str) -> String {
    format!("# Reference: {title}\n\nThis build of the site was made without it.\n")
}

/// Puts what `build` has written into the site.
pub(super) fn add(built: &Path, site: &Path) -> Result<()> {
    if built.exists() { copy_folder(built, &site.join(FOLDER)) } else { Ok(()) }
}

/// Follows the links of all references that are in the site; gives how many pages and links there are.
pub(super) fn follow_links(site: &Path) -> Result<(usize, usize)> {
    followed::all(site, &site.join(FOLDER), &site_path())
}

/// A page that leads to the first crate's: rustdoc writes none that is above all crates, and links to it.
const FIRST_CRATE: &str = "<!doctype html><meta http-equiv=\"refresh\" content=\"0; url=cams_roi/index.html\"><title>cams_roi</title>\n";

fn rustdoc(workspace: &Workspace, to: &Path) -> Result<()> {
    let own = workspace.own("rustdoc");
    let written = own.join("doc");
    if written.exists() {
        fs::remove_dir_all(&written)?;
    }
    let mut command = workspace.cargo();
    command.args(["doc", "--quiet", "--lib", "--no-deps", "--all-features"]);
    command.args(CRATES.map(|name| format!("--package={name}")));
    // Where no other run of rustdoc has written: its search finds all that is there. What is compiled for it is shared.
    command.env("CARGO_TARGET_DIR", &own).env("CARGO_BUILD_BUILD_DIR", workspace.target());
    process::run(&mut command)?;
    copy_folder(&written, to)?;
    fs::write(to.join("index.html"), FIRST_CRATE)?;
    // The comments of dependencies link to pages that are not written here.
    followed::drop_dead(to)
}

fn typedoc(workspace: &Workspace, to: &Path) -> Result<()> {
    // The compiler that it needs, and the types that the package itself has.
    let tools = node::install(workspace, "site", ASSETS)?;
    node::install_beside(workspace, crate::test::node::PACKAGE)?;
    let mut command = node::node()?;
    command.arg(tools.join("typedoc/bin/typedoc"));
    command.arg("--options").arg(workspace.root().join(ASSETS).join("typedoc.json"));
    command.arg("--out").arg(to);
    command.args(["--logLevel", "Warn"]);
    process::run(command.current_dir(tools.parent().unwrap_or(&tools)))?;
    // It calls the page after the file that it begins with.
    let page = to.join("index.md");
    let text = fs::read_to_string(&page)?;
    let told = "\n\nTypeDoc wrote this page from the doc comments. The kit for tests has [a page of its own](testing.md).";
    fs::write(page, text.replacen("# index", &format!("# Reference: Node{told}"), 1))?;
    let kit = to.join("testing.md");
    let text = fs::read_to_string(&kit)?;
    fs::write(kit, text.replacen("# testing", "# Reference: Node, the kit for tests", 1))?;
    Ok(fs::remove_file(to.join("overview.md"))?)
}

fn dokka(workspace: &Workspace, to: &Path) -> Result<()> {
    let mut maven = jvm::maven(workspace)?;
    maven.args(["--quiet", "-Pdocs", "dokka:dokka"]);
    maven.arg(format!("-Ddokka.output={}", to.display()));
    process::run(&mut maven)
}

fn docc(workspace: &Workspace, to: &Path) -> Result<()> {
    let bridge = package::generate(workspace)?;
    let toolchain = Toolchain::find()?;
    let graphs = workspace.own("swift").join("symbol-graphs");
    // They stay from run to run: SwiftPM writes them only when it compiles.
    fs::create_dir_all(&graphs)?;
    let mut build = package::manager(workspace, &toolchain, &bridge, "build", ".")?;
    build.args(["--quiet", "--target", "CamsRoi"]);
    for argument in ["-emit-symbol-graph", "-emit-symbol-graph-dir"] {
        build.args(["-Xswiftc", argument]);
    }
    build.arg("-Xswiftc").arg(&graphs);
    process::run(&mut build)?;
    let catalogue = workspace.root().join("bindings/swift/Sources/CamsRoi/CamsRoi.docc");
    let written = workspace.own("swift").join("docc");
    if written.exists() {
        fs::remove_dir_all(&written)?;
    }
    // Debian puts it beside the compiler, where PATH does not lead.
    let program = match toolchain {
        Toolchain::Here => "docc",
        Toolchain::Chroot(_) => "/usr/libexec/swift/bin/docc",
    };
    let mut command = toolchain.program(workspace, program, workspace.root());
    // A link that it cannot resolve is a warning.
    command.args(["convert", "--warnings-as-errors"]).arg(&catalogue);
    command.args([
        "--fallback-display-name",
        "CamsRoi",
        "--fallback-bundle-identifier",
        "io.github.cams-roi",
    ]);
    command.arg("--additional-symbol-graph-dir").arg(&graphs);
    command.args(["--transform-for-static-hosting", "--hosting-base-path", &base_path()]);
    command.arg("--output-path").arg(&written);
    process::run(&mut command)?;
    copy_folder(&written, to)
}

/// Below which path of its server the site is: DocC's pages have to know it, all others do not.
fn site_path() -> String {
    env::var("CAMS_ROI_SITE_PATH").unwrap_or_default().trim_matches('/').to_owned()
}

/// Where DocC's pages are on the server.
fn base_path() -> String {
    let site = site_path();
    let parts = [site.as_str(), FOLDER, "docc"];
    parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join("/")
}
