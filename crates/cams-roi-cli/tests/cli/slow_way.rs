//! A way to the emulator on which everything takes a while, each time another.

use std::net::SocketAddr;
use std::time::Duration;

use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::{TcpListener, TcpStream};
use tokio::runtime::Runtime;
use tokio::sync::mpsc::unbounded_channel;
use tokio::time::{Instant, sleep_until};

use crate::support::Random;

/// Relays to another address, until it is dropped.
pub(crate) struct SlowWay {
    pub(crate) url: String,
    _runtime: Runtime,
}

impl SlowWay {
    /// There and back take up to so many milliseconds together.
    pub(crate) fn to(address: SocketAddr, milliseconds: i64) -> Self {
        let runtime =
            tokio::runtime::Builder::new_multi_thread().worker_threads(1).enable_all().build().unwrap();
        let listener = runtime.block_on(TcpListener::bind(("127.0.0.1", 0))).unwrap();
        let url = format!("http://{}", listener.local_addr().unwrap());
        runtime.spawn(async move {
            for seed in 0.. {
                let (near, _) = listener.accept().await.unwrap();
                let far = TcpStream::connect(address).await.unwrap();
                let (from_near, to_near) = near.into_split();
                let (from_far, to_far) = far.into_split();
                tokio::spawn(relay(from_near, to_far, Random(seed), milliseconds / 2));
                tokio::spawn(relay(from_far, to_near, Random(seed + 1000), milliseconds / 2));
            }
        });
        Self { url, _runtime: runtime }
    }
}

/// What is read is written a while later, in its order.
async fn relay(
    mut from: tokio::net::tcp::OwnedReadHalf,
    mut to: tokio::net::tcp::OwnedWriteHalf,
    mut random: Random,
    most: i64,
) {
    let (sender, mut pieces) = unbounded_channel::<(Instant, Vec<u8>)>();
    let writer = tokio::spawn(async move {
        while let Some((due, piece)) = pieces.recv().await {
            sleep_until(due).await;
            if to.write_all(&piece).await.is_err() {
                return;
            }
        }
    });
    let mut buffer = vec![0; 64 * 1024];
    while let Ok(length @ 1..) = from.read(&mut buffer).await {
        let delay = Duration::from_millis(random.below(most).unsigned_abs());
        if sender.send((Instant::now() + delay, buffer[..length].to_vec())).is_err() {
            break;
        }
    }
    drop(sender);
    let _ = writer.await;
}
