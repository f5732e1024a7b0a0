package io.github.camsroi;

import java.nio.file.Path;
import java.time.Duration;

/** The Java of README.md; `ReadmeTest` compares and runs it. */
final class ReadmeExamples {
    private ReadmeExamples() {}

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
