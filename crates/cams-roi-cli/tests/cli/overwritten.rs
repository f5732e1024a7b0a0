//! What is read is never written over.

use cams_roi_store::{Access, Location, Store};

use crate::support::{Run, Scratch};

#[test]
fn the_output_is_no_file_that_is_read() {
    let scratch = Scratch::new();
    let store = scratch.text("kept.csv");
    Store::open(&Location::parse(&store).unwrap(), Access::Write).unwrap();
    let prices = scratch.file("prices.csv", "price,currency\n0.05,EUR\n");
    let refuse = |words: &[&str], output: &str, option: &str| {
        let before = std::fs::read(output).unwrap();
        let ended = Run::new(words).args(["--store", &store, "--output", output]).output();
        ended.fails_clearly(2, &format!("is the file of {option}, which would be lost"), "another name");
        assert_eq!(std::fs::read(output).unwrap(), before);
    };
    refuse(&["report"], &store, "--store");
    refuse(&["export"], &store, "--store");
    refuse(&["report", "--prices", &prices], &prices, "--prices");
    refuse(&["report", "--revenue", &prices], &prices, "--revenue");
}
