//! What the core knows about errors, as JSON for tools: `cargo xtask generate` makes `docs/errors.md` of it, and
//! `cargo xtask parity` holds every face's error classes against it.

use cams_roi::ErrorKind;
use cams_roi::error_codes::{ERROR_CODES, ErrorCode, Recovery, classify};
use serde_json::{Value, json};

/// Where the kinds are documented: what their pages say is what the glossary says.
const KINDS: &str = include_str!("../src/error_kind.rs");

fn main() -> anyhow::Result<()> {
    let kinds = ErrorKind::ALL.map(|kind| {
        json!({
            "name": kind.as_str(),
            "variant": format!("{kind:?}"),
            "parent": kind.parent().map(ErrorKind::as_str),
            "summary": documentation(kind),
            "retryable": retryable(kind),
            "action": action(kind),
        })
    });
    // What is made of codes that no row knows, by the HTTP status alone.
    let others = [(429, "HTTP 429"), (500, "HTTP 5xx"), (400, "any other HTTP status")];
    let codes = ERROR_CODES.iter().map(|row| code(row.pattern, row));
    let others =
        others.map(|(status, when)| code(&format!("any other code, {when}"), &classify("?", status, false)));
    let table = json!({ "kinds": kinds, "codes": codes.chain(others).collect::<Vec<_>>() });
    println!("{}", serde_json::to_string_pretty(&table)?);
    Ok(())
}

fn code(pattern: &str, row: &ErrorCode) -> Value {
    json!({
        "pattern": pattern,
        "kind": row.kind.as_str(),
        "retried": match row.recovery {
            Recovery::None => "no",
            Recovery::Backoff => "yes",
            Recovery::CorrectClock => "once, by the service's clock",
            Recovery::RenewCredentials => "once, with new credentials",
        },
        "hint": row.hint,
    })
}

/// The comment above the kind's variant, without its links.
fn documentation(kind: ErrorKind) -> String {
    let variant = format!("    {kind:?},");
    let mut comment = Vec::new();
    for line in KINDS.lines() {
        if line == variant {
            break;
        }
        match line.trim().strip_prefix("/// ") {
            Some(text) => comment.push(text),
            None => comment.clear(),
        }
    }
    let mut text = comment.join(" ");
    while let Some((before, rest)) = text.split_once("[`") {
        let linked = rest.split_once("`](").and_then(|(name, rest)| Some((name, rest.split_once(')')?.1)));
        let Some((name, after)) = linked else { break };
        text = format!("{before}`{name}`{after}");
    }
    text
}

/// Whether the same call may succeed later as it is.
fn retryable(kind: ErrorKind) -> &'static str {
    match kind {
        ErrorKind::JournalInUse
        | ErrorKind::Transport
        | ErrorKind::Throttled
        | ErrorKind::ServiceUnavailable => "yes",

        ErrorKind::RequestTimeout => "unless the deadline of the call as a whole passed",
        ErrorKind::UnexpectedResponse => "with HTTP 5xx",
        ErrorKind::Authentication => "`SignatureNonceUsed` alone",
        ErrorKind::Configuration
        | ErrorKind::Credentials
        | ErrorKind::InvalidArgument
        | ErrorKind::Service
        | ErrorKind::NotSubscribed
        | ErrorKind::PermissionDenied
        | ErrorKind::UnknownResourceOwner
        | ErrorKind::InvalidParameter => "no",
    }
}

/// What the user should do about any error of the kind; the error's own hint, and the code's row, say it closer.
fn action(kind: ErrorKind) -> &'static str {
    match kind {
        ErrorKind::Configuration => "Mend the setting that the message names.",
        ErrorKind::JournalInUse => {
            "Wait until the other run has ended, or give this run a journal of its own."
        }
        ErrorKind::Credentials => {
            "Read in the message which providers were asked and why each gave nothing, and mend the one that you mean \
             to use; `cams-roi doctor` checks them."
        }
        ErrorKind::InvalidArgument => "Mend the call: the message names the parameter.",
        ErrorKind::Transport => {
            "Check the network, the proxy, the certificates and the endpoint (`cams-roi doctor` does), and try again."
        }
        ErrorKind::RequestTimeout => {
            "Look at the timeout phase: allow more time to connect, for an attempt or for the call, or make fewer calls \
             at once."
        }
        ErrorKind::UnexpectedResponse => {
            "Check the endpoint, and which proxy or gateway stands before it: the message shows how its answer begins."
        }
        ErrorKind::Service => {
            "Look the code up in the service's error center; quote the request ID to the vendor's support."
        }
        ErrorKind::NotSubscribed => {
            "Subscribe the account to Chat App Message Service in the Alibaba Cloud console."
        }
        ErrorKind::PermissionDenied => {
            "Grant the RAM action that the hint names; `cams-roi policy` prints the policy to attach."
        }
        ErrorKind::Throttled => {
            "Wait for as long as the error says, and make fewer calls a second, also from other processes that share \
             the account."
        }
        ErrorKind::UnknownResourceOwner => {
            "Check the channel's ID, and whether the ISV code covers the channel."
        }
        ErrorKind::Authentication => {
            "Check the AccessKey, its security token and this machine's clock, whichever the code is about."
        }
        ErrorKind::InvalidParameter => {
            "Check the parameter that the message names against the operation's documentation."
        }
        ErrorKind::ServiceUnavailable => {
            "Try again later; quote the request ID to the vendor's support if it lasts."
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_kind_is_documented_without_links() {
        for kind in ErrorKind::ALL {
            let text = documentation(kind);
            assert!(text.ends_with('.') && !text.contains("]("), "{kind}: {text:?}");
        }
    }

    #[test]
    fn what_is_said_about_retries_is_what_the_rows_say() {
        for kind in ErrorKind::ALL {
            let mut rows = ERROR_CODES.iter().filter(|row| row.kind == kind).peekable();
            if rows.peek().is_some() {
                let all = rows.clone().all(|row| row.recovery == Recovery::Backoff);
                let none = rows.all(|row| row.recovery != Recovery::Backoff);
                assert_eq!((all, none), (retryable(kind) == "yes", retryable(kind) == "no"), "{kind}");
            }
        }
    }
}
