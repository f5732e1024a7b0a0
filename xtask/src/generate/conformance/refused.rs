//! What cannot be right is refused before anything is sent.

use anyhow::Result;
use serde_json::{Map, Value, json};

use super::{Cases, Parts};
use crate::generate::values::in_case;
use crate::model::{Kind, Parameter};

impl Cases<'_> {
    pub(super) fn refused(&mut self) -> Result<()> {
        let operation = self.operation;
        for parameter in &operation.parameters {
            let name = &parameter.name.snake;
            for (what, value) in spoilt(parameter) {
                let mut request = self.parameters(|it| it.required);
                request.insert(name.clone(), value.into());
                self.add(&format!("{name} {what} is refused"), not_sent(request))?;
            }
        }
        if let Some([start, end]) = &operation.time_range {
            let find = |wire: &str| operation.parameters.iter().find(|it| it.name.wire == *wire);
            if let (Some(start), Some(end)) = (find(start), find(end)) {
                let mut request = self.parameters(|it| it.required);
                let (from, until) =
                    (in_case(self.model, operation, start), in_case(self.model, operation, end));
                request.insert(start.name.snake.clone(), until.clone());
                self.add(
                    &format!("{} at {} is refused", start.name.snake, end.name.snake),
                    not_sent(request.clone()),
                )?;
                request.insert(end.name.snake.clone(), from);
                self.add(
                    &format!("{} after {} is refused", start.name.snake, end.name.snake),
                    not_sent(request),
                )?;
            }
        }
        Ok(())
    }
}

/// Values that a parameter cannot have, each with what is wrong.
fn spoilt(parameter: &Parameter) -> Vec<(&'static str, String)> {
    let example = parameter.example.as_str().unwrap_or_default();
    let mut spoilt = Vec::new();
    if matches!(parameter.kind, Kind::Channel | Kind::Id | Kind::Text) {
        spoilt.extend([
            ("without a value", String::new()),
            ("of nothing but blanks", "  ".to_owned()),
            ("with a control character", format!("{example}\u{7}")),
        ]);
    }
    if matches!(parameter.kind, Kind::Channel | Kind::Id) {
        spoilt.extend([
            ("with a blank in front", format!(" {example}")),
            ("with a blank behind it", format!("{example} ")),
            ("with a character that nobody sees", format!("{example}\u{200b}")),
            ("in quotes", format!("\"{example}\"")),
        ]);
    }
    spoilt
}

/// A call that is refused before anything is sent.
fn not_sent(request: Map<String, Value>) -> Parts {
    let expect = json!({ "error": { "kind": "InvalidArgumentError", "retryable": false, "attempts": 0 } });
    Parts { request, expect, seen: json!({ "attempts": 0 }), ..Parts::default() }
}
