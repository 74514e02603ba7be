-- When a person was shown the value; each stored value is shown at most once until it is entered again.
alter table sealed_secret add column shown_at timestamp with time zone;
