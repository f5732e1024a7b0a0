//! One way to call any operation from another language: its name and its request go in, its answer comes out.

use serde::{Deserialize, Deserializer, Serialize, Serializer};

use super::typed::{TypedOutput, TypedRequest};
use crate::client::{CallOptions, Client};
use crate::error::Error;
use crate::operations::Call;

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

/// Any operation by its name, as another language gives it.
#[derive(Deserialize)]
struct GivenCall(String, Vec<(String, String)>, Option<bool>);

impl Request {
    /// Reads what another language wrote: the operation's name on the wire, or `call`, and the parameters by position.
    /// The outer error tells of a binding that is not of this build, the inner one of what a user gave.
    pub fn read<'de, D: Deserializer<'de>>(
        operation: &str,
        request: D,
    ) -> Result<Result<Self, Error>, D::Error> {
        if operation == CALL {
            let GivenCall(action, parameters, idempotent) = GivenCall::deserialize(request)?;
            let call = parameters
                .into_iter()
                .fold(Call::new(action), |call, (name, value)| call.parameter(name, value));
            let call = match idempotent {
                Some(idempotent) => call.idempotent(idempotent),
                None => call,
            };
            return Ok(Ok(Self(Kind::Call(call))));
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
