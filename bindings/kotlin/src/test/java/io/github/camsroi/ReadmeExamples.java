package io.github.camsroi;

import java.nio.file.Path;
import java.time.Duration;

/** The Java of README.md; `ReadmeTest` compares and runs it. */
final class ReadmeExamples {
    private ReadmeExamples() {}

    static void everyDay() {
        // The same in Java
        var asked = CollectMetricsRequest.builder().days("yesterday").build();
        try (BlockingClient client = BlockingClient.create(); var results = client.collectMetrics(asked)) {
            results.forEach(result -> {
                if (result.getError() != null) System.out.println(result.getCustSpaceId() + ": " + result.getError().getHint());
                result.getRows().forEach(row -> System.out.println(row.getCustSpaceId() + " " + row.getDeliveredCount()));
            });
        }
        // end
    }

    static void java() {
        // Java
        try (Client client = Client.create(ClientConfig.builder().timeout(Duration.ofSeconds(20)).build())) {
            try {
                client.blocking().enableWhatsappRoiMetric(new EnableWhatsappRoiMetricRequest("cams-1"));
            } catch (CamsRoiException.Throttled e) {
                System.out.println("again in " + e.getRetryAfter());
            }
            client.async()
                .enableWhatsappRoiMetric(new EnableWhatsappRoiMetricRequest("cams-2"))
                .thenAccept(enabled -> System.out.println(enabled.getRequestId()))
                .join();
            try (var channels = ChannelLists.readChannels(Path.of("channels.csv"));
                var outcomes = client.blocking().enableManyChannels(channels)) {
                outcomes.filter(it -> !it.isEnabled()).forEach(System.out::println);
            }
        }
        // end
    }
}
