package com.example.metrics;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ProxySelector;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;

/** The service on this machine, as a child process that ends with this one; and its controls. */
final class Emulator {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String ACCOUNT = "1000000000000001";

    private final HttpClient http = HttpClient.newBuilder().proxy(ProxySelector.of(null)).build();
    private final JsonNode ready;

    private Emulator(JsonNode ready) {
        this.ready = ready;
    }

    /** Starts it: the command is that which {@code CAMS_ROI_COMMAND} names, else that on {@code PATH}. */
    static Emulator start() {
        String command = System.getenv().getOrDefault("CAMS_ROI_COMMAND", "cams-roi");
        try {
            var process = new ProcessBuilder(command, "emulator", "--exit-with-stdin", "--qps", "off")
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
            // It prints this line when it listens.
            return new Emulator(JSON.readTree(process.inputReader().readLine()));
        } catch (IOException error) {
            throw new UncheckedIOException("the tests need the command cams-roi: pipx install cams-roi-cli", error);
        }
    }

    String url() {
        return ready.get("url").asText();
    }

    String accessKeyId() {
        return ready.get("access_key_id").asText();
    }

    String accessKeySecret() {
        return ready.get("access_key_secret").asText();
    }

    /** Goes back to the start, with these channels. */
    void reset(Object... channels) {
        control("POST", "reset", null);
        control("POST", "accounts", Map.of("account_id", ACCOUNT, "channels", channels));
    }

    /** Refuses calls of an operation from now on, as those of a caller without the permission. */
    void deny(String operation) {
        fault(Map.of("action", operation), Map.of("type", "deny"));
    }

    /** Refuses calls of an operation for one channel. */
    void deny(String operation, String custSpaceId) {
        fault(Map.of("action", operation, "cust_space_id", custSpaceId), Map.of("type", "deny"));
    }

    /** Allows everything again. */
    void allow() {
        control("DELETE", "faults", null);
    }

    /** Has calls of an operation fail from now on, as when the service is not available. */
    void unavailable(String operation) {
        fault(Map.of("action", operation), Map.of("type", "error", "status", 503, "code", "ServiceUnavailable"));
    }

    /** Refuses the next requests for an operation, as when there were too many, and asks to wait for so long. */
    void throttle(String operation, Duration wait, int times) {
        var fault = Map.of("type", "throttle", "retry_after_ms", wait.toMillis());
        control("POST", "faults", Map.of("match", Map.of("action", operation), "times", times, "fault", fault));
    }

    private void fault(Map<String, ?> match, Map<String, ?> fault) {
        var rule = new HashMap<String, Object>();
        rule.put("match", match);
        rule.put("fault", fault);
        // All requests, rather than the next one.
        rule.put("times", null);
        control("POST", "faults", rule);
    }

    /** What the metrics of a time add up to, which a client can read. */
    JsonNode totals(Instant start, Instant end) {
        return control("GET", "totals?start=" + start.toEpochMilli() + "&end=" + end.toEpochMilli(), null);
    }

    /** The channels for which an operation was called, in order. */
    List<String> channels(String operation) {
        return StreamSupport.stream(control("GET", "log", null).spliterator(), false)
            .filter(request -> operation.equals(request.path("action").asText()))
            .map(request -> request.path("parameters").path("CustSpaceId").asText())
            .toList();
    }

    private JsonNode control(String method, String name, Object value) {
        try {
            var body = value == null ? BodyPublishers.noBody() : BodyPublishers.ofString(JSON.writeValueAsString(value));
            var request = HttpRequest.newBuilder(URI.create(url() + "/_emulator/" + name)).method(method, body).build();
            var answer = http.send(request, BodyHandlers.ofString());
            if (answer.statusCode() != 200) {
                throw new IllegalStateException(name + ": " + answer.body());
            }
            return JSON.readTree(answer.body());
        } catch (IOException error) {
            throw new UncheckedIOException(error);
        } catch (InterruptedException error) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(error);
        }
    }
}
