-- Every index of this table is written with every token: those of the family and the connection become one. On PostgreSQL
-- it serves the foreign key too; H2 wants an index for the key's column alone, and gives none up that a key uses, which is
-- why the table is made anew.
create table inbound_token_anew (
    mac varchar(64) primary key,
    mac_key integer not null,
    kind varchar(10) not null,
    connection_id varchar(32) not null,
    user_name varchar(40) not null,
    family varchar(32) not null,
    generation bigint not null,
    read_only boolean not null,
    issued_at timestamp with time zone not null,
    expires_at timestamp with time zone not null,
    used_at timestamp with time zone
);
insert into inbound_token_anew (mac, mac_key, kind, connection_id, user_name, family, generation, read_only, issued_at,
    expires_at, used_at)
select mac, mac_key, kind, connection_id, user_name, family, generation, read_only, issued_at, expires_at, used_at
from inbound_token;
drop table inbound_token;
alter table inbound_token_anew rename to inbound_token;

create index inbound_token_family on inbound_token (connection_id, family);
create index inbound_token_expiry on inbound_token (expires_at);
alter table inbound_token add constraint inbound_token_identity
    foreign key (connection_id) references inbound_identity (connection_id) on delete cascade;
