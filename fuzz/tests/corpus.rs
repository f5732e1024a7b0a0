//! Every input that is kept, once.

#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

use std::collections::BTreeSet;
use std::fs;
use std::path::PathBuf;

use cams_roi_fuzz::{TARGETS, run};

fn corpus() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("corpus")
}

#[test]
fn every_kept_input_holds() {
    for (name, _) in TARGETS {
        let inputs = fs::read_dir(corpus().join(name)).unwrap();
        let inputs: Vec<_> = inputs.map(|it| it.unwrap().path()).collect();
        assert!(!inputs.is_empty(), "{name} has no inputs");
        for input in inputs {
            let data = fs::read(&input).unwrap();
            let held = std::panic::catch_unwind(|| run(name, &data));
            assert!(held.is_ok(), "{}", input.display());
        }
    }
}

#[test]
fn every_target_has_a_program_and_a_corpus_and_nothing_else_has() {
    let names: BTreeSet<_> = TARGETS.iter().map(|(name, _)| (*name).to_owned()).collect();
    let in_directory = |directory: PathBuf| -> BTreeSet<String> {
        let stem = |path: PathBuf| path.file_stem().unwrap().to_string_lossy().into_owned();
        fs::read_dir(directory).unwrap().map(|it| stem(it.unwrap().path())).collect()
    };
    assert_eq!(in_directory(corpus()), names);
    assert_eq!(in_directory(corpus().join("../targets")), names);
    let manifest = fs::read_to_string(corpus().join("../Cargo.toml")).unwrap();
    let programs =
        manifest.lines().filter_map(|line| line.strip_prefix("path = \"targets/")?.strip_suffix(".rs\""));
    assert_eq!(programs.map(str::to_owned).collect::<BTreeSet<_>>(), names);
}
