//! One way to call any operation from another language: its name and its request go in, its answer comes out.

use serde::{Deserialize, Deserializer, Serialize, Serializer};

use super::near_timer::NEAR_TIMER;
use super::typed::{TypedOutput, TypedRequest};
use crate::client::{CallOptions, Client};
use crate::error::Error;
use crate::operations::{Call, CallValue, Operation as _};

/// The name under which a request is a [`Call`], by the name of an operation that it holds.
const CALL: &str = "call";

/// What stands before the name of an operation that is asked for all of its pages, of which each has a call of its own.
/// Behind the name stands the cursor of the page, but for the first one.
const ALL: &str = "all ";

/// A request that another language made.
pub struct Request(Kind);

enum Kind {
    Typed(TypedRequest),
    /// With the cursor of the page, but for the first one.
    Page(TypedRequest, Option<String>),
    Call(Call),
}

/// What the service answered.
pub enum Output {
    /// The fields of a type, by position.
    Fields(Fields),
    /// The answer to a [`Call`], exactly as it came.
    Text(String),
}

/// The fields of an answer on their way to another language; of a page with the text of the next one's cursor before
/// them, which is not there behind the last page.
pub struct Fields(Box<TypedOutput>, Option<Next>);

/// The cursor of the page after this one.
type Next = Option<String>;

impl Serialize for Fields {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match &self.1 {
            None => self.0.serialize(serializer),
            Some(next) => (next, &self.0).serialize(serializer),
        }
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
        let unknown = || serde::de::Error::custom(format_args!("no operation is called {operation}"));
        let (name, page) = match operation.strip_prefix(ALL) {
            None => (operation, None),
            Some(rest) => match rest.split_once(' ') {
                None => (rest, Some(None)),
                Some((name, cursor)) => (name, Some(Some(cursor.to_owned()))),
            },
        };
        let read = TypedRequest::read(name, request).ok_or_else(unknown)?;
        Ok(read?.map(|request| {
            Self(match page {
                None => Kind::Typed(request),
                Some(cursor) => Kind::Page(request, cursor),
            })
        }))
    }

    /// Sends it.
    pub async fn send(self, client: &Client, options: CallOptions) -> Result<Output, Error> {
        NEAR_TIMER.set();
        Ok(match self.0 {
            Kind::Typed(request) => {
                Output::Fields(Fields(Box::new(request.send(client, options).await?), None))
            }
            Kind::Page(request, cursor) => {
                let (page, next) =
                    request.page(client, cursor.as_deref(), options).await.ok_or_else(no_pages)??;
                Output::Fields(Fields(Box::new(page), Some(next)))
            }
            Kind::Call(call) => Output::Text(client.send(&call, options).await?.text),
        })
    }
}

fn no_pages() -> Error {
    Error::invalid_argument("the operation has no pages", "Call it by its own name.")
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
