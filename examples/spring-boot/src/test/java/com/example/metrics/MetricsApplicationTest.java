package com.example.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.put;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.camsroi.Credentials;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.autoconfigure.web.servlet.AutoConfigureMockMvc;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.servlet.MockMvc;

/** The whole application, with the emulator in the service's place. */
@SpringBootTest
@AutoConfigureMockMvc
class MetricsApplicationTest {
    private static final Emulator EMULATOR = Emulator.start();
    private static final Map<String, Object> ENABLED_LONG_AGO =
        Map.of("id", "cams-1", "phone_numbers", new String[] {"99900000042"}, "enabled_at", "2020-01-01T00:00:00Z");
    private static final Map<String, Object> NEW = Map.of("id", "cams-new");

    @Autowired
    private DailyJob job;

    @Autowired
    private MetricsRepository repository;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private MockMvc web;

    @DynamicPropertySource
    static void callTheEmulator(DynamicPropertyRegistry registry) {
        registry.add("cams.endpoint", EMULATOR::url);
        // The tests run the job themselves.
        registry.add("cams.daily-at", () -> "-");
        if (System.getenv("SPRING_DATASOURCE_URL") == null) {
            registry.add("spring.datasource.url", () -> "jdbc:h2:mem:metrics");
        }
    }

    @TestConfiguration
    static class Account {
        @Bean
        Credentials credentials() {
            return new Credentials(EMULATOR.accessKeyId(), EMULATOR.accessKeySecret());
        }
    }

    @BeforeEach
    void empty() {
        jdbc.sql("delete from channel").update();
        jdbc.sql("delete from daily_metrics").update();
        EMULATOR.reset(ENABLED_LONG_AGO, NEW);
    }

    @Test
    void everyChannelIsEnabledOnceHoweverOftenTheJobRuns() throws Exception {
        job.run();
        job.run();
        assertThat(EMULATOR.channels("EnableWhatsappROIMetric")).contains("cams-1", "cams-new").doesNotHaveDuplicates();
        web.perform(get("/channels"))
            .andExpect(status().isOk())
            .andExpect(jsonPath("$[?(@.custSpaceId == 'cams-new')].enabledAt").value(hasItem(notNullValue())))
            .andExpect(jsonPath("$[?(@.problem != null)]").isEmpty());
    }

    @Test
    void everyDayOfAllChannelsIsKept() throws Exception {
        job.run();
        web.perform(get("/metrics?days=7"))
            .andExpect(status().isOk())
            .andExpect(jsonPath("$.length()").value(7))
            .andExpect(jsonPath("$[0].custSpaceId").value("cams-1"))
            .andExpect(jsonPath("$[0].sentCount").isNumber())
            .andExpect(jsonPath("$[0].deliveryRate").isNumber());

        var days = jdbc.sql("select distinct period_start from daily_metrics order by 1")
            .query((row, number) -> row.getObject(1, OffsetDateTime.class).toInstant())
            .list();
        assertThat(days).hasSize(7);
        var totals = EMULATOR.totals(days.get(0), days.get(6).plus(1, ChronoUnit.DAYS));
        assertThat(kept("template_code = ''")).isEqualTo(counts(totals.get("phone_number_metrics")));
        assertThat(kept("template_code <> ''")).isEqualTo(counts(totals.get("template_metrics")));
    }

    /** How many rows the database has, and how many messages were sent. */
    private List<Long> kept(String where) {
        return jdbc.sql("select count(*), sum(sent_count) from daily_metrics where " + where)
            .query((row, number) -> List.of(row.getLong(1), row.getLong(2)))
            .single();
    }

    private static List<Long> counts(JsonNode totals) {
        return List.of(totals.get("rows").asLong(), totals.get("sent").asLong());
    }

    @Test
    void whatComesAgainTakesThePlaceOfWhatWasThere() {
        job.collect();
        var rows = jdbc.sql("select count(*) from daily_metrics").query(Long.class).single();
        jdbc.sql("update daily_metrics set sent_count = 0").update();
        job.collect();
        assertThat(jdbc.sql("select count(*) from daily_metrics").query(Long.class).single()).isEqualTo(rows).isPositive();
        assertThat(jdbc.sql("select max(sent_count) from daily_metrics").query(Long.class).single()).isPositive();
    }

    @Test
    void aQueryThatFailsKeepsNoOtherFromBeingKept() {
        EMULATOR.deny("GetChatappPhoneNumberMetric");
        var outcome = job.collect();
        assertThat(outcome.failed()).isPositive();
        assertThat(outcome.done()).isPositive();
        assertThat(jdbc.sql("select distinct phone_number from daily_metrics").query(String.class).set())
            .isEqualTo(Set.of(""));
    }

    @Test
    void aChannelThatIsDeniedIsShownAsSuchAndEnabledOnceItIsAllowed() throws Exception {
        EMULATOR.deny("EnableWhatsappROIMetric", "cams-new");
        assertThat(job.enableNewChannels().failed()).isEqualTo(1);
        var denied = "$[?(@.custSpaceId == 'cams-new')]";
        web.perform(get("/channels"))
            .andExpect(jsonPath(denied + ".enabledAt").value(hasItem(nullValue())))
            .andExpect(jsonPath(denied + ".problem").value(hasItem(containsString("not authorized"))));
        assertThat(repository.enabledChannels()).contains("cams-1").doesNotContain("cams-new");

        EMULATOR.allow();
        job.enableNewChannels();
        web.perform(get("/channels")).andExpect(jsonPath("$[?(@.problem != null)]").isEmpty());
        assertThat(repository.enabledChannels()).contains("cams-new");
    }

    @Test
    void aChannelIsEnabledAtOnce() throws Exception {
        web.perform(put("/channels/cams-new/roi-metrics"))
            .andExpect(status().isOk())
            .andExpect(jsonPath("$.requestId").isNotEmpty());
        assertThat(repository.enabledChannels()).containsExactly("cams-new");
    }

    @Test
    void whatCannotBeEnabledIsSaid() throws Exception {
        web.perform(put("/channels/cams-of-others/roi-metrics"))
            .andExpect(status().isNotFound())
            .andExpect(jsonPath("$.code").value("Unknown.ResourceOwnerId"))
            .andExpect(jsonPath("$.hint").isNotEmpty());
        EMULATOR.unavailable("EnableWhatsappROIMetric");
        web.perform(put("/channels/cams-new/roi-metrics")).andExpect(status().isServiceUnavailable());
        assertThat(repository.enabledChannels()).isEmpty();
    }

    @Test
    void whoMakesTooManyCallsIsToldWhenToComeBack() throws Exception {
        EMULATOR.throttle("EnableWhatsappROIMetric", Duration.ofMillis(200), 3);
        web.perform(put("/channels/cams-new/roi-metrics"))
            .andExpect(status().isServiceUnavailable())
            .andExpect(header().string("Retry-After", "1"))
            .andExpect(jsonPath("$.code").value("Throttling.User"));
        web.perform(put("/channels/cams-new/roi-metrics")).andExpect(status().isOk());
    }

    @Test
    void daysThatMakeNoSenseAreRefused() throws Exception {
        web.perform(get("/metrics?days=0")).andExpect(status().isBadRequest());
    }
}
