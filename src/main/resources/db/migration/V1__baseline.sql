create table installation (
    id integer primary key,
    created_at timestamp with time zone not null
);
