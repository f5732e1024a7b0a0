//! Looking host names up: the system's resolver, on threads that the system may refuse.

use std::net::ToSocketAddrs as _;
use std::sync::Arc;

use reqwest::dns::{Addrs, Name, Resolve, Resolving};
use tokio::sync::Semaphore;

use crate::system::run_blocking;

/// How many look-ups of one client may be under way: one that hangs holds its thread until the system gives it up.
const LOOK_UPS: usize = 8;

/// Asks the system, on a thread for each look-up. The HTTP library's own way panics where there is no thread.
#[derive(Debug)]
pub(crate) struct Resolver(Arc<Semaphore>);

impl Default for Resolver {
    fn default() -> Self {
        Self(Arc::new(Semaphore::new(LOOK_UPS)))
    }
}

impl Resolve for Resolver {
    fn resolve(&self, name: Name) -> Resolving {
        let free = Arc::clone(&self.0);
        Box::pin(async move {
            // Held until the look-up ends, also when nobody waits for it any more.
            let permit = free.acquire_owned().await?;
            let found = run_blocking(move || {
                let found = (name.as_str(), 0).to_socket_addrs();
                drop(permit);
                found
            });
            // As an I/O error, because that is what the layers above pass on whole.
            let found = found.await.map_err(std::io::Error::from)??;
            Ok(Box::new(found) as Addrs)
        })
    }
}
