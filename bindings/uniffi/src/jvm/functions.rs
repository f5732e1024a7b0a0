//! What is done at once, on the JVM's own thread.

use std::sync::{Arc, OnceLock, mpsc};

use cams_roi::{ErrorKind, bridge};
use uniffi::{Lift, Lower};

use super::env;
use super::objects::{self, Object};
use super::{SUCCEEDED, answer};
use crate::UniFfiTag;
use crate::channel_list::NativeChannelList;
use crate::client::NativeClient;
use crate::credentials::{Key, KeySource};
use crate::days::native_full_days;
use crate::events::EventSink;
use crate::failure::{self, Failure};
use crate::logs::{LogLevel, LogSink};
use crate::runtime;

/// How many channels of a list cross at once.
const CHANNELS_AT_ONCE: u32 = 256;

/// Makes a client: its number, and the service's address.
pub(super) fn open(
    mut request: &[u8],
    source: Option<Arc<dyn KeySource>>,
    sink: Option<Arc<dyn LogSink>>,
    events: Option<Arc<dyn EventSink>>,
) -> Result<Vec<u8>, Failure> {
    let settings: Vec<u8> = read(&mut request);
    let level: LogLevel = read(&mut request);
    attach()?;
    let client = NativeClient::new(settings, source, sink, level, events)?;
    let mut answer = vec![SUCCEEDED];
    let endpoint = client.endpoint();
    <i64 as Lower<UniFfiTag>>::write(objects::add(Object::Client(client)), &mut answer);
    <String as Lower<UniFfiTag>>::write(endpoint, &mut answer);
    Ok(answer)
}

/// Attaches the thread that calls are made on, once and for all: an answer that could not be told would be waited for in
/// vain.
fn attach() -> Result<(), Failure> {
    static ATTACHED: OnceLock<()> = OnceLock::new();
    if ATTACHED.get().is_some() {
        return Ok(());
    }
    let (sender, attached) = mpsc::channel();
    runtime::begin(async move {
        let _ = sender.send(env::attached().map(|_| ()));
    })?;
    let attached = attached.recv().unwrap_or_else(|_| Err("it has ended".to_owned()));
    attached.map_err(|problem| {
        let message = format!("the thread that calls are made on cannot call Java: {problem}");
        Failure::from(bridge::refusal(
            ErrorKind::Configuration,
            message,
            "Let this process have more memory.",
        ))
    })?;
    let _ = ATTACHED.set(());
    Ok(())
}

/// Does what has a number; `Jni.kt` has the same.
#[allow(clippy::panic, reason = "it tells of a mistake in Jni.kt, and is caught")]
pub(super) fn now(object: i64, function: i32, mut request: &[u8]) -> Result<Vec<u8>, Failure> {
    match function {
        0 => {
            objects::close(object);
            Ok(vec![SUCCEEDED])
        }
        1 => {
            objects::remove(object);
            Ok(vec![SUCCEEDED])
        }
        2 => {
            let settings = read(&mut request);
            let bulk = objects::client(object).enable_many(settings, read(&mut request))?;
            Ok(answer(Ok(objects::add(Object::Bulk(bulk)))))
        }
        3 => {
            objects::bulk(object).finish();
            Ok(vec![SUCCEEDED])
        }
        4 => {
            // It may have been given up, with the call that asked.
            if let Some(Object::KeyRequest(waiting)) = objects::remove(object) {
                let key: Key = read(&mut request);
                waiting.give(key);
            }
            Ok(vec![SUCCEEDED])
        }
        5 => {
            if let Some(Object::KeyRequest(waiting)) = objects::remove(object) {
                let reason = read(&mut request);
                waiting.refuse(reason, read(&mut request));
            }
            Ok(vec![SUCCEEDED])
        }
        6 => Ok(answer(Ok(failure::error_kinds()))),
        7 => {
            let list = NativeChannelList::open(read(&mut request))?;
            Ok(answer(Ok(objects::add(Object::ChannelList(list)))))
        }
        8 => Ok(answer(match objects::channel_list(object) {
            Some(list) => list.next_batch(CHANNELS_AT_ONCE),
            None => Ok(Vec::new()),
        })),
        9 => {
            let (days, time_zone) = (read(&mut request), read(&mut request));
            Ok(answer(Ok(native_full_days(days, time_zone, read(&mut request))?)))
        }
        other => panic!("no function has the number {other}"),
    }
}

/// Reads a value that the Kotlin wrote.
#[allow(clippy::expect_used, reason = "it tells of a mistake in what was generated, and is caught")]
pub(super) fn read<T: Lift<UniFfiTag>>(from: &mut &[u8]) -> T {
    T::try_read(from).expect("what Kotlin wrote can be read")
}
