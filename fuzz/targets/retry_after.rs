#![no_main]
//! The target `retry_after` of the list in `src/lib.rs`.

libfuzzer_sys::fuzz_target!(|data: &[u8]| cams_roi_fuzz::run("retry_after", data));
