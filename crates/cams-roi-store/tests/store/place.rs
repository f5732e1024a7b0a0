//! Where a test's store is.

use cams_roi_store::{Access, Location, Store};
use tempfile::TempDir;

/// A place for a store that is there as long as the value is.
pub(crate) struct Place {
    pub(crate) location: Location,
    _folder: Option<TempDir>,
}

impl Place {
    /// A file in a folder of its own.
    pub(crate) fn file() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("store.db");
        Self { location: Location::parse(path.to_str().unwrap()).unwrap(), _folder: Some(folder) }
    }

    /// A database of its own on the server that the test command started.
    #[cfg(feature = "test-postgres")]
    pub(crate) fn database() -> Self {
        Self { location: Location::parse(&crate::server::new_database()).unwrap(), _folder: None }
    }

    pub(crate) fn open(&self) -> Store {
        Store::open(&self.location, Access::Write).unwrap()
    }
}
