//! The commands of the README and of the guides, in the world that `docs/code-in-these-pages.md` describes.

use std::env;
use std::fs;
use std::io::{BufRead as _, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use cams_roi_emulator::{Account, Channel, EmulatorOptions, Limits};
use tempfile::TempDir;

use crate::support::Service;

/// What begins the lines that run.
const COMMAND: &str = "cams-roi ";

#[test]
fn every_command_line_of_the_pages_runs() {
    let mut lines_run = 0;
    for page in pages() {
        let text = fs::read_to_string(&page).unwrap();
        let mut world = None;
        for line in text.split("```sh\n").skip(1).flat_map(|block| block.split("```").next().unwrap().lines())
        {
            if line.starts_with(COMMAND) {
                world.get_or_insert_with(World::new).run(line, &page);
                lines_run += 1;
            }
        }
    }
    assert!(lines_run >= 20, "only {lines_run} lines were found");
}

/// Those of the page on several processes that need a Redis server.
#[cfg(feature = "test-redis")]
#[test]
fn every_command_line_that_needs_redis_runs() {
    let page = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../docs/several-processes.md");
    let text = fs::read_to_string(&page).unwrap();
    let redis = crate::redis_server::RedisServer::start(&[]);
    let (world, mut lines_run) = (World::new(), 0);
    for line in text.split("```bash\n").skip(1).flat_map(|block| block.split("```").next().unwrap().lines()) {
        if line.starts_with(COMMAND) {
            world.run(&line.replace("redis://cache.example", &redis.url()), &page);
            lines_run += 1;
        }
    }
    assert_eq!(lines_run, 5);
}

/// The README, and all pages below `docs`.
fn pages() -> Vec<PathBuf> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    let mut pages = vec![root.join("README.md")];
    let mut directories = vec![root.join("docs")];
    while let Some(directory) = directories.pop() {
        for entry in fs::read_dir(directory).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                directories.push(path);
            } else if path.extension().is_some_and(|extension| extension == "md") {
                pages.push(path);
            }
        }
    }
    pages
}

/// What the lines of one page find.
struct World {
    service: Service,
    directory: TempDir,
}

impl World {
    fn new() -> Self {
        let mut account = Account::ready(0);
        account.isv_code = Some("isv-1".to_owned());
        account.channels = (1..=3)
            .map(|number| {
                let channel = Channel::new(format!("cams-{number}")).with_phone_number("99900000042");
                Channel { enabled_at: Some("2020-01-01T00:00:00Z".parse().unwrap()), ..channel }
            })
            .collect();
        let options =
            EmulatorOptions { accounts: vec![account], limits: Limits::off(), ..EmulatorOptions::default() };
        let directory = tempfile::tempdir().unwrap();
        fs::write(directory.path().join("channels.csv"), "cust_space_id\ncams-1\ncams-2\ncams-3\n").unwrap();
        Self { service: Service::start(options), directory }
    }

    /// Runs a line as a shell does, in which the command is the one that was built.
    fn run(&self, line: &str, page: &Path) {
        let program = Path::new(env!("CARGO_BIN_EXE_cams-roi"));
        let account = &self.service.account;
        let mut paths = vec![program.parent().unwrap().to_owned()];
        paths.extend(env::split_paths(&env::var_os("PATH").unwrap()));
        let mut shell = Command::new("sh");
        // In place of the shell, so that ending one ends the other.
        shell
            .args(["-c", &format!("exec {line}")])
            .current_dir(self.directory.path())
            .env_clear()
            .env("PATH", env::join_paths(paths).unwrap())
            .env("HOME", self.directory.path())
            .env("CAMS_ROI_ENDPOINT", &account.url)
            .env("ALIBABA_CLOUD_ACCESS_KEY_ID", &account.access_key_id)
            .env("ALIBABA_CLOUD_ACCESS_KEY_SECRET", &account.access_key_secret)
            .env("ALIBABA_CLOUD_ECS_METADATA_DISABLED", "true")
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped());
        if line.starts_with("cams-roi emulator") {
            // It serves until it is killed; that it tells where is all that there is to see.
            let mut child = shell.spawn().unwrap();
            let mut told = String::new();
            BufReader::new(child.stdout.take().unwrap()).read_line(&mut told).unwrap();
            child.kill().unwrap();
            child.wait().unwrap();
            assert!(told.contains("\"url\":"), "{}: {line}: {told:?}", page.display());
            return;
        }
        let output = shell.output().unwrap();
        let said = String::from_utf8_lossy(&output.stderr);
        assert!(output.status.success(), "{}: {line}: {:?}\n{said}", page.display(), output.status);
    }
}
