//! What is known of an operation.

use super::shape::{self, Parameter};

/// An operation of the service.
#[derive(Clone, Copy, Debug)]
pub(crate) struct KnownOperation {
    name: &'static str,
    may_run_twice: bool,
    /// Zero where none is documented.
    calls_per_second: u32,
    /// In the notation of [`super::shape`].
    pub(super) parameters: &'static str,
}

impl KnownOperation {
    /// One that changes nothing, or nothing more the second time.
    pub(super) const fn repeatable(
        name: &'static str,
        calls_per_second: u32,
        parameters: &'static str,
    ) -> Self {
        Self { name, may_run_twice: true, calls_per_second, parameters }
    }

    /// One that changes something, sends, spends, or gives away a secret.
    pub(super) const fn once(name: &'static str, calls_per_second: u32, parameters: &'static str) -> Self {
        Self { name, may_run_twice: false, calls_per_second, parameters }
    }

    /// The name, letter case included.
    pub(crate) const fn name(&self) -> &'static str {
        self.name
    }

    /// Whether it may run twice with the effect of once.
    pub(crate) const fn may_run_twice(&self) -> bool {
        self.may_run_twice
    }

    /// The documented limit in calls a second for an account.
    pub(crate) const fn calls_per_second(&self) -> Option<u32> {
        match self.calls_per_second {
            0 => None,
            calls => Some(calls),
        }
    }

    /// Its own parameters.
    pub(crate) fn parameters(&self) -> Vec<Parameter> {
        shape::parameters(self.parameters)
    }
}
