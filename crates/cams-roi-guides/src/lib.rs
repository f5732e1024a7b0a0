//! The Rust programs of `README.md` and `docs/`. The build script takes them out of the pages, and `tests/guides.rs`
//! runs them; `docs/README.md` says in which world.
