//! Keeps the shared library in memory once it is loaded, on systems that would otherwise unload it with the class loader
//! that loaded it: its thread would go on in code that is gone.

use std::env;

fn main() {
    println!("cargo:rerun-if-changed=build.rs");
    let system = env::var("CARGO_CFG_TARGET_OS").unwrap_or_default();
    if ["linux", "android"].contains(&system.as_str()) {
        println!("cargo:rustc-cdylib-link-arg=-Wl,-z,nodelete");
    }
}
