//! A file that is written as a whole: until all of it is there, what was there before stays.

use std::fs::{self, File};
use std::io::{self, BufWriter, Write};
use std::path::{Path, PathBuf};

use tempfile::NamedTempFile;

use crate::failure::Failure;

/// A file that is being written.
pub(crate) struct OutputFile {
    path: PathBuf,
    out: Out,
}

enum Out {
    /// Beside the file, whose place it takes at the end.
    New(BufWriter<NamedTempFile>),
    /// A pipe or a device, which nothing can take the place of.
    Device(BufWriter<File>),
}

impl OutputFile {
    /// Begins a file.
    pub(crate) fn create(path: &Path) -> Result<Self, Failure> {
        Self::begin(path).map_err(|error| not_written(path, &error))
    }

    fn begin(path: &Path) -> io::Result<Self> {
        // What a link points to is written, and the link stays.
        let path = path.canonicalize().unwrap_or_else(|_| path.to_owned());
        let before = fs::metadata(&path).ok();
        if before.as_ref().is_some_and(|it| !it.is_file()) {
            let device = File::options().write(true).open(&path)?;
            return Ok(Self { path, out: Out::Device(BufWriter::new(device)) });
        }
        // A file that may not be written is not replaced, either.
        if before.is_some() {
            File::options().write(true).open(&path)?;
        }
        let folder = path.parent().filter(|it| !it.as_os_str().is_empty()).unwrap_or(Path::new("."));
        let mut builder = tempfile::Builder::new();
        builder.prefix(".cams-roi-");
        #[cfg(unix)]
        builder.permissions(std::os::unix::fs::PermissionsExt::from_mode(0o666));
        let new = builder.tempfile_in(folder)?;
        if let Some(before) = before {
            new.as_file().set_permissions(before.permissions())?;
        }
        Ok(Self { path, out: Out::New(BufWriter::new(new)) })
    }

    /// Puts the file in its place.
    pub(crate) fn finish(self) -> Result<(), Failure> {
        let wrong = |error: &io::Error| not_written(&self.path, error);
        match self.out {
            Out::Device(mut file) => file.flush().map_err(|error| wrong(&error)),
            Out::New(file) => {
                let file = file.into_inner().map_err(|error| wrong(error.error()))?;
                file.persist(&self.path).map_err(|error| wrong(&error.error))?;
                Ok(())
            }
        }
    }

    /// What a failure to write means for this file.
    pub(crate) fn failure(&self, failure: Failure) -> Failure {
        match failure {
            Failure::Output(error) => not_written(&self.path, &error),
            other => other,
        }
    }
}

impl Write for OutputFile {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        match &mut self.out {
            Out::New(file) => file.write(bytes),
            Out::Device(file) => file.write(bytes),
        }
    }

    fn flush(&mut self) -> io::Result<()> {
        match &mut self.out {
            Out::New(file) => file.flush(),
            Out::Device(file) => file.flush(),
        }
    }
}

fn not_written(path: &Path, error: &io::Error) -> Failure {
    Failure::local(
        format!("{} cannot be written: {error}", path.display()),
        "Name a file in a folder that you may write to, and make room there. The file that was there is unchanged.",
    )
}
