//! Whether the endpoint's name and address can be reached from here.

use std::net::{IpAddr, SocketAddr, ToSocketAddrs as _};
use std::time::Duration;

use cams_roi::bridge::run_blocking;
use tokio::net::TcpStream;
use tokio::time::timeout;
use url::Url;

use super::check::Check;
use crate::exit::Exit;

const PATIENCE: Duration = Duration::from_secs(5);
const DNS: &str = "dns";
const TCP: &str = "tcp";
const PROXY_MAY_KNOW: &str = "This matters only if the proxy is not used for this endpoint.";

/// What a host name stands for.
pub(super) struct Addresses {
    pub(super) check: Check,
    pub(super) found: Vec<SocketAddr>,
}

/// Looks the endpoint's host up.
pub(super) async fn resolve(endpoint: &Url, is_direct: bool) -> Addresses {
    let host = endpoint.host_str().unwrap_or_default();
    let port = endpoint.port_or_known_default().unwrap_or(443);
    let name = host.trim_matches(['[', ']']).to_owned();
    // An address is not looked up: that takes a thread.
    if let Ok(address) = name.parse::<IpAddr>() {
        let check = Check::ok(DNS, &format!("{host} is an address"));
        return Addresses { check, found: vec![SocketAddr::new(address, port)] };
    }
    let look_up = move || (name.as_str(), port).to_socket_addrs().map(Iterator::collect::<Vec<_>>);
    let problem = match timeout(PATIENCE, run_blocking(look_up)).await {
        Ok(Err(error)) => return Addresses { check: Check::failed(DNS, &error), found: Vec::new() },
        Ok(Ok(Ok(found))) => {
            if !found.is_empty() {
                let shown: Vec<_> = found.iter().take(3).map(|it| it.ip().to_string()).collect();
                return Addresses {
                    check: Check::ok(DNS, &format!("{host} is {}", shown.join(", "))),
                    found,
                };
            }
            format!("{host} has no address")
        }
        Ok(Ok(Err(error))) => format!("{host} cannot be looked up: {error}"),
        Err(_) => format!("{host} cannot be looked up within {PATIENCE:?}"),
    };
    let advice = "Check the endpoint's spelling, this machine's DNS servers and its network.";
    Addresses { check: broken(DNS, &problem, advice, is_direct), found: Vec::new() }
}

/// Connects to the first address that lets it.
pub(super) async fn connect(addresses: &[SocketAddr], is_direct: bool) -> Check {
    if addresses.is_empty() {
        return Check::skipped(TCP, "needs an address");
    }
    let mut problems = Vec::new();
    for address in addresses {
        match timeout(PATIENCE, TcpStream::connect(address)).await {
            Ok(Ok(_)) => return Check::ok(TCP, &format!("connected to {address}")),
            Ok(Err(error)) => problems.push(format!("{address}: {error}")),
            Err(_) => problems.push(format!("{address}: no answer within {PATIENCE:?}")),
        }
    }
    let advice = "Let this machine connect to that address and port: check the firewall, or set a proxy.";
    broken(TCP, &problems.join("; "), advice, is_direct)
}

fn broken(name: &'static str, problem: &str, advice: &str, is_direct: bool) -> Check {
    if is_direct {
        Check::fail(name, problem, advice, Exit::Transport)
    } else {
        Check::warn(name, problem, PROXY_MAY_KNOW)
    }
}
