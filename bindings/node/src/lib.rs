//! The bridge between the core and the Node package: it passes plain data, errors among it, and cancellation. What
//! users see is written in TypeScript, in `node/`.
#![allow(
    clippy::needless_pass_by_value,
    clippy::trivially_copy_pass_by_ref,
    reason = "the macros of napi hand over owned values and references, whatever their size"
)]
#![allow(missing_docs, reason = "the macros of napi export items of their own that have no documentation")]
#![allow(
    unreachable_pub,
    reason = "the macros of napi want public items, and export them to JavaScript alone"
)]
#![cfg_attr(test, allow(dead_code, reason = "the macros of napi export nothing to a test"))]

mod bulk;
mod cancel;
mod client;
mod credentials;
mod failure;
mod logs;
mod outcome;
mod request;
mod settings;

use napi_derive::module_init;

/// One thread does the work of all clients: a call waits for the network most of its time, and each further thread
/// would cost what it takes to hand calls over.
#[module_init]
fn init() {
    let runtime = tokio::runtime::Builder::new_multi_thread()
        .worker_threads(1)
        .thread_name("cams-roi")
        .enable_all()
        .build();
    // Without it napi makes a runtime of its own, which does as well.
    if let Ok(runtime) = runtime {
        napi::bindgen_prelude::create_custom_tokio_runtime(runtime);
    }
}
