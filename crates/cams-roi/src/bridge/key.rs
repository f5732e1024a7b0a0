//! An AccessKey as other languages have it.

use super::values::time;
use crate::access_key::Credentials;

/// Credentials of an AccessKey, with the security token of a temporary one, and its expiry in milliseconds since 1970. A
/// time that there is not counts as none.
#[must_use]
pub fn key(id: String, secret: String, token: Option<String>, expires_at: Option<f64>) -> Credentials {
    let mut credentials = Credentials::new(id, secret);
    if let Some(token) = token {
        credentials = credentials.with_security_token(token);
    }
    // Before 1970 is as expired as 1970.
    let expires_at = expires_at.map(|it| if it < 0.0 { 0.0 } else { it });
    match expires_at.and_then(|it| time("expires_at", it).ok()) {
        Some(time) => credentials.expiring_at(time),
        None => credentials,
    }
}

#[cfg(test)]
mod tests {
    use std::time::{Duration, UNIX_EPOCH};

    use super::*;

    #[test]
    fn a_key_is_what_was_given() {
        let of = |token: Option<&str>, expires_at| {
            key("id".to_owned(), "secret".to_owned(), token.map(str::to_owned), expires_at)
        };
        assert_eq!(of(None, None), Credentials::new("id", "secret"));
        let temporary = Credentials::new("id", "secret").with_security_token("token");
        assert_eq!(of(Some("token"), None), temporary);
        let until = UNIX_EPOCH + Duration::from_millis(1_756_742_399_123);
        assert_eq!(of(Some("token"), Some(1_756_742_399_123.0)), temporary.clone().expiring_at(until));
        assert_eq!(of(Some("token"), Some(-1.0)), temporary.clone().expiring_at(UNIX_EPOCH));
        for no_time in [f64::NAN, f64::INFINITY] {
            assert_eq!(of(Some("token"), Some(no_time)), temporary, "{no_time}");
        }
    }
}
