//! A Redis server of a test's own, on 127.0.0.1, which stops with it.

use std::io::{Read as _, Write as _};
use std::net::{Ipv4Addr, Shutdown, TcpListener, TcpStream};
use std::process::{Child, Command, Stdio};

use tempfile::TempDir;

use crate::support::until;

/// What a server is started with so that nothing of it outlives it.
const FORGETFUL: [&str; 6] = ["--save", "", "--appendonly", "no", "--bind", "127.0.0.1"];

/// A running server.
pub(crate) struct RedisServer {
    port: u16,
    folder: TempDir,
    arguments: Vec<String>,
    process: Child,
}

impl RedisServer {
    pub(crate) fn start(arguments: &[&str]) -> Self {
        // Nobody else takes it in between, as far as that can be had.
        let port = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).unwrap().local_addr().unwrap().port();
        let folder = tempfile::tempdir().unwrap();
        let arguments: Vec<String> = arguments.iter().map(|&it| it.to_owned()).collect();
        let process = launch(port, &folder, &arguments);
        let server = Self { port, folder, arguments, process };
        server.wait();
        server
    }

    /// A sentinel, with this file of its own.
    pub(crate) fn start_sentinel(config: &str) -> Self {
        Self::start(&["SENTINEL", config])
    }

    /// One that has been up for long enough not to have lost anything lately, as it looks to who comes new.
    pub(crate) fn settled() -> Self {
        let server = Self::start(&[]);
        until("the server's first seconds", || {
            let about = server.ask("INFO server");
            let uptime = about.lines().find_map(|line| line.strip_prefix("uptime_in_seconds:")).unwrap();
            uptime.parse::<u32>().unwrap() >= 5
        });
        server.ask("CONFIG RESETSTAT");
        server
    }

    fn wait(&self) {
        until("a reply of redis-server", || TcpStream::connect((Ipv4Addr::LOCALHOST, self.port)).is_ok());
    }

    pub(crate) fn port(&self) -> u16 {
        self.port
    }

    pub(crate) fn folder(&self) -> &std::path::Path {
        self.folder.path()
    }

    pub(crate) fn url(&self) -> String {
        format!("redis://127.0.0.1:{}", self.port)
    }

    /// Ends it as a power cut does.
    pub(crate) fn kill(&mut self) {
        let _ = self.process.kill();
        let _ = self.process.wait();
    }

    /// Starts it again: empty, at the same address.
    pub(crate) fn start_again(&mut self) {
        self.process = launch(self.port, &self.folder, &self.arguments);
        self.wait();
    }

    /// Sends one command, and gives the reply's text.
    pub(crate) fn ask(&self, command: &str) -> String {
        let mut stream = TcpStream::connect((Ipv4Addr::LOCALHOST, self.port)).unwrap();
        stream.write_all(format!("{command}\r\n").as_bytes()).unwrap();
        // It closes the connection, too, once it has replied.
        stream.shutdown(Shutdown::Write).unwrap();
        let mut reply = String::new();
        stream.read_to_string(&mut reply).unwrap();
        reply
    }

    /// How many commands its clients sent, those that scripts ran not among them.
    pub(crate) fn commands(&self) -> usize {
        const OF_CLIENTS: [&str; 7] =
            ["evalsha", "script|load", "subscribe", "hello", "client|setinfo", "info", "select"];
        let stats = self.ask("INFO commandstats");
        let calls = stats.lines().filter_map(|line| line.strip_prefix("cmdstat_")?.split_once(":calls="));
        let of_clients = calls.filter(|(name, _)| OF_CLIENTS.contains(name));
        of_clients.map(|(_, rest)| rest.split(',').next().unwrap().parse::<usize>().unwrap()).sum()
    }
}

impl Drop for RedisServer {
    fn drop(&mut self) {
        self.kill();
    }
}

fn launch(port: u16, folder: &TempDir, arguments: &[String]) -> Child {
    let mut command = Command::new("redis-server");
    let port = port.to_string();
    match arguments {
        [kind, config] if kind == "SENTINEL" => command.args([config, "--sentinel", "--port", &port]),
        _ => command.args(["--port", &port]).args(FORGETFUL).args(arguments),
    };
    command.current_dir(folder.path()).stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null());
    command.spawn().expect("redis-server is there: cargo xtask test installs it")
}
