//! An ECS instance's metadata server, for the part that gives the credentials of the instance's role.

use std::collections::HashMap;
use std::sync::{Mutex, MutexGuard, PoisonError};

use http::header::CONTENT_TYPE;
use http::{HeaderValue, Method, StatusCode};
use jiff::{SignedDuration, Timestamp};
use serde::{Deserialize, Serialize};

use crate::answer::Answer;
use crate::call::Call;
use crate::issued::{Issuer, instance_role};
use crate::request_id::RequestIds;

const TOKEN: &str = "/latest/api/token";
const ROLES: &str = "/latest/meta-data/ram/security-credentials/";
const MAX_TOKEN_SECONDS: i64 = 21_600;

/// Which versions of its protocol a metadata server takes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct MetadataVersions {
    /// Requests without a token.
    pub v1: bool,
    /// Tokens.
    pub v2: bool,
}

impl Default for MetadataVersions {
    /// Both, as an instance has them unless somebody hardened it.
    fn default() -> Self {
        Self { v1: true, v2: true }
    }
}

/// The metadata server.
#[derive(Debug, Default)]
pub(crate) struct Metadata(Mutex<Inner>);

#[derive(Debug, Default)]
struct Inner {
    versions: MetadataVersions,
    /// Token → until when it is valid.
    tokens: HashMap<String, Timestamp>,
}

impl Metadata {
    pub(crate) fn versions(&self) -> MetadataVersions {
        self.inner().versions
    }

    pub(crate) fn set_versions(&self, versions: MetadataVersions) {
        self.inner().versions = versions;
    }

    pub(crate) fn reset(&self) {
        *self.inner() = Inner::default();
    }

    pub(crate) fn answer(&self, issuer: &Issuer<'_>, call: &Call, now: Timestamp) -> Answer {
        let outcome = match (&call.method, call.path.as_str()) {
            (&Method::PUT, TOKEN) => self.token(issuer.request_ids, call, now),
            (&Method::GET, path) => self.check(call, now).and_then(|()| read(issuer, path, now)),
            _ => Err(StatusCode::METHOD_NOT_ALLOWED),
        };
        let mut answer = match outcome {
            Ok(body) => Answer::raw(StatusCode::OK, body),
            Err(status) => Answer::raw(status, status.canonical_reason().unwrap_or_default()),
        };
        answer.headers.insert(CONTENT_TYPE, HeaderValue::from_static("text/plain"));
        answer
    }

    fn token(&self, request_ids: &RequestIds, call: &Call, now: Timestamp) -> Result<String, StatusCode> {
        let mut inner = self.inner();
        if !inner.versions.v2 {
            return Err(StatusCode::NOT_FOUND);
        }
        let seconds = call.header("x-aliyun-ecs-metadata-token-ttl-seconds");
        let seconds = seconds.and_then(|text| text.parse::<i64>().ok());
        let seconds = seconds.filter(|seconds| (1..=MAX_TOKEN_SECONDS).contains(seconds));
        let until = seconds.and_then(|seconds| now.checked_add(SignedDuration::from_secs(seconds)).ok());
        let until = until.ok_or(StatusCode::BAD_REQUEST)?;
        let token = format!("metadata-{}", request_ids.next());
        inner.tokens.insert(token.clone(), until);
        Ok(token)
    }

    fn check(&self, call: &Call, now: Timestamp) -> Result<(), StatusCode> {
        let inner = self.inner();
        match call.header("x-aliyun-ecs-metadata-token") {
            None if inner.versions.v1 => Ok(()),
            None => Err(StatusCode::FORBIDDEN),
            Some(token) => {
                let is_valid = inner.tokens.get(token.as_ref()).is_some_and(|until| now < *until);
                if is_valid { Ok(()) } else { Err(StatusCode::UNAUTHORIZED) }
            }
        }
    }

    fn inner(&self) -> MutexGuard<'_, Inner> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

fn read(issuer: &Issuer<'_>, path: &str, now: Timestamp) -> Result<String, StatusCode> {
    let outcome = match path.strip_prefix(ROLES) {
        Some("") => instance_role(&issuer.accounts.read()).map(|(_, role)| role.name),
        Some(name) => issuer.for_instance(Some(name), now).map(|value| value.to_string()),
        None => None,
    };
    outcome.ok_or(StatusCode::NOT_FOUND)
}
