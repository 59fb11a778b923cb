-- Third people in a call: who they are and why they are there. The call itself knows only a seat.

alter table participant drop constraint participant_state_check;
alter table participant add constraint participant_state_check check (state in ('lobby', 'admitted', 'left', 'removed'));
-- let in, and set aside for a moment: neither hears nor is heard
alter table participant add column held boolean not null default false;
-- rises when this participant's devices must connect anew; that of a pair is the sum of both and the call's
alter table participant add column epoch int not null default 0;
-- whose picture everybody sees as large as the patient's
alter table call add column pinned uuid;
-- a new foreign key looks at all rows there are, and only an owner who is not held by the policy sees them
alter table call no force row level security;
alter table participant no force row level security;
alter table call add foreign key (practice_id, pinned) references participant (practice_id, participant_id);
alter table call force row level security;
alter table participant force row level security;

create table guest (
    practice_id uuid not null,
    guest_id uuid not null,
    consultation_id uuid not null,
    seat uuid not null,
    role text not null check (role in ('CARER', 'INTERPRETER', 'COLLEAGUE', 'CHAPERONE')),
    name_sealed bytea not null,
    -- in the clinician's words: daughter, Polish interpreter, practice nurse
    known_as_sealed bytea,
    channel text not null check (channel in ('EMAIL', 'SMS')),
    contact_sealed bytea not null,
    token_hash bytea not null,
    -- for a job after a crash and for Resend; erased when the link dies
    link_sealed bytea,
    -- one press of the button is one letter, however often it arrives
    form_key uuid not null,
    dies_at timestamptz not null,
    invited_by uuid not null,
    invited_at timestamptz not null default clock_timestamp(),
    opened_at timestamptz,
    -- they said that it is them, and agreed to use the service
    confirmed_at timestamptz,
    -- what the patient says to it: on their own page, or aloud to the clinician
    agreement text check (agreement in ('AGREED', 'AGREED_ALOUD', 'DECLINED')),
    agreement_at timestamptz,
    removed_at timestamptz,
    primary key (practice_id, guest_id),
    unique (practice_id, seat),
    unique (practice_id, token_hash),
    unique (practice_id, form_key),
    foreign key (practice_id, consultation_id) references consultation,
    foreign key (practice_id, seat) references participant (practice_id, participant_id),
    foreign key (practice_id, invited_by) references staff_member
);
create index guest_consultation on guest (practice_id, consultation_id, invited_at);

create table guest_device (
    practice_id uuid not null,
    device_hash bytea not null,
    guest_id uuid not null,
    bound_at timestamptz not null default clock_timestamp(),
    primary key (practice_id, device_hash),
    foreign key (practice_id, guest_id) references guest
);

do $$
declare t text;
begin
    foreach t in array array['guest', 'guest_device'] loop
        execute format('alter table %I enable row level security', t);
        execute format('alter table %I force row level security', t);
        execute format('create policy of_practice on %I using (practice_id = current_practice()) with check (practice_id = current_practice())', t);
    end loop;
end $$;
grant select, insert, update on guest, guest_device to anteroom_app;
