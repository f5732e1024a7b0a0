package com.example.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.camsroi.Credentials;
import java.io.IOException;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.support.PropertiesLoaderUtils;
import org.springframework.scheduling.support.CronExpression;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** The application that nobody calls: its schedule alone runs the job, each second here. */
@SpringBootTest
@DirtiesContext
class ScheduleTest {
    private static final Emulator EMULATOR = Emulator.start();

    @Autowired
    private MetricsRepository repository;

    @DynamicPropertySource
    static void runEachSecond(DynamicPropertyRegistry registry) {
        EMULATOR.reset(Map.of(
            "id", "cams-scheduled", "phone_numbers", new String[] {"99900000043"}, "enabled_at", "2020-01-01T00:00:00Z"));
        registry.add("cams.endpoint", EMULATOR::url);
        registry.add("cams.daily-at", () -> "* * * * * *");
        if (System.getenv("SPRING_DATASOURCE_URL") == null) {
            registry.add("spring.datasource.url", () -> "jdbc:h2:mem:schedule");
        }
    }

    @TestConfiguration
    static class Account {
        @Bean
        Credentials credentials() {
            return new Credentials(EMULATOR.accessKeyId(), EMULATOR.accessKeySecret());
        }
    }

    @Test
    void theJobRunsBySchedule() {
        await().atMost(Duration.ofMinutes(2))
            .until(() -> repository.daily(7).stream().anyMatch(it -> it.custSpaceId().equals("cams-scheduled")));
        assertThat(repository.enabledChannels()).contains("cams-scheduled");
    }

    @Test
    void itIsScheduledOnceADay() throws IOException {
        var settings = PropertiesLoaderUtils.loadProperties(new ClassPathResource("application.properties"));
        var schedule = CronExpression.parse(settings.getProperty("cams.daily-at"));
        var first = Objects.requireNonNull(schedule.next(LocalDateTime.of(2026, 1, 1, 0, 0)));
        assertThat(schedule.next(first)).isEqualTo(first.plusDays(1));
    }
}
