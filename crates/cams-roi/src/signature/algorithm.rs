//! The names of the two signatures.

use std::fmt;
use std::str::FromStr;

/// How requests are signed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum SignatureAlgorithm {
    /// `acs3-hmac-sha256`: the signature travels in the `Authorization` header. The default, and what the vendor
    /// recommends.
    #[default]
    Acs3HmacSha256,
    /// `hmac-sha1`: the older RPC signature, which every RPC endpoint still takes. All parameters travel in the form
    /// body, so that neither key nor signature reaches a URL log.
    HmacSha1,
}

impl SignatureAlgorithm {
    /// Every algorithm, in order of preference.
    pub const ALL: [Self; 2] = [Self::Acs3HmacSha256, Self::HmacSha1];

    /// The name by which configuration and command line know the algorithm.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Acs3HmacSha256 => "acs3-hmac-sha256",
            Self::HmacSha1 => "hmac-sha1",
        }
    }
}

impl fmt::Display for SignatureAlgorithm {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

impl FromStr for SignatureAlgorithm {
    type Err = String;

    fn from_str(name: &str) -> Result<Self, Self::Err> {
        Self::ALL
            .into_iter()
            .find(|algorithm| algorithm.as_str() == name)
            .ok_or_else(|| format!("unknown signature algorithm {name:?}: use acs3-hmac-sha256 or hmac-sha1"))
    }
}
