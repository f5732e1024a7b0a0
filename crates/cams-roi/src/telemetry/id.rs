//! The IDs of calls and of runs.

use std::fmt;
use std::sync::LazyLock;
use std::sync::atomic::{AtomicU64, Ordering};

use crate::random;

/// A number that no other call or run of this process has. It costs next to nothing until it is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Id(u64);

/// What tells this process from others, on any machine.
static PROCESS: LazyLock<String> = LazyLock::new(|| random::nonce()[..8].to_owned());

impl Id {
    /// The next one.
    pub(crate) fn next() -> Self {
        static NEXT: AtomicU64 = AtomicU64::new(1);
        Self(NEXT.fetch_add(1, Ordering::Relaxed))
    }
}

impl fmt::Display for Id {
    /// With the process's number too: a child of a fork has its parent's memory.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}-{:x}-{}", *PROCESS, std::process::id(), self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_two_are_the_same() {
        let (one, other) = (Id::next().to_string(), Id::next().to_string());
        assert_ne!(one, other);
        assert_eq!(one.rsplit_once('-').map(|it| it.0), other.rsplit_once('-').map(|it| it.0));
    }
}
