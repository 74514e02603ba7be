-- No check over several words: H2 ties it to the session that made it and refuses every row once that is closed.
create table inbound_identity (
    connection_id varchar(32) primary key references connection (id) on delete cascade,
    client_id varchar(32) not null unique,
    user_name varchar(40) not null unique,
    access_token_seconds integer not null check (access_token_seconds > 0),
    refresh_token_seconds integer not null check (refresh_token_seconds > 0),
    created_at timestamp with time zone not null,
    last_call_at timestamp with time zone
);

create table inbound_value (
    id varchar(32) primary key,
    connection_id varchar(32) not null references inbound_identity (connection_id) on delete cascade,
    which varchar(40) not null,
    state varchar(10) not null,
    mac varchar(64),
    mac_key integer not null,
    hint varchar(3) not null,
    created_at timestamp with time zone not null,
    last_used_at timestamp with time zone
);
create index inbound_value_of on inbound_value (connection_id, state);

create table inbound_token (
    mac varchar(64) primary key,
    mac_key integer not null,
    kind varchar(10) not null,
    connection_id varchar(32) not null references inbound_identity (connection_id) on delete cascade,
    user_name varchar(40) not null,
    family varchar(32) not null,
    read_only boolean not null,
    issued_at timestamp with time zone not null,
    expires_at timestamp with time zone not null
);
create index inbound_token_family on inbound_token (family);
create index inbound_token_expiry on inbound_token (expires_at);
create index inbound_token_connection on inbound_token (connection_id);

create table inbound_probe (
    id varchar(32) primary key,
    connection_id varchar(32) not null references inbound_identity (connection_id) on delete cascade,
    client_mac varchar(64) not null unique,
    client_mac_key integer not null,
    password_mac varchar(64) not null,
    password_mac_key integer not null,
    pass_mac varchar(64) not null unique,
    pass_mac_key integer not null,
    expires_at timestamp with time zone not null,
    redeemed_at timestamp with time zone
);
create index inbound_probe_expiry on inbound_probe (expires_at);
