//! Who may ask what hands out secrets: programs on this machine, and no web page.
//!
//! A page can make its visitor's browser ask this server, by a name of the page's own that it lets stand for
//! 127.0.0.1. The browser then says that name as the host, and for most requests where the page came from.

use http::header::{HOST, ORIGIN};
use http::uri::Authority;
use http::{HeaderMap, Uri};

/// This machine, and the metadata server that the emulator stands for where a network sends its address here.
const LOCAL: [&str; 3] = ["127.0.0.1", "[::1]", "100.100.100.200"];

/// Why the request is refused; `None` where it comes from this machine.
pub(crate) fn refusal(headers: &HeaderMap, uri: &Uri) -> Option<String> {
    let text = |name| headers.get(name).map(|value| String::from_utf8_lossy(value.as_bytes()).into_owned());
    let host = uri.authority().map(ToString::to_string).or_else(|| text(HOST));
    match host {
        Some(host) if is_local(&host) => {}
        Some(host) => return Some(refused("host", &host)),
        None => return Some("a request without a Host header is refused".to_owned()),
    }
    let origin = text(ORIGIN)?;
    let authority = origin.strip_prefix("http://").or_else(|| origin.strip_prefix("https://"));
    if authority.is_some_and(is_local) { None } else { Some(refused("origin", &origin)) }
}

fn refused(what: &str, value: &str) -> String {
    format!(
        "the {what} {value:?} is refused: this path is for programs on this machine, which ask 127.0.0.1, localhost or \
         [::1]"
    )
}

fn is_local(authority: &str) -> bool {
    let Ok(authority) = authority.parse::<Authority>() else { return false };
    let has_user = authority.as_str().contains('@');
    let host = authority.host();
    !has_user && (LOCAL.contains(&host) || host.eq_ignore_ascii_case("localhost"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_this_machine_is_local() {
        for local in ["127.0.0.1", "127.0.0.1:8080", "localhost", "LOCALHOST:1", "[::1]", "[::1]:8080"] {
            assert!(is_local(local), "{local}");
        }
        for foreign in [
            "",
            "evil.example",
            "127.0.0.1.evil.example",
            "localhost.evil.example:80",
            "evil.example:127",
            "127.0.0.1@evil.example",
            "evil@127.0.0.1",
            "0.0.0.0",
            "127.0.0.1/",
            "::1",
        ] {
            assert!(!is_local(foreign), "{foreign}");
        }
    }
}
