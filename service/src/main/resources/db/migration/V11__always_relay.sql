-- whether a practice hides the addresses of its staff and patients from each other
alter table practice add column always_relay boolean not null default false;
grant update (always_relay) on practice to anteroom_app;

-- the same for one call, which knows nothing of practices' settings
alter table call add column relay_only boolean not null default false;
