package com.example.metrics.app

import android.os.Bundle
import androidx.activity.ComponentActivity
import androidx.activity.compose.setContent
import androidx.activity.viewModels
import androidx.compose.material3.MaterialTheme
import com.example.metrics.BackendCredentials
import com.example.metrics.ChannelMetrics
import java.net.URL

/** Shows one channel. */
class MainActivity : ComponentActivity() {
    private val viewModel: ChannelViewModel by viewModels {
        ChannelViewModel.factory(metrics, custSpaceId = "cams-abc123")
    }

    override fun onCreate(savedInstanceState: Bundle?) {
        super.onCreate(savedInstanceState)
        setContent { MaterialTheme { ChannelScreen(viewModel, onSignIn = ::finish) } }
    }

    private companion object {
        val backend = URL("https://backend.example/credentials")

        /** One for the process. Replace the empty text with your session's token. */
        val metrics by lazy { ChannelMetrics(accountId = "1234567890", BackendCredentials(backend) { "" }) }
    }
}
