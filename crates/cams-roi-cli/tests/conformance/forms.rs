//! How values of a case are written on the command line, and how what is printed becomes what a case expects.

use anyhow::{Context as _, Result};
use jiff::Timestamp;
use serde_json::{Map, Value};

/// A typed operation.
pub(super) struct Operation {
    /// As cases call it.
    pub(super) name: &'static str,
    pub(super) command: &'static [&'static str],
    /// Parameters that are not written as they are.
    pub(super) takes: &'static [(&'static str, Form)],
    /// Fields of the answer that are not printed as cases expect them.
    pub(super) gives: &'static [(&'static str, Form)],
}

/// A field by its name in a case and its other name.
pub(super) type Renamed = (&'static str, &'static str, Form);

/// How a value is written.
pub(super) enum Form {
    /// As it is.
    Plain,
    /// A time: milliseconds in cases, RFC 3339 for people.
    Time,
    #[allow(dead_code, reason = "which forms there are is the model's to say")]
    List(&'static Form),
    #[allow(dead_code, reason = "which forms there are is the model's to say")]
    Map(&'static Form),
    Record(&'static [Renamed]),
}

impl Operation {
    /// A parameter as the command reads it.
    pub(super) fn written(&self, name: &str, value: &Value) -> Result<Value> {
        let form = self.takes.iter().find(|(known, _)| *known == name).map_or(&Form::Plain, |(_, form)| form);
        form.changed(value, &|time| {
            Ok(Timestamp::from_millisecond(time.as_i64().context("a time")?)?.to_string().into())
        })
    }

    /// The answer, as a case expects it.
    pub(super) fn read(&self, answer: &mut Value) -> Result<()> {
        for (name, form) in self.gives {
            answer[*name] = form.changed(&answer[*name], &|time| {
                let time: Timestamp = time.as_str().context("a time")?.parse()?;
                Ok(time.as_millisecond().into())
            })?;
        }
        Ok(())
    }
}

impl Form {
    fn changed(&self, value: &Value, time: &dyn Fn(&Value) -> Result<Value>) -> Result<Value> {
        Ok(match (self, value) {
            (Self::Plain, _) | (_, Value::Null) => value.clone(),
            (Self::Time, _) => time(value)?,
            (Self::List(of), Value::Array(items)) => {
                items.iter().map(|item| of.changed(item, time)).collect::<Result<_>>()?
            }
            (Self::Map(of), Value::Object(entries)) => {
                let entries = entries.iter().map(|(key, item)| Ok((key.clone(), of.changed(item, time)?)));
                Value::Object(entries.collect::<Result<_>>()?)
            }
            (Self::Record(fields), Value::Object(given)) => {
                let field = |(name, value): (&String, &Value)| match fields
                    .iter()
                    .find(|(known, ..)| known == name)
                {
                    Some((_, other, form)) => Ok(((*other).to_owned(), form.changed(value, time)?)),
                    None => Ok((name.clone(), value.clone())),
                };
                Value::Object(given.iter().map(field).collect::<Result<Map<_, _>>>()?)
            }
            // The command is to refuse what is of another type.
            _ => value.clone(),
        })
    }
}
