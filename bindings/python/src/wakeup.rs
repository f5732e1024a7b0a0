//! Waking an asyncio event loop without the GIL: the loop itself looks at a socket.
//!
//! `call_soon_threadsafe` needs the GIL, which the loop's own thread has while there is much to do.

use pyo3::prelude::*;

/// The end of a socket that is written to wake an event loop.
pub(crate) struct Wakeup(sockets::Writing);

/// The end that the event loop looks at.
pub(crate) struct Woken(sockets::Reading);

/// Both ends, where the system has such sockets, and two descriptors are to be had.
pub(crate) fn wakeup() -> Option<(Wakeup, Woken)> {
    let (writing, reading) = sockets::pair()?;
    Some((Wakeup(writing), Woken(reading)))
}

impl Wakeup {
    /// Wakes the event loop. Never waits: where the socket is full, the loop is about to wake.
    pub(crate) fn wake(&self) {
        sockets::write(&self.0);
    }
}

impl Woken {
    /// Has `event_loop`, on whose thread this is, call `callback` whenever it is woken. Not every event loop can.
    pub(crate) fn call(&self, event_loop: &Bound<'_, PyAny>, callback: Bound<'_, PyAny>) -> PyResult<()> {
        event_loop.call_method1("add_reader", (sockets::number(&self.0), callback)).map(drop)
    }

    /// Reads what was written: what woke the event loop so far does not wake it again.
    pub(crate) fn clear(&self) {
        sockets::read_all(&self.0);
    }
}

#[cfg(unix)]
mod sockets {
    use std::io::{Read as _, Write as _};
    use std::os::fd::AsRawFd as _;
    use std::os::unix::net::UnixStream;

    pub(super) type Writing = UnixStream;
    pub(super) type Reading = UnixStream;

    pub(super) fn pair() -> Option<(Writing, Reading)> {
        let (writing, reading) = UnixStream::pair().ok()?;
        writing.set_nonblocking(true).ok()?;
        reading.set_nonblocking(true).ok()?;
        Some((writing, reading))
    }

    pub(super) fn write(mut writing: &Writing) {
        let _ = writing.write(&[0]);
    }

    pub(super) fn number(reading: &Reading) -> i64 {
        reading.as_raw_fd().into()
    }

    pub(super) fn read_all(mut reading: &Reading) {
        let mut bytes = [0; 64];
        while reading.read(&mut bytes).is_ok_and(|read| read == bytes.len()) {}
    }
}

/// The event loops of Windows look at handles of another kind.
#[cfg(not(unix))]
mod sockets {
    pub(super) enum Writing {}
    pub(super) enum Reading {}

    pub(super) fn pair() -> Option<(Writing, Reading)> {
        None
    }

    pub(super) fn write(writing: &Writing) {
        match *writing {}
    }

    pub(super) fn number(reading: &Reading) -> i64 {
        match *reading {}
    }

    pub(super) fn read_all(reading: &Reading) {
        match *reading {}
    }
}
