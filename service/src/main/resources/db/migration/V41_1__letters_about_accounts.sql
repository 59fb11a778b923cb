-- A practice's own words for letters about accounts, too.
alter table letter_template
    drop constraint letter_template_kind_check,
    add constraint letter_template_kind check (kind in (
        'INVITATION', 'RECALL', 'MESSAGE', 'ACCOUNT_REGISTRATION', 'ACCOUNT_RECOVERY', 'ACCOUNT_SENT_BY_STAFF', 'ACCOUNT_OPENED',
        'ACCOUNT_RECOVERY_ASKED', 'ACCOUNT_PASSWORD_CHANGED', 'ACCOUNT_PASSKEY_ADDED'));
