//! `--proxy`: which proxy requests go through.

use cams_roi::Proxy;

/// The proxy that the flag asks for.
pub(super) fn proxy(given: Option<&str>) -> Proxy {
    match given {
        None => Proxy::Environment,
        // Its older word.
        Some("direct" | "none") => Proxy::Direct,
        Some(url) => Proxy::Url(url.to_owned()),
    }
}
