-- What this application keeps itself. Metrics are in the schema cams_roi, which `cams-roi collect` makes.
create schema if not exists roi;

create table if not exists roi.channels (
    cust_space_id text primary key,
    enabled_at timestamptz,
    error text,
    hint text,
    tried_at timestamptz not null default now()
);
comment on table roi.channels is 'Channels that this application enabled, or tried to';
comment on column roi.channels.enabled_at is 'Null where it is not enabled yet';
comment on column roi.channels.error is 'Why it is not enabled';
comment on column roi.channels.hint is 'What to do about that';
