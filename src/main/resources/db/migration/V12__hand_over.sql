-- No check over several words: H2 ties it to the session that made it and refuses every row once that is closed.
create table hand_over (
    id                varchar(32)              not null primary key,
    revision          bigint                   not null,
    connection_id     varchar(32)              not null references connection (id) on delete cascade,
    admin_role        varchar(32)              not null,
    token_mac         varchar(64)              not null unique,
    token_mac_key     integer                  not null,
    created_at        timestamp with time zone not null,
    created_by        varchar(200)             not null,
    expires_at        timestamp with time zone not null,
    first_used_at     timestamp with time zone,
    first_used_from   varchar(64),
    browser_mac       varchar(64),
    browser_mac_key   integer,
    refused_trades    integer                  not null,
    last_refused_at   timestamp with time zone,
    last_refused_from varchar(64),
    finished_at       timestamp with time zone,
    revoked_at        timestamp with time zone
);

create index hand_over_of on hand_over (connection_id, created_at, id);
create index hand_over_browser on hand_over (browser_mac);
create index hand_over_expiry on hand_over (expires_at);

-- One browser at a time: a hand-over has at most one session.
create table hand_over_session (
    mac          varchar(64)              not null primary key,
    mac_key      integer                  not null,
    hand_over_id varchar(32)              not null unique references hand_over (id) on delete cascade,
    created_at   timestamp with time zone not null,
    expires_at   timestamp with time zone not null
);
