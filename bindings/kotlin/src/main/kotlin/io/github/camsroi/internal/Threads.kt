package io.github.camsroi.internal

import java.util.concurrent.SynchronousQueue
import java.util.concurrent.ThreadPoolExecutor
import java.util.concurrent.TimeUnit

/** Threads for functions of the user's that may block: they keep no process alive, and end when nothing is left to do. */
internal val THREADS = ThreadPoolExecutor(
    0,
    Int.MAX_VALUE,
    IDLE_SECONDS,
    TimeUnit.SECONDS,
    SynchronousQueue(),
) { work -> Thread(work, "cams-roi-callback").apply { isDaemon = true } }

private const val IDLE_SECONDS = 10L
