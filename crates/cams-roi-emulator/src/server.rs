//! Accepts connections and serves HTTP/1.1 on each.

use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::Duration;

use hyper::server::conn::http1;
use hyper::service::service_fn;
use hyper_util::rt::TokioIo;
use serde::Serialize;
use tokio::net::{TcpListener, TcpStream};
use tokio::task::JoinSet;

use crate::service;
use crate::state::State;
use crate::wire::{ConnectionControl, Wire};

/// How many connections there were, and are.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Connections {
    /// Since the emulator started.
    pub opened: u64,
    /// Now.
    pub open: u64,
}

/// Counts connections.
#[derive(Debug, Default)]
pub(crate) struct ConnectionCounter {
    opened: AtomicU64,
    closed: AtomicU64,
}

impl ConnectionCounter {
    pub(crate) fn counts(&self) -> Connections {
        // In this order, so that a connection that closes meanwhile is not counted as closed but never opened.
        let closed = self.closed.load(Ordering::Acquire);
        let opened = self.opened.load(Ordering::Acquire);
        Connections { opened, open: opened - closed }
    }
}

/// Counts its connection as closed when it goes, however the connection ends.
struct OpenConnection(Arc<State>);

impl Drop for OpenConnection {
    fn drop(&mut self) {
        self.0.connections.closed.fetch_add(1, Ordering::AcqRel);
    }
}

/// Serves until it is dropped; then all its connections end too.
pub(crate) async fn accept(listener: TcpListener, state: Arc<State>) {
    let mut connections = JoinSet::new();
    loop {
        tokio::select! {
            accepted = listener.accept() => match accepted {
                Ok((stream, _)) => {
                    connections.spawn(serve(stream, Arc::clone(&state)));
                }
                Err(error) => {
                    tracing::warn!(%error, "a connection could not be accepted");
                    // Out of file descriptors, most likely: trying again at once would spin.
                    tokio::time::sleep(Duration::from_millis(10)).await;
                }
            },
            Some(_) = connections.join_next() => {}
        }
    }
}

async fn serve(stream: TcpStream, state: Arc<State>) {
    let number = state.connections.opened.fetch_add(1, Ordering::AcqRel) + 1;
    let _open = OpenConnection(Arc::clone(&state));
    if let Err(error) = stream.set_nodelay(true) {
        tracing::debug!(%error, "TCP_NODELAY");
    }
    let control = Arc::new(ConnectionControl::new(number));
    let wire = TokioIo::new(Wire::new(stream, Arc::clone(&control)));
    let answer = service_fn(|request| service::answer(Arc::clone(&state), Arc::clone(&control), request));
    // Without half-close, a client that goes while its request is handled is noticed at once.
    let connection = http1::Builder::new().half_close(false).serve_connection(wire, answer);
    tokio::select! {
        result = connection => if let Err(error) = result {
            tracing::debug!(%error, connection = number, "the connection broke");
        },
        // Dropping the connection closes it, or resets it if its control says so.
        () = control.ended() => {}
    }
}
