alter table inbound_identity add column revision bigint default 1 not null;
alter table inbound_identity add column refresh_rotation boolean default false not null;
alter table inbound_identity add column client_credentials boolean default false not null;
-- Tokens of an earlier generation are dead; up to purged_generation they are removed as well.
alter table inbound_identity add column generation bigint default 1 not null;
alter table inbound_identity add column purged_generation bigint default 1 not null;

alter table inbound_token add column generation bigint default 1 not null;
alter table inbound_token add column used_at timestamp with time zone;

insert into job (name) values ('purge-expired');
