//! Files that hold secrets.

use std::borrow::Cow;
use std::io;
use std::path::Path;

use zeroize::Zeroizing;

use crate::system::run_blocking;
use crate::text_bytes;

/// Reads a file of the user's, and warns when everybody on the machine can.
pub(super) async fn read(path: &Path) -> Result<Zeroizing<String>, io::Error> {
    let text = read_text(path).await?;
    warn_if_world_readable(path);
    Ok(text)
}

/// Reads a file that others may read too, such as the token that Kubernetes mounts.
pub(super) async fn read_text(path: &Path) -> Result<Zeroizing<String>, io::Error> {
    let owned = path.to_owned();
    // A home directory may be on a network: reading must not hold up other calls.
    let bytes = run_blocking(move || std::fs::read(owned).map(Zeroizing::new)).await??;
    let text = text_bytes::read(&bytes).map(Cow::into_owned);
    text.map(Zeroizing::new).map_err(|error| io::Error::new(io::ErrorKind::InvalidData, error))
}

#[cfg(unix)]
fn warn_if_world_readable(path: &Path) {
    use std::os::unix::fs::PermissionsExt as _;
    let Ok(metadata) = std::fs::metadata(path) else { return };
    let mode = metadata.permissions().mode();
    if mode & 0o004 != 0 {
        let path = path.display();
        tracing::warn!(
            "{path} holds credentials and can be read by every user of this machine (mode {:o}): run `chmod 600 {path}`",
            mode & 0o777
        );
    }
}

#[cfg(not(unix))]
fn warn_if_world_readable(_path: &Path) {}
