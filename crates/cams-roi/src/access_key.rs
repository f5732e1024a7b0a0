//! An AccessKey pair as a value: what signs, what is hidden, what limits are counted by.

use std::fmt;
use std::sync::Arc;
use std::time::SystemTime;

use crate::secret::Secret;

/// The provider that reads these variables. Of what it gave, a wrong part is called by its variable.
pub(crate) const ENVIRONMENT: &str = "environment";
pub(crate) const ID_VARIABLE: &str = "ALIBABA_CLOUD_ACCESS_KEY_ID";
pub(crate) const SECRET_VARIABLE: &str = "ALIBABA_CLOUD_ACCESS_KEY_SECRET";
pub(crate) const TOKEN_VARIABLE: &str = "ALIBABA_CLOUD_SECURITY_TOKEN";

/// An AccessKey pair, with a security token when it is temporary.
#[derive(Clone)]
pub struct Credentials {
    access_key_id: String,
    access_key_secret: Secret,
    security_token: Option<Secret>,
    expires_at: Option<SystemTime>,
    provider: Option<Arc<str>>,
    source: Option<Arc<str>>,
}

/// Which provider gave them makes no difference.
impl PartialEq for Credentials {
    fn eq(&self, other: &Self) -> bool {
        self.access_key_id == other.access_key_id
            && self.access_key_secret == other.access_key_secret
            && self.security_token == other.security_token
            && self.expires_at == other.expires_at
    }
}

impl Eq for Credentials {}

impl Credentials {
    /// Long-lived credentials: an AccessKey ID and its secret.
    #[must_use]
    pub fn new(access_key_id: impl Into<String>, access_key_secret: impl Into<Secret>) -> Self {
        Self {
            access_key_id: access_key_id.into(),
            access_key_secret: access_key_secret.into(),
            security_token: None,
            expires_at: None,
            provider: None,
            source: None,
        }
    }

    /// Makes them temporary: adds the security token that STS gave with them.
    #[must_use]
    pub fn with_security_token(mut self, token: impl Into<Secret>) -> Self {
        self.security_token = Some(token.into());
        self
    }

    /// Says when they expire.
    #[must_use]
    pub fn expiring_at(mut self, time: SystemTime) -> Self {
        self.expires_at = Some(time);
        self
    }

    /// Says which provider gave them, for people who look for the reason why these are used.
    #[must_use]
    pub fn provided_by(mut self, name: impl Into<Arc<str>>) -> Self {
        self.provider = Some(name.into());
        self
    }

    /// Names where they come from by what stays the same when the keys are replaced: best the account's ID. Clients
    /// whose credentials have the same source share the rate limits of its account. Without it, replaced keys share
    /// those of the client that they are given to. Must not hold a secret.
    #[must_use]
    pub fn from_source(mut self, source: impl Into<Arc<str>>) -> Self {
        self.source = Some(source.into());
        self
    }

    /// Gives them a source, unless they have one that is closer to the account.
    pub(crate) fn or_from_source<S: Into<Arc<str>>>(self, source: impl FnOnce() -> S) -> Self {
        if self.source.is_some() { self } else { self.from_source(source()) }
    }

    /// The AccessKey ID: who is calling. Not a secret.
    #[must_use]
    pub fn access_key_id(&self) -> &str {
        &self.access_key_id
    }

    /// The AccessKey ID with at most its first and last four characters: enough to tell it from others, for logs.
    #[must_use]
    pub fn masked_access_key_id(&self) -> String {
        let id = self.access_key_id.as_str();
        // Of a short one more would be shown than hidden.
        let is_long = id.is_ascii() && id.len() >= 12;
        if is_long { format!("{}****{}", &id[..4], &id[id.len() - 4..]) } else { "****".to_owned() }
    }

    /// The AccessKey secret, with which requests are signed.
    #[must_use]
    pub fn access_key_secret(&self) -> &Secret {
        &self.access_key_secret
    }

    /// The security token of temporary credentials.
    #[must_use]
    pub fn security_token(&self) -> Option<&Secret> {
        self.security_token.as_ref()
    }

    /// When they expire; `None` for long-lived ones, and where nobody said.
    #[must_use]
    pub fn expires_at(&self) -> Option<SystemTime> {
        self.expires_at
    }

    /// Which provider gave them, for example `environment`; `None` where nobody said.
    #[must_use]
    pub fn provider(&self) -> Option<&str> {
        self.provider.as_deref()
    }

    /// What stays the same when the keys are replaced; `None` where nobody said.
    #[must_use]
    pub fn source(&self) -> Option<&str> {
        self.source.as_deref()
    }

    /// Refuses what could never be sent, before it costs a request: an empty part, quotes, white space, control
    /// characters.
    pub(crate) fn check(&self) -> Result<(), String> {
        let token = self.security_token.as_ref().map(Secret::expose);
        let parts = [
            ("AccessKey ID", ID_VARIABLE, Some(self.access_key_id.as_str())),
            ("AccessKey secret", SECRET_VARIABLE, Some(self.access_key_secret.expose())),
            ("security token", TOKEN_VARIABLE, token),
        ];
        for (name, variable, part) in parts {
            let Some(part) = part else { continue };
            if let Some(problem) = problem_of(part) {
                return Err(match self.provider() {
                    Some(ENVIRONMENT) => format!("the {name} in {variable} {problem}"),
                    _ => format!("the {name} {problem}"),
                });
            }
        }
        Ok(())
    }
}

/// Why this is no part of an AccessKey.
fn problem_of(part: &str) -> Option<&'static str> {
    if part.is_empty() {
        Some("is empty")
    } else if part.starts_with(['"', '\'', '“', '‘']) || part.ends_with(['"', '\'', '”', '’']) {
        Some("has quotes around it: remove them")
    } else if !part.bytes().all(|byte| byte.is_ascii_graphic()) {
        Some("holds white space, a control character or a character outside ASCII: copy it again")
    } else {
        None
    }
}

impl fmt::Debug for Credentials {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Credentials")
            .field("access_key_id", &self.masked_access_key_id())
            .field("access_key_secret", &self.access_key_secret)
            .field("security_token", &self.security_token)
            .field("expires_at", &self.expires_at)
            .field("provider", &self.provider)
            .field("source", &self.source)
            .finish()
    }
}
