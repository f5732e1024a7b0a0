//! Everything that a JVM calls, and is called with, by way of JNI. uniffi's own Kotlin goes by way of JNA, which makes
//! objects for each crossing and for each struct that crosses, and which brings native code of its own that must bind the
//! very same copy of this library. Here a call crosses twice, each time as one array of bytes in uniffi's encoding, and
//! a JVM binds a library by the class loader that loaded it: each has a copy of its own.
//!
//! Clients, runs and requests for a key stay here. A JVM knows them by numbers (see [`objects`]).
#![allow(unsafe_code, reason = "a JVM is reached through its table of functions")]

mod callbacks;
mod calls;
mod env;
mod functions;
mod objects;

use std::any::Any;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::ptr;

use jni_sys::{JNIEnv, jboolean, jbyteArray, jclass, jint, jlong, jobject};
use uniffi::Lower;

use self::env::Env;
use crate::UniFfiTag;
use crate::failure::Failure;

/// With what an answer begins; `Jni.kt` knows them too.
const SUCCEEDED: u8 = 0;
const FAILED: u8 = 1;
const PANICKED: u8 = 2;

/// `Jni.prepare`: answers and callbacks go to this class. Tells whether they do: another class may have this copy of the
/// library already. Where the class lacks what is called, an exception is pending.
#[unsafe(no_mangle)]
extern "system" fn Java_io_github_camsroi_internal_Jni_prepare(env: *mut JNIEnv, class: jclass) -> jboolean {
    // SAFETY: the JVM calls this with an environment of the current thread.
    let env = unsafe { Env::of(env) };
    env::prepare(env, class)
}

/// `Jni.open`: makes a client. What it is given besides its settings may be null.
#[unsafe(no_mangle)]
extern "system" fn Java_io_github_camsroi_internal_Jni_open(
    env: *mut JNIEnv,
    _class: jclass,
    settings: jbyteArray,
    source: jobject,
    sink: jobject,
    events: jobject,
) -> jbyteArray {
    // SAFETY: the JVM calls this with an environment of the current thread.
    let env = unsafe { Env::of(env) };
    let settings = env.bytes(settings);
    let (source, sink) = (callbacks::source(env, source), callbacks::sink(env, sink));
    let answer = caught(|| functions::open(&settings, source, sink, callbacks::events(env, events)));
    env.array(&answer)
}

/// `Jni.now`: does what takes no time.
#[unsafe(no_mangle)]
extern "system" fn Java_io_github_camsroi_internal_Jni_now(
    env: *mut JNIEnv,
    _class: jclass,
    object: jlong,
    function: jint,
    request: jbyteArray,
) -> jbyteArray {
    // SAFETY: the JVM calls this with an environment of the current thread.
    let env = unsafe { Env::of(env) };
    let request = env.bytes(request);
    let answer = caught(|| functions::now(object, function, &request));
    env.array(&answer)
}

/// `Jni.begin`: makes a call, which is under way when this returns nothing. Its answer is told later, or never where it
/// is cancelled. What cannot even begin is answered at once.
#[unsafe(no_mangle)]
extern "system" fn Java_io_github_camsroi_internal_Jni_begin(
    env: *mut JNIEnv,
    _class: jclass,
    object: jlong,
    call: jlong,
    work: jint,
    request: jbyteArray,
) -> jbyteArray {
    // SAFETY: the JVM calls this with an environment of the current thread.
    let env = unsafe { Env::of(env) };
    let request = env.bytes(request);
    match catch_unwind(AssertUnwindSafe(|| calls::begin(object, call, work, &request))) {
        Ok(Ok(())) => ptr::null_mut(),
        Ok(Err(failure)) => env.array(&answer::<String>(Err(failure))),
        Err(panic) => env.array(&panicked(panic.as_ref())),
    }
}

/// `Jni.cancel`: ends a call, and its request on the wire. Tells whether it was under way: then its answer is never told.
#[unsafe(no_mangle)]
extern "system" fn Java_io_github_camsroi_internal_Jni_cancel(
    _env: *mut JNIEnv,
    _class: jclass,
    call: jlong,
) -> jboolean {
    calls::cancel(call)
}

/// A panic may not leave a function that the JVM called.
fn caught(work: impl FnOnce() -> Result<Vec<u8>, Failure>) -> Vec<u8> {
    match catch_unwind(AssertUnwindSafe(work)) {
        Ok(Ok(answer)) => answer,
        Ok(Err(failure)) => answer::<String>(Err(failure)),
        Err(panic) => panicked(panic.as_ref()),
    }
}

fn answer<W: Lower<UniFfiTag>>(result: Result<W, Failure>) -> Vec<u8> {
    let mut answer = Vec::with_capacity(256);
    match result {
        Ok(output) => {
            answer.push(SUCCEEDED);
            W::write(output, &mut answer);
        }
        Err(failure) => {
            answer.push(FAILED);
            <Failure as Lower<UniFfiTag>>::write(failure, &mut answer);
        }
    }
    answer
}

/// An answer whose bytes are there already.
fn raw(result: Result<Vec<u8>, Failure>) -> Vec<u8> {
    match result {
        Ok(bytes) => [&[SUCCEEDED][..], &bytes].concat(),
        Err(failure) => answer::<String>(Err(failure)),
    }
}

fn panicked(panic: &(dyn Any + Send)) -> Vec<u8> {
    let text = panic.downcast_ref::<String>().cloned();
    let text = text.or_else(|| panic.downcast_ref::<&str>().map(|text| (*text).to_owned()));
    let mut answer = vec![PANICKED];
    <String as Lower<UniFfiTag>>::write(text.unwrap_or_else(|| "a panic".to_owned()), &mut answer);
    answer
}
