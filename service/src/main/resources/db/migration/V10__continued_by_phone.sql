-- since when a call goes on by telephone; null while it goes on by video
alter table call add column phone_since timestamptz check (phone_since is null or state = 'live');
