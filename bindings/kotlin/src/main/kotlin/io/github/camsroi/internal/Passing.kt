package io.github.camsroi.internal

import io.github.camsroi.CamsRoiException
import java.io.EOFException
import java.io.InterruptedIOException
import java.net.SocketException
import java.net.UnknownHostException
import java.util.concurrent.TimeoutException

/** Whether what a credentials function threw may pass: it could not reach what it asks, or says so itself. */
internal fun passes(thrown: Throwable): Boolean =
    generateSequence(thrown) { it.cause }.take(DEEPEST).any { error ->
        when (error) {
            is CamsRoiException -> error.retryable
            is SocketException, is UnknownHostException, is InterruptedIOException, is EOFException -> true
            is TimeoutException -> true
            else -> generateSequence<Class<*>>(error.javaClass) { it.superclass }.any { it.name in NAMES }
        }
    }

/** A chain of causes that is longer goes in a circle. */
private const val DEEPEST = 10

/** What is not there in every program: Java 8 lacks the one, and Java without coroutines the other. */
private val NAMES = setOf("java.net.http.HttpTimeoutException", "kotlinx.coroutines.TimeoutCancellationException")
