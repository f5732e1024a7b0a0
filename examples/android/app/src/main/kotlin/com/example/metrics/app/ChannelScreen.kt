package com.example.metrics.app

import androidx.compose.foundation.layout.Arrangement
import androidx.compose.foundation.layout.Column
import androidx.compose.foundation.layout.Row
import androidx.compose.foundation.layout.fillMaxWidth
import androidx.compose.foundation.layout.padding
import androidx.compose.foundation.lazy.LazyColumn
import androidx.compose.foundation.lazy.items
import androidx.compose.material3.Button
import androidx.compose.material3.CircularProgressIndicator
import androidx.compose.material3.Text
import androidx.compose.runtime.Composable
import androidx.compose.runtime.getValue
import androidx.compose.ui.Modifier
import androidx.compose.ui.unit.dp
import androidx.lifecycle.compose.collectAsStateWithLifecycle
import com.example.metrics.ChannelState
import com.example.metrics.Day

/** A channel's last week. */
@Composable
fun ChannelScreen(viewModel: ChannelViewModel, onSignIn: () -> Unit) {
    val state by viewModel.state.collectAsStateWithLifecycle()
    when (val shown = state) {
        ChannelState.Loading -> CircularProgressIndicator(Modifier.padding(16.dp))
        ChannelState.SignedOut -> Message("Your session has ended.", "Sign in", onSignIn)
        is ChannelState.Failed ->
            if (shown.canRetry) Message(shown.message, "Try again", viewModel::load) else Message(shown.message)
        is ChannelState.Loaded ->
            if (shown.days.isEmpty()) Message("Nothing was sent in the last week.") else Days(shown.days)
    }
}

@Composable
private fun Days(days: List<Day>) {
    LazyColumn(Modifier.padding(16.dp)) {
        items(days, key = { it.day.toEpochDay() }) { day ->
            Row(Modifier.fillMaxWidth().padding(vertical = 8.dp), Arrangement.SpaceBetween) {
                Text(day.day.toString())
                Text("${day.delivered} of ${day.sent} delivered")
            }
        }
    }
}

@Composable
private fun Message(text: String, action: String? = null, onAction: () -> Unit = {}) {
    Column(Modifier.padding(16.dp), Arrangement.spacedBy(8.dp)) {
        Text(text)
        if (action != null) Button(onAction) { Text(action) }
    }
}
