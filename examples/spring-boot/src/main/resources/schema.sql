-- H2 and PostgreSQL (15 and newer) understand it.
create table if not exists channel (
    cust_space_id varchar(100) primary key,
    enabled_at timestamp with time zone, -- null while it is not enabled
    problem text -- why it is not enabled
);

-- A row for each phone number, or template and language, and day: the newest counts that the service gave.
create table if not exists daily_metrics (
    cust_space_id varchar(100) not null,
    phone_number varchar(40) not null, -- empty in a template's row
    template_code varchar(100) not null, -- empty in a phone number's row
    language varchar(20) not null, -- empty in a phone number's row
    period_start timestamp with time zone not null,
    sent_count bigint not null,
    delivered_count bigint not null,
    read_count bigint, -- null in a phone number's row: the service does not say it
    click_count bigint,
    primary key (cust_space_id, phone_number, template_code, language, period_start)
);
