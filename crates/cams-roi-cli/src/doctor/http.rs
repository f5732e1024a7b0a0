//! Whether something answers over TLS and HTTP, and what time it is there.

use std::error::Error as _;
use std::path::Path;
use std::time::{Duration, SystemTime};

use cams_roi::Proxy;
use rustls::RootCertStore;
use rustls::pki_types::CertificateDer;
use rustls::pki_types::pem::PemObject as _;

use super::check::Check;
use crate::connection::ConnectionArgs;
use crate::exit::Exit;
use crate::times::shown;

const HTTP: &str = "http";
const CLOCK: &str = "clock";
/// The service refuses what is further off.
const REFUSED_FROM: Duration = Duration::from_secs(15 * 60);
const WORRYING_FROM: Duration = Duration::from_secs(5 * 60);

/// Asks the endpoint for anything. Any answer will do: it shows that TLS and HTTP work, and tells the time.
pub(super) async fn ask(endpoint: &str, connection: &ConnectionArgs) -> (Check, Check) {
    let is_https = endpoint.starts_with("https:");
    let sent = match client(connection, is_https) {
        Ok(client) => client.get(endpoint).send().await.map_err(|error| reasons(&error)),
        Err(problem) => Err(problem),
    };
    let response = match sent {
        Ok(response) => response,
        Err(problem) => {
            let advice = "Check proxy and firewall; where a company's own authority signs, name its certificates \
                          with --ca-bundle.";
            return (
                Check::fail(HTTP, &problem, advice, Exit::Transport),
                Check::skipped(CLOCK, "needs the service's answer"),
            );
        }
    };
    let by = if is_https { "TLS and HTTP" } else { "HTTP (plain, without TLS)" };
    let answered = format!("answered over {by}, status {}", response.status().as_u16());
    let date =
        response.headers().get("date").and_then(|value| httpdate::parse_http_date(value.to_str().ok()?).ok());
    (Check::ok(HTTP, &answered), clock(date, SystemTime::now()))
}

/// Compares the service's time with this machine's.
fn clock(there: Option<SystemTime>, here: SystemTime) -> Check {
    const SET_IT: &str =
        "Set this machine's clock, best by NTP: requests more than 15 minutes off are refused.";
    let Some(there) = there else {
        return Check::warn(
            CLOCK,
            "the answer does not tell the time",
            "Compare this machine's clock yourself.",
        );
    };
    let (off, direction) = match here.duration_since(there) {
        Ok(ahead) => (ahead, "ahead of"),
        Err(behind) => (behind.duration(), "behind"),
    };
    let seconds = off.as_secs();
    let detail = format!("this machine is {seconds} s {direction} the service, where it is {}", shown(there));
    if off > REFUSED_FROM {
        Check::fail(CLOCK, &detail, SET_IT, Exit::Denied)
    } else if off > WORRYING_FROM {
        Check::warn(CLOCK, &detail, SET_IT)
    } else {
        Check::ok(CLOCK, &format!("{seconds} s apart from the service's"))
    }
}

/// An HTTP client that trusts and goes where the library's does.
fn client(connection: &ConnectionArgs, is_https: bool) -> Result<reqwest::Client, String> {
    let mut roots = RootCertStore::empty();
    if is_https {
        roots.extend(webpki_roots::TLS_SERVER_ROOTS.iter().cloned());
        roots.add_parsable_certificates(rustls_native_certs::load_native_certs().certs);
    }
    if let Some(file) = &connection.ca_bundle {
        roots.add_parsable_certificates(certificates(file)?);
    }
    let provider = std::sync::Arc::new(rustls::crypto::ring::default_provider());
    let tls = rustls::ClientConfig::builder_with_provider(provider)
        .with_safe_default_protocol_versions()
        .map_err(|error| error.to_string())?
        .with_root_certificates(roots)
        .with_no_client_auth();
    let builder = reqwest::Client::builder()
        .tls_backend_preconfigured(tls)
        .redirect(reqwest::redirect::Policy::none())
        .timeout(Duration::from_secs(10));
    let builder = match connection.proxy() {
        Proxy::Environment => builder,
        Proxy::Direct => builder.no_proxy(),
        Proxy::Url(url) => {
            let proxy = reqwest::Proxy::all(url).map_err(|error| reasons(&error))?;
            builder.proxy(proxy.no_proxy(reqwest::NoProxy::from_env()))
        }
    };
    builder.build().map_err(|error| reasons(&error))
}

fn certificates(file: &Path) -> Result<Vec<CertificateDer<'static>>, String> {
    CertificateDer::pem_file_iter(file)
        .and_then(Iterator::collect)
        .map_err(|error| format!("{}: {error}", file.display()))
}

fn reasons(error: &reqwest::Error) -> String {
    let mut text = if error.is_timeout() { "no answer in time".to_owned() } else { "no answer".to_owned() };
    let mut next = error.source();
    while let Some(cause) = next {
        let cause_text = cause.to_string();
        // This layer says nothing but its name.
        if !cause_text.starts_with("client error") {
            text = format!("{text}: {cause_text}");
        }
        next = cause.source();
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::doctor::check::Status;

    #[test]
    fn the_clock_may_be_off_a_little_but_not_much() {
        let there = SystemTime::UNIX_EPOCH + Duration::from_secs(1_800_000_000);
        for (minutes, status) in
            [(0, Status::Ok), (5, Status::Ok), (6, Status::Warn), (15, Status::Warn), (16, Status::Fail)]
        {
            let off = Duration::from_secs(minutes * 60);
            assert_eq!(clock(Some(there), there + off).status, status, "{minutes} ahead");
            assert_eq!(clock(Some(there), there - off).status, status, "{minutes} behind");
        }
        assert_eq!(clock(None, there).status, Status::Warn);
    }
}
