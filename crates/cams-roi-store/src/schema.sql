-- Channels, as the service lists them.
create table channels (
    account text not null, -- The account, or the service's endpoint where no account was named
    cust_space_id text not null, -- The channel's ID (cams-…)
    name text not null, -- The channel's name; empty where it is not known
    state text not null, -- The channel's state, for example published
    region text not null, -- The region of its resources
    first_seen {time} not null, -- When a run first saw it
    last_seen {time} not null, -- When a run last saw it
    primary key (account, cust_space_id)
){table_options};

-- Business phone numbers of channels.
create table phone_numbers (
    account text not null, -- The account, or the service's endpoint where no account was named
    cust_space_id text not null, -- The channel's ID
    phone_number text not null, -- Digits with country code, no +
    verified_name text not null, -- The name that customers see
    status text not null, -- For example CONNECTED
    quality_rating text not null, -- GREEN, YELLOW, RED or UNKNOWN
    first_seen {time} not null, -- When a run first saw it
    last_seen {time} not null, -- When a run last saw it
    primary key (account, cust_space_id, phone_number)
){table_options};

-- Message templates of channels, in each of their languages.
create table templates (
    account text not null, -- The account, or the service's endpoint where no account was named
    cust_space_id text not null, -- The channel's ID
    template_code text not null, -- The template's code
    language text not null, -- The template's language
    template_name text not null, -- The template's name; empty where it is not known
    category text not null, -- MARKETING, UTILITY or AUTHENTICATION
    audit_status text not null, -- pass, fail, auditing or unaudit
    first_seen {time} not null, -- When a run first saw it
    last_seen {time} not null, -- When a run last saw it
    primary key (account, cust_space_id, template_code, language)
){table_options};

-- One row for each phone number, or template and language, and period: the newest counts that the service gave.
create table metrics (
    account text not null, -- The account, or the service's endpoint where no account was named
    cust_space_id text not null, -- The channel's ID
    phone_number text not null, -- The business phone number; empty in a template's row
    template_code text not null, -- The template's code; empty in a phone number's row
    language text not null, -- The template's language; empty in a phone number's row
    granularity text not null, -- DAILY or HALF_HOUR
    period_start {time} not null, -- When the period begins
    period_end {time} not null, -- When it ends
    sent_count {count} not null, -- Messages sent
    delivered_count {count} not null, -- Messages delivered
    read_count {count}, -- Messages read; null in a phone number's row, of which the service does not say it
    click_count {count}, -- Clicks on all buttons together; null in a phone number's row
    clicks {json}, -- Clicks by button; null in a phone number's row. The view clicks has a row for each
    first_seen {time} not null, -- When the row first came
    last_changed {time} not null, -- When its counts last changed
    revisions {count} not null, -- How often the service corrected its counts since
    run_id text not null, -- The run that wrote the counts
    primary key (account, cust_space_id, phone_number, template_code, language, granularity, period_start)
){table_options};

create index metrics_by_period on metrics (granularity, period_start);

-- What time has been asked for of each phone number or template, also where there was nothing.
create table coverage (
    account text not null, -- The account, or the service's endpoint where no account was named
    cust_space_id text not null, -- The channel's ID
    phone_number text not null, -- The business phone number; empty for templates
    template_code text not null, -- The template's code; empty for phone numbers
    language text not null, -- The template's language; empty for phone numbers
    granularity text not null, -- DAILY or HALF_HOUR
    covered_from {time} not null, -- From when
    covered_until {time} not null, -- Until when, without gaps
    primary key (account, cust_space_id, phone_number, template_code, language, granularity)
){table_options};

-- Runs of the collector.
create table runs (
    run_id text not null, -- Made of time and chance
    account text not null, -- The account, or the service's endpoint where no account was named
    started_at {time} not null, -- When it began
    ended_at {time}, -- When it ended; null while it runs, and where it was killed
    status text not null, -- running, done, failed, interrupted, or killed as a later run found out
    since {time} not null, -- From when on it was to collect
    until {time} not null, -- Until when
    queries {count} not null, -- Queries that were answered
    new_rows {count} not null, -- Rows that had not been there
    changed_rows {count} not null, -- Rows whose counts were corrected
    unchanged_rows {count} not null, -- Rows that came again as they were
    failures {count} not null, -- Queries that failed
    primary key (run_id)
){table_options};

-- What failed in runs; it is asked for again by the next one.
create table run_failures (
    run_id text not null, -- The run
    number {count} not null, -- Which of its failures
    cust_space_id text not null, -- The channel's ID
    phone_number text not null, -- The business phone number; empty where it was not about one
    template_code text not null, -- The template's code; empty where it was not about one
    language text not null, -- The template's language; empty where it was not about one
    since {time} not null, -- From when on was asked
    until {time} not null, -- Until when
    kind text not null, -- The kind of error, as errors.md lists them
    code text not null, -- The service's code; empty where it gave none
    message text not null, -- What was said
    request_id text not null, -- The service's ID of the request; empty where there is none
    failed_at {time} not null, -- When
    primary key (run_id, number)
){table_options};

-- Sent and delivered messages of each channel by day (of its phone numbers), and what became of its templates.
create view daily_by_channel as
select d.account, d.cust_space_id, coalesce(c.name, '') as channel_name, d.day,
    d.sent_count, d.delivered_count,
    cast(d.delivered_count as double precision) / nullif(d.sent_count, 0) as delivery_rate,
    d.template_sent_count, d.template_delivered_count, d.read_count, d.click_count,
    cast(d.read_count as double precision) / nullif(d.template_delivered_count, 0) as read_rate,
    cast(d.click_count as double precision) / nullif(d.template_delivered_count, 0) as click_rate
from (
    select account, cust_space_id, {day} as day,
        cast(sum(case when template_code = '' then sent_count else 0 end) as {count}) as sent_count,
        cast(sum(case when template_code = '' then delivered_count else 0 end) as {count}) as delivered_count,
        cast(sum(case when template_code = '' then 0 else sent_count end) as {count}) as template_sent_count,
        cast(sum(case when template_code = '' then 0 else delivered_count end) as {count}) as template_delivered_count,
        cast(sum(read_count) as {count}) as read_count,
        cast(sum(click_count) as {count}) as click_count
    from metrics where granularity = 'DAILY'
    group by account, cust_space_id, {day}
) d left join channels c on c.account = d.account and c.cust_space_id = d.cust_space_id;

-- Sent, delivered, read and clicked of each template and language by day, with rates.
create view template_funnel as
select m.account, m.cust_space_id, coalesce(c.name, '') as channel_name, m.template_code,
    coalesce(t.template_name, '') as template_name, m.language, coalesce(t.category, '') as category,
    m.day, m.sent_count, m.delivered_count, m.read_count, m.click_count,
    cast(m.delivered_count as double precision) / nullif(m.sent_count, 0) as delivery_rate,
    cast(m.read_count as double precision) / nullif(m.delivered_count, 0) as read_rate,
    cast(m.click_count as double precision) / nullif(m.delivered_count, 0) as click_rate,
    m.last_changed, m.revisions
from (
    select account, cust_space_id, template_code, language, {day} as day, sent_count, delivered_count, read_count,
        click_count, last_changed, revisions
    from metrics where granularity = 'DAILY' and template_code <> ''
) m
left join channels c on c.account = m.account and c.cust_space_id = m.cust_space_id
left join templates t on t.account = m.account and t.cust_space_id = m.cust_space_id
    and t.template_code = m.template_code and t.language = m.language;

-- Clicks of each template and language by day and button.
create view clicks as
select m.account, m.cust_space_id, m.template_code, coalesce(t.template_name, '') as template_name, m.language, m.day,
    m.button, m.button_type, m.click_count
from (
    select account, cust_space_id, template_code, language, {day} as day,
        {click_fields}
    from {metrics_with_clicks} where granularity = 'DAILY'
) m
left join templates t on t.account = m.account and t.cust_space_id = m.cust_space_id
    and t.template_code = m.template_code and t.language = m.language;
