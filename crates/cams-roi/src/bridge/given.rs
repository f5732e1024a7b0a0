//! Options as other languages give them, where that is not as the core has them.

use std::fmt;
use std::path::PathBuf;
use std::str::FromStr;
use std::time::Duration;

use serde::de::Visitor;
use serde::{Deserialize, Deserializer};

use super::key::key;
use super::values::{duration, refusal, whole};
use crate::access_key::Credentials;
use crate::error::{Error, ErrorKind};
use crate::rate_limit::RateLimit;
use crate::transport::Proxy;
use crate::unknown_word::UnknownWord;

/// What an error about an option says: its kind, and the option's name.
#[derive(Clone, Copy)]
pub(super) struct About(pub(super) ErrorKind, pub(super) &'static str);

impl About {
    /// A time that passes, from milliseconds.
    pub(super) fn duration(self, milliseconds: f64) -> Result<Duration, Error> {
        duration(self.0, self.1, milliseconds)
    }

    /// A number that counts something.
    pub(super) fn whole(self, number: f64) -> Result<u32, Error> {
        whole(self.0, self.1, number)
    }

    /// One of a closed set of words.
    pub(super) fn word<T: FromStr<Err = UnknownWord>>(self, word: &str) -> Result<T, Error> {
        let hint = || format!("Give {} as one of these, or leave it out.", self.1);
        word.parse().map_err(|problem: UnknownWord| refusal(self.0, problem.to_string(), hint()))
    }
}

/// An AccessKey: ID, secret, security token, and its expiry in milliseconds since 1970.
#[derive(Clone, Deserialize)]
#[serde(from = "(String, String, Option<String>, Option<f64>)")]
pub(super) struct GivenKey(pub(super) Credentials);

impl From<(String, String, Option<String>, Option<f64>)> for GivenKey {
    fn from((id, secret, token, expires_at): (String, String, Option<String>, Option<f64>)) -> Self {
        Self(key(id, secret, token, expires_at))
    }
}

/// A limit on calls a second, of the operation of this name or of all.
#[derive(Clone, Deserialize)]
pub(super) struct GivenLimit(Option<String>, Calls);

/// How many they are.
#[derive(Clone, Copy, Deserialize)]
enum Calls {
    Documented,
    PerSecond(f64),
    Off,
}

/// The limits together.
pub(super) fn rate_limit(limits: Vec<GivenLimit>) -> RateLimit {
    let limit = |calls| match calls {
        Calls::Documented => RateLimit::documented(),
        Calls::PerSecond(calls) => RateLimit::per_second(calls),
        Calls::Off => RateLimit::off(),
    };
    let of_all = limits.iter().find(|GivenLimit(operation, _)| operation.is_none());
    let of_all = of_all.map_or_else(RateLimit::documented, |GivenLimit(_, calls)| limit(*calls));
    limits.into_iter().fold(of_all, |limits, GivenLimit(operation, calls)| match operation {
        Some(name) => limits.operation(name, limit(calls)),
        None => limits,
    })
}

/// A proxy's URL, or `direct` for none.
pub(super) fn proxy(given: String) -> Proxy {
    if given == "direct" { Proxy::Direct } else { Proxy::Url(given) }
}

/// A text, or bytes that need not be one, as in a path.
#[derive(Clone)]
pub(super) struct TextOrBytes(Vec<u8>);

impl TextOrBytes {
    pub(super) fn into_bytes(self) -> Vec<u8> {
        self.0
    }

    pub(super) fn into_path(self) -> PathBuf {
        #[cfg(unix)]
        {
            use std::os::unix::ffi::OsStringExt as _;
            std::ffi::OsString::from_vec(self.0).into()
        }
        #[cfg(not(unix))]
        {
            String::from_utf8_lossy(&self.0).into_owned().into()
        }
    }
}

impl<'de> Deserialize<'de> for TextOrBytes {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Either;

        impl Visitor<'_> for Either {
            type Value = TextOrBytes;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a text or bytes")
            }

            fn visit_str<E>(self, text: &str) -> Result<TextOrBytes, E> {
                Ok(TextOrBytes(text.as_bytes().to_vec()))
            }

            fn visit_bytes<E>(self, bytes: &[u8]) -> Result<TextOrBytes, E> {
                Ok(TextOrBytes(bytes.to_vec()))
            }
        }

        // Encodings that do not say what comes next have a text.
        if deserializer.is_human_readable() {
            deserializer.deserialize_any(Either)
        } else {
            deserializer.deserialize_str(Either)
        }
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn a_limit_of_one_operation_stands_beside_that_of_all() {
        let given = json!([["A", {"PerSecond": 1.25}], [null, "Off"], ["B", "Documented"]]);
        let expected = RateLimit::off()
            .operation("A", RateLimit::per_second(1.25))
            .operation("B", RateLimit::documented());
        assert_eq!(rate_limit(serde_json::from_value(given).unwrap()), expected);
        assert_eq!(rate_limit(Vec::new()), RateLimit::documented());
    }

    #[test]
    fn a_path_is_a_text() {
        let given: TextOrBytes = serde_json::from_value(json!("ä.pem")).unwrap();
        assert_eq!(given.clone().into_path(), PathBuf::from("ä.pem"));
        assert_eq!(given.into_bytes(), "ä.pem".as_bytes());
    }
}
