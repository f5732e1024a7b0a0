//! The Rust programs of `README.md`, of the core's `README.md` and of `docs/`. The build script takes them out of the pages, and `tests/guides.rs`
//! runs them; `docs/code-in-these-pages.md` says in which world.
