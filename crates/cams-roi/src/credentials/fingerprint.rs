//! Telling apart sources whose description may hold a secret.

use std::hash::{DefaultHasher, Hash as _, Hasher as _};

/// What tells apart sources that are described by a text which may hold a secret.
pub(super) fn fingerprint(text: &str) -> u64 {
    let mut hasher = DefaultHasher::new();
    text.hash(&mut hasher);
    hasher.finish()
}
