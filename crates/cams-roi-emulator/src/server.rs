//! Accepts connections and serves HTTP/1.1 on each.

use std::sync::Arc;
use std::time::Duration;

use hyper::server::conn::http1;
use hyper::service::service_fn;
use hyper_util::rt::TokioIo;
use tokio::io::{AsyncRead, AsyncWrite};
use tokio::net::{TcpListener, TcpStream};
use tokio::task::JoinSet;
use tokio_rustls::TlsAcceptor;

use crate::service;
use crate::state::State;
use crate::wire::{ConnectionControl, Wire};

/// Serves until it is dropped; then all its connections end too.
pub(crate) async fn accept(listener: TcpListener, state: Arc<State>, tls: Option<TlsAcceptor>) {
    let mut connections = JoinSet::new();
    loop {
        tokio::select! {
            accepted = listener.accept() => match accepted {
                Ok((stream, _)) => {
                    connections.spawn(serve(stream, Arc::clone(&state), tls.clone()));
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

async fn serve(stream: TcpStream, state: Arc<State>, tls: Option<TlsAcceptor>) {
    let (number, _open) = state.connections.open();
    if let Err(error) = stream.set_nodelay(true) {
        tracing::debug!(%error, "TCP_NODELAY");
    }
    let control = Arc::new(ConnectionControl::new(number));
    let wire = Wire::new(stream, Arc::clone(&control));
    match tls {
        None => answer(wire, state, control).await,
        Some(tls) => match tls.accept(wire).await {
            Ok(wire) => answer(wire, state, control).await,
            Err(error) => tracing::debug!(%error, connection = number, "no TLS"),
        },
    }
}

/// Answers what is asked on one connection.
async fn answer(
    wire: impl AsyncRead + AsyncWrite + Unpin + Send,
    state: Arc<State>,
    control: Arc<ConnectionControl>,
) {
    let number = control.number;
    let wire = TokioIo::new(wire);
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
