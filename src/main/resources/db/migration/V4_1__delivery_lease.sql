create index delivery_leased on delivery (connection_id, lease_end);
