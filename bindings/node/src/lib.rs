//! The binding between the core and the Node package: it passes plain data, errors among it, and cancellation. What
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
mod channels;
mod client;
mod credentials;
mod days;
mod delivery;
mod events;
mod failure;
mod logs;
mod outcome;
mod runtime;
mod settings;
