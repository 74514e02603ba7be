-- What an administrator's read-only script found at an instance; evidence for checks, not an answer.
create table instance_findings (
    connection_id varchar(32) primary key references connection (id) on delete cascade,
    instance_origin varchar(300) not null,
    document text not null,
    pasted_at timestamp with time zone not null,
    pasted_by varchar(100) not null
);
