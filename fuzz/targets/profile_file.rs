#![no_main]
//! The target `profile_file` of the list in `src/lib.rs`.

libfuzzer_sys::fuzz_target!(|data: &[u8]| cams_roi_fuzz::run("profile_file", data));
