//! One way to call any operation from another language: its name and its request go in, its answer comes out.

use serde::{Deserialize, Deserializer, Serialize, Serializer};

use super::typed::{TypedOutput, TypedRequest};
use crate::client::{CallOptions, Client};
use crate::error::Error;
use crate::operations::{Call, CallValue, Operation as _};

/// The name under which a request is a [`Call`], by the name of an operation that it holds.
const CALL: &str = "call";

/// A request that another language made.
pub struct Request(Kind);

enum Kind {
    Typed(TypedRequest),
    Call(Call),
}

/// What the service answered.
pub enum Output {
    /// The fields of a type, by position.
    Fields(Fields),
    /// The answer to a [`Call`], exactly as it came.
    Text(String),
}

/// The fields of an answer on their way to another language.
pub struct Fields(Box<TypedOutput>);

impl Serialize for Fields {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.0.serialize(serializer)
    }
}

/// Any operation by its name, as another language gives it: the name, the parameters, whether it may run twice, and
/// whether it is unchecked.
#[derive(Deserialize)]
struct GivenCall(String, Vec<GivenParameter>, Option<bool>, bool);

/// A parameter's name, its value, and whether the value is JSON rather than a text.
#[derive(Deserialize)]
struct GivenParameter(String, String, bool);

impl GivenCall {
    fn read(self) -> Result<Call, Error> {
        let Self(action, parameters, idempotent, unchecked) = self;
        let mut call = Call::new(action).unchecked(unchecked);
        if let Some(idempotent) = idempotent {
            call = call.idempotent(idempotent);
        }
        for GivenParameter(name, value, is_json) in parameters {
            if is_json {
                let json =
                    CallValue::from_json(&value).map_err(|error| error.with_operation(call.action()))?;
                call = call.parameter(name, json);
            } else {
                call = call.parameter(name, value);
            }
        }
        Ok(call)
    }
}

impl Request {
    /// Reads what another language wrote: the operation's name on the wire, or `call`, and the parameters by position.
    /// The outer error tells of a binding that is not of this build, the inner one of what a user gave.
    pub fn read<'de, D: Deserializer<'de>>(
        operation: &str,
        request: D,
    ) -> Result<Result<Self, Error>, D::Error> {
        if operation == CALL {
            let call = GivenCall::deserialize(request)?.read();
            return Ok(call.map(|call| Self(Kind::Call(call))));
        }
        match TypedRequest::read(operation, request) {
            Some(read) => read.map(|request| request.map(|request| Self(Kind::Typed(request)))),
            None => Err(serde::de::Error::custom(format_args!("no operation is called {operation}"))),
        }
    }

    /// Sends it.
    pub async fn send(self, client: &Client, options: CallOptions) -> Result<Output, Error> {
        Ok(match self.0 {
            Kind::Typed(request) => Output::Fields(Fields(Box::new(request.send(client, options).await?))),
            Kind::Call(call) => Output::Text(client.send(&call, options).await?.text),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn given(value: &str, is_json: bool) -> Result<Call, Error> {
        let parameter = GivenParameter("Any".to_owned(), value.to_owned(), is_json);
        GivenCall("ListWhatNobodyKnowsYet".to_owned(), vec![parameter], None, false).read()
    }

    #[test]
    fn a_parameter_of_a_call_is_a_text_or_json() {
        let sent =
            |value, is_json| given(value, is_json).unwrap().parameters().unwrap().as_slice()[0].1.clone();
        assert_eq!([sent("[ 1 ]", false), sent("[ 1 ]", true)], ["[ 1 ]", "[1]"]);
        let error = given("[", true).unwrap_err();
        assert_eq!(error.operation(), Some("ListWhatNobodyKnowsYet"));
    }
}
