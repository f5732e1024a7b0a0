//! Where credentials come from: one file a provider, then the chain and the cache.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test fails by panicking")]
#![allow(unreachable_pub, reason = "the modules of a test are its own")]

mod assume_role;
mod cache;
mod chain;
mod cli_profile;
mod credentials_uri;
mod ecs_ram_role;
mod environment;
mod external;
mod oidc;
mod private_files;
mod profile_file;
mod proxies;
#[allow(dead_code, reason = "the scripted service has more than these tests need")]
#[path = "../behaviour/scripted.rs"]
mod scripted;
mod surroundings;
mod transient;
