//! AccessKeys: whoever signs with one is its account.

use cams_roi::Secret;
use jiff::Timestamp;
use serde::{Deserialize, Deserializer, Serialize};

/// An AccessKey. Its secrets can be read in, but are never written out.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AccessKey {
    /// Its ID.
    pub id: String,
    /// Its secret.
    #[serde(skip_serializing, default = "no_secret", deserialize_with = "secret")]
    pub secret: Secret,
    /// The security token that must come with it, if it is a temporary one.
    #[serde(skip_serializing, default, deserialize_with = "optional_secret")]
    pub security_token: Option<Secret>,
    /// `false` once it is disabled.
    #[serde(default = "yes")]
    pub active: bool,
    /// When its security token expires, by the clock of the signatures.
    #[serde(default)]
    pub expires_at: Option<Timestamp>,
}

impl AccessKey {
    /// A long-lived, active AccessKey.
    #[must_use]
    pub fn new(id: impl Into<String>, secret: impl Into<Secret>) -> Self {
        Self { id: id.into(), secret: secret.into(), security_token: None, active: true, expires_at: None }
    }

    /// A temporary AccessKey.
    #[must_use]
    pub fn temporary(id: impl Into<String>, secret: impl Into<Secret>, token: impl Into<Secret>) -> Self {
        Self { security_token: Some(token.into()), ..Self::new(id, secret) }
    }
}

const fn yes() -> bool {
    true
}

fn no_secret() -> Secret {
    Secret::new("")
}

fn secret<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Secret, D::Error> {
    String::deserialize(deserializer).map(Secret::new)
}

pub(crate) fn optional_secret<'de, D: Deserializer<'de>>(
    deserializer: D,
) -> Result<Option<Secret>, D::Error> {
    Ok(Option::<String>::deserialize(deserializer)?.map(Secret::new))
}
