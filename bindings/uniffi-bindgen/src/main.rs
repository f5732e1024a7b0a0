//! Writes the Kotlin and Swift that call the binding in `bindings/uniffi`. A program of its own, because what it depends
//! on has no place in the binding.
//!
//! `cams-roi-uniffi-bindgen generate …` is uniffi's own, for Swift; `cams-roi-uniffi-bindgen kotlin LIBRARY FILE` writes
//! the Kotlin, see [`kotlin`].

mod kotlin;

use std::path::Path;
use std::process::ExitCode;
use std::{env, fs};

use anyhow::{Context as _, Result, bail};
use uniffi_bindgen::macro_metadata::extract_from_library;

fn main() -> ExitCode {
    let arguments: Vec<String> = env::args().skip(1).collect();
    if arguments.first().is_none_or(|command| command != "kotlin") {
        uniffi::uniffi_bindgen_main();
        return ExitCode::SUCCESS;
    }
    match write(&arguments[1..]) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("error: {error:#}");
            ExitCode::FAILURE
        }
    }
}

fn write(arguments: &[String]) -> Result<()> {
    let [library, file] = arguments else {
        bail!("`kotlin` takes the path of a library, and of the file to write");
    };
    let types = extract_from_library(library.as_ref()).with_context(|| format!("reading {library}"))?;
    if let Some(folder) = Path::new(file).parent() {
        fs::create_dir_all(folder).with_context(|| format!("making {}", folder.display()))?;
    }
    fs::write(file, kotlin::file(&types)?).with_context(|| format!("writing {file}"))
}
