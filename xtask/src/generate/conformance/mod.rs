//! Conformance cases that follow from the model: what is sent, what is refused, what is read, and how a call ends. The
//! cases of behaviour that no model can tell are written by hand, in the other files of `conformance/cases`.

mod ended;
mod refused;

use anyhow::Result;
use serde_json::{Map, Value, json};

use super::files::Files;
use super::values::{Answers, Fill, in_case, on_the_wire};
use crate::model::{Kind, Model, Operation, Parameter};

const CASES: &str = "conformance/cases";

/// The account that the emulator begins with.
const ACCOUNT: &str = "1000000000000001";

/// Adds a file of cases for each operation.
pub(super) fn add(files: &mut Files, model: &Model) -> Result<()> {
    for operation in &model.operations {
        let cases = Cases { model, operation, texts: Vec::new() }.all()?;
        files.add(file(operation), format!("[\n  {}\n]\n", cases.join(",\n  ")));
    }
    Ok(())
}

/// Where an operation's cases are.
fn file(operation: &Operation) -> String {
    format!("{CASES}/operation_{}.json", operation.name.snake)
}

struct Cases<'a> {
    model: &'a Model,
    operation: &'a Operation,
    texts: Vec<String>,
}

/// What a case is made of, besides its name.
#[derive(Default)]
struct Parts {
    emulator: Option<Value>,
    client: Option<Value>,
    request: Map<String, Value>,
    options: Option<Value>,
    cancel: bool,
    expect: Value,
    seen: Value,
}

impl Cases<'_> {
    fn all(mut self) -> Result<Vec<String>> {
        self.sent()?;
        self.refused()?;
        self.read()?;
        self.ended()?;
        Ok(self.texts)
    }

    /// Parameters arrive.
    fn sent(&mut self) -> Result<()> {
        let everything: Map<_, _> = self.parameters(|_| true);
        let required: Map<_, _> = self.parameters(|it| it.required);
        for (what, request, sends) in [
            ("every parameter arrives", &everything, &(|_: &Parameter| true) as &dyn Fn(&Parameter) -> bool),
            ("what is not given is not sent", &required, &|it| it.required),
        ] {
            for signature in ["acs3-hmac-sha256", "hmac-sha1"] {
                let mut seen = json!({
                    "attempts": 1, "actions": [self.operation.name.wire], "signature": signature,
                    "parameters": self.wire_parameters(sends),
                });
                if signature == "hmac-sha1" {
                    seen["url_parameters"] = json!([]);
                }
                let client = (signature == "hmac-sha1").then(|| json!({ "signature": signature }));
                let parts = Parts { client, request: request.clone(), ..self.answered(Fill::Full) };
                self.add(&format!("{what}, with {signature}"), Parts { seen, ..parts })?;
            }
        }
        for (what, request) in [("every parameter", &everything), ("what is required", &required)] {
            let parts = Parts {
                emulator: Some(json!([["accounts", self.account()]])),
                request: request.clone(),
                expect: json!({ "result": { "request_id": "{any}" } }),
                seen: json!({ "attempts": 1, "codes": ["OK"] }),
                ..Parts::default()
            };
            self.add(&format!("the service takes {what}"), parts)?;
        }
        if self.operation.parameters.iter().any(|it| it.kind == Kind::Channel) {
            let mut request = required;
            request.remove("cust_space_id");
            request.insert("own_channel".to_owned(), true.into());
            let parameters = self.wire_parameters(&|it| it.required && it.kind != Kind::Channel);
            let seen = json!({ "attempts": 1, "parameters": parameters });
            let parts = Parts { request, seen, ..self.answered(Fill::Full) };
            self.add("the account's own channel is asked for in a form of its own", parts)?;
        }
        Ok(())
    }

    /// Answers are read.
    fn read(&mut self) -> Result<()> {
        let request = self.parameters(|it| it.required);
        for (what, fill) in [
            ("every field is read", Fill::Full),
            ("fields that nobody knows are ignored", Fill::WithUnknown),
            ("numbers may come as texts, and texts as numbers", Fill::OtherTypes),
            ("what is left out is absent", Fill::Least),
            ("what is null is absent", Fill::Null),
            ("words that nobody knows are kept", Fill::NewWords),
            ("two items stay two, in their order", Fill::Twice),
        ] {
            let parts = Parts { request: request.clone(), ..self.answered(fill) };
            self.add(what, parts)?;
        }
        for sample in &self.operation.samples {
            let parts = Parts {
                emulator: Some(respond(&sample.body)),
                request: request.clone(),
                expect: json!({ "result": sample.result }),
                seen: json!({ "attempts": 1 }),
                ..Parts::default()
            };
            self.add(&sample.name, parts)?;
        }
        let answers = Answers { model: self.model, operation: self.operation };
        for (what, body) in answers.broken() {
            let expect = json!({ "error": {
                "kind": "UnexpectedResponseError", "retryable": false, "attempts": 1,
                "operation": self.operation.name.wire, "request_id": "R",
            } });
            let parts = Parts {
                emulator: Some(respond(&body)),
                request: request.clone(),
                expect,
                seen: json!({ "attempts": 1 }),
                ..Parts::default()
            };
            self.add(&what, parts)?;
        }
        Ok(())
    }

    /// The emulator's account, with the ISV code of the examples.
    fn account(&self) -> Value {
        let code = self.operation.parameters.iter().find(|it| it.name.wire == "IsvCode");
        code.map_or_else(
            || json!({ "account_id": ACCOUNT }),
            |it| json!({ "account_id": ACCOUNT, "isv_code": it.example }),
        )
    }

    /// A call that is answered with a made-up answer.
    fn answered(&self, fill: Fill) -> Parts {
        let (body, result) = Answers { model: self.model, operation: self.operation }.answer(fill);
        Parts {
            emulator: Some(respond(&body.to_string())),
            expect: json!({ "result": result }),
            seen: json!({ "attempts": 1 }),
            ..Parts::default()
        }
    }

    /// Parameters as cases give them.
    fn parameters(&self, wanted: impl Fn(&Parameter) -> bool) -> Map<String, Value> {
        let parameters = self.operation.parameters.iter().filter(|it| wanted(it));
        parameters.map(|it| (it.name.snake.clone(), in_case(self.model, self.operation, it))).collect()
    }

    /// The same as the service is to see them.
    fn wire_parameters(&self, wanted: &dyn Fn(&Parameter) -> bool) -> Value {
        let parameters = self.operation.parameters.iter().filter(|it| wanted(it));
        parameters
            .map(|it| (it.name.wire.clone(), on_the_wire(self.model, self.operation, it).into()))
            .collect::<Map<_, _>>()
            .into()
    }

    fn add(&mut self, what: &str, parts: Parts) -> Result<()> {
        let mut call = json!({ "operation": self.operation.name.snake, "request": parts.request });
        if let Some(options) = parts.options {
            call["options"] = options;
        }
        if parts.cancel {
            call["cancel_when"] = json!({ "requests": 1 });
        }
        let mut lines = vec![format!("\"name\": {}", json!(format!("{}: {what}", self.operation.name.wire)))];
        for (key, value) in [
            ("emulator", parts.emulator),
            ("client", parts.client),
            ("call", Some(call)),
            ("expect", Some(parts.expect)),
            ("seen", Some(parts.seen)),
        ] {
            if let Some(value) = value {
                lines.push(format!("\"{key}\": {}", serde_json::to_string(&value)?));
            }
        }
        self.texts.push(format!("{{\n    {}\n  }}", lines.join(",\n    ")));
        Ok(())
    }
}

/// Controls by which the emulator gives this body once.
fn respond(body: &str) -> Value {
    json!([["faults", { "fault": {
        "type": "respond", "status": 200, "headers": [["content-type", "application/json"]], "body": body,
    } }]])
}
