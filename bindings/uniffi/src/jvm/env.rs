//! A JVM as its threads and ours see it.

use std::cell::RefCell;
use std::ffi::{CStr, CString, c_void};
use std::ptr;
use std::sync::OnceLock;
use std::thread;

use jni_sys::{
    JNI_OK, JNI_VERSION_1_6, JNIEnv, JavaVM, JavaVMAttachArgs, jbyteArray, jclass, jlong, jmethodID, jobject,
    jsize, jvalue, jweak,
};

/// A JVM's table of functions, on the current thread.
#[derive(Clone, Copy)]
pub(super) struct Env(*mut JNIEnv);

/// Whom this copy of the library tells: one JVM, and one class of it. The class is not held on to, so that its loader
/// can go; with it go those who wait.
struct Host {
    vm: *mut JavaVM,
    class: jweak,
    done: jmethodID,
    ask: jmethodID,
    take: jmethodID,
}

// SAFETY: a VM, a global reference and a method's ID are valid on every thread.
unsafe impl Send for Host {}
// SAFETY: as above; nothing of it changes.
unsafe impl Sync for Host {}

static HOST: OnceLock<Host> = OnceLock::new();

/// Remembers who is told. Tells whether it is this class.
pub(super) fn prepare(env: Env, class: jclass) -> bool {
    #[cfg(windows)]
    stay_loaded();
    if HOST.get().is_none()
        && let Some(host) = env.host(class)
    {
        // Two threads of one class may come at once: then both are right, as is seen below.
        let _ = HOST.set(host);
    }
    // SAFETY: both are references to classes; a null one equals a class that is gone.
    HOST.get().is_some_and(|host| unsafe { ((**env.0).v1_4.IsSameObject)(env.0, class, host.class) })
}

/// A JVM unloads a library with the class loader that loaded it, while its thread goes on. Elsewhere the linker is told to
/// keep it (`build.rs`), or the system never unloads what has variables of threads (macOS).
#[cfg(windows)]
fn stay_loaded() {
    unsafe extern "system" {
        fn GetModuleHandleExW(flags: u32, address: *const c_void, module: *mut *mut c_void) -> i32;
    }
    const PIN: u32 = 1;
    const FROM_ADDRESS: u32 = 4;
    let mut module = ptr::null_mut();
    // SAFETY: the address is one within this library.
    unsafe { GetModuleHandleExW(PIN | FROM_ADDRESS, (&raw const HOST).cast(), &raw mut module) };
}

/// Tells that a call has ended.
pub(super) fn done(call: jlong, answer: &[u8]) {
    let Some(host) = HOST.get() else { return };
    // The thread that calls are made on is attached before a client is made, so that this does not fail for it.
    let Ok(env) = attached() else { return };
    // SAFETY: the class and its method are those that `prepare` found, and the arguments those that it takes.
    unsafe {
        let jni = (**env.0).v1_4;
        let class = (jni.NewLocalRef)(env.0, host.class);
        if class.is_null() {
            return;
        }
        let array = env.array(answer);
        let tell = |array| {
            let arguments = [jvalue { j: call }, jvalue { l: array }];
            (jni.CallStaticVoidMethodA)(env.0, class, host.done, arguments.as_ptr());
        };
        // Where there is no memory for the answer, or it cannot be taken, whoever waits is told at least that.
        if !array.is_null() {
            tell(array);
            (jni.DeleteLocalRef)(env.0, array);
        }
        if env.thrown() {
            tell(ptr::null_mut());
            env.thrown();
        }
        (jni.DeleteLocalRef)(env.0, class);
    }
}

/// Attaches the current thread, if it is none of the JVM's and not attached yet. It stays so until it ends: attaching it
/// anew each time would cost more than what it is attached for.
pub(super) fn attached() -> Result<Env, String> {
    let host = HOST.get().ok_or("no JVM has called")?;
    let mut env: *mut c_void = ptr::null_mut();
    // SAFETY: the VM is that which called `prepare`; the name lives as long as the call.
    unsafe {
        if ((**host.vm).v1_4.GetEnv)(host.vm, &raw mut env, JNI_VERSION_1_6) == JNI_OK {
            return Ok(Env(env.cast()));
        }
        let name = CString::new(thread::current().name().unwrap_or("cams-roi")).unwrap_or_default();
        let mut arguments = JavaVMAttachArgs {
            version: JNI_VERSION_1_6,
            name: name.as_ptr().cast_mut(),
            group: ptr::null_mut(),
        };
        let arguments = (&raw mut arguments).cast();
        match ((**host.vm).v1_4.AttachCurrentThreadAsDaemon)(host.vm, &raw mut env, arguments) {
            JNI_OK => {}
            code => return Err(format!("the JVM refuses the thread (JNI error {code})")),
        }
    }
    ATTACHED.with(|attached| attached.replace(Some(Attached)));
    Ok(Env(env.cast()))
}

thread_local! {
    static ATTACHED: RefCell<Option<Attached>> = const { RefCell::new(None) };
}

/// A thread of ours that the JVM has to forget when it ends.
struct Attached;

impl Drop for Attached {
    fn drop(&mut self) {
        if let Some(host) = HOST.get() {
            // SAFETY: this thread is attached to this VM, and calls nothing of Java's.
            unsafe { ((**host.vm).v1_4.DetachCurrentThread)(host.vm) };
        }
    }
}

impl Env {
    /// # Safety
    /// The environment is that of the current thread.
    pub(super) unsafe fn of(env: *mut JNIEnv) -> Self {
        Self(env)
    }

    fn host(self, class: jclass) -> Option<Host> {
        let mut vm = ptr::null_mut();
        // SAFETY: the environment is this thread's, and `class` one of its references.
        unsafe {
            let jni = (**self.0).v1_4;
            let done = (jni.GetStaticMethodID)(self.0, class, c"done".as_ptr(), c"(J[B)V".as_ptr());
            if done.is_null() || (jni.GetJavaVM)(self.0, &raw mut vm) != JNI_OK {
                return None;
            }
            let ask = self.method(c"io/github/camsroi/internal/Provider", c"ask", c"(J)V")?;
            let take = self.method(c"io/github/camsroi/internal/Sink", c"take", c"([B)V")?;
            let class = (jni.NewWeakGlobalRef)(self.0, class);
            (!class.is_null()).then_some(Host { vm, class, done, ask, take })
        }
    }

    /// A method of a class that the caller's loader finds. Where there is none, an exception is pending.
    fn method(self, class: &CStr, name: &CStr, kind: &CStr) -> Option<jmethodID> {
        // SAFETY: the environment is this thread's, and the names end in zero.
        unsafe {
            let jni = (**self.0).v1_4;
            let class = (jni.FindClass)(self.0, class.as_ptr());
            if class.is_null() {
                return None;
            }
            let method = (jni.GetMethodID)(self.0, class, name.as_ptr(), kind.as_ptr());
            (jni.DeleteLocalRef)(self.0, class);
            (!method.is_null()).then_some(method)
        }
    }

    /// The bytes of an array.
    pub(super) fn bytes(self, array: jbyteArray) -> Vec<u8> {
        // SAFETY: the environment is this thread's, and the buffer as long as the array.
        unsafe {
            let jni = (**self.0).v1_4;
            let length = (jni.GetArrayLength)(self.0, array);
            let mut bytes = vec![0_u8; usize::try_from(length).unwrap_or(0)];
            (jni.GetByteArrayRegion)(self.0, array, 0, length, bytes.as_mut_ptr().cast());
            bytes
        }
    }

    /// An array of bytes; null, with an exception pending, where the JVM has no memory for it.
    pub(super) fn array(self, bytes: &[u8]) -> jbyteArray {
        // Longer than any array can be, it asks for the longest, which no JVM has.
        let length = jsize::try_from(bytes.len()).unwrap_or(jsize::MAX);
        // SAFETY: the environment is this thread's, and the array as long as what is copied.
        unsafe {
            let jni = (**self.0).v1_4;
            let array = (jni.NewByteArray)(self.0, length);
            if !array.is_null() {
                (jni.SetByteArrayRegion)(self.0, array, 0, length, bytes.as_ptr().cast());
            }
            array
        }
    }

    /// Whether something was thrown; it is no longer pending then.
    fn thrown(self) -> bool {
        // SAFETY: the environment is this thread's.
        unsafe {
            let jni = (**self.0).v1_4;
            let thrown = (jni.ExceptionCheck)(self.0);
            if thrown {
                (jni.ExceptionClear)(self.0);
            }
            thrown
        }
    }
}

/// An object of the JVM's that is held on to, and called.
pub(super) struct Held(jobject);

// SAFETY: a global reference is valid on every thread.
unsafe impl Send for Held {}
// SAFETY: as above; it does not change.
unsafe impl Sync for Held {}

impl Held {
    /// Nothing for null.
    pub(super) fn new(env: Env, object: jobject) -> Option<Self> {
        if object.is_null() {
            return None;
        }
        // SAFETY: the environment is this thread's, and `object` one of its references.
        let held = unsafe { ((**env.0).v1_4.NewGlobalRef)(env.0, object) };
        (!held.is_null()).then_some(Self(held))
    }

    /// Calls `Provider.ask`.
    pub(super) fn ask(&self, request: jlong) -> Result<(), String> {
        let (host, env) = (HOST.get().ok_or("no JVM has called")?, attached()?);
        self.call(env, host.ask, jvalue { j: request })
    }

    /// Calls `Sink.take`, of whichever class below it the object is.
    pub(super) fn take(&self, record: &[u8]) -> Result<(), String> {
        let (host, env) = (HOST.get().ok_or("no JVM has called")?, attached()?);
        let array = env.array(record);
        if array.is_null() {
            env.thrown();
            return Err("the JVM has no memory for a record".to_owned());
        }
        let called = self.call(env, host.take, jvalue { l: array });
        // SAFETY: the environment is this thread's, and the array its own.
        unsafe { ((**env.0).v1_4.DeleteLocalRef)(env.0, array) };
        called
    }

    fn call(&self, env: Env, method: jmethodID, argument: jvalue) -> Result<(), String> {
        // SAFETY: who holds the object gives a method of its class, with the argument that it takes.
        unsafe { ((**env.0).v1_4.CallVoidMethodA)(env.0, self.0, method, &raw const argument) };
        if env.thrown() { Err("it threw".to_owned()) } else { Ok(()) }
    }
}

impl Drop for Held {
    fn drop(&mut self) {
        // Kept for ever where the thread cannot be attached.
        if let Ok(env) = attached() {
            // SAFETY: it is a global reference that nobody else has.
            unsafe { ((**env.0).v1_4.DeleteGlobalRef)(env.0, self.0) };
        }
    }
}
