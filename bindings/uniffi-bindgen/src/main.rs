//! Writes the Kotlin and Swift that call the bridge in `bindings/uniffi`. A program of its own, because what it depends
//! on has no place in the bridge.
//!
//! `cams-roi-uniffi-bindgen generate …` is uniffi's own; `cams-roi-uniffi-bindgen internal FILE` makes what it wrote in
//! Kotlin internal to its module.

mod internal;

use std::process::ExitCode;
use std::{env, fs, io};

fn main() -> ExitCode {
    let mut arguments = env::args().skip(1);
    if arguments.next().as_deref() != Some("internal") {
        uniffi::uniffi_bindgen_main();
        return ExitCode::SUCCESS;
    }
    let Some(file) = arguments.next() else {
        eprintln!("error: which file? `internal` takes the path of the Kotlin that `generate` wrote");
        return ExitCode::FAILURE;
    };
    let done: io::Result<()> =
        fs::read_to_string(&file).and_then(|kotlin| fs::write(&file, internal::internal(&kotlin)));
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("error: {file}: {error}");
            ExitCode::FAILURE
        }
    }
}
