create table verification (
    id varchar(32) primary key,
    connection_id varchar(32) not null references connection (id) on delete cascade,
    cause varchar(10) not null,
    status varchar(10) not null,
    started_at timestamp with time zone not null,
    finished_at timestamp with time zone,
    report text not null,
    lease_owner varchar(32),
    lease_until timestamp with time zone,
    entra_refused_since timestamp with time zone,
    unreachable_runs integer not null
);
create index verification_newest on verification (connection_id, started_at desc, id desc);
