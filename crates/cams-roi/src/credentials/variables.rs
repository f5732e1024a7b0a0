//! Environment variables.

use std::collections::HashMap;
use std::ffi::OsString;
use std::fmt;
use std::path::PathBuf;
use std::sync::Arc;

type Lookup = Arc<dyn Fn(&str) -> Option<OsString> + Send + Sync>;

/// A variable that is set to what is no text: it must not count as one that is not set, or another account's key serves.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{name} is set, but not to UTF-8 text")]
pub(super) struct NotText {
    name: String,
}

/// Environment variables, read when they are asked for and not when the program starts.
#[derive(Clone)]
pub struct Environment(Lookup);

impl Environment {
    /// These variables and no others, whatever the process has: for tests, and for programs that keep settings of
    /// their own.
    #[must_use]
    pub fn of<N: Into<String>, V: Into<String>>(variables: impl IntoIterator<Item = (N, V)>) -> Self {
        let variables: HashMap<String, String> =
            variables.into_iter().map(|(name, value)| (name.into(), value.into())).collect();
        Self::from_lookup(move |name| variables.get(name).cloned())
    }

    /// Asks `lookup` for each variable, every time it is needed.
    #[must_use]
    pub fn from_lookup(lookup: impl Fn(&str) -> Option<String> + Send + Sync + 'static) -> Self {
        Self(Arc::new(move |name| lookup(name).map(OsString::from)))
    }

    /// The variable's value; an empty one counts as not set.
    pub(super) fn get(&self, name: &str) -> Result<Option<String>, NotText> {
        let text = |value: OsString| value.into_string().map_err(|_| NotText { name: name.to_owned() });
        self.raw(name).map(text).transpose()
    }

    /// The same of a path, which need not be text.
    pub(super) fn path(&self, name: &str) -> Option<PathBuf> {
        self.raw(name).map(PathBuf::from)
    }

    /// Whether it has a value.
    pub(super) fn is_set(&self, name: &str) -> bool {
        self.raw(name).is_some()
    }

    fn raw(&self, name: &str) -> Option<OsString> {
        (self.0)(name).filter(|value| !value.is_empty())
    }

    /// What was given, else the variable's value.
    pub(super) fn given_or(&self, given: Option<&String>, name: &str) -> Result<Option<String>, NotText> {
        given.map_or_else(|| self.get(name), |given| Ok(Some(given.clone())))
    }

    /// Whether a switch such as `ALIBABA_CLOUD_CLI_PROFILE_DISABLED` is on.
    pub(super) fn is_true(&self, name: &str) -> bool {
        self.raw(name).is_some_and(|value| value.eq_ignore_ascii_case("true"))
    }

    /// A file under the user's home directory.
    pub(super) fn in_home(&self, parts: [&str; 2]) -> Result<PathBuf, String> {
        let home = ["HOME", "USERPROFILE"].into_iter().find_map(|name| self.path(name));
        let home = home.ok_or("no home directory: HOME is not set")?;
        Ok(home.join(parts[0]).join(parts[1]))
    }
}

impl Default for Environment {
    /// The process's own.
    fn default() -> Self {
        Self(Arc::new(|name| match std::env::var_os(name) {
            // Services often run without HOME, but with a user that has a home.
            None if name == "HOME" => std::env::home_dir().map(PathBuf::into_os_string),
            value => value,
        }))
    }
}

impl fmt::Debug for Environment {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Environment")
    }
}

#[cfg(all(test, unix))]
mod tests {
    use std::os::unix::ffi::OsStringExt as _;

    use super::*;

    #[test]
    fn what_is_no_text_is_set_all_the_same() {
        let environment = Environment(Arc::new(|name| match name {
            "BYTES" => Some(OsString::from_vec(vec![b'/', 0xff])),
            "EMPTY" => Some(OsString::new()),
            _ => None,
        }));
        let problem = environment.get("BYTES").unwrap_err();
        assert_eq!(problem.to_string(), "BYTES is set, but not to UTF-8 text");
        assert!(environment.is_set("BYTES") && environment.path("BYTES").is_some());
        assert_eq!(environment.get("EMPTY"), Ok(None));
        assert_eq!(environment.given_or(Some(&"given".to_owned()), "BYTES"), Ok(Some("given".to_owned())));
        assert!(environment.given_or(None, "BYTES").is_err());
    }
}
