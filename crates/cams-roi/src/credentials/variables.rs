//! Environment variables.

use std::collections::HashMap;
use std::fmt;
use std::path::PathBuf;
use std::sync::Arc;

type Lookup = Arc<dyn Fn(&str) -> Option<String> + Send + Sync>;

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
        Self(Arc::new(move |name| variables.get(name).cloned()))
    }

    /// Asks `lookup` for each variable, every time it is needed.
    #[must_use]
    pub fn from_lookup(lookup: impl Fn(&str) -> Option<String> + Send + Sync + 'static) -> Self {
        Self(Arc::new(lookup))
    }

    /// The variable's value; an empty one counts as not set.
    pub(super) fn get(&self, name: &str) -> Option<String> {
        (self.0)(name).filter(|value| !value.is_empty())
    }

    /// Whether a switch such as `ALIBABA_CLOUD_CLI_PROFILE_DISABLED` is on.
    pub(super) fn is_true(&self, name: &str) -> bool {
        self.get(name).is_some_and(|value| value.eq_ignore_ascii_case("true"))
    }

    /// A file under the user's home directory.
    pub(super) fn in_home(&self, parts: [&str; 2]) -> Result<PathBuf, String> {
        let home = ["HOME", "USERPROFILE"].into_iter().find_map(|name| self.get(name));
        let home = home.ok_or("no home directory: HOME is not set")?;
        Ok(PathBuf::from(home).join(parts[0]).join(parts[1]))
    }
}

impl Default for Environment {
    /// The process's own.
    fn default() -> Self {
        Self(Arc::new(|name| match std::env::var(name).ok() {
            // Services often run without HOME, but with a user that has a home.
            None if name == "HOME" => {
                std::env::home_dir().and_then(|path| path.into_os_string().into_string().ok())
            }
            value => value,
        }))
    }
}

impl fmt::Debug for Environment {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Environment")
    }
}
