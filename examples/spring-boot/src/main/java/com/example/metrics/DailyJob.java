package com.example.metrics;

import io.github.camsroi.BlockingClient;
import io.github.camsroi.CamsRoiException;
import io.github.camsroi.CollectMetricsRequest;
import io.github.camsroi.EnableManyOptions;
import io.github.camsroi.FindChannelsRequest;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** What is done once a day: channels that are new are enabled, and every channel's metrics are kept. */
@Component
public class DailyJob {
    private static final Logger LOG = LoggerFactory.getLogger(DailyJob.class);

    private final BlockingClient client;
    private final MetricsRepository repository;
    private final CamsProperties properties;

    DailyJob(BlockingClient client, MetricsRepository repository, CamsProperties properties) {
        this.client = client;
        this.repository = repository;
        this.properties = properties;
    }

    /**
     * What a run did. The next run asks again for what failed.
     *
     * @param done how many channels were enabled, or queries answered
     * @param failed how many were not
     */
    public record Outcome(int done, int failed) {}

    @Scheduled(cron = "${cams.daily-at}", zone = "UTC")
    void run() {
        Outcome enabled = enableNewChannels();
        Outcome collected = collect();
        LOG.info(
            "{} channels enabled, {} not; {} queries answered, {} not",
            enabled.done(), enabled.failed(), collected.done(), collected.failed());
    }

    /** Finds the account's channels, and enables those that this application has not enabled yet. */
    public Outcome enableNewChannels() {
        Set<String> known = repository.enabledChannels();
        var all = FindChannelsRequest.builder().build();
        var run = client.enableAll(all, EnableManyOptions.builder().build(), it -> !known.contains(it.getCustSpaceId()));
        var counts = new Counts();
        try (var outcomes = run.outcomes()) {
            outcomes.forEach(outcome -> {
                if (outcome.isEnabled()) {
                    repository.noteEnabled(outcome.getCustSpaceId());
                    counts.done++;
                } else {
                    repository.noteProblem(outcome.getCustSpaceId(), problem(outcome.getError()));
                    counts.failed++;
                    LOG.error("{} is not enabled", outcome.getCustSpaceId(), outcome.getError());
                }
            });
        }
        return counts.outcome();
    }

    /** Why a channel is not enabled, and what to do about it. */
    private static String problem(CamsRoiException error) {
        return error.getHint() == null ? error.getMessage() : error.getMessage() + " " + error.getHint();
    }

    /** Reads the metrics of all channels, and keeps them: newer counts of a day take the place of older ones. */
    public Outcome collect() {
        var counts = new Counts();
        try (var results = client.collectMetrics(CollectMetricsRequest.builder().days(properties.days()).build())) {
            results.forEach(result -> {
                if (result.getError() == null) {
                    repository.keep(result.getRows());
                    counts.done++;
                } else {
                    counts.failed++;
                    LOG.error("{} has no new metrics", result.getCustSpaceId(), result.getError());
                }
            });
        }
        return counts.outcome();
    }

    private static final class Counts {
        private int done;
        private int failed;

        Outcome outcome() {
            return new Outcome(done, failed);
        }
    }
}
