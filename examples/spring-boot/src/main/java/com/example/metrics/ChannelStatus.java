package com.example.metrics;

import java.time.Instant;

/**
 * Whether a channel's messages are counted.
 *
 * @param enabledAt when this application enabled it; null while it is not enabled
 * @param problem why it is not enabled, and what to do about it; null where it is
 */
public record ChannelStatus(String custSpaceId, Instant enabledAt, String problem) {}
