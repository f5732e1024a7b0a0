//! The thread that does the work of all clients.
//!
//! One is enough: a call waits for the network most of its time, and each further thread would cost what it takes to
//! hand calls over. It is started by the first call and not when the package is loaded, so that a system that has no
//! thread left makes a call fail, with an error, and not the process.

use std::future::Future;
use std::io;
use std::pin::Pin;
use std::sync::mpsc::{self, RecvTimeoutError};
use std::sync::{Mutex, PoisonError};
use std::thread;
use std::time::Duration;

use cams_roi::ErrorKind;
use cams_roi::bridge::build_runtime;
use napi::bindgen_prelude::Object;
use napi::{Env, Result};
use napi_derive::napi;
use tokio::runtime::Handle;
use tokio::sync::mpsc::{UnboundedSender, unbounded_channel};

use crate::failure::Failure;

/// The thread's name.
const THREAD: &str = "cams-roi";
/// How long the end of the last environment waits for the thread's end. It is a matter of moments, unless the thread
/// waits for something that the environment would have to do.
const PATIENCE: Duration = Duration::from_secs(1);
/// How long the thread waits for what blocks on its behalf, such as a look-up of a name.
const PATIENCE_WITH_BLOCKING: Duration = Duration::from_millis(100);

/// The thread, and how many environments (the main thread of Node, and its workers) have loaded the package.
static STATE: Mutex<State> = Mutex::new(State { running: None, environments: 0 });

struct State {
    running: Option<Running>,
    environments: usize,
}

struct Running {
    handle: Handle,
    /// The thread ends with it.
    work: UnboundedSender<Work>,
    ended: mpsc::Receiver<()>,
}

type Work = Pin<Box<dyn Future<Output = ()> + Send>>;

/// What work is spawned with that is waited for by other work. An error if there is no thread to do it.
pub(crate) fn handle() -> std::result::Result<Handle, Box<Failure>> {
    with_running(|running| running.handle.clone())
}

/// Has the thread do some work. An error if there is none.
///
/// It takes the work from a queue. The runtime's own handle would wake it for each piece, with a call of the system, even
/// where it is awake; the queue does so when it waits for work.
pub(crate) fn spawn(
    work: impl Future<Output = ()> + Send + 'static,
) -> std::result::Result<(), Box<Failure>> {
    // The thread only ends with the last environment, where nobody waits any more.
    with_running(|running| drop(running.work.send(Box::pin(work))))
}

fn with_running<T>(use_it: impl FnOnce(&Running) -> T) -> std::result::Result<T, Box<Failure>> {
    let mut state = STATE.lock().unwrap_or_else(PoisonError::into_inner);
    match &mut state.running {
        Some(running) => Ok(use_it(running)),
        none => Ok(use_it(none.insert(run()?))),
    }
}

fn run() -> std::result::Result<Running, Box<Failure>> {
    let runtime = build_runtime(0, THREAD)?;
    let handle = runtime.handle().clone();
    let (work, mut to_do) = unbounded_channel::<Work>();
    let (ends, ended) = mpsc::channel();
    let thread = move || {
        runtime.block_on(async {
            while let Some(work) = to_do.recv().await {
                tokio::spawn(work);
            }
        });
        runtime.shutdown_timeout(PATIENCE_WITH_BLOCKING);
        let _ = ends.send(());
    };
    thread::Builder::new().name(THREAD.to_owned()).spawn(thread).map_err(|error| no_thread(&error))?;
    Ok(Running { handle, work, ended })
}

fn no_thread(error: &io::Error) -> Box<Failure> {
    let message = format!("the thread that makes calls cannot be started: {error}");
    let hint = "Raise the limit on threads (`ulimit -u`, the container's pids limit) or on memory, or run fewer \
                programs at once.";
    Failure::refusal(ErrorKind::Configuration, message, hint)
}

/// Counts the environments: with the last one, the thread ends. It must not outlive what its work belongs to.
#[napi(module_exports)]
pub fn count_environment(_exports: Object<'_>, env: Env) -> Result<()> {
    STATE.lock().unwrap_or_else(PoisonError::into_inner).environments += 1;
    env.add_env_cleanup_hook((), |()| {
        let mut state = STATE.lock().unwrap_or_else(PoisonError::into_inner);
        state.environments -= 1;
        let last = if state.environments == 0 { state.running.take() } else { None };
        drop(state);
        if let Some(Running { work, ended, .. }) = last {
            drop(work);
            let _: std::result::Result<(), RecvTimeoutError> = ended.recv_timeout(PATIENCE);
        }
    })?;
    Ok(())
}
