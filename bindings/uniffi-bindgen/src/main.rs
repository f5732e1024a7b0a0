//! Writes the Kotlin and Swift that call the bridge in `bindings/uniffi`. A program of its own, because what it depends
//! on has no place in the bridge.

fn main() {
    uniffi::uniffi_bindgen_main();
}
