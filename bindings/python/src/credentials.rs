//! Credentials from Python: a key, or a function that is asked for one.

use std::fmt;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::{Duration, UNIX_EPOCH};

use cams_roi::Credentials;
use cams_roi::credentials::{CachedCredentials, CredentialsError, ProvideCredentials};
use futures_util::future::{BoxFuture, FutureExt as _};
use pyo3::exceptions::PyBaseException;
use pyo3::prelude::*;
use pyo3::types::PyTuple;

use crate::pending::event_loop;
use crate::runtime::in_python;

const NAME: &str = "callback";

/// What a Python function raised when it was last asked, to be shown as the cause of the error that comes of it.
pub(crate) type Raised = Arc<Mutex<Option<Py<PyBaseException>>>>;

/// Takes what was raised, if anything was.
pub(crate) fn take_raised(raised: &Raised) -> Option<Py<PyBaseException>> {
    raised.lock().unwrap_or_else(PoisonError::into_inner).take()
}

/// Id, secret, security token, and when they expire in milliseconds since 1970.
type Key = (String, String, Option<String>, Option<u64>);

fn credentials((id, secret, token, expires_at): Key) -> Credentials {
    let mut credentials = Credentials::new(id, secret);
    if let Some(token) = token {
        credentials = credentials.with_security_token(token);
    }
    match expires_at.and_then(|it| UNIX_EPOCH.checked_add(Duration::from_millis(it))) {
        Some(time) => credentials.expiring_at(time),
        None => credentials,
    }
}

/// What the user gave as credentials.
#[derive(Clone)]
pub(crate) enum Given {
    Key(Credentials),
    Function(Arc<Py<PyAny>>),
}

impl FromPyObject<'_, '_> for Given {
    type Error = PyErr;

    fn extract(given: Borrowed<'_, '_, PyAny>) -> PyResult<Self> {
        if given.is_instance_of::<PyTuple>() {
            return Ok(Self::Key(credentials(given.extract()?)));
        }
        Ok(Self::Function(Arc::new(given.to_owned().unbind())))
    }
}

impl Given {
    pub(crate) fn provider(&self, raised: &Raised) -> Provider {
        match self {
            Self::Key(credentials) => Provider::Key(credentials.clone()),
            Self::Function(function) => Provider::Function(CachedCredentials::new(Function {
                function: Arc::clone(function),
                raised: Arc::clone(raised),
            })),
        }
    }
}

/// Either form, as the core takes it.
#[derive(Debug)]
pub(crate) enum Provider {
    Key(Credentials),
    Function(CachedCredentials<Function>),
}

impl Provider {
    fn inner(&self) -> &dyn ProvideCredentials {
        match self {
            Self::Key(credentials) => credentials,
            Self::Function(function) => function,
        }
    }
}

impl ProvideCredentials for Provider {
    fn name(&self) -> &str {
        self.inner().name()
    }

    fn provide(&self) -> BoxFuture<'_, Result<Credentials, CredentialsError>> {
        self.inner().provide()
    }

    fn discard(&self, rejected: &Credentials) -> bool {
        self.inner().discard(rejected)
    }
}

/// A Python function, sync or async.
pub(crate) struct Function {
    function: Arc<Py<PyAny>>,
    raised: Raised,
}

impl fmt::Debug for Function {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Function")
    }
}

impl ProvideCredentials for Function {
    fn name(&self) -> &'static str {
        NAME
    }

    fn provide(&self) -> BoxFuture<'_, Result<Credentials, CredentialsError>> {
        let function = Arc::clone(&self.function);
        let raised = Arc::clone(&self.raised);
        let event_loop = event_loop();
        // On a thread that may block: the function may do what it likes, and a coroutine is waited for.
        let asked = tokio::task::spawn_blocking(move || {
            in_python(|py| {
                let ask = || -> PyResult<Key> {
                    let module = py.import("cams_roi._credentials")?;
                    let event_loop = event_loop.as_ref().map(|it| it.bind(py));
                    module.call_method1("ask", (function.bind(py), event_loop))?.extract()
                };
                ask().map_err(|error| {
                    let reason = error.to_string();
                    *raised.lock().unwrap_or_else(PoisonError::into_inner) = Some(error.into_value(py));
                    reason
                })
            })
        });
        async move {
            match asked.await {
                Ok(Some(Ok(key))) => Ok(credentials(key)),
                Ok(Some(Err(reason))) => Err(CredentialsError::new(NAME, reason)),
                Ok(None) | Err(_) => Err(CredentialsError::new(NAME, "the interpreter is shutting down")),
            }
        }
        .boxed()
    }
}
