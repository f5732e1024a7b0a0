#![no_main]
//! The target `ca_bundle` of the list in `src/lib.rs`.

libfuzzer_sys::fuzz_target!(|data: &[u8]| cams_roi_fuzz::run("ca_bundle", data));
