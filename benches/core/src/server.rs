//! Answers every request with the same success, a thread a connection, so that what is measured is the client.

use std::io::{Read as _, Write as _};
use std::net::{TcpListener, TcpStream};
use std::thread;

use anyhow::Result;

const REPLY: &str = "HTTP/1.1 200 OK\r\ncontent-type: application/json;charset=utf-8\r\ncontent-length: 113\r\n\r\n\
    {\"RequestId\":\"608F9CCA-B5EB-3D72-8047-B25D6D75BDEC\\n\",\"Code\":\"OK\",\"Message\":\"None\",\"AccessDeniedDetail\":\"None\"}\n ";

/// Prints the server's URL, and serves until standard input ends.
pub(crate) fn serve() -> Result<()> {
    let listener = TcpListener::bind("127.0.0.1:0")?;
    println!("http://{}", listener.local_addr()?);
    thread::spawn(move || {
        for stream in listener.incoming().flatten() {
            thread::spawn(move || answer(stream));
        }
    });
    std::io::copy(&mut std::io::stdin(), &mut std::io::sink())?;
    Ok(())
}

fn answer(mut stream: TcpStream) {
    let _ = stream.set_nodelay(true);
    let mut buffer = [0; 16 * 1024];
    let mut filled = 0;
    while let Ok(read @ 1..) = stream.read(&mut buffer[filled..]) {
        filled += read;
        // No client sends a body, so a request ends with its head.
        if buffer[..filled].ends_with(b"\r\n\r\n") {
            filled = 0;
            if stream.write_all(REPLY.as_bytes()).is_err() {
                return;
            }
        }
    }
}
