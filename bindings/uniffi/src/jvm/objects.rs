//! What a JVM knows by a number.

use std::collections::HashMap;
use std::hash::{BuildHasher as _, RandomState};
use std::sync::atomic::{AtomicI64, Ordering};
use std::sync::{Arc, LazyLock, PoisonError, RwLock};

use crate::bulk::Bulk;
use crate::channel_list::NativeChannelList;
use crate::client::NativeClient;
use crate::credentials::KeyRequest;

#[derive(Clone)]
pub(super) enum Object {
    Client(Arc<NativeClient>),
    Bulk(Arc<Bulk>),
    KeyRequest(Arc<KeyRequest>),
    ChannelList(Arc<NativeChannelList>),
}

static OBJECTS: RwLock<Option<HashMap<i64, Object>>> = RwLock::new(None);

/// Numbers begin anywhere, so that one that was given by another copy of this library, as another class loader has, names
/// nothing here: least of all somebody else's client.
static NEXT: LazyLock<AtomicI64> =
    LazyLock::new(|| AtomicI64::new((RandomState::new().hash_one(0) >> 2).cast_signed()));

pub(super) fn add(object: Object) -> i64 {
    let number = NEXT.fetch_add(1, Ordering::Relaxed);
    OBJECTS.write().unwrap_or_else(PoisonError::into_inner).get_or_insert_default().insert(number, object);
    number
}

pub(super) fn remove(number: i64) -> Option<Object> {
    // What it holds goes when the lock is no longer held: that may call a JVM.
    OBJECTS
        .write()
        .unwrap_or_else(PoisonError::into_inner)
        .as_mut()
        .and_then(|objects| objects.remove(&number))
}

fn get(number: i64) -> Option<Object> {
    let objects = OBJECTS.read().unwrap_or_else(PoisonError::into_inner);
    objects.as_ref().and_then(|objects| objects.get(&number).cloned())
}

/// Closes a client, if it is still there.
pub(super) fn close(number: i64) {
    if let Some(Object::Client(client)) = get(number) {
        client.close();
    }
}

#[allow(clippy::panic, reason = "it tells of a mistake in the Kotlin, and is caught")]
pub(super) fn client(number: i64) -> Arc<NativeClient> {
    match get(number) {
        Some(Object::Client(client)) => client,
        _ => panic!("no client has this number"),
    }
}

#[allow(clippy::panic, reason = "it tells of a mistake in the Kotlin, and is caught")]
pub(super) fn bulk(number: i64) -> Arc<Bulk> {
    match get(number) {
        Some(Object::Bulk(bulk)) => bulk,
        _ => panic!("no run has this number"),
    }
}

/// Nothing where it was closed in the meantime.
pub(super) fn channel_list(number: i64) -> Option<Arc<NativeChannelList>> {
    match get(number) {
        Some(Object::ChannelList(list)) => Some(list),
        _ => None,
    }
}
