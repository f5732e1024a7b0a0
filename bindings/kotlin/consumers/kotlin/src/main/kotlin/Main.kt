import io.github.camsroi.CamsRoiException
import io.github.camsroi.Client
import io.github.camsroi.Credentials
import io.github.camsroi.EnableWhatsappRoiMetricRequest
import io.github.camsroi.Proxy
import kotlinx.coroutines.flow.toList
import kotlinx.coroutines.runBlocking

/** Calls the emulator, and catches what fails by its class. */
fun main(): Unit = runBlocking {
    val emulator = ProcessBuilder(System.getenv("CAMS_ROI_COMMAND"), "emulator", "--exit-with-stdin").start()
    val account = emulator.inputReader().readLine()
    val channel = field(account, "cust_space_ids")
    val client = Client {
        endpoint = field(account, "url")
        credentials = Credentials(field(account, "access_key_id"), field(account, "access_key_secret"))
        proxy = Proxy.DIRECT
    }
    client.use {
        println("enabled, request ${client.enableWhatsappRoiMetric(EnableWhatsappRoiMetricRequest(channel)).requestId}")
        try {
            client.enableWhatsappRoiMetric(EnableWhatsappRoiMetricRequest("cams-of-others"))
            error("enabled a channel of others")
        } catch (e: CamsRoiException.UnknownResourceOwner) {
            println("refused: ${e.hint}")
        }
        check(client.enableMany(listOf(channel)).toList().single().enabled)
    }
    emulator.outputStream.close()
}

/** The first text behind a name. */
private fun field(json: String, name: String): String =
    Regex("\"$name\":\\s*\\[?\"([^\"]*)").find(json)!!.groupValues[1]
