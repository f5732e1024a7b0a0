package com.example.metrics;

import java.time.LocalDate;

/**
 * A channel's messages of a day of UTC, all phone numbers together.
 *
 * @param deliveryRate how many of those that were sent were delivered; null where none was sent
 */
public record DailyMetrics(
        LocalDate day, String custSpaceId, long sentCount, long deliveredCount, Double deliveryRate) {}
