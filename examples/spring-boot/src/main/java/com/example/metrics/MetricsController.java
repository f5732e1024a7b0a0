package com.example.metrics;

import io.github.camsroi.BlockingClient;
import io.github.camsroi.CamsRoiException;
import io.github.camsroi.EnableWhatsappRoiMetricRequest;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.util.List;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Enables a channel, and shows the channels and what was collected. */
@RestController
class MetricsController {
    private final BlockingClient client;
    private final MetricsRepository repository;

    MetricsController(BlockingClient client, MetricsRepository repository) {
        this.client = client;
        this.repository = repository;
    }

    /**
     * @param requestId the service's ID of the request
     */
    record Enabled(String requestId) {}

    /** Enables a channel: its messages are counted from now on. */
    @PutMapping("/channels/{custSpaceId}/roi-metrics")
    Enabled enable(@PathVariable String custSpaceId) {
        var result = client.enableWhatsappRoiMetric(new EnableWhatsappRoiMetricRequest(custSpaceId));
        repository.noteEnabled(custSpaceId);
        return new Enabled(result.getRequestId());
    }

    /** The channels that this application knows: each is enabled, or has a problem. */
    @GetMapping("/channels")
    List<ChannelStatus> channels() {
        return repository.channels();
    }

    /** All channels by day, which are those of UTC and end with yesterday. */
    @GetMapping("/metrics")
    List<DailyMetrics> metrics(@RequestParam(defaultValue = "28") @Min(1) @Max(366) int days) {
        return repository.daily(days);
    }

    /** What the caller can do about it; every other error is between this application and the service. */
    @ExceptionHandler
    ResponseEntity<ProblemDetail> failed(CamsRoiException error) {
        HttpStatus status = HttpStatus.BAD_GATEWAY;
        if (error instanceof CamsRoiException.UnknownResourceOwner) {
            status = HttpStatus.NOT_FOUND;
        } else if (error instanceof CamsRoiException.InvalidArgument || error instanceof CamsRoiException.InvalidParameter) {
            status = HttpStatus.UNPROCESSABLE_ENTITY;
        } else if (error.isRetryable()) {
            status = HttpStatus.SERVICE_UNAVAILABLE;
        }
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(status, error.getMessage());
        problem.setProperty("code", error.getCode());
        problem.setProperty("hint", error.getHint());
        var answer = ResponseEntity.status(status);
        // The service says how long to wait when there were too many calls.
        if (error.getRetryAfter() != null) {
            answer.header(HttpHeaders.RETRY_AFTER, String.valueOf(error.getRetryAfter().plusMillis(999).toSeconds()));
        }
        return answer.body(problem);
    }
}
