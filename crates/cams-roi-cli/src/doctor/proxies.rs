//! How requests travel: directly or through a proxy, and why.

use cams_roi::Proxy;

use super::check::Check;

const NAME: &str = "proxy";

/// What the client itself decides for the endpoint.
pub(super) fn check(proxy: &Proxy, endpoint: &str) -> Check {
    match proxy.route(endpoint) {
        Ok(route) => match route.proxy {
            None => Check::ok(NAME, &format!("none: {}", route.reason)),
            Some(proxy) => Check::warn(
                NAME,
                &format!("{proxy}, as {} says", route.reason),
                "Requests pass through this proxy; --proxy direct goes around it, and so does a host in NO_PROXY.",
            ),
        },
        Err(error) => Check::failed(NAME, &error),
    }
}
