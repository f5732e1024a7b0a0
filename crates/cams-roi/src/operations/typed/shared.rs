//! What several operations share.
//!
//! Written by `cargo xtask generate` from `model/types.toml`; do not edit.

/// How long a time each row of metrics covers.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Granularity {
    /// A day.
    Daily,
    /// Half an hour.
    HalfHour,
    /// What the service may add, as it came.
    Other(String),
}

impl Granularity {
    /// The service's own word, for example `HALF_HOUR`.
    #[must_use]
    pub fn as_str(&self) -> &str {
        match self {
            Self::Daily => "DAILY",
            Self::HalfHour => "HALF_HOUR",
            Self::Other(text) => text,
        }
    }
}

impl From<&str> for Granularity {
    fn from(text: &str) -> Self {
        match text {
            "DAILY" => Self::Daily,
            "HALF_HOUR" => Self::HalfHour,
            other => Self::Other(other.to_owned()),
        }
    }
}

impl std::fmt::Display for Granularity {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(self.as_str())
    }
}

impl<'de> serde::Deserialize<'de> for Granularity {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        super::super::rows::text(deserializer).map(|text| text.as_str().into())
    }
}

impl serde::Serialize for Granularity {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.as_str())
    }
}
