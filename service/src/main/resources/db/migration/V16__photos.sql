-- A clinical photo: asked for, agreed to, taken by the patient's own camera, kept with the consultation.

create table photo (
    practice_id uuid not null,
    photo_id uuid not null,
    consultation_id uuid not null,
    -- what it shows; nothing intimate is on the list
    site text not null check (site in ('FACE', 'EYE', 'EAR', 'MOUTH', 'SCALP', 'NECK', 'BACK', 'TUMMY', 'ARM', 'HAND', 'LEG', 'FOOT', 'WOUND')),
    side text check (side in ('LEFT', 'RIGHT', 'BOTH')),
    asked_by uuid not null,
    asked_at timestamptz not null default clock_timestamp(),
    -- the patient's consent: to be taken, to be kept with the consultation, to be put into the record if the clinician decides so
    agreed_at timestamptz,
    declined_at timestamptz,
    taken_at timestamptz,
    how text check (how in ('TAKE_PHOTO', 'CANVAS', 'FILE')),
    width int,
    height int,
    -- JPEG, made anew from its pixels, sealed; erased when it is deleted
    image_sealed bytea,
    -- taken back before it was taken, or deleted after
    gone_at timestamptz,
    gone_by uuid,
    primary key (practice_id, photo_id),
    foreign key (practice_id, consultation_id) references consultation,
    foreign key (practice_id, asked_by) references staff_member,
    foreign key (practice_id, gone_by) references staff_member,
    -- nothing is kept without a yes
    check (image_sealed is null or (agreed_at is not null and taken_at is not null and gone_at is null))
);
create index photo_consultation on photo (practice_id, consultation_id, asked_at);
-- one question at a time
create unique index photo_asked on photo (practice_id, consultation_id) where taken_at is null and declined_at is null and gone_at is null;

alter table photo enable row level security;
alter table photo force row level security;
create policy of_practice on photo using (practice_id = current_practice()) with check (practice_id = current_practice());
grant select, insert, update on photo to anteroom_app;
