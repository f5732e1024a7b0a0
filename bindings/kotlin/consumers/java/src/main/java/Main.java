import io.github.camsroi.CamsRoiException;
import io.github.camsroi.Client;
import io.github.camsroi.ClientConfig;
import io.github.camsroi.Credentials;
import io.github.camsroi.EnableWhatsappRoiMetricRequest;
import io.github.camsroi.Proxy;
import java.io.IOException;

/** Calls the emulator, and catches what fails by its class. */
public final class Main {
    private Main() {}

    public static void main(String[] arguments) throws IOException {
        Process emulator = new ProcessBuilder(System.getenv("CAMS_ROI_COMMAND"), "emulator", "--exit-with-stdin")
            .start();
        String account = emulator.inputReader().readLine();
        ClientConfig config = ClientConfig.builder()
            .endpoint(field(account, "url"))
            .credentials(new Credentials(field(account, "access_key_id"), field(account, "access_key_secret")))
            .proxy(Proxy.DIRECT)
            .build();
        try (Client client = Client.create(config)) {
            String channel = field(account, "cust_space_ids");
            var enabled = client.async().enableWhatsappRoiMetric(new EnableWhatsappRoiMetricRequest(channel)).join();
            System.out.println("enabled, request " + enabled.getRequestId());
            try {
                client.blocking().enableWhatsappRoiMetric(new EnableWhatsappRoiMetricRequest("cams-of-others"));
                throw new AssertionError("enabled a channel of others");
            } catch (CamsRoiException.UnknownResourceOwner e) {
                System.out.println("refused: " + e.getHint());
            }
        } finally {
            emulator.getOutputStream().close();
        }
    }

    /** The first text behind a name. */
    private static String field(String json, String name) {
        return json.split("\"" + name + "\":\\s*\\[?\"")[1].split("\"")[0];
    }
}
