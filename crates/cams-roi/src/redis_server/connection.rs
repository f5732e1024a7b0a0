//! One connection to a server: for a script, and for what is published to this process.

use std::sync::Arc;
use std::time::Duration;

use redis::aio::MultiplexedConnection;
use redis::{
    AsyncConnectionConfig, Cmd, FromRedisValue, ProtocolVersion, PushInfo, PushKind, RedisConnectionInfo,
    RedisError, Value,
};
use rustls::pki_types::ServerName;
use serde::de::DeserializeOwned;
use tokio::io::{AsyncRead, AsyncWrite};
use tokio::net::TcpStream;
use tokio::sync::mpsc::{self, UnboundedReceiver};
use tokio::task::JoinHandle;
use tokio_rustls::TlsConnector;

use super::location::{Location, Node, Servers};
use super::reach::Reach;
use super::script::Script;
use super::unavailable::Unavailable;
use crate::random;

/// How long a connection may take.
const CONNECTING: Duration = Duration::from_secs(5);
/// How often a cluster may name another server for one key.
const REDIRECTIONS: usize = 3;

trait Stream: AsyncRead + AsyncWrite + Send + Unpin {}
impl<T: AsyncRead + AsyncWrite + Send + Unpin> Stream for T {}

/// A connection to the server that has the key of a script.
pub(crate) struct Connection {
    commands: MultiplexedConnection,
    driver: JoinHandle<()>,
    pushes: UnboundedReceiver<PushInfo>,
    script: Arc<Script>,
    /// How the server calls the script.
    loaded: String,
    /// This process, as the others know it for as long as the connection lasts.
    pub(crate) process: String,
    /// The server, as it calls itself since its start.
    pub(crate) server: String,
    /// What it has, as it calls that since it became the master.
    pub(crate) history: String,
    listens: bool,
}

impl Drop for Connection {
    fn drop(&mut self) {
        self.driver.abort();
    }
}

/// A request that was sent, whose reply is a `T`.
pub(crate) type Sent<T> = futures_util::future::BoxFuture<'static, Result<T, Unavailable>>;

impl Connection {
    /// Connects to the server that has the script's key, and loads the script.
    pub(crate) async fn open(reach: &Reach, script: &Arc<Script>) -> Result<Self, Unavailable> {
        let opening = async {
            match &reach.location.servers {
                Servers::One(node) => Self::at(reach, script, Some(node)).await,
                Servers::UnixSocket(_) => Self::at(reach, script, None).await,
                Servers::Sentinels(sentinels, master) => {
                    let node = ask_sentinels(reach, sentinels, master).await?;
                    Self::at(reach, script, Some(&node)).await
                }
                Servers::Cluster(nodes) => {
                    let node = ask_cluster(reach, nodes, &script.key).await?;
                    Self::at(reach, script, Some(&node)).await
                }
            }
        };
        match tokio::time::timeout(CONNECTING, opening).await {
            Ok(opened) => opened,
            Err(_) => Err(Unavailable::silent("connect", CONNECTING)),
        }
    }

    async fn at(reach: &Reach, script: &Arc<Script>, node: Option<&Node>) -> Result<Self, Unavailable> {
        let (sender, pushes) = mpsc::unbounded_channel();
        let (mut commands, driver) = connect(reach, node, Some(sender)).await?;
        let server = about(&mut commands, "server", "run_id:").await?;
        let history = about(&mut commands, "replication", "master_replid:").await?;
        let loaded = query(&mut commands, &script.load()).await?;
        let process = random::nonce()[..16].to_owned();
        let script = Arc::clone(script);
        Ok(Self { commands, driver, pushes, script, loaded, process, server, history, listens: false })
    }

    /// Listens on a channel of its own, which others see, where it does not yet.
    pub(crate) async fn listen(&mut self) -> Result<(), Unavailable> {
        if !self.listens {
            let channel = format!("{}{}", self.script.channels, self.process);
            match tokio::time::timeout(CONNECTING, self.commands.subscribe(channel)).await {
                Ok(listens) => listens?,
                Err(_) => return Err(Unavailable::silent("reply", CONNECTING)),
            }
            self.listens = true;
        }
        Ok(())
    }

    /// Sends a request. The reply comes within `patience`.
    pub(crate) fn send<T: DeserializeOwned + 'static>(&self, request: &str, patience: Duration) -> Sent<T> {
        let command = self.script.run(&self.loaded, request);
        let mut commands = self.commands.clone();
        Box::pin(async move {
            match tokio::time::timeout(patience, query::<String>(&mut commands, &command)).await {
                Ok(reply) => Ok(serde_json::from_str(&reply?)?),
                Err(_) => Err(Unavailable::silent("reply", patience)),
            }
        })
    }

    /// What is published to this process next.
    pub(crate) async fn published<T: DeserializeOwned>(&mut self) -> Result<T, Unavailable> {
        loop {
            let Some(push) = self.pushes.recv().await else { return Err(Unavailable::closed()) };
            match (push.kind, push.data.into_iter().nth(1)) {
                (PushKind::Disconnection, _) => return Err(Unavailable::closed()),
                (PushKind::Message, Some(Value::BulkString(text))) => {
                    return Ok(serde_json::from_slice(&text)?);
                }
                _ => {}
            }
        }
    }
}

/// What the server says of itself.
async fn about(
    commands: &mut MultiplexedConnection,
    section: &str,
    field: &str,
) -> Result<String, RedisError> {
    let text: String = query(commands, redis::cmd("INFO").arg(section)).await?;
    Ok(text.lines().find_map(|line| line.strip_prefix(field)).unwrap_or_default().to_owned())
}

async fn query<T: FromRedisValue>(
    commands: &mut MultiplexedConnection,
    command: &Cmd,
) -> Result<T, RedisError> {
    command.query_async(commands).await
}

type Connected = (MultiplexedConnection, JoinHandle<()>);

/// Connects to one server, or to the socket, and logs in.
async fn connect(
    reach: &Reach,
    node: Option<&Node>,
    pushes: Option<mpsc::UnboundedSender<PushInfo>>,
) -> Result<Connected, Unavailable> {
    let location = &reach.location;
    let stream = stream(reach, node).await?;
    let mut login = RedisConnectionInfo::default()
        .set_db(location.database.into())
        .set_protocol(ProtocolVersion::RESP3)
        .set_lib_name("cams-roi", env!("CARGO_PKG_VERSION"));
    if let Some(user) = &location.user {
        login = login.set_username(user);
    }
    if let Some(password) = &location.password {
        login = login.set_password(password.expose());
    }
    let mut config = AsyncConnectionConfig::new().set_response_timeout(None);
    if let Some(pushes) = pushes {
        config = config.set_push_sender(pushes);
    }
    let (commands, driver) = MultiplexedConnection::new_with_config(&login, stream, config).await?;
    Ok((commands, tokio::spawn(driver)))
}

async fn stream(reach: &Reach, node: Option<&Node>) -> Result<Box<dyn Stream>, Unavailable> {
    let Some(Node { host, port }) = node else {
        return unix_socket(&reach.location.servers).await;
    };
    let tcp = TcpStream::connect((host.as_str(), *port)).await?;
    tcp.set_nodelay(true)?;
    let Some(tls) = &reach.tls else { return Ok(Box::new(tcp)) };
    let name = ServerName::try_from(host.clone()).map_err(|_| Unavailable::no_server_name(host))?;
    Ok(Box::new(TlsConnector::from(Arc::clone(tls)).connect(name, tcp).await?))
}

#[cfg(unix)]
async fn unix_socket(servers: &Servers) -> Result<Box<dyn Stream>, Unavailable> {
    match servers {
        Servers::UnixSocket(path) => Ok(Box::new(tokio::net::UnixStream::connect(path).await?)),
        _ => Err(Unavailable::closed()),
    }
}

#[cfg(not(unix))]
#[allow(clippy::unused_async, reason = "as where there are such sockets")]
async fn unix_socket(_: &Servers) -> Result<Box<dyn Stream>, Unavailable> {
    Err(std::io::Error::new(std::io::ErrorKind::Unsupported, "this system has no Unix sockets here").into())
}

/// Sentinels have logins of their own, and none of what the master has.
async fn ask_sentinels(reach: &Reach, sentinels: &[Node], master: &str) -> Result<Node, Unavailable> {
    let plain = Location { user: None, password: None, database: 0, ..reach.location.clone() };
    let without_login = Reach { location: plain, tls: reach.tls.clone() };
    let mut last = None;
    for sentinel in sentinels {
        let asked = async {
            let (mut commands, driver) = connect(&without_login, Some(sentinel), None).await?;
            let mut command = redis::cmd("SENTINEL");
            command.arg("GET-MASTER-ADDR-BY-NAME").arg(master);
            let answer = query::<Option<(String, u16)>>(&mut commands, &command).await;
            driver.abort();
            answer?.ok_or_else(|| Unavailable::no_master(sentinel, master))
        };
        match asked.await {
            Ok((host, port)) => return Ok(Node { host, port }),
            Err(error) => last = Some(error),
        }
    }
    Err(last.unwrap_or_else(Unavailable::closed))
}

/// Which server of the cluster has the key.
async fn ask_cluster(reach: &Reach, nodes: &[Node], key: &str) -> Result<Node, Unavailable> {
    let mut last = None;
    for node in nodes {
        let mut node = node.clone();
        for _ in 0..REDIRECTIONS {
            let asked = async {
                let (mut commands, driver) = connect(reach, Some(&node), None).await?;
                let answer = query::<Value>(&mut commands, redis::cmd("EXISTS").arg(key)).await;
                driver.abort();
                Ok::<_, Unavailable>(answer)
            };
            let error = match asked.await {
                Ok(Ok(_)) => return Ok(node),
                Ok(Err(error)) => error,
                Err(error) => {
                    last = Some(error);
                    break;
                }
            };
            let address = error.redirect_node().and_then(|(address, _)| address.rsplit_once(':'));
            let Some((host, port)) = address else {
                last = Some(error.into());
                break;
            };
            // A server that does not know its own address means the host that was asked.
            let host = if host.is_empty() { node.host } else { host.to_owned() };
            node = Node { host, port: port.parse().unwrap_or_default() };
        }
    }
    Err(last.unwrap_or_else(Unavailable::closed))
}
