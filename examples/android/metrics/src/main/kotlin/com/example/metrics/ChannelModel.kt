package com.example.metrics

import io.github.camsroi.CamsRoiException
import kotlinx.coroutines.CoroutineScope
import kotlinx.coroutines.Job
import kotlinx.coroutines.flow.MutableStateFlow
import kotlinx.coroutines.flow.StateFlow
import kotlinx.coroutines.flow.asStateFlow
import kotlinx.coroutines.launch

/** What a channel's screen shows. */
sealed interface ChannelState {
    /** Nothing yet. */
    data object Loading : ChannelState

    /** The metrics; an empty list where nothing was sent, or the channel is not enabled. */
    data class Loaded(val days: List<Day>) : ChannelState

    /** Why there is nothing. [canRetry]: it may succeed in a moment. */
    data class Failed(val message: String, val canRetry: Boolean) : ChannelState

    /** The backend gives no credentials any more until the user signs in again. */
    data object SignedOut : ChannelState
}

/** A channel's screen, but for what needs Android: `ChannelViewModel` gives it the view model's scope. */
class ChannelModel(
    private val scope: CoroutineScope,
    private val metrics: ChannelMetrics,
    private val custSpaceId: String,
) {
    private val current = MutableStateFlow<ChannelState>(ChannelState.Loading)
    private var loading: Job? = null

    /** What to show. */
    val state: StateFlow<ChannelState> = current.asStateFlow()

    /** Loads the last week. A load that is under way ends, and so does its request. */
    fun load() {
        loading?.cancel()
        current.value = ChannelState.Loading
        loading = scope.launch {
            current.value = try {
                ChannelState.Loaded(metrics.lastWeek(custSpaceId))
            } catch (e: CamsRoiException) {
                failed(e)
            }
        }
    }

    private fun failed(error: CamsRoiException): ChannelState {
        // The client's error has what the provider of credentials threw among its causes.
        val causes = generateSequence<Throwable>(error) { it.cause }
        if (causes.any { it is SignedOutException }) return ChannelState.SignedOut
        return ChannelState.Failed(error.message.orEmpty(), error.retryable)
    }
}
