-- Ranges and addresses are lists that are read and written whole, comma-separated.
create table allow_list (
    name varchar(20) primary key,
    revision bigint not null,
    enabled boolean not null,
    ranges text not null
);
insert into allow_list (name, revision, enabled, ranges)
values ('inbound', 1, false,
        '52.149.152.32/32,40.83.232.243/32,40.83.114.39/32,13.76.138.31/32,13.79.229.170/32,20.105.151.142/32');

create table network_findings (
    name varchar(20) primary key,
    found_at timestamp with time zone not null,
    host varchar(253) not null,
    outcome varchar(20) not null,
    resolved text not null,
    missing text not null,
    no_longer_resolved text not null,
    public_host varchar(253) not null,
    public_outcome varchar(20) not null,
    public_resolved text not null
);

insert into job (name) values ('check-network');
