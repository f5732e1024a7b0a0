//! Takes the Rust programs out of the pages: a module for each, and a list of all.

use std::error::Error;
use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::{env, fs};

fn main() -> Result<(), Box<dyn Error>> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    let out = PathBuf::from(env::var("OUT_DIR")?);
    let mut pages = vec![root.join("README.md"), root.join("crates/cams-roi/README.md")];
    for watched in pages.iter().chain([&root.join("docs")]) {
        println!("cargo::rerun-if-changed={}", watched.display());
    }
    collect(&root.join("docs"), &mut pages)?;
    let (mut modules, mut list) = (String::new(), String::new());
    for page in pages {
        let name = page.strip_prefix(&root)?.with_extension("").to_string_lossy().replace(['/', '\\'], "-");
        for (index, program) in programs(&fs::read_to_string(&page)?).iter().enumerate() {
            let module = format!("{}_{}", name.replace('-', "_").to_lowercase(), index + 1);
            fs::write(out.join(format!("{module}.rs")), program)?;
            // What a reader copies is not to be burdened with the house's lints.
            writeln!(
                modules,
                "#[allow(missing_docs, unreachable_pub, clippy::all, clippy::pedantic)]\n\
                 mod {module} {{\n\
                 include!(concat!(env!(\"OUT_DIR\"), \"/{module}.rs\"));\n\
                 pub(super) fn run() -> std::process::ExitCode {{ std::process::Termination::report(main()) }}\n\
                 }}"
            )?;
            writeln!(list, "(\"{name}, number {}\", {module}::run),", index + 1)?;
        }
    }
    let list = format!("const PROGRAMS: &[Program] = &[{list}];");
    fs::write(out.join("programs.rs"), format!("{modules}\n{list}\n"))?;
    Ok(())
}

/// All pages of a directory and those below it, in order.
fn collect(directory: &Path, pages: &mut Vec<PathBuf>) -> Result<(), Box<dyn Error>> {
    let mut entries = fs::read_dir(directory)?
        .map(|entry| Ok(entry?.path()))
        .collect::<Result<Vec<_>, std::io::Error>>()?;
    entries.sort();
    for path in entries {
        if path.is_dir() {
            collect(&path, pages)?;
        } else if path.extension().is_some_and(|extension| extension == "md") {
            pages.push(path);
        }
    }
    Ok(())
}

/// The blocks that are fenced as `rust`.
fn programs(page: &str) -> Vec<&str> {
    let blocks = page.split("```rust\n").skip(1);
    blocks.map(|block| block.split("```").next().unwrap_or(block)).collect()
}
