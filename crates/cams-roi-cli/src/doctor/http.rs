//! Whether something answers over TLS and HTTP, and what time it is there.

use std::time::{Duration, SystemTime};

use cams_roi::Client;
use cams_roi::transport::{HttpMethod, HttpRequest};

use super::check::Check;
use crate::exit::Exit;
use crate::times::shown;

const HTTP: &str = "http";
const CLOCK: &str = "clock";
/// The service refuses what is further off.
const REFUSED_FROM: Duration = Duration::from_secs(15 * 60);
const WORRYING_FROM: Duration = Duration::from_secs(5 * 60);

/// As long as the library waits for one attempt by default.
const LIMIT: Duration = Duration::from_secs(10);

/// Asks the endpoint for anything, unsigned. Any answer will do: it shows that TLS and HTTP work, and tells the time.
pub(super) async fn ask(client: &Client) -> (Check, Check) {
    let request =
        HttpRequest { method: HttpMethod::Get, url: client.endpoint().to_owned(), ..HttpRequest::default() };
    let sent = match tokio::time::timeout(LIMIT, client.transport().send(request)).await {
        Ok(sent) => sent.map_err(|error| error.to_string()),
        Err(_) => Err(format!("no answer within {LIMIT:?}")),
    };
    let response = match sent {
        Ok(response) => response,
        Err(problem) => {
            let advice = "Check the proxy and the firewall. If a company's own authority signs, give its certificates with --ca-bundle.";
            return (
                Check::fail(HTTP, &problem, advice, Exit::Transport),
                Check::skipped(CLOCK, "needs the service's answer"),
            );
        }
    };
    let is_https = client.endpoint().starts_with("https:");
    let by = if is_https { "TLS and HTTP" } else { "HTTP (plain, without TLS)" };
    let answered = format!("answered over {by}, status {}", response.status);
    let date = response.header("date").and_then(|date| httpdate::parse_http_date(date).ok());
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
