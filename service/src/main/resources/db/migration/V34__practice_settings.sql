-- What a practice says of itself, and changes itself: its telephone, hours, words for its public page, and the code that its links begin with.

grant update (telephone, link_hours, public_code) on practice to anteroom_app;

-- Every code a practice has or had. A link begins with the code of its day, so that a former one still leads to its practice and never to another.
create table public_code (
    practice_id uuid not null references practice,
    code text not null unique check (code ~ '^[a-z]{3,4}$'),
    since timestamptz not null default clock_timestamp(),
    primary key (practice_id, code)
);
-- only an owner who is not held by the policy sees the practices there are
alter table practice no force row level security;
insert into public_code (practice_id, code) select practice_id, public_code from practice;
alter table practice force row level security;

-- A code that another practice has or had violates the key of its table, whoever of two is first.
create function keep_public_code() returns trigger language plpgsql as $$
begin
    insert into public_code (practice_id, code) values (new.practice_id, new.public_code)
    on conflict (practice_id, code) do nothing;
    return new;
end $$;
create trigger practice_public_code after insert or update of public_code on practice
    for each row execute function keep_public_code();

-- When it is open, by the clock on its wall. No row for a day: closed. No row at all: it has not said.
create table opening_hours (
    practice_id uuid not null references practice,
    -- 1 is Monday (ISO 8601)
    weekday int not null check (weekday between 1 and 7),
    opens time not null,
    closes time not null,
    primary key (practice_id, weekday),
    check (opens < closes)
);
create table closed_day (
    practice_id uuid not null references practice,
    day date not null,
    primary key (practice_id, day)
);

-- Its own words on its public page.
create table practice_notice (
    practice_id uuid primary key references practice,
    words text not null check (length(words) <= 2000),
    when_closed text not null check (length(when_closed) <= 2000)
);

do $$
declare t text;
begin
    foreach t in array array['public_code', 'opening_hours', 'closed_day', 'practice_notice'] loop
        execute format('alter table %I enable row level security', t);
        execute format('alter table %I force row level security', t);
        execute format('create policy of_practice on %I using (practice_id = current_practice()) with check (practice_id = current_practice())', t);
    end loop;
end $$;
grant select, insert on public_code to anteroom_app;
grant select, insert, delete on opening_hours, closed_day to anteroom_app;
grant select, insert, update on practice_notice to anteroom_app;

-- The look-up before the practice is known: former codes count as well.
grant select (practice_id, code) on public_code to anteroom_finder;
create policy finder on public_code for select to anteroom_finder using (true);
grant create on schema public to anteroom_finder;
-- replacing a function that reads a protected table is refused while row_security is off
set local row_security = on;
set local role anteroom_finder;
create or replace function find_practice(code text) returns uuid
    language sql stable security definer set search_path = public, pg_temp
    return (select p.practice_id from public_code p where p.code = find_practice.code);
reset role;
revoke create on schema public from anteroom_finder;
set local row_security = off;
