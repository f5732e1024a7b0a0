package io.github.camsroi;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionException;
import java.util.stream.Stream;
import kotlin.Pair;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The package as plain Java sees it. */
class JavaTest extends EmulatedTest {
    private static final String OWN = "own";

    /** What is done to the emulator and to the client, so that enabling a channel fails. */
    private interface Cause {
        void arrange(Emulator emulator, ClientConfig.Builder config);
    }

    private static Cause fault(Object... fields) {
        return (emulator, config) -> emulator.fault(null, pairs(fields));
    }

    private static Cause account(Object... fields) {
        return (emulator, config) -> emulator.changeAccount(pairs(fields));
    }

    private static Pair<String, Object>[] pairs(Object... fields) {
        @SuppressWarnings({"unchecked", "rawtypes"})
        Pair<String, Object>[] pairs = new Pair[fields.length / 2];
        for (int i = 0; i < pairs.length; i++) {
            pairs[i] = new Pair<>((String) fields[2 * i], fields[2 * i + 1]);
        }
        return pairs;
    }

    static Stream<Arguments> causes() {
        Cause none = (emulator, config) -> {};
        return Stream.of(
            Arguments.of(CamsRoiException.Configuration.class, OWN, (Cause) (e, config) -> config.endpoint("ftp://host")),
            Arguments.of(CamsRoiException.Credentials.class, OWN, (Cause) (e, config) ->
                config.credentials(null).credentialsProvider(() -> { throw new IOException("sealed"); })),
            Arguments.of(CamsRoiException.InvalidArgument.class, "", none),
            Arguments.of(CamsRoiException.Transport.class, OWN, fault("type", "reset")),
            Arguments.of(CamsRoiException.RequestTimeout.class, OWN, (Cause) (emulator, config) -> {
                fault("type", "hang").arrange(emulator, config);
                config.attemptTimeout(Duration.ofMillis(50));
            }),
            Arguments.of(CamsRoiException.UnexpectedResponse.class, OWN, fault("type", "html", "status", 502)),
            Arguments.of(CamsRoiException.Service.class, OWN,
                fault("type", "error", "status", 400, "code", "Brand.New", "message", "never seen")),
            Arguments.of(CamsRoiException.NotSubscribed.class, OWN, account("subscribed", false)),
            Arguments.of(CamsRoiException.PermissionDenied.class, OWN, account("permissions", List.of())),
            Arguments.of(CamsRoiException.Throttled.class, OWN, fault("type", "throttle", "retry_after_ms", 1500)),
            Arguments.of(CamsRoiException.UnknownResourceOwner.class, "cams-of-others", none),
            Arguments.of(CamsRoiException.Authentication.class, OWN, (Cause) (emulator, config) ->
                config.credentials(new Credentials(emulator.getCredentials().getAccessKeyId(), "wrong"))),
            Arguments.of(CamsRoiException.InvalidParameter.class, OWN,
                fault("type", "error", "status", 400, "code", "InvalidParameter", "message", "no")),
            Arguments.of(CamsRoiException.ServiceUnavailable.class, OWN,
                fault("type", "error", "status", 503, "code", "ServiceUnavailable", "message", "later")));
    }

    @ParameterizedTest
    @MethodSource("causes")
    <E extends CamsRoiException> void everyErrorIsCaughtByItsClass(Class<E> expected, String channel, Cause cause) {
        ClientConfig.Builder config = ClientConfig.builder()
            .endpoint(getEmulator().getUrl())
            .credentials(getEmulator().getCredentials())
            .proxy(Proxy.DIRECT)
            .rateLimit(RateLimit.OFF)
            .logger(Logger.NONE)
            .maxAttempts(1);
        cause.arrange(getEmulator(), config);
        var id = channel.equals(OWN) ? getEmulator().getChannels().get(0) : channel;
        var request = new EnableWhatsappRoiMetricRequest(id);
        E thrown = assertThrows(expected, () -> {
            try (Client client = Client.create(config.build())) {
                client.blocking().enableWhatsappRoiMetric(request);
            }
        });
        assertSame(expected, thrown.getClass());
        assertNotNull(thrown.getHint());
        assertEquals(expected == CamsRoiException.Throttled.class ? Duration.ofMillis(1500) : null, thrown.getRetryAfter());
        assertTrue(Stream.of(thrown.getStackTrace()).anyMatch(it -> it.getFileName().equals("JavaTest.java")));
        if (expected != CamsRoiException.Configuration.class) {
            try (AsyncClient client = Client.create(config.build()).async()) {
                var future = client.enableWhatsappRoiMetric(request);
                var wrapped = assertThrows(CompletionException.class, future::join);
                assertInstanceOf(expected, wrapped.getCause());
                var trace = wrapped.getCause().getStackTrace();
                assertEquals("JavaTest.java", trace[0].getFileName());
            }
        }
    }

    private BlockingClient client() {
        return Client.create(getEmulator().config(it -> kotlin.Unit.INSTANCE)).blocking();
    }

    @Test
    void everyOperationIsThere() {
        Instant end = Instant.now();
        Instant start = end.minus(Duration.ofDays(1));
        String channel = getEmulator().getChannels().get(0);
        try (BlockingClient client = client()) {
            assertNotNull(client.enableWhatsappRoiMetric(new EnableWhatsappRoiMetricRequest(channel)).getRequestId());
            var numbers = GetChatappPhoneNumberMetricRequest.builder(start, end)
                .custSpaceId(channel).granularity(Granularity.DAILY).build();
            assertNotNull(client.getChatappPhoneNumberMetric(numbers).getData());
            var template = GetChatappTemplateMetricRequest.builder("1100123456789", start, end)
                .custSpaceId(channel).language("en").build();
            assertNotNull(client.getChatappTemplateMetric(template).getData());
            var options = RawCallOptions.builder().timeout(Duration.ofSeconds(20)).idempotent(true).build();
            assertTrue(client.callText("ListInstance", Map.of("PageSize", 10), options).contains("\"OK\""));
            var unchecked = RawCallOptions.builder().unchecked(true).build();
            assertTrue(client.callText("ListInstance", Map.of("Tags", List.of("a")), unchecked).contains("\"OK\""));
        }
    }

    @Test
    void whatIsNullIsRefusedByItsName() {
        Instant now = Instant.now();
        String unset = null;
        assertRefused("custSpaceId is null", () -> new EnableWhatsappRoiMetricRequest(unset));
        assertRefused("custSpaceId is null", () -> new Channel(unset));
        assertRefused("custSpaceId is null", () ->
            GetChatappPhoneNumberMetricRequest.builder(now, now).custSpaceId(unset));
        assertRefused("custSpaceId is not given", () ->
            GetChatappTemplateMetricRequest.builder("1", now, now).build());
        assertRefused("both custSpaceId and ownChannel are given", () ->
            GetChatappTemplateMetricRequest.builder("1", now, now).custSpaceId("cams-1").ownChannel().build());
        assertRefused("start is null", () -> GetChatappPhoneNumberMetricRequest.builder(null, now));
        try (BlockingClient client = client()) {
            assertRefused("request is null", () -> client.enableWhatsappRoiMetric(null));
            assertRefused("action is null", () -> client.callText(null));
            assertRefused("custSpaceIds is null", () -> client.enableMany(null));
            var listed = java.util.Arrays.asList(getEmulator().getChannels().get(0), null);
            assertRefused("custSpaceIds[1] is null", () -> client.enableMany(listed));
        }
        try (AsyncClient client = Client.create(getEmulator().config(it -> kotlin.Unit.INSTANCE)).async()) {
            var future = client.enableWhatsappRoiMetric(null);
            var wrapped = assertThrows(CompletionException.class, future::join);
            assertEquals("request is null", wrapped.getCause().getMessage());
        }
        assertThrows(CamsRoiException.Configuration.class, () -> ClientConfig.builder().proxy(null));
        assertThrows(CamsRoiException.Configuration.class, () -> new Credentials("id", null));
        assertEquals(0, getEmulator().log().size());
    }

    private static void assertRefused(String message, org.junit.jupiter.api.function.Executable call) {
        assertEquals(message, assertThrows(CamsRoiException.InvalidArgument.class, call).getMessage());
    }

    @Test
    void allChannelsAreFoundEnabledAndReadInJava() {
        var request = FindChannelsRequest.builder().build();
        var first = getEmulator().getChannels().get(0);
        long channels;
        var metrics = CollectMetricsRequest.builder()
            .channels(getEmulator().getChannels().subList(0, 2)).days("yesterday").templates(false).build();
        FullDays yesterday = FullDays.of("yesterday");
        try (BlockingClient client = client()) {
            channels = client.findChannels(request).count();
            assertTrue(channels >= getEmulator().getChannels().size());
            BlockingEnableRun run = client.enableAll(
                request, EnableManyOptions.builder().build(), it -> it.getCustSpaceId().equals(first));
            assertEquals(1, run.getTotal());
            assertEquals(1, run.outcomes().filter(ChannelOutcome::isEnabled).count());
            assertEquals(channels, client.enableAll().getTotal());
            try (Stream<CollectedMetrics> results = client.collectMetrics(metrics)) {
                results.forEach(it -> assertEquals(yesterday.getStart(), it.getStart()));
            }
            var asked = CollectMetricsRequest.builder().channels(List.of(new Channel(first, "isv-1"))).build();
            assertEquals("isv-1", asked.getChannels().get(0).getIsvCode());
            var lacking = java.util.Arrays.asList(new Channel(first), null);
            assertRefused("channels[1] is null", () -> CollectMetricsRequest.builder().channels(lacking));
            assertRefused("custSpaceId is null", () -> new MetricsTarget(null));
            var targets = new java.util.ArrayList<>(List.of(new MetricsTarget(first)));
            var ofTargets = CollectMetricsRequest.builder().targets(targets).build();
            targets.add(null);
            assertEquals(1, ofTargets.getTargets().size(), "what was asked stays as it was");
            assertRefused("targets[1] is null", () -> CollectMetricsRequest.builder().targets(targets));
            assertRefused("where is null", () -> client.enableAll(request, EnableManyOptions.builder().build(), null));
        }
        List<String> enabled = new ArrayList<>();
        try (AsyncClient client = Client.create(getEmulator().config(it -> kotlin.Unit.INSTANCE)).async()) {
            client.enableAll()
                .thenCompose(run -> run.outcomes(it -> enabled.add(it.getCustSpaceId())))
                .join();
            assertEquals(channels, enabled.size());
            var refused = assertThrows(CompletionException.class, () -> client.enableAll(request, null).join());
            assertEquals("options is null", refused.getCause().getMessage());
        }
    }

    @Test
    void manyChannelsAreEnabledAsynchronously() {
        List<String> enabled = new ArrayList<>();
        List<Progress> progress = new ArrayList<>();
        var options = EnableManyOptions.builder().concurrency(2).onProgress(progress::add).build();
        try (AsyncClient client = Client.create(getEmulator().config(it -> kotlin.Unit.INSTANCE)).async()) {
            client.enableMany(getEmulator().getChannels(), options, it -> enabled.add(it.getCustSpaceId())).join();
        }
        assertEquals(getEmulator().getChannels().size(), enabled.size());
        assertEquals(getEmulator().getChannels().size(), progress.get(progress.size() - 1).getDone());
    }
}
