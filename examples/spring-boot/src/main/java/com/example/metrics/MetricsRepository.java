package com.example.metrics;

import io.github.camsroi.MetricsRow;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.namedparam.SqlParameterSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The database: the channels, and the metrics of each day. */
@Repository
class MetricsRepository {
    private static final String KEEP = """
        merge into daily_metrics as kept
        using (values (:channel, :number, :template, :language, :start, :sent, :delivered,
                       cast(:read as bigint), cast(:clicks as bigint)))
            as new (channel, number, template, language, start_at, sent, delivered, read, clicks)
        on kept.cust_space_id = new.channel and kept.phone_number = new.number
            and kept.template_code = new.template and kept.language = new.language and kept.period_start = new.start_at
        when matched then update set sent_count = new.sent, delivered_count = new.delivered,
            read_count = new.read, click_count = new.clicks
        when not matched then insert
            (cust_space_id, phone_number, template_code, language, period_start,
             sent_count, delivered_count, read_count, click_count)
            values (new.channel, new.number, new.template, new.language, new.start_at,
                    new.sent, new.delivered, new.read, new.clicks)
        """;

    private final JdbcClient jdbc;
    private final NamedParameterJdbcTemplate batches;

    MetricsRepository(JdbcClient jdbc, NamedParameterJdbcTemplate batches) {
        this.jdbc = jdbc;
        this.batches = batches;
    }

    List<ChannelStatus> channels() {
        return jdbc.sql("select cust_space_id, enabled_at, problem from channel order by cust_space_id")
            .query((row, number) -> new ChannelStatus(
                row.getString("cust_space_id"),
                Optional.ofNullable(row.getObject("enabled_at", OffsetDateTime.class))
                    .map(OffsetDateTime::toInstant)
                    .orElse(null),
                row.getString("problem")))
            .list();
    }

    Set<String> enabledChannels() {
        var sql = "select cust_space_id from channel where enabled_at is not null";
        return new HashSet<>(jdbc.sql(sql).query(String.class).list());
    }

    void noteEnabled(String custSpaceId) {
        note(custSpaceId, Instant.now(), null);
    }

    void noteProblem(String custSpaceId, String problem) {
        note(custSpaceId, null, problem);
    }

    private void note(String custSpaceId, Instant enabledAt, String problem) {
        jdbc.sql("""
                merge into channel as kept
                using (values (:id, cast(:enabled as timestamp with time zone), cast(:problem as text)))
                    as new (id, enabled_at, problem)
                on kept.cust_space_id = new.id
                when matched then update set enabled_at = new.enabled_at, problem = new.problem
                when not matched then insert (cust_space_id, enabled_at, problem)
                    values (new.id, new.enabled_at, new.problem)
                """)
            .param("id", custSpaceId)
            .param("enabled", enabledAt == null ? null : atUtc(enabledAt), Types.TIMESTAMP_WITH_TIMEZONE)
            .param("problem", problem, Types.VARCHAR)
            .update();
    }

    /** Keeps the rows of one result, all or none. */
    @Transactional
    public void keep(List<MetricsRow> rows) {
        batches.batchUpdate(KEEP, rows.stream().map(MetricsRepository::parameters).toArray(SqlParameterSource[]::new));
    }

    List<DailyMetrics> daily(int days) {
        Instant since = LocalDate.now(ZoneOffset.UTC).minusDays(days).atStartOfDay(ZoneOffset.UTC).toInstant();
        return jdbc.sql("""
                select period_start, cust_space_id, sum(sent_count) as sent, sum(delivered_count) as delivered
                from daily_metrics
                where template_code = '' and period_start >= :since
                group by period_start, cust_space_id
                order by period_start, cust_space_id
                """)
            .param("since", atUtc(since))
            .query((row, number) -> {
                long sent = row.getLong("sent");
                long delivered = row.getLong("delivered");
                LocalDate day = row.getObject("period_start", OffsetDateTime.class)
                    .withOffsetSameInstant(ZoneOffset.UTC)
                    .toLocalDate();
                Double rate = sent == 0 ? null : (double) delivered / sent;
                return new DailyMetrics(day, row.getString("cust_space_id"), sent, delivered, rate);
            })
            .list();
    }

    private static SqlParameterSource parameters(MetricsRow row) {
        return new MapSqlParameterSource()
            .addValue("channel", row.getCustSpaceId(), Types.VARCHAR)
            .addValue("number", Objects.requireNonNullElse(row.getPhoneNumber(), ""), Types.VARCHAR)
            .addValue("template", Objects.requireNonNullElse(row.getTemplateCode(), ""), Types.VARCHAR)
            .addValue("language", Objects.requireNonNullElse(row.getLanguage(), ""), Types.VARCHAR)
            .addValue("start", atUtc(row.getStart()), Types.TIMESTAMP_WITH_TIMEZONE)
            .addValue("sent", row.getSentCount(), Types.BIGINT)
            .addValue("delivered", row.getDeliveredCount(), Types.BIGINT)
            .addValue("read", row.getReadCount(), Types.BIGINT)
            .addValue("clicks", row.getClickCount(), Types.BIGINT);
    }

    private static OffsetDateTime atUtc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
