-- When a request was closed, where the list of closed ones is read in order without a look at what closed each.

alter table patient_request add column closed_at timestamptz;

-- the owner sees no rows of FORCEd tables without a practice
alter table patient_request no force row level security;
alter table request_completion no force row level security;
update patient_request r set closed_at = c.completed_at
from request_completion c where c.practice_id = r.practice_id and c.request_id = r.request_id;
alter table patient_request force row level security;
alter table request_completion force row level security;

alter table patient_request add check ((state = 'OPEN') = (closed_at is null));
create index patient_request_closed on patient_request (practice_id, closed_at, request_id) where state <> 'OPEN';
drop index request_completion_newest;
grant update (closed_at) on patient_request to anteroom_app;
