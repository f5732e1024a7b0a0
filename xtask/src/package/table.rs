//! What a check found, as a table.

use super::native::GLIBC;
use crate::columns::aligned;

/// A file that is published, and how it did.
pub(super) struct Artefact {
    pub(super) name: String,
    /// In bytes: of the file, or of what it is unpacked where the limit is about that.
    pub(super) size: u64,
    pub(super) limit: Option<u64>,
    /// The newest glibc that it asks for, if it asks for any.
    pub(super) glibc: Option<(u32, u32)>,
    /// What was run of it.
    pub(super) ran: String,
}

impl Artefact {
    /// Why it cannot be published, if so.
    pub(super) fn fault(&self) -> Option<String> {
        let name = &self.name;
        if self.limit.is_some_and(|limit| self.size > limit) {
            return Some(format!("{name} is too large"));
        }
        let (major, minor) = self.glibc.filter(|needed| *needed > GLIBC)?;
        Some(format!("{name} needs glibc {major}.{minor}"))
    }

    fn row(&self) -> [String; 5] {
        let glibc = self.glibc.map_or_else(|| "-".to_owned(), |(major, minor)| format!("{major}.{minor}"));
        [
            self.name.clone(),
            megabytes(self.size),
            self.limit.map_or_else(|| "-".to_owned(), megabytes),
            glibc,
            self.ran.clone(),
        ]
    }
}

/// In MB, of a million bytes each.
#[allow(clippy::cast_precision_loss, reason = "two digits are shown")]
fn megabytes(bytes: u64) -> String {
    format!("{:.2}", bytes as f64 / 1e6)
}

/// Prints them.
pub(super) fn print(artefacts: &[Artefact]) {
    let heads = ["artefact", "MB", "limit", "glibc", "ran"].map(str::to_owned);
    let rows: Vec<_> = std::iter::once(heads).chain(artefacts.iter().map(Artefact::row)).collect();
    print!("\n{}", aligned(&rows, &[1, 2, 3]));
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_too_large_or_needs_too_new_a_glibc_is_not_published() {
        let artefact = |size, glibc| Artefact {
            name: "a".to_owned(),
            size,
            limit: Some(3_000_000),
            glibc,
            ran: String::new(),
        };
        assert_eq!(artefact(3_000_000, Some(GLIBC)).fault(), None);
        assert_eq!(artefact(3_000_001, None).fault().unwrap(), "a is too large");
        assert_eq!(artefact(1, Some((2, 18))).fault().unwrap(), "a needs glibc 2.18");
    }
}
