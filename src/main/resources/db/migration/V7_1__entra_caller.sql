-- GUIDs in lower case. The tenant is copied from the connection so that the database can tell doublets.
create table entra_caller (
    connection_id varchar(32) primary key references connection (id) on delete cascade,
    tenant_id varchar(36) not null,
    rest_api_client_id varchar(36) not null,
    rest_user_client_id varchar(36) not null,
    last_call_at timestamp with time zone
);

-- All that a token for the caller may name as audience: the client ID first, then the identifier URIs.
create table entra_audience (
    id varchar(32) primary key,
    connection_id varchar(32) not null references entra_caller (connection_id) on delete cascade,
    place integer not null,
    tenant_id varchar(36) not null,
    audience varchar(255) not null,
    rest_user_client_id varchar(36) not null,
    unique (tenant_id, rest_user_client_id, audience)
);
create index entra_audience_of on entra_audience (connection_id);
