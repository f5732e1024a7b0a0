use super::*;

fn read(text: &str) -> Result<(String, String, String), String> {
    let server = Server::parse(text, "HTTPS_PROXY").map_err(|error| error.message().to_owned())?;
    let user = server.user.as_ref().map(|it| it.to_string()).unwrap_or_default();
    let password = server.password.as_ref().map(|it| it.expose().to_owned()).unwrap_or_default();
    server.build(reqwest::Proxy::https).map_err(|error| error.message().to_owned())?;
    Ok((format!("{}://{}", server.scheme, server.address), user, password))
}

#[test]
fn what_people_write_is_understood() {
    for (text, url, user, password) in [
        ("http://proxy:3128", "http://proxy:3128", "", ""),
        ("proxy:3128", "http://proxy:3128", "", ""),
        ("proxy", "http://proxy", "", ""),
        ("proxy:", "http://proxy", "", ""),
        ("HTTP://Proxy:3128/", "http://proxy:3128", "", ""),
        ("http://proxy:3128 ", "http://proxy:3128", "", ""),
        (" http://proxy:3128\r\n", "http://proxy:3128", "", ""),
        ("\"http://proxy:3128\"", "http://proxy:3128", "", ""),
        ("'http://proxy:3128'\r", "http://proxy:3128", "", ""),
        ("socks5h://[::1]:1080", "socks5h://[::1]:1080", "", ""),
        ("http://u:pa ss@proxy:1", "http://proxy:1", "u", "pa ss"),
        ("http://u:p@ss@proxy:1", "http://proxy:1", "u", "p@ss"),
        ("http://u:pa#ss@proxy:1", "http://proxy:1", "u", "pa#ss"),
        ("http://u:pa/ss?@proxy:1", "http://proxy:1", "u", "pa/ss?"),
        ("http://u:p%40ss@proxy:1", "http://proxy:1", "u", "p@ss"),
        ("http://u:100%@proxy:1", "http://proxy:1", "u", "100%"),
        ("u:p:q@proxy:1", "http://proxy:1", "u", "p:q"),
        ("http://u@proxy", "http://proxy", "u", ""),
    ] {
        assert_eq!(read(text), Ok((url.to_owned(), user.to_owned(), password.to_owned())), "{text:?}");
    }
}

#[test]
fn what_cannot_be_meant_is_refused_without_its_password() {
    for (text, problem) in [
        ("socks://proxy:1", "HTTPS_PROXY has the scheme socks, "),
        ("ftp://u:s3cret@proxy", "HTTPS_PROXY has the scheme \"ftp\": "),
        ("http://u:s3cret@proxy:99999", "HTTPS_PROXY has the port 99999: ports go from 1 to 65535"),
        ("http://proxy:0", "HTTPS_PROXY has the port 0: "),
        ("http://proxy:s3cret", "HTTPS_PROXY has a port that is not a number"),
        ("http://pro xy:1", "HTTPS_PROXY names a host that cannot be one"),
        ("http://u:s3c\r\nret@proxy:1", "HTTPS_PROXY holds a control character"),
        ("http://u:s3cret@", "HTTPS_PROXY names no host"),
        ("http://", "HTTPS_PROXY names no host"),
        ("\"\"", "HTTPS_PROXY is empty"),
        ("http:/proxy:3128", "HTTPS_PROXY has no // after its scheme: write http://HOST:PORT"),
        ("http:proxy:3128", "HTTPS_PROXY has no // after its scheme"),
        ("HTTP:proxy", "HTTPS_PROXY has no // after its scheme"),
        ("http:99999", "HTTPS_PROXY has the port 99999"),
        // What nobody replaced; the transport would go around such a proxy.
        ("${PROXY}", "HTTPS_PROXY names a host that cannot be one"),
        ("http://{host}:3128", "HTTPS_PROXY names a host that cannot be one"),
        ("http://pro\"xy:1", "HTTPS_PROXY names a host that cannot be one"),
        ("http://u:s3cret@ho`st:1", "HTTPS_PROXY names a host that cannot be one"),
        ("socks5://\"x:1", "HTTPS_PROXY names a host that cannot be one"),
        ("\"", "HTTPS_PROXY names a host that cannot be one"),
        ("http://u:%ff@proxy", "HTTPS_PROXY has a user name or password"),
    ] {
        let message = read(text).unwrap_err();
        assert!(message.starts_with(problem), "{text:?}: {message}");
        assert!(!message.contains("s3c"), "{message}");
    }
}

#[test]
fn the_environment_is_read_by_scheme_and_an_empty_variable_is_none() {
    let from = |set: &'static [(&'static str, &'static str)], url: &str| {
        let variable = move |name: &str| {
            Ok(set.iter().find(|(it, _)| *it == name).map(|(_, value)| (*value).to_owned()))
        };
        let proxies = Proxies::of(&Proxy::Environment, &variable);
        let chosen = if url.starts_with("https:") { &proxies.https } else { &proxies.http };
        match chosen {
            Ok(Some(_)) if proxies.excepts(url) => "excepted".to_owned(),
            Ok(Some(server)) => format!("{} {}", server.from, server.address),
            Ok(None) => "none".to_owned(),
            Err(error) => error.message().to_owned(),
        }
    };
    let https = "https://host.example/";
    assert_eq!(from(&[], https), "none");
    assert_eq!(from(&[("HTTPS_PROXY", ""), ("https_proxy", "low")], https), "https_proxy low");
    assert_eq!(from(&[("HTTPS_PROXY", " "), ("ALL_PROXY", "all")], https), "ALL_PROXY all");
    assert_eq!(from(&[("HTTPS_PROXY", "up"), ("https_proxy", "low")], https), "HTTPS_PROXY up");
    assert_eq!(from(&[("HTTP_PROXY", "up")], https), "none");
    assert_eq!(from(&[("HTTP_PROXY", "up")], "http://host.example/"), "HTTP_PROXY up");
    let cgi: &[_] = &[("REQUEST_METHOD", "GET"), ("HTTP_PROXY", "evil"), ("http_proxy", "low")];
    assert_eq!(from(cgi, "http://host.example/"), "http_proxy low");
    for list in ["host.example", ".example", "a, example", "\"host.example\"\r", "*"] {
        let list: &'static str = list;
        let set = Box::leak(Box::new([("ALL_PROXY", "all"), ("NO_PROXY", ""), ("no_proxy", list)]));
        assert_eq!(from(set, https), "excepted", "{list}");
    }
    assert_eq!(from(&[("ALL_PROXY", "all"), ("NO_PROXY", "ost.example")], https), "ALL_PROXY all");
    for address in ["http://127.0.0.1:8080/", "http://[::1]:8080/"] {
        let all: &[_] = &[("HTTP_PROXY", "up"), ("NO_PROXY", "a.example, *")];
        assert_eq!(from(all, address), "excepted", "{address}");
        assert_eq!(from(&[("HTTP_PROXY", "up"), ("NO_PROXY", "*.example")], address), "HTTP_PROXY up");
    }
}
