-- The two Entra applications of the set-up type entra. GUIDs in lower case.
alter table connection add column rest_api_client_id varchar(36);
alter table connection add column rest_api_identifier_uri varchar(255);
alter table connection add column rest_user_client_id varchar(36);
