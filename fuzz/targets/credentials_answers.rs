#![no_main]
//! The target `credentials_answers` of the list in `src/lib.rs`.

libfuzzer_sys::fuzz_target!(|data: &[u8]| cams_roi_fuzz::run("credentials_answers", data));
