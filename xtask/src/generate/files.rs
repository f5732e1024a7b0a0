//! The files that a program writes from the model: writing them, and comparing them with what is committed.

use std::collections::BTreeSet;
use std::fs;
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use anyhow::{Context as _, Result, bail, ensure};

/// Files by their paths in the checkout.
#[derive(Default)]
pub(super) struct Files {
    texts: Vec<(String, String)>,
    /// Folders that hold nothing else, so that what is no longer written goes.
    folders: Vec<&'static str>,
}

impl Files {
    pub(super) fn add(&mut self, path: impl Into<String>, text: String) {
        self.texts.push((path.into(), text));
    }

    /// Says that nothing but generated files is in a folder.
    pub(super) fn owns(&mut self, folder: &'static str) {
        self.folders.push(folder);
    }

    /// Writes what differs, and removes what is written no longer.
    pub(super) fn write(&self, root: &Path) -> Result<()> {
        for (path, text) in &self.texts {
            let file = root.join(path);
            if fs::read_to_string(&file).is_ok_and(|before| before == *text) {
                continue;
            }
            if let Some(folder) = file.parent() {
                fs::create_dir_all(folder)?;
            }
            fs::write(&file, text).with_context(|| path.clone())?;
        }
        for path in self.left_over(root)? {
            fs::remove_file(root.join(path))?;
        }
        Ok(())
    }

    /// The paths of files that are not as they would be written.
    pub(super) fn stale(&self, root: &Path) -> Result<Vec<String>> {
        let differs = |(path, text): &&(String, String)| {
            fs::read_to_string(root.join(path)).unwrap_or_default() != *text
        };
        let mut stale: Vec<String> =
            self.texts.iter().filter(differs).map(|(path, _)| path.clone()).collect();
        stale.extend(self.left_over(root)?);
        Ok(stale)
    }

    fn left_over(&self, root: &Path) -> Result<Vec<String>> {
        let written: BTreeSet<PathBuf> = self.texts.iter().map(|(path, _)| PathBuf::from(path)).collect();
        let mut left_over = Vec::new();
        for folder in self.folders.iter().filter(|folder| root.join(folder).is_dir()) {
            for entry in fs::read_dir(root.join(folder))? {
                let path = Path::new(folder).join(entry?.file_name());
                if root.join(&path).is_file() && !written.contains(&path) {
                    left_over.push(path.to_string_lossy().into_owned());
                }
            }
        }
        Ok(left_over)
    }
}

/// What a formatter that reads a file from its standard input makes of a text.
pub(super) fn formatted(root: &Path, program: &str, arguments: &[&str], text: &str) -> Result<String> {
    let mut formatter = Command::new(program)
        .args(arguments)
        .current_dir(root)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .with_context(|| format!("{program} cannot be run"))?;
    let mut input = formatter.stdin.take().context("its input is a pipe")?;
    let owned = text.to_owned();
    let writer = std::thread::spawn(move || input.write_all(owned.as_bytes()));
    let output = formatter.wait_with_output()?;
    let written = writer.join();
    if !output.status.success() {
        bail!(
            "{program} refuses what the template wrote:\n{}\n{text}",
            String::from_utf8_lossy(&output.stderr)
        );
    }
    ensure!(matches!(written, Ok(Ok(()))), "{program} did not read its input");
    Ok(String::from_utf8(output.stdout)?)
}
