//! Hosts, as the addresses of servers and proxies name them.

/// Whether a request can be sent to a host of this name, as [`url::Url`] gives it. URLs allow more characters than HTTP does;
/// a proxy with such a name would be left out in silence.
pub(crate) fn is_host(host: &str) -> bool {
    let is_of_name = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'.' | b'_');
    let is_of_address = |byte: u8| byte.is_ascii_hexdigit() || matches!(byte, b':' | b'.');
    match host.strip_prefix('[').and_then(|rest| rest.strip_suffix(']')) {
        Some(address) => !address.is_empty() && address.bytes().all(is_of_address),
        None => !host.is_empty() && host.bytes().all(is_of_name),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_host_is_a_name_or_an_address() {
        for host in
            ["proxy.example", "a_b-c", "127.0.0.1", "[::1]", "[::ffff:10.0.0.1]", "xn--bcher-kva.example"]
        {
            assert!(is_host(host), "{host}");
        }
        for no_host in
            ["", "${proxy}", "{host}", "pro\"xy", "a`b", "[]", "[::1", "[a b]", "a,b", "a b", "bücher"]
        {
            assert!(!is_host(no_host), "{no_host}");
        }
    }
}
