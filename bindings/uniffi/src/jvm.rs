//! Calls from a JVM, by way of JNI. uniffi goes by way of JNA, which makes objects of its own for each crossing and each
//! struct that crosses: that cost several times what the call itself does. Here a call crosses twice, each time as one
//! array of bytes, written and read by what uniffi generates on both sides.
#![allow(unsafe_code, reason = "a JVM is reached through its table of functions")]

use std::any::Any;
use std::collections::HashMap;
use std::ffi::c_void;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::ptr;
use std::sync::atomic::{AtomicI64, Ordering};
use std::sync::{Arc, Mutex, OnceLock, PoisonError, RwLock, Weak};

use cams_roi::operations::{
    Call, EnableWhatsappRoiMetric, GetChatappPhoneNumberMetric, GetChatappTemplateMetric, Operation,
};
use futures_util::FutureExt as _;
use jni_sys::{JNIEnv, JavaVM, jbyteArray, jclass, jint, jlong, jmethodID, jsize, jvalue};
use tokio::task::AbortHandle;
use uniffi::{Lift, Lower};

use crate::UniFfiTag;
use crate::client::{Json, NativeClient};
use crate::failure::Failure;
use crate::request::{CallRequest, EnableRequest, PhoneNumberRequest, TemplateRequest};
use crate::result::{Enabled, PhoneNumberFigures, TemplateFigures};
use crate::runtime;
use crate::settings::CallSettings;

/// With what an answer begins; `Jni.kt` knows them too.
const SUCCEEDED: u8 = 0;
const FAILED: u8 = 1;
const PANICKED: u8 = 2;

/// Clients by the number under which a JVM knows them.
static CLIENTS: RwLock<Option<HashMap<i64, Weak<NativeClient>>>> = RwLock::new(None);

/// Calls that are under way, by their number.
static CALLS: Mutex<Option<HashMap<i64, AbortHandle>>> = Mutex::new(None);

/// Who is told of answers.
static LISTENER: OnceLock<Listener> = OnceLock::new();

#[uniffi::export]
impl NativeClient {
    /// The number under which calls name this client.
    fn number(self: Arc<Self>) -> i64 {
        static NEXT: AtomicI64 = AtomicI64::new(1);
        let number = NEXT.fetch_add(1, Ordering::Relaxed);
        let mut clients = CLIENTS.write().unwrap_or_else(PoisonError::into_inner);
        let clients = clients.get_or_insert_default();
        clients.retain(|_, client| client.strong_count() > 0);
        clients.insert(number, Arc::downgrade(&self));
        number
    }
}

/// A static method of a JVM's class.
struct Listener {
    vm: *mut JavaVM,
    class: jclass,
    done: jmethodID,
}

// SAFETY: a VM, a global reference and a method's ID are valid on every thread.
unsafe impl Send for Listener {}
// SAFETY: as above; nothing of it changes.
unsafe impl Sync for Listener {}

impl Listener {
    /// Tells of an answer, from any thread. That stays attached: attaching it anew each time would cost more than this.
    fn tell(&self, call: jlong, answer: &[u8]) {
        let Ok(length) = jsize::try_from(answer.len()) else { return };
        let mut env: *mut c_void = ptr::null_mut();
        // SAFETY: the VM is that which loaded this library. The array is long enough for what is copied, and the class
        // and method are those that `prepare` found, with the parameters that it asked for.
        unsafe {
            if ((**self.vm).v1_4.AttachCurrentThreadAsDaemon)(self.vm, &raw mut env, ptr::null_mut()) != 0 {
                return;
            }
            let env: *mut JNIEnv = env.cast();
            let jni = (**env).v1_4;
            let array = (jni.NewByteArray)(env, length);
            if !array.is_null() {
                (jni.SetByteArrayRegion)(env, array, 0, length, answer.as_ptr().cast());
                let arguments = [jvalue { j: call }, jvalue { l: array }];
                (jni.CallStaticVoidMethodA)(env, self.class, self.done, arguments.as_ptr());
                (jni.DeleteLocalRef)(env, array);
            }
            if (jni.ExceptionCheck)(env) {
                (jni.ExceptionDescribe)(env);
                (jni.ExceptionClear)(env);
            }
        }
    }
}

/// `Jni.prepare`: answers go to the static method `done` of the class. Where there is none, an exception is pending.
#[unsafe(no_mangle)]
extern "system" fn Java_io_github_camsroi_internal_Jni_prepare(env: *mut JNIEnv, class: jclass) {
    let mut vm = ptr::null_mut();
    // SAFETY: the JVM calls this with an environment of the current thread and a class; the names end in zero.
    unsafe {
        let jni = (**env).v1_4;
        let done = (jni.GetStaticMethodID)(env, class, c"done".as_ptr(), c"(J[B)V".as_ptr());
        if done.is_null() || (jni.GetJavaVM)(env, &raw mut vm) != 0 {
            return;
        }
        let class = (jni.NewGlobalRef)(env, class);
        let _ = LISTENER.set(Listener { vm, class, done });
    }
}

/// `Jni.begin`: makes a call. Its answer is told later, or never where it is cancelled.
#[unsafe(no_mangle)]
extern "system" fn Java_io_github_camsroi_internal_Jni_begin(
    env: *mut JNIEnv,
    _class: jclass,
    client: jlong,
    call: jlong,
    operation: jint,
    request: jbyteArray,
) {
    // SAFETY: the JVM calls this with an environment of the current thread and an array; the buffer is as long.
    let request = unsafe {
        let jni = (**env).v1_4;
        let length = (jni.GetArrayLength)(env, request);
        let mut bytes = vec![0_u8; usize::try_from(length).unwrap_or(0)];
        (jni.GetByteArrayRegion)(env, request, 0, length, bytes.as_mut_ptr().cast());
        bytes
    };
    // A panic may not leave a function that the JVM called.
    let begun = catch_unwind(|| begin(client, call, operation, request));
    let answer = match begun {
        Ok(Ok(())) => return,
        Ok(Err(failure)) => answer::<String>(Err(failure)),
        Err(panic) => panicked(panic.as_ref()),
    };
    tell(call, &answer);
}

/// `Jni.cancel`: ends a call, and its request on the wire.
#[unsafe(no_mangle)]
extern "system" fn Java_io_github_camsroi_internal_Jni_cancel(
    _env: *mut JNIEnv,
    _class: jclass,
    call: jlong,
) {
    if let Some(task) = under_way(|calls| calls.remove(&call)) {
        task.abort();
    }
}

fn under_way<T>(change: impl FnOnce(&mut HashMap<i64, AbortHandle>) -> T) -> T {
    change(CALLS.lock().unwrap_or_else(PoisonError::into_inner).get_or_insert_default())
}

fn tell(call: i64, answer: &[u8]) {
    if let Some(listener) = LISTENER.get() {
        listener.tell(call, answer);
    }
}

fn begin(client: i64, call: i64, operation: i32, request: Vec<u8>) -> Result<(), Failure> {
    let clients = CLIENTS.read().unwrap_or_else(PoisonError::into_inner);
    let client = clients.as_ref().and_then(|clients| clients.get(&client)?.upgrade());
    drop(clients);
    let made = async move {
        let answered = AssertUnwindSafe(made(client, operation, &request)).catch_unwind().await;
        let answer = answered.unwrap_or_else(|panic| panicked(panic.as_ref()));
        // Not told where it was cancelled in the meantime.
        if under_way(|calls| calls.remove(&call)).is_some() {
            tell(call, &answer);
        }
    };
    // With the list in hand, so that the call does not end before it is listed.
    under_way(|calls| {
        calls.insert(call, runtime::begin(made)?.abort_handle());
        Ok(())
    })
}

#[allow(clippy::panic, reason = "it tells of a mistake in Jni.kt, and is caught")]
async fn made(client: Option<Arc<NativeClient>>, operation: i32, request: &[u8]) -> Vec<u8> {
    let Some(client) = client else { panic!("no client has this number") };
    match operation {
        0 => send::<EnableRequest, EnableWhatsappRoiMetric, Enabled, Enabled>(&client, request).await,
        1 => {
            send::<PhoneNumberRequest, GetChatappPhoneNumberMetric, PhoneNumberFigures, PhoneNumberFigures>(
                &client, request,
            )
            .await
        }
        2 => {
            send::<TemplateRequest, GetChatappTemplateMetric, TemplateFigures, TemplateFigures>(
                &client, request,
            )
            .await
        }
        3 => send::<CallRequest, Call, Json, String>(&client, request).await,
        other => panic!("no operation has the number {other}"),
    }
}

/// Reads a request `R` for an operation `O`, sends it, and writes its output `T` as `W`.
#[allow(clippy::expect_used, reason = "it tells of a mistake in Jni.kt, and is caught")]
async fn send<R, O, T, W>(client: &NativeClient, mut request: &[u8]) -> Vec<u8>
where
    R: Lift<UniFfiTag> + TryInto<O, Error = Failure>,
    O: Operation + Send + Sync + 'static,
    O::Output: Send,
    T: From<O::Output> + Send + 'static,
    W: Lower<UniFfiTag> + From<T>,
{
    let read = R::try_read(&mut request).expect("the request can be read");
    let settings =
        <CallSettings as Lift<UniFfiTag>>::try_read(&mut request).expect("the settings can be read");
    answer(client.made::<O, T>(read.try_into(), settings).await.map(W::from))
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

fn panicked(panic: &(dyn Any + Send)) -> Vec<u8> {
    let text = panic.downcast_ref::<String>().cloned();
    let text = text.or_else(|| panic.downcast_ref::<&str>().map(|text| (*text).to_owned()));
    let mut answer = vec![PANICKED];
    <String as Lower<UniFfiTag>>::write(text.unwrap_or_else(|| "a panic".to_owned()), &mut answer);
    answer
}
