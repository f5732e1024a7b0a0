//! How calls end that do not go well: some are repeated, the others say what went wrong.

use anyhow::Result;
use serde_json::{Value, json};

use super::{ACCOUNT, Cases, Parts, respond};
use crate::generate::values::Fill;

impl Cases<'_> {
    pub(super) fn ended(&mut self) -> Result<()> {
        self.repeated()?;
        self.failed()?;
        self.cut_short()
    }

    /// What may pass is repeated; where it may have had an effect, only what may run twice.
    fn repeated(&mut self) -> Result<()> {
        let may_run_twice = self.operation.may_run_twice;
        let (how, why) = if may_run_twice {
            ("is repeated", "")
        } else {
            ("is not repeated", ", for it may have had an effect")
        };
        let error = json!({ "type": "error", "status": 500, "code": "InternalError" });
        for (what, fault, kind, seen, is_repeated) in [
            (
                format!("a call that fails within the service {how}{why}"),
                &error,
                "ServiceUnavailableError",
                json!({ "attempts": 1, "codes": ["InternalError"] }),
                may_run_twice,
            ),
            (
                format!("a call whose connection is reset {how}{why}"),
                &json!({ "type": "reset" }),
                "TransportError",
                json!({ "attempts": 1, "outcomes": ["reset"] }),
                may_run_twice,
            ),
            (
                "a call that is throttled is repeated".to_owned(),
                &json!({ "type": "throttle" }),
                "ThrottledError",
                json!({ "attempts": 1 }),
                true,
            ),
        ] {
            let mut parts = self.failing(fault, kind);
            if is_repeated {
                let answered = self.answered(Fill::Full);
                let answer = answered.emulator.clone().unwrap_or_default()[0].clone();
                parts.emulator = parts.emulator.map(|faults| json!([faults[0], answer]));
                parts.expect = answered.expect;
                parts.seen = json!({ "attempts": 2 });
            } else {
                parts.seen = seen;
            }
            self.add(&what, parts)?;
        }
        let once = Parts {
            options: Some(json!({ "max_attempts": 1 })),
            ..self.failing(&error, "ServiceUnavailableError")
        };
        self.add("a call that may be tried once is tried once", once)
    }

    /// What will not pass is not repeated, and says what it was about.
    fn failed(&mut self) -> Result<()> {
        let code = |status: u16, code: &str| json!({ "type": "error", "status": status, "code": code });
        let denial = code(403, "Forbidden.RAM");
        self.add(
            "a denied call names its operation, and is not repeated",
            self.failing(&denial, "PermissionDeniedError"),
        )?;
        let action = &self.operation.ram_action;
        let request = self.parameters(|it| it.required);
        let denied = Parts {
            emulator: Some(
                json!([["accounts", { "account_id": ACCOUNT, "permissions": [], "denial": "object" }]]),
            ),
            request: request.clone(),
            expect: json!({ "error": {
                "kind": "PermissionDeniedError", "code": "NoPermission", "http_status": 403, "attempts": 1,
                "operation": self.operation.name.wire, "access_denied_detail": { "auth_action": action },
            } }),
            seen: json!({ "attempts": 1 }),
            ..Parts::default()
        };
        self.add("a call without permission names the RAM action that it takes", denied)?;
        let mut throttled = self.failing(&json!({}), "ThrottledError");
        throttled.emulator = Some(json!([["limits", { "qps": 0 }]]));
        throttled.options = Some(json!({ "max_attempts": 1 }));
        self.add("a call beyond the account's limit is throttled", throttled)?;
        let unknown = code(400, "Nobody.KnowsIt");
        let mut parts = self.failing(&unknown, "ServiceError");
        parts.expect["error"]["code"] = json!("Nobody.KnowsIt");
        self.add("a code that nobody knows is told", parts)?;
        let page = json!({ "type": "html", "status": 200 });
        self.add(
            "a page in place of an answer is no success",
            self.failing(&page, "UnexpectedResponseError"),
        )?;
        let mut parts = self.failing(&page, "NotSubscribedError");
        parts.emulator = Some(respond(r#"{"Code": "Product.Unsubscript", "RequestId": "R"}"#));
        parts.expect["error"]["request_id"] = json!("R");
        self.add("a failing code is a failure, whatever the status", parts)
    }

    /// What takes too long is ended, and what nobody wants any more.
    fn cut_short(&mut self) -> Result<()> {
        let wire = &self.operation.name.wire;
        let hang = json!([["faults", { "times": null, "fault": { "type": "hang" } }]]);
        let seen = json!({ "attempts": 1, "outcomes": ["client_gone"] });
        let expect = json!({ "error": {
            "kind": "RequestTimeoutError", "timeout_phase": "overall", "operation": wire,
        } });
        let request = self.parameters(|it| it.required);
        let late = || Parts {
            emulator: Some(hang.clone()),
            request: request.clone(),
            expect: expect.clone(),
            seen: seen.clone(),
            ..Parts::default()
        };
        let (by_client, by_call) = (Some(json!({ "timeout_ms": 300 })), Some(json!({ "timeout_ms": 300 })));
        self.add("a deadline ends a call that hangs", Parts { client: by_client, ..late() })?;
        self.add("a call's own deadline ends it", Parts { options: by_call, ..late() })?;
        let cancelled = Parts { cancel: true, expect: json!({ "cancelled": true }), ..late() };
        self.add("cancelling ends a call that hangs", cancelled)
    }

    /// A call that meets a fault once, and fails in its first attempt.
    fn failing(&self, fault: &Value, kind: &str) -> Parts {
        Parts {
            emulator: Some(json!([["faults", { "times": 1, "fault": fault }]])),
            request: self.parameters(|it| it.required),
            expect: json!({ "error": { "kind": kind, "attempts": 1, "operation": self.operation.name.wire } }),
            seen: json!({ "attempts": 1 }),
            ..Parts::default()
        }
    }
}
