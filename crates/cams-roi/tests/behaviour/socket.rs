//! A server of plain sockets, for what no HTTP library would send.

use std::net::SocketAddr;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex};

use tokio::io::{AsyncRead, AsyncReadExt as _, AsyncWrite, AsyncWriteExt as _};
use tokio::net::{TcpListener, TcpStream};
use tokio_rustls::TlsAcceptor;

/// What happens after a request was read.
pub enum Then {
    /// Sends this and waits for the next request.
    Reply(Vec<u8>),
    /// Sends this and closes the connection.
    ReplyAndClose(Vec<u8>),
    /// Sends this and then nothing more, until the client goes.
    Hang(Vec<u8>),
    /// Resets the connection.
    Reset,
}

type Script = dyn Fn(&str) -> Then + Send + Sync;

/// A running server.
#[derive(Clone)]
pub struct Server {
    pub address: SocketAddr,
    requests: Arc<Mutex<Vec<String>>>,
    connections: Arc<AtomicUsize>,
    open: Arc<AtomicUsize>,
    most_open: Arc<AtomicUsize>,
    gone: Arc<tokio::sync::Semaphore>,
}

impl Server {
    pub async fn start(script: impl Fn(&str) -> Then + Send + Sync + 'static) -> Self {
        Self::start_with(None, script).await
    }

    pub async fn start_with(
        tls: Option<TlsAcceptor>,
        script: impl Fn(&str) -> Then + Send + Sync + 'static,
    ) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let server = Self {
            address: listener.local_addr().unwrap(),
            requests: Arc::default(),
            connections: Arc::default(),
            open: Arc::default(),
            most_open: Arc::default(),
            gone: Arc::new(tokio::sync::Semaphore::new(0)),
        };
        let running = server.clone();
        let script: Arc<Script> = Arc::new(script);
        tokio::spawn(async move {
            while let Ok((stream, _)) = listener.accept().await {
                running.connections.fetch_add(1, Ordering::Relaxed);
                let open = running.open.fetch_add(1, Ordering::Relaxed) + 1;
                running.most_open.fetch_max(open, Ordering::Relaxed);
                stream.set_nodelay(true).unwrap();
                let (running, script, tls) = (running.clone(), Arc::clone(&script), tls.clone());
                tokio::spawn(async move {
                    match tls {
                        Some(tls) => {
                            if let Ok(stream) = tls.accept(stream).await {
                                running.serve(stream, &*script).await;
                            }
                        }
                        None => {
                            if let Some(stream) = running.serve(stream, &*script).await {
                                stream.set_zero_linger().unwrap();
                            }
                        }
                    }
                    running.open.fetch_sub(1, Ordering::Relaxed);
                });
            }
        });
        server
    }

    /// Serves one connection; gives it back to be reset.
    async fn serve<S: AsyncRead + AsyncWrite + Unpin>(&self, mut stream: S, script: &Script) -> Option<S> {
        while let Some(request) = read_request(&mut stream).await {
            let then = script(&request);
            self.requests.lock().unwrap().push(request);
            match then {
                Then::Reply(bytes) | Then::Hang(bytes) => stream.write_all(&bytes).await.ok()?,
                Then::ReplyAndClose(bytes) => {
                    let _ = stream.write_all(&bytes).await;
                    let _ = stream.shutdown().await;
                    return None;
                }
                Then::Reset => return Some(stream),
            }
        }
        self.gone.add_permits(1);
        None
    }

    pub fn url(&self) -> String {
        format!("http://{}", self.address)
    }

    pub fn requests(&self) -> Vec<String> {
        self.requests.lock().unwrap().clone()
    }

    pub fn connections(&self) -> usize {
        self.connections.load(Ordering::Relaxed)
    }

    /// The most connections that were open at once.
    pub fn most_open(&self) -> usize {
        self.most_open.load(Ordering::Relaxed)
    }

    /// Waits until a client has closed its connection.
    pub async fn client_gone(&self) {
        self.gone.acquire().await.unwrap().forget();
    }
}

/// One request, head and body; `None` when the client closed the connection.
async fn read_request<S: AsyncRead + Unpin>(stream: &mut S) -> Option<String> {
    let mut bytes = Vec::new();
    loop {
        let mut chunk = [0; 4096];
        let read = stream.read(&mut chunk).await.ok().filter(|read| *read > 0)?;
        bytes.extend_from_slice(&chunk[..read]);
        let text = String::from_utf8_lossy(&bytes);
        if let Some((head, body)) = text.split_once("\r\n\r\n") {
            let length = head
                .lines()
                .find_map(|line| line.to_lowercase().strip_prefix("content-length:")?.trim().parse().ok());
            if body.len() >= length.unwrap_or(0) {
                return Some(text.into_owned());
            }
        }
    }
}

/// A whole answer with a JSON body.
pub fn answer(body: &str) -> Vec<u8> {
    format!(
        "HTTP/1.1 200 OK\r\ncontent-type: application/json\r\ncontent-length: {}\r\n\r\n{body}",
        body.len()
    )
    .into()
}

/// Copies bytes both ways between a client and where it wanted to go.
pub async fn tunnel(mut client: TcpStream, target: &str) {
    let mut server = TcpStream::connect(target).await.unwrap();
    let _ = tokio::io::copy_bidirectional(&mut client, &mut server).await;
}
