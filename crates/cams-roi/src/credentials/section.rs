//! The settings of one profile, whichever file it stands in.

use std::collections::HashMap;

use super::failure::Reason;
use super::role_session::RoleSession;
use super::{Credentials, Environment};
use crate::secret::Secret;

/// Names and values, and where they stand.
pub(super) struct Section {
    /// For error messages: file and profile.
    pub(super) place: String,
    fields: HashMap<String, Secret>,
}

impl Section {
    pub(super) fn new(place: String, fields: HashMap<String, Secret>) -> Self {
        Self { place, fields }
    }

    /// The field's value; an empty one counts as absent.
    pub(super) fn get(&self, name: &str) -> Option<&str> {
        self.fields.get(name).map(Secret::expose).filter(|value| !value.is_empty())
    }

    pub(super) fn owned(&self, name: &str) -> Option<String> {
        self.get(name).map(str::to_owned)
    }

    pub(super) fn required(&self, name: &str) -> Result<String, Reason> {
        self.owned(name).ok_or_else(|| self.wrong(&format!("{name} is missing or empty")))
    }

    /// A field for which an environment variable may stand in.
    pub(super) fn required_or(
        &self,
        name: &str,
        environment: &Environment,
        variable: &str,
    ) -> Result<String, Reason> {
        environment.given_or(self.owned(name).as_ref(), variable)?.ok_or_else(|| {
            self.wrong(&format!("{name} is missing or empty, and {variable} is not set either"))
        })
    }

    /// The long-lived pair that stands in the file itself.
    pub(super) fn access_key(&self) -> Result<Credentials, Reason> {
        let parts = ["access_key_id", "access_key_secret"];
        let half =
            |missing: &str| Reason::Incomplete(format!("{}: {missing} is missing or empty", self.place));
        match parts.map(|name| self.owned(name)) {
            [Some(id), Some(secret)] => {
                Ok(Credentials::new(id, secret).provided_by("the profile's AccessKey"))
            }
            [Some(_), None] => Err(half(parts[1])),
            [None, Some(_)] => Err(half(parts[0])),
            // As the CLI writes a profile that nobody has filled in.
            [None, None] => Err(self.wrong("access_key_id is missing or empty")),
        }
    }

    /// The session's settings. Its name goes by `session_names`, of which the first counts.
    pub(super) fn role_session(&self, session_names: [&str; 2]) -> Result<RoleSession, Reason> {
        let seconds =
            match self.get("expired_seconds") {
                None | Some("0") => None,
                Some(text) => Some(text.parse().map_err(|_| {
                    self.wrong(&format!("expired_seconds is {text:?}, not a number of seconds"))
                })?),
            };
        let use_vpc = match self.get("enable_vpc") {
            None => None,
            Some("true") => Some(true),
            Some("false") => Some(false),
            Some(text) => return Err(self.wrong(&format!("enable_vpc is {text:?}, neither true nor false"))),
        };
        Ok(RoleSession {
            name: session_names.iter().find_map(|name| self.owned(name)),
            seconds,
            policy: self.owned("policy"),
            sts_region: self.owned("sts_region"),
            use_vpc,
            sts_endpoint: None,
        })
    }

    pub(super) fn wrong(&self, problem: &str) -> Reason {
        Reason::Failed(format!("{}: {problem}", self.place))
    }
}
