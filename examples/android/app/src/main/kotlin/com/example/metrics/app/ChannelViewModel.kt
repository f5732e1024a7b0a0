package com.example.metrics.app

import androidx.lifecycle.ViewModel
import androidx.lifecycle.viewModelScope
import androidx.lifecycle.viewmodel.initializer
import androidx.lifecycle.viewmodel.viewModelFactory
import com.example.metrics.ChannelMetrics
import com.example.metrics.ChannelModel

/** Keeps the model of a channel's screen while the screen turns. */
class ChannelViewModel(metrics: ChannelMetrics, custSpaceId: String) : ViewModel() {
    private val model = ChannelModel(viewModelScope, metrics, custSpaceId)

    /** What to show. */
    val state = model.state

    init {
        load()
    }

    /** Loads the last week anew. */
    fun load() = model.load()

    companion object {
        /** Makes one for a channel. */
        fun factory(metrics: ChannelMetrics, custSpaceId: String) = viewModelFactory {
            initializer { ChannelViewModel(metrics, custSpaceId) }
        }
    }
}
