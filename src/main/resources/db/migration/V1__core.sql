create table installation (
    id integer primary key check (id = 1),
    sandbox boolean not null,
    keyset_fingerprint varchar(64) not null,
    created_at timestamp with time zone not null
);

create table connection (
    id varchar(32) primary key,
    revision bigint not null,
    name varchar(100) not null,
    name_key varchar(100) not null unique,
    tenant_domain varchar(253) not null,
    tenant_id varchar(36),
    cloud varchar(20),
    instance_url varchar(500),
    instance_client_id varchar(200),
    instance_user_name varchar(100),
    instance_user_new boolean not null,
    setup_type varchar(20) not null,
    environment varchar(20) not null,
    inbound_mode varchar(20) not null,
    setup_state varchar(20) not null,
    health varchar(20) not null,
    last_verified_at timestamp with time zone,
    last_healthy_at timestamp with time zone,
    next_verification_at timestamp with time zone,
    created_at timestamp with time zone not null,
    entra_client_id varchar(36),
    sheet_confirmed_at timestamp with time zone,
    write_proven_at timestamp with time zone
);
create index connection_due on connection (next_verification_at);

create table setup_step (
    connection_id varchar(32) not null references connection (id) on delete cascade,
    step varchar(40) not null,
    revision bigint not null,
    outcome varchar(10) not null,
    answers text not null,
    problems text not null,
    answered_at timestamp with time zone,
    answered_by varchar(100),
    acting_as varchar(20),
    primary key (connection_id, step)
);

create table sealed_secret (
    id varchar(32) primary key,
    connection_id varchar(32) not null references connection (id) on delete cascade,
    kind varchar(40) not null,
    target varchar(600) not null,
    sealed bytea,
    state varchar(10) not null,
    hint varchar(3) not null,
    created_at timestamp with time zone not null,
    expires_at timestamp with time zone,
    last_used_at timestamp with time zone
);
create index sealed_secret_of on sealed_secret (connection_id, kind, state);

create table instance_gate (
    instance_origin varchar(500) not null,
    user_name varchar(100) not null,
    closed_at timestamp with time zone not null,
    primary key (instance_origin, user_name)
);
