-- Several providers may carry one channel. The row says which one has the letter, so that an answer that is owed is asked for at the right place, and a failure
-- reported by one is not taken for that of another.

alter table letter
    add column carrier text,
    -- how many times every carrier was asked in vain
    add column rounds int not null default 0;
comment on column letter.problem is 'a word of ours for what went wrong last: delivery.Problem';
