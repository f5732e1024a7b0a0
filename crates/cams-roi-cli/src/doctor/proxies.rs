//! Which proxies are in the way.

use cams_roi::Proxy;
use url::Url;

use super::check::Check;

const NAME: &str = "proxy";
const VARIABLES: [&str; 6] =
    ["HTTPS_PROXY", "https_proxy", "HTTP_PROXY", "http_proxy", "ALL_PROXY", "all_proxy"];

/// Names the proxies that flags or environment choose.
pub(super) fn check(proxy: &Proxy) -> Check {
    let variable = |name: &str| std::env::var(name).ok().filter(|value| !value.is_empty());
    match proxy {
        Proxy::Direct => Check::ok(NAME, "none, as --proxy direct asks"),
        Proxy::Url(url) => Check::warn(
            NAME,
            &format!("--proxy {}", without_password(url)),
            "Requests pass through this proxy, but for the hosts in NO_PROXY.",
        ),
        Proxy::Environment => {
            let set: Vec<String> = VARIABLES
                .iter()
                .filter_map(|name| Some(format!("{name}={}", without_password(&variable(name)?))))
                .collect();
            if set.is_empty() {
                return Check::ok(NAME, "none");
            }
            let except = variable("NO_PROXY").or_else(|| variable("no_proxy"));
            let except = except.map(|hosts| format!(", not for {hosts}")).unwrap_or_default();
            Check::warn(
                NAME,
                &format!("{}{except}", set.join(", ")),
                "Requests may pass through it; --proxy direct goes around it.",
            )
        }
    }
}

fn without_password(url: &str) -> String {
    let with_scheme = if url.contains("://") { url.to_owned() } else { format!("http://{url}") };
    let Ok(parsed) = Url::parse(&with_scheme) else { return "(not a URL)".to_owned() };
    let port = parsed.port().map(|port| format!(":{port}")).unwrap_or_default();
    let user = if parsed.username().is_empty() && parsed.password().is_none() { "" } else { "***@" };
    format!("{}://{user}{}{port}", parsed.scheme(), parsed.host_str().unwrap_or_default())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn neither_user_nor_password_is_shown() {
        assert_eq!(without_password("http://user:password@proxy:3128/x"), "http://***@proxy:3128");
        assert_eq!(without_password("user:password@proxy:3128"), "http://***@proxy:3128");
        assert_eq!(without_password("socks5h://proxy"), "socks5h://proxy");
        assert_eq!(without_password("http://user:pass word@"), "(not a URL)");
    }
}
