-- What a patient says of their video call: two closed words of ours, and nothing else.
create table survey_answer (
    practice_id uuid not null,
    -- one answer for each; the last one counts
    call_id uuid not null,
    rating text not null check (rating in ('GOOD', 'NOT_SO_GOOD', 'BAD')),
    trouble text check (trouble in ('SOUND', 'PICTURE', 'WAITING', 'GETTING_IN', 'SOMETHING_ELSE')),
    answered_at timestamptz not null default clock_timestamp(),
    primary key (practice_id, call_id),
    foreign key (practice_id, call_id) references call,
    check (trouble is null or rating <> 'GOOD')
);

do $$
declare t text;
begin
    foreach t in array array['survey_answer'] loop
        execute format('alter table %I enable row level security', t);
        execute format('alter table %I force row level security', t);
        execute format('create policy of_practice on %I using (practice_id = current_practice()) with check (practice_id = current_practice())', t);
    end loop;
end $$;
grant select, insert, update on survey_answer to anteroom_app;

-- the reports read a span of weeks
create index consultation_opened on consultation (practice_id, opened_at);
