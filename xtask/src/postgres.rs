//! A server of PostgreSQL for tests and measurements: Debian's, in a temporary folder, on 127.0.0.1, for as long as it is needed.

use std::fs;
use std::net::{Ipv4Addr, TcpListener, TcpStream};
use std::os::unix::fs::{MetadataExt as _, chown};
use std::os::unix::process::CommandExt as _;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::thread;
use std::time::{Duration, Instant};

use anyhow::{Context as _, Result, bail};

use crate::process;

/// Where Debian puts the programs of each version.
const VERSIONS: &str = "/usr/lib/postgresql";
/// Good for nothing but this server.
const PASSWORD: &str = "only-for-tests";
const PATIENCE: Duration = Duration::from_secs(60);

/// Whether a server waits until the disk has what was committed.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Durability {
    /// As everywhere.
    Kept,
    /// For tests, which do not outlive it.
    Lost,
}

/// A running server. It stops when it is dropped.
pub(crate) struct Server {
    folder: PathBuf,
    port: u16,
    process: Child,
}

impl Server {
    /// Starts one; installs it where it is not there.
    pub(crate) fn start(durability: Durability) -> Result<Self> {
        let programs = programs()?;
        let folder = std::env::temp_dir().join(format!("cams-roi-postgres-{}", std::process::id()));
        if folder.exists() {
            fs::remove_dir_all(&folder)?;
        }
        fs::create_dir(&folder)?;
        let owner = Owner::of(&folder)?;
        let started = owner.give(&folder).and_then(|()| launch(&programs, &folder, &owner, durability));
        let (port, process) = started.inspect_err(|_| _ = fs::remove_dir_all(&folder))?;
        let server = Self { folder, port, process };
        server.wait()?;
        Ok(server)
    }

    /// How an administrator connects.
    pub(crate) fn url(&self) -> String {
        format!("postgres://postgres:{PASSWORD}@127.0.0.1:{}/postgres", self.port)
    }

    /// The server's certificate, which is signed by itself.
    pub(crate) fn certificate(&self) -> PathBuf {
        self.folder.join("data/server.crt")
    }

    fn wait(&self) -> Result<()> {
        let until = Instant::now() + PATIENCE;
        while TcpStream::connect((Ipv4Addr::LOCALHOST, self.port)).is_err() {
            if Instant::now() > until {
                let log = fs::read_to_string(self.folder.join("log")).unwrap_or_default();
                bail!("PostgreSQL does not answer:\n{log}");
            }
            thread::sleep(Duration::from_millis(50));
        }
        Ok(())
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        // Its own way to stop at once, with all of its processes.
        let interrupt = Command::new("kill").args(["-QUIT", &self.process.id().to_string()]).status();
        if interrupt.is_err() {
            let _ = self.process.kill();
        }
        let _ = self.process.wait();
        let _ = fs::remove_dir_all(&self.folder);
    }
}

/// Makes the files, and starts the server on them.
fn launch(programs: &Path, folder: &Path, owner: &Owner, durability: Durability) -> Result<(u16, Child)> {
    let (data, password) = (folder.join("data"), folder.join("password"));
    fs::write(&password, PASSWORD)?;
    owner.give(&password)?;
    let mut make = owner.command(programs.join("initdb"));
    make.args(["--username=postgres", "--auth=scram-sha-256", "--encoding=UTF8", "--locale=C", "--pgdata"]);
    make.arg(&data).arg("--pwfile").arg(&password);
    process::output(&mut make)?;
    let mut certify = owner.command("openssl".into());
    certify.args(["req", "-new", "-x509", "-days", "30", "-nodes", "-subj", "/CN=localhost", "-addext"]);
    certify.args(["subjectAltName=DNS:localhost", "-out"]).arg(data.join("server.crt"));
    process::output(certify.arg("-keyout").arg(data.join("server.key")))?;
    let mut close = owner.command("chmod".into());
    process::output(close.arg("0600").arg(data.join("server.key")))?;
    // Nobody else takes it in between, as far as that can be had.
    let port = TcpListener::bind((Ipv4Addr::LOCALHOST, 0))?.local_addr()?.port();
    let log = fs::File::create(folder.join("log"))?;
    let mut serve = owner.command(programs.join("postgres"));
    serve.arg("-D").arg(&data).args(["-p", &port.to_string()]);
    let fsync = if durability == Durability::Kept { "fsync=on" } else { "fsync=off" };
    for setting in ["listen_addresses=127.0.0.1", "unix_socket_directories=", "ssl=on", fsync] {
        serve.args(["-c", setting]);
    }
    serve.stdin(Stdio::null()).stdout(log.try_clone()?).stderr(log);
    Ok((port, serve.spawn().context("PostgreSQL cannot be started")?))
}

/// The user that the server runs as: PostgreSQL refuses to be root.
struct Owner(Option<(u32, u32)>);

impl Owner {
    fn of(own_folder: &Path) -> Result<Self> {
        if fs::metadata(own_folder)?.uid() != 0 {
            return Ok(Self(None));
        }
        let id = |which: &str| -> Result<u32> {
            let id = process::output(Command::new("id").args([which, "postgres"]));
            Ok(id.context("there is no user postgres, as Debian's package makes it")?.trim().parse()?)
        };
        Ok(Self(Some((id("-u")?, id("-g")?))))
    }

    fn give(&self, path: &Path) -> Result<()> {
        if let Some((user, group)) = self.0 {
            chown(path, Some(user), Some(group))?;
        }
        Ok(())
    }

    fn command(&self, program: PathBuf) -> Command {
        let mut command = Command::new(program);
        if let Some((user, group)) = self.0 {
            command.uid(user).gid(group);
        }
        // Settings of whoever runs the tests are for other servers; and their directory may be closed to this user.
        for name in ["PGDATA", "PGPORT", "PGHOST", "PGUSER", "PGPASSWORD", "PGDATABASE", "PGOPTIONS"] {
            command.env_remove(name);
        }
        command.current_dir("/");
        command
    }
}

/// Where the server's programs are.
fn programs() -> Result<PathBuf> {
    if let Some(found) = installed() {
        return Ok(found);
    }
    process::install_packages(&["postgresql", "openssl"])
        .context("the tests of the store need PostgreSQL: install it (Debian: postgresql)")?;
    installed().context("PostgreSQL was installed, but its programs are not found")
}

fn installed() -> Option<PathBuf> {
    let mut versions: Vec<PathBuf> = fs::read_dir(VERSIONS)
        .into_iter()
        .flatten()
        .filter_map(|entry| Some(entry.ok()?.path().join("bin")))
        .collect();
    versions.extend(std::env::split_paths(&std::env::var_os("PATH").unwrap_or_default()));
    versions.into_iter().find(|folder| folder.join("initdb").exists() && folder.join("postgres").exists())
}
