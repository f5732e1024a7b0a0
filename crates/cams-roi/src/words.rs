//! Closed sets of words that options may be.
//!
//! Written by `cargo xtask generate` from `model/options.toml`; do not edit.

use std::fmt;
use std::str::FromStr;

use crate::unknown_word::UnknownWord;

/// How requests are signed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum SignatureAlgorithm {
    /// `acs3-hmac-sha256`. What the vendor recommends and its SDKs send: the signature is in the `Authorization`
    /// header.
    #[default]
    Acs3HmacSha256,
    /// `hmac-sha1`. The older RPC signature, which every RPC endpoint accepts.
    HmacSha1,
}

impl SignatureAlgorithm {
    /// Every one, in order of preference.
    pub const ALL: [Self; 2] = [Self::Acs3HmacSha256, Self::HmacSha1];

    /// The word by which configuration and command line know it.
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
    type Err = UnknownWord;

    fn from_str(word: &str) -> Result<Self, Self::Err> {
        const KNOWN: &[&str] = &["acs3-hmac-sha256", "hmac-sha1"];
        let found = Self::ALL.into_iter().find(|it| it.as_str() == word);
        found.ok_or_else(|| UnknownWord::new("signature algorithm", word, KNOWN))
    }
}

/// What calls do while the server that keeps shared limits is away, once it was there.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum WhenUnavailable {
    /// `local`. Each process goes on by itself, at its share of the limit: 1.25 of 5 for each of four processes.
    #[default]
    Local,
    /// `wait`. Calls wait for the server until their deadline, and no longer than 60 seconds where they have none.
    Wait,
}

impl WhenUnavailable {
    /// Every one, in order of preference.
    pub const ALL: [Self; 2] = [Self::Local, Self::Wait];

    /// The word by which configuration and command line know it.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Local => "local",
            Self::Wait => "wait",
        }
    }
}

impl fmt::Display for WhenUnavailable {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

impl FromStr for WhenUnavailable {
    type Err = UnknownWord;

    fn from_str(word: &str) -> Result<Self, Self::Err> {
        const KNOWN: &[&str] = &["local", "wait"];
        let found = Self::ALL.into_iter().find(|it| it.as_str() == word);
        found.ok_or_else(|| UnknownWord::new("when unavailable", word, KNOWN))
    }
}
