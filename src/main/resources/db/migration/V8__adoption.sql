alter table connection add column adoption_query varchar(1000);

-- What was last taken over from the counterpart, when it is to be looked at next, and since when the instance shows it
-- no more.
alter table incident add column read_version varchar(100);
alter table incident add column read_due_at timestamp with time zone;
alter table incident add column missing_since timestamp with time zone;
create index incident_read_due on incident (connection_id, read_due_at);
create index incident_by_link on incident (link_sys_id, link_origin);
update incident set read_due_at = timestamp with time zone '2000-01-01 00:00:00+00' where link_origin is not null;

insert into job (name) values ('read-incidents');
