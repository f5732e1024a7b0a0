import io.github.camsroi.AsyncClient;
import io.github.camsroi.BlockingClient;
import io.github.camsroi.CamsRoiException;
import io.github.camsroi.ClientConfig;
import io.github.camsroi.Credentials;
import io.github.camsroi.EnableWhatsappRoiMetricRequest;
import io.github.camsroi.GetChatappPhoneNumberMetricRequest;
import io.github.camsroi.Granularity;
import io.github.camsroi.Proxy;
import io.github.camsroi.ChannelOutcome;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.stream.Stream;

/** Calls the emulator in each way that Java has, in a JVM that knows no coroutines. */
public final class Main {
    private static final class Stop extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    private Main() {}

    public static void main(String[] arguments) throws IOException {
        try {
            Class.forName("kotlinx.coroutines.Job");
            throw new AssertionError("there are coroutines on the class path");
        } catch (ClassNotFoundException expected) {
            System.out.println("no coroutines");
        }
        Process emulator = new ProcessBuilder(System.getenv("CAMS_ROI_COMMAND"), "emulator", "--exit-with-stdin")
            .start();
        String account = new BufferedReader(new InputStreamReader(emulator.getInputStream(), StandardCharsets.UTF_8))
            .readLine();
        Credentials credentials =
            new Credentials(field(account, "access_key_id"), field(account, "access_key_secret"));
        ClientConfig config = ClientConfig.builder()
            .endpoint(field(account, "url"))
            .credentialsProvider(() -> credentials)
            .proxy(Proxy.DIRECT)
            .build();
        String channel = field(account, "cust_space_ids");
        try (BlockingClient client = BlockingClient.create(config)) {
            block(client, channel);
        }
        try (AsyncClient client = AsyncClient.create(config)) {
            await(client, channel);
        } finally {
            emulator.getOutputStream().close();
        }
    }

    private static void block(BlockingClient client, String channel) {
        EnableWhatsappRoiMetricRequest request = new EnableWhatsappRoiMetricRequest(channel);
        System.out.println("enabled, request " + client.enableWhatsappRoiMetric(request).getRequestId());
        try {
            client.enableWhatsappRoiMetric(new EnableWhatsappRoiMetricRequest("cams-of-others"));
            throw new AssertionError("enabled a channel of others");
        } catch (CamsRoiException.UnknownResourceOwner e) {
            System.out.println("refused: " + e.getHint());
        }
        Instant end = Instant.now();
        client.getChatappPhoneNumberMetric(GetChatappPhoneNumberMetricRequest
            .builder(end.minus(Duration.ofDays(1)), end)
            .custSpaceId(channel)
            .granularity(Granularity.DAILY)
            .build());
        client.callText("ListInstance", Collections.singletonMap("PageSize", 10));
        try (Stream<ChannelOutcome> outcomes = client.enableMany(Collections.singletonList(channel))) {
            check(outcomes.allMatch(ChannelOutcome::isEnabled), "not enabled");
        }
    }

    private static void await(AsyncClient client, String channel) {
        EnableWhatsappRoiMetricRequest request = new EnableWhatsappRoiMetricRequest(channel);
        System.out.println("enabled, request " + client.enableWhatsappRoiMetric(request).join().getRequestId());
        List<ChannelOutcome> outcomes = new ArrayList<>();
        client.enableMany(Collections.singletonList(channel), outcomes::add).join();
        check(outcomes.size() == 1 && outcomes.get(0).isEnabled(), "not enabled");
        try {
            client.enableMany(Collections.singletonList(channel), outcome -> {
                throw new Stop();
            }).join();
            throw new AssertionError("what the listener threw was lost");
        } catch (CompletionException e) {
            check(e.getCause() instanceof Stop, e.toString());
        }
    }

    private static void check(boolean holds, String what) {
        if (!holds) throw new AssertionError(what);
    }

    /** The first text behind a name. */
    private static String field(String json, String name) {
        return json.split("\"" + name + "\":\\s*\\[?\"")[1].split("\"")[0];
    }
}
