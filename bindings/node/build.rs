//! Tells the linker that Node brings the symbols that are missing.

fn main() {
    napi_build::setup();
}
