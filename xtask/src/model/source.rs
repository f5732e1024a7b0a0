//! A file of the model: reading it, and saying where in it something is wrong.

use std::fs;
use std::ops::Range;
use std::path::Path;

use anyhow::{Context as _, Result, anyhow};
use serde::de::DeserializeOwned;

/// A file, which errors name.
pub(super) struct Source {
    pub(super) file: String,
    text: String,
}

impl Source {
    pub(super) fn read(root: &Path, file: &str) -> Result<Self> {
        let text = fs::read_to_string(root.join(file)).with_context(|| file.to_owned())?;
        Ok(Self { file: file.to_owned(), text })
    }

    #[cfg(test)]
    pub(super) fn of(file: &str, text: &str) -> Self {
        Self { file: file.to_owned(), text: text.to_owned() }
    }

    pub(super) fn parse<T: DeserializeOwned>(&self) -> Result<T> {
        toml::from_str(&self.text).map_err(|problem| {
            let line = problem.span().map_or(1, |span| self.line(&span));
            anyhow!("{}:{line}: {}", self.file, problem.message())
        })
    }

    fn line(&self, span: &Range<usize>) -> usize {
        self.text[..span.start.min(self.text.len())].matches('\n').count() + 1
    }

    /// An error about what stands there.
    pub(super) fn error(&self, span: &Range<usize>, what: impl std::fmt::Display) -> anyhow::Error {
        anyhow!("{}:{}: {what}", self.file, self.line(span))
    }
}
