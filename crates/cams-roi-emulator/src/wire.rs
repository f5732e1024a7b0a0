//! One connection, and how a fault ends it.

use std::io;
use std::pin::Pin;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::task::{Context, Poll, ready};

use tokio::io::{AsyncRead, AsyncWrite, ReadBuf};
use tokio::net::TcpStream;
use tokio::sync::Notify;

/// What a request's handler can do to its connection.
#[derive(Debug)]
pub(crate) struct ConnectionControl {
    /// Counts the connections, from 1.
    pub(crate) number: u64,
    ended: Notify,
    reset: AtomicBool,
    close_after_flush: AtomicBool,
}

impl ConnectionControl {
    pub(crate) fn new(number: u64) -> Self {
        Self {
            number,
            ended: Notify::new(),
            reset: AtomicBool::new(false),
            close_after_flush: AtomicBool::new(false),
        }
    }

    /// Closes the connection now.
    pub(crate) fn close(&self) {
        self.ended.notify_one();
    }

    /// Resets the connection now.
    pub(crate) fn reset(&self) {
        self.reset.store(true, Ordering::Release);
        self.ended.notify_one();
    }

    /// Closes the connection as soon as what was written so far is out.
    pub(crate) fn close_after_flush(&self) {
        self.close_after_flush.store(true, Ordering::Release);
    }

    /// Resolves when a handler ended the connection.
    pub(crate) async fn ended(&self) {
        self.ended.notified().await;
    }
}

/// A stream that its connection's control can end.
#[derive(Debug)]
pub(crate) struct Wire {
    stream: TcpStream,
    control: Arc<ConnectionControl>,
}

impl Wire {
    pub(crate) fn new(stream: TcpStream, control: Arc<ConnectionControl>) -> Self {
        Self { stream, control }
    }
}

impl Drop for Wire {
    fn drop(&mut self) {
        if self.control.reset.load(Ordering::Acquire) {
            // With no time to linger, closing sends RST in place of FIN.
            if let Err(error) = self.stream.set_zero_linger() {
                tracing::warn!(%error, "the connection is closed, not reset");
            }
        }
    }
}

impl AsyncRead for Wire {
    fn poll_read(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
        buffer: &mut ReadBuf<'_>,
    ) -> Poll<io::Result<()>> {
        Pin::new(&mut self.stream).poll_read(context, buffer)
    }
}

impl AsyncWrite for Wire {
    fn poll_write(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
        bytes: &[u8],
    ) -> Poll<io::Result<usize>> {
        Pin::new(&mut self.stream).poll_write(context, bytes)
    }

    /// The HTTP layer flushes only after it has written all that it had.
    fn poll_flush(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<io::Result<()>> {
        ready!(Pin::new(&mut self.stream).poll_flush(context))?;
        if self.control.close_after_flush.load(Ordering::Acquire) {
            self.control.close();
        }
        Poll::Ready(Ok(()))
    }

    fn poll_shutdown(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<io::Result<()>> {
        Pin::new(&mut self.stream).poll_shutdown(context)
    }

    fn poll_write_vectored(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
        slices: &[io::IoSlice<'_>],
    ) -> Poll<io::Result<usize>> {
        Pin::new(&mut self.stream).poll_write_vectored(context, slices)
    }

    fn is_write_vectored(&self) -> bool {
        self.stream.is_write_vectored()
    }
}
