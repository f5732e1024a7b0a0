//! A command in a clean environment, and an emulator to call.

use std::ffi::OsStr;
use std::io::Write as _;
use std::path::PathBuf;
use std::process::{Child, Command, Output, Stdio};
use std::thread::JoinHandle;
use std::time::{Duration, Instant};

use cams_roi_emulator::{Emulator, EmulatorOptions, LogEntry, ReadyAccount};
use serde_json::Value;
use tempfile::TempDir;
use tokio::runtime::Runtime;

pub(crate) const ENABLE: &str = "EnableWhatsappROIMetric";

/// An emulator that serves while the test's own thread waits for the command.
pub(crate) struct Service {
    pub(crate) emulator: Emulator,
    pub(crate) account: ReadyAccount,
    _runtime: Runtime,
}

impl Service {
    pub(crate) fn start(options: EmulatorOptions) -> Self {
        let runtime =
            tokio::runtime::Builder::new_multi_thread().worker_threads(1).enable_all().build().unwrap();
        let emulator = runtime.block_on(Emulator::start(options)).unwrap();
        let account = emulator.ready_account().unwrap();
        Self { emulator, account, _runtime: runtime }
    }

    pub(crate) fn with_channels(channels: usize) -> Self {
        Self::start(EmulatorOptions { channels, ..EmulatorOptions::default() })
    }

    /// A command that calls this emulator with its account.
    pub(crate) fn command<S: AsRef<OsStr>>(&self, arguments: impl IntoIterator<Item = S>) -> Run {
        self.for_its_account(Run::new(arguments))
    }

    /// Another program that does, found where this process finds its own.
    #[cfg(feature = "test-languages")]
    pub(crate) fn program(&self, program: &std::path::Path, arguments: &[&str]) -> Run {
        let run = Run::of(Command::new(program)).args(arguments);
        self.for_its_account(run.env_os("PATH", &std::env::var_os("PATH").unwrap_or_default()))
    }

    fn for_its_account(&self, run: Run) -> Run {
        run.env("CAMS_ROI_ENDPOINT", &self.account.url)
            .env("ALIBABA_CLOUD_ACCESS_KEY_ID", &self.account.access_key_id)
            .env("ALIBABA_CLOUD_ACCESS_KEY_SECRET", &self.account.access_key_secret)
    }

    /// The calls that enabled something, as the emulator saw them.
    pub(crate) fn enabling_calls(&self) -> Vec<LogEntry> {
        self.emulator.log().into_iter().filter(|entry| entry.action.as_deref() == Some(ENABLE)).collect()
    }
}

/// A command to run, with a home directory of its own and nothing else of this machine.
pub(crate) struct Run {
    command: Command,
    home: TempDir,
    stdin: Option<Vec<u8>>,
    has_stdout: bool,
    has_stderr: bool,
}

impl Run {
    pub(crate) fn new<S: AsRef<OsStr>>(arguments: impl IntoIterator<Item = S>) -> Self {
        Self::of(Command::new(env!("CARGO_BIN_EXE_cams-roi"))).args(arguments)
    }

    fn of(mut command: Command) -> Self {
        let home = tempfile::tempdir().unwrap();
        command.env_clear().env("HOME", home.path()).stdin(Stdio::null());
        // The machine that runs the tests may be an instance with a role of its own.
        command.env("ALIBABA_CLOUD_ECS_METADATA_DISABLED", "true");
        Self { command, home, stdin: None, has_stdout: false, has_stderr: false }
    }

    pub(crate) fn env(mut self, name: &str, value: &str) -> Self {
        self.command.env(name, value);
        self
    }

    /// A variable that need not be text.
    pub(crate) fn env_os(mut self, name: &str, value: &OsStr) -> Self {
        self.command.env(name, value);
        self
    }

    /// Writes a file of its home directory.
    pub(crate) fn home_file(self, name: &str, content: &str) -> Self {
        let path = self.home.path().join(name);
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(path, content).unwrap();
        self
    }

    pub(crate) fn args<S: AsRef<OsStr>>(mut self, arguments: impl IntoIterator<Item = S>) -> Self {
        self.command.args(arguments);
        self
    }

    /// Has it started by another program: its words, then the command and its arguments.
    pub(crate) fn under(mut self, words: &[&str]) -> Self {
        let mut outer = Command::new(words[0]);
        outer.args(&words[1..]).arg(self.command.get_program()).args(self.command.get_args());
        outer.env_clear().stdin(Stdio::null()).env("PATH", "/usr/bin:/bin");
        outer.envs(self.command.get_envs().filter_map(|(name, value)| Some((name, value?))));
        self.command = outer;
        self
    }

    pub(crate) fn stdin(mut self, bytes: &[u8]) -> Self {
        self.stdin = Some(bytes.to_vec());
        self
    }

    pub(crate) fn stdout(mut self, stdout: impl Into<Stdio>) -> Self {
        self.command.stdout(stdout);
        self.has_stdout = true;
        self
    }

    pub(crate) fn stderr(mut self, stderr: impl Into<Stdio>) -> Self {
        self.command.stderr(stderr);
        self.has_stderr = true;
        self
    }

    /// Starts it with all three streams as pipes.
    pub(crate) fn spawn(mut self) -> Started {
        self.command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
        Started { child: self.command.spawn().unwrap(), reader: None, _home: self.home }
    }

    /// Runs it to its end.
    pub(crate) fn output(mut self) -> Ended {
        if self.stdin.is_some() {
            self.command.stdin(Stdio::piped());
        }
        if !self.has_stdout {
            self.command.stdout(Stdio::piped());
        }
        if !self.has_stderr {
            self.command.stderr(Stdio::piped());
        }
        let mut child = self.command.spawn().unwrap();
        if let (Some(bytes), Some(mut stdin)) = (&self.stdin, child.stdin.take()) {
            // A command that found a mistake at once does not read it all.
            let _ = stdin.write_all(bytes);
        }
        Ended::new(&child.wait_with_output().unwrap())
    }
}

/// A command that runs. It is killed when a test gives it up.
pub(crate) struct Started {
    pub(crate) child: Child,
    /// What reads its standard output while it runs.
    reader: Option<JoinHandle<String>>,
    _home: TempDir,
}

impl Started {
    /// Its output is read while it runs: a command whose output nobody takes waits once the pipe is full.
    pub(crate) fn read(mut self) -> Self {
        let mut stdout = self.child.stdout.take();
        self.reader = Some(std::thread::spawn(move || read_all(stdout.as_mut())));
        self
    }

    pub(crate) fn end(mut self) -> Ended {
        // What is piped is taken out, so that the drop below finds nothing to do.
        drop(self.child.stdin.take());
        let mut ended = Ended::default();
        let mut stderr = self.child.stderr.take();
        let reader = std::thread::spawn(move || read_all(stderr.as_mut()));
        ended.stdout = match self.reader.take() {
            Some(reader) => reader.join().unwrap(),
            None => read_all(self.child.stdout.as_mut()),
        };
        ended.stderr = reader.join().unwrap();
        ended.code = self.child.wait().unwrap().code();
        ended
    }
}

impl Drop for Started {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

fn read_all(stream: Option<&mut impl std::io::Read>) -> String {
    let mut bytes = Vec::new();
    if let Some(stream) = stream {
        stream.read_to_end(&mut bytes).unwrap();
    }
    String::from_utf8(bytes).unwrap()
}

/// What a command left behind.
#[derive(Debug, Default)]
pub(crate) struct Ended {
    pub(crate) code: Option<i32>,
    pub(crate) stdout: String,
    pub(crate) stderr: String,
}

impl Ended {
    fn new(output: &Output) -> Self {
        Self {
            code: output.status.code(),
            stdout: String::from_utf8(output.stdout.clone()).unwrap(),
            stderr: String::from_utf8(output.stderr.clone()).unwrap(),
        }
    }

    /// Exit code 0.
    #[track_caller]
    pub(crate) fn done(self) -> Self {
        self.exits(0)
    }

    #[track_caller]
    pub(crate) fn exits(self, code: i32) -> Self {
        assert_eq!(self.code, Some(code), "{self:#?}");
        assert!(!self.stderr.contains("panicked"), "{self:#?}");
        self
    }

    /// One error line and at most one hint line on standard error, nothing on standard output.
    #[track_caller]
    pub(crate) fn fails_clearly(self, code: i32, error: &str, hint: &str) {
        let ended = self.exits(code);
        let lines: Vec<&str> = ended.stderr.lines().collect();
        assert!(matches!(lines.len(), 1 | 2), "{ended:#?}");
        assert!(lines[0].starts_with("error: ") && lines[0].contains(error), "{error:?}: {ended:#?}");
        let second = lines.get(1).copied().unwrap_or("hint: ");
        assert!(second.starts_with("hint: ") && second.contains(hint), "{hint:?}: {ended:#?}");
        assert_eq!(ended.stdout, "");
    }

    /// The JSON objects on standard output, one a line.
    pub(crate) fn objects(&self) -> Vec<Value> {
        self.stdout.lines().map(|line| serde_json::from_str(line).unwrap()).collect()
    }
}

/// A file that is there as long as the value is.
pub(crate) struct Scratch(TempDir);

impl Scratch {
    pub(crate) fn new() -> Self {
        Self(tempfile::tempdir().unwrap())
    }

    pub(crate) fn path(&self, name: &str) -> PathBuf {
        self.0.path().join(name)
    }

    pub(crate) fn file(&self, name: &str, content: impl AsRef<[u8]>) -> String {
        std::fs::write(self.path(name), content).unwrap();
        self.text(name)
    }

    pub(crate) fn text(&self, name: &str) -> String {
        self.path(name).to_str().unwrap().to_owned()
    }
}

/// So many IDs of the emulator's own channels, one a line.
pub(crate) fn id_list(count: usize) -> String {
    let ids: Vec<_> = (1..=count).map(|n| format!("cams-emulator-{n}")).collect();
    ids.join("\n")
}

/// Numbers that look random and are the same each time.
pub(crate) struct Random(pub(crate) u64);

impl Random {
    pub(crate) fn below(&mut self, most: i64) -> i64 {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        i64::try_from((self.0 >> 33) % most.unsigned_abs()).unwrap()
    }
}

/// Waits until `condition` holds.
#[track_caller]
pub(crate) fn until(what: &str, mut condition: impl FnMut() -> bool) {
    let deadline = Instant::now() + Duration::from_mins(1);
    while !condition() {
        assert!(Instant::now() < deadline, "{what} did not come");
        std::thread::sleep(Duration::from_millis(2));
    }
}
