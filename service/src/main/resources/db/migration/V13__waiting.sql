-- What happens while somebody waits: what they wish, whether they were called back, whether the staff on duty were told.
alter table consultation
    add column wish text check (wish in ('KEEP', 'TEXT', 'RING')),
    add column wish_at timestamptz,
    -- when the text was sent that their turn has come: once for each wish
    add column turn_at timestamptz,
    -- when nobody had looked after them for too long: once for each wait
    add column escalated_at timestamptz,
    add check ((wish is null) = (wish_at is null));
-- a clinician's last calls, which say how long one takes
create index consultation_lengths on consultation (practice_id, clinician_id, ended_at desc) where live_at is not null;

-- who of the staff is told
create table duty (
    practice_id uuid not null,
    staff_id uuid not null,
    primary key (practice_id, staff_id),
    foreign key (practice_id, staff_id) references staff_member
);

-- after how many minutes; without a row after five
create table duty_delay (
    practice_id uuid not null references practice,
    minutes int not null check (minutes between 1 and 60),
    primary key (practice_id)
);

do $$
declare t text;
begin
    foreach t in array array['duty', 'duty_delay'] loop
        execute format('alter table %I enable row level security', t);
        execute format('alter table %I force row level security', t);
        execute format('create policy of_practice on %I using (practice_id = current_practice()) with check (practice_id = current_practice())', t);
    end loop;
end $$;
grant select, insert, delete on duty to anteroom_app;
grant select, insert, update on duty_delay to anteroom_app;
