-- Whom a share is for: an e-mail address, a group, or nobody in particular for the workspace.
alter table share rename column email to subject;
alter table share drop constraint share_kind_check;
alter table share drop constraint share_check;
alter table share drop constraint share_email_check;
alter table share add constraint share_kind check (kind in ('person', 'group', 'workspace'));
alter table share add constraint share_subject check ((kind = 'workspace') = (subject is null));
alter table share add constraint share_address check (kind <> 'person' or subject = lower(subject));

-- It ends by itself, whether anybody looks or not.
alter table share add column expires_at timestamptz;
-- What its maker says to those whom it is for.
alter table share add column message text;

create index share_end on share (expires_at) where expires_at is not null;
create index share_line on share (artifact_id, created_at, id);
drop index share_email;
create index share_subject_of on share (kind, subject) where subject is not null;

-- The gallery, at ten thousand artifacts.
create index artifact_updated on artifact (updated_at desc, id);

-- What is left to do after an artifact changed hands: the other services are told until they have
-- done it.
create table handover (
  id uuid primary key,
  artifact_id uuid not null,
  -- whoever had it before
  person_id uuid not null references person (id),
  at timestamptz not null,
  delegations_ended boolean not null default false,
  schedules_paused boolean not null default false,
  attempts int not null default 0,
  next_at timestamptz not null
);

create index handover_due on handover (next_at);
