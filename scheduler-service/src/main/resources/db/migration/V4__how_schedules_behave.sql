alter table schedule
  add column jitter_seconds    integer not null default 0 check (jitter_seconds between 0 and 3600),
  add column misfire           text    not null default 'RUN_ONCE' check (misfire in ('RUN_ONCE', 'SKIP')),
  add column failures_in_a_row integer not null default 0,
  add column failures_from     timestamptz,
  add column paused_by         text    check (paused_by in ('OWNER', 'GONE', 'FAILURES'));

comment on column schedule.next_at is 'The due time that has not fired yet; it fires up to jitter_seconds later. Timers only say when to look at it.';
comment on column schedule.failures_from is 'Failures before this moment do not count any more: the owner has seen them.';

update schedule set
  failures_from = created_at,
  paused_by = case when not paused then null when paused_reason is null then 'OWNER' else 'GONE' end;
alter table schedule
  alter column failures_from set not null,
  add constraint schedule_is_paused_by_somebody check (paused = (paused_by is not null));

alter table run
  add column retry_of uuid,
  add column total    integer,
  drop constraint run_trigger_check,
  add constraint run_trigger_check check (trigger in ('SCHEDULE', 'MANUAL', 'PAGE', 'RETRY'));

comment on column run.retry_of is 'The run whose failed calls alone are made again.';
comment on column run.total is 'How many calls there are to make, as soon as the first of them has ended.';

create index run_of_owner on run (owner_id, requested_at desc, id desc);
create index run_latest on run (requested_at desc, id desc);
