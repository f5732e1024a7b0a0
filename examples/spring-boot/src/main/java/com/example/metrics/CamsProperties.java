package com.example.metrics;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * The settings below {@code cams}. Credentials are not among them: they come from the environment, files or the machine's role.
 *
 * @param dailyAt when new channels are enabled and metrics are collected, as a cron expression in UTC
 * @param days which days are collected, such as {@code 7d}
 * @param timeout how long a call may take, the wait for its turn included
 * @param endpoint another address than the service's, for tests; may be null
 * @param sharedLimits the URL of the Redis server through which processes keep the account's limits together; may be null
 */
@Validated
@ConfigurationProperties("cams")
public record CamsProperties(
        @NotBlank String dailyAt,
        @NotBlank String days,
        @NotNull Duration timeout,
        String endpoint,
        String sharedLimits) {}
