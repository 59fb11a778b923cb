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
    invited_by uuid not null,
    invited_at timestamptz not null default clock_timestamp(),
    -- the guest's own word, given with the consent
    confirmed_at timestamptz,
    -- what the patient says to it, on their own page or aloud
    agreement text check (agreement in ('AGREED', 'AGREED_ALOUD', 'DECLINED')),
    agreement_at timestamptz,
    removed_at timestamptz,
    primary key (practice_id, guest_id),
    unique (practice_id, seat),
    foreign key (practice_id, consultation_id) references consultation,
    foreign key (practice_id, seat) references participant (practice_id, participant_id),
    foreign key (practice_id, invited_by) references staff_member
);
create index guest_consultation on guest (practice_id, consultation_id, invited_at);

alter table guest enable row level security;
alter table guest force row level security;
create policy of_practice on guest using (practice_id = current_practice()) with check (practice_id = current_practice());
grant select, insert, update on guest to anteroom_app;

-- an invitation of somebody else than the patient
alter table invitation add column guest_id uuid;
alter table invitation no force row level security;
alter table guest no force row level security;
alter table invitation add foreign key (practice_id, guest_id) references guest;
alter table invitation force row level security;
alter table guest force row level security;
alter table invitation drop constraint invitation_identity_by_check;
alter table invitation add constraint invitation_identity_by_check check (identity_by in ('BIRTH', 'ACCOUNT', 'NAME'));
