import io.github.camsroi.AsyncClient;
import io.github.camsroi.BlockingClient;
import io.github.camsroi.Client;
import io.github.camsroi.ClientConfig;
import io.github.camsroi.Credentials;
import io.github.camsroi.EnableWhatsappRoiMetricRequest;
import io.github.camsroi.Proxy;
import io.github.camsroi.RateLimit;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;

/** This package in a process of its own. Usage: Ours URL CALLS IN_FLIGHT */
final class Ours {
    private static final EnableWhatsappRoiMetricRequest REQUEST = new EnableWhatsappRoiMetricRequest("cams-1");

    public static void main(String[] arguments) throws Exception {
        Figures figures = new Figures(arguments);
        Client client = Client.create(ClientConfig.builder()
            .endpoint(figures.url)
            .credentials(new Credentials("id", "secret"))
            .proxy(Proxy.DIRECT)
            .rateLimit(RateLimit.OFF)
            .build());
        BlockingClient blocking = client.blocking();
        blocking.enableWhatsappRoiMetric(REQUEST);
        figures.firstAnswer();
        AsyncClient async = client.async();
        figures.measure((calls, inFlight) -> {
            if (inFlight == 1) {
                for (int i = 0; i < calls; i++) blocking.enableWhatsappRoiMetric(REQUEST);
            } else {
                AtomicInteger left = new AtomicInteger(calls);
                CompletableFuture<?>[] chains = new CompletableFuture<?>[inFlight];
                for (int i = 0; i < inFlight; i++) chains[i] = chain(async, left);
                CompletableFuture.allOf(chains).join();
            }
        });
        figures.print();
    }

    /** One call after the other, as long as any are left. */
    private static CompletableFuture<?> chain(AsyncClient client, AtomicInteger left) {
        if (left.getAndDecrement() <= 0) return CompletableFuture.completedFuture(null);
        return client.enableWhatsappRoiMetric(REQUEST).thenCompose(it -> chain(client, left));
    }
}
