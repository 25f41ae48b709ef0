create table schedule (
  id             uuid primary key,
  owner_id       text        not null,
  artifact_id    uuid        not null,
  artifact_title text        not null,
  delegation_id  uuid        not null,
  cron           text        not null,
  time_zone      text        not null,
  paused         boolean     not null,
  paused_reason  text,
  next_at        timestamptz,
  generation     integer     not null,
  created_at     timestamptz not null,
  constraint schedule_is_due_unless_paused check (paused = (next_at is null))
);

comment on column schedule.next_at is 'The due time that has not fired yet. Timers only say when to look at it.';
comment on column schedule.generation is 'Counts changes of the timetable: a timer of an older generation does nothing.';

create index schedule_of_owner on schedule (owner_id, created_at);
create index schedule_of_artifact on schedule (artifact_id);
