//! How a server is reached.

use std::fmt;
use std::sync::Arc;

use rustls::ClientConfig;

use super::location::Location;
use super::unavailable::Unavailable;
use crate::error::Error;
use crate::tls::TlsOptions;

/// How a server is reached.
#[derive(Clone, Debug)]
pub(crate) struct Reach {
    pub(crate) location: Location,
    pub(super) tls: Option<Arc<ClientConfig>>,
}

impl Reach {
    /// The server there, whose certificate is trusted as the service's is.
    pub(crate) fn new(location: Location, tls: &TlsOptions) -> Result<Self, Error> {
        let tls = location.uses_tls.then(|| tls.client_config(true)).transpose()?;
        Ok(Self { location, tls: tls.map(Arc::new) })
    }

    /// The error of who needs the server, as the `option` says, and never had it.
    pub(crate) fn unusable(&self, option: &str, reason: &Unavailable) -> Error {
        reason.at_start(option, &self.location)
    }
}

impl fmt::Display for Reach {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.location.fmt(f)
    }
}
