create table job (
    name varchar(64) primary key
);
insert into job (name) values ('verify-connections');
insert into job (name) values ('deliver-incidents');

create table job_execution (
    id varchar(32) primary key,
    job varchar(64) not null references job (name),
    status varchar(10) not null,
    started_by varchar(100) not null,
    started_at timestamp with time zone not null,
    finished_at timestamp with time zone,
    counts varchar(500) not null,
    batch_id bigint,
    node varchar(32) not null,
    lease_until timestamp with time zone not null
);
create index job_execution_newest on job_execution (job, started_at desc, id desc);
