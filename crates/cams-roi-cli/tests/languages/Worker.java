import io.github.camsroi.ChannelLists;
import io.github.camsroi.Client;
import io.github.camsroi.ClientConfig;
import io.github.camsroi.EnableManyOptions;
import io.github.camsroi.RateLimit;
import java.nio.file.Path;

/**
 * A worker of its own process: enables the channels of a list, and prints each that is enabled.
 * Usage: Worker LIST CALLS_PER_SECOND [JOURNAL]
 */
final class Worker {
    public static void main(String[] arguments) {
        RateLimit limit = RateLimit.perSecond(Double.parseDouble(arguments[1]));
        EnableManyOptions.Builder options = EnableManyOptions.builder();
        if (arguments.length > 2) options.journal(Path.of(arguments[2]));
        try (Client client = Client.create(ClientConfig.builder().rateLimit(limit).build())) {
            var channels = ChannelLists.readChannels(Path.of(arguments[0]));
            client.blocking().enableManyChannels(channels, options.build()).forEach(outcome -> {
                if (outcome.getError() != null) throw outcome.getError();
                System.out.println(outcome.getCustSpaceId());
            });
        }
    }
}
