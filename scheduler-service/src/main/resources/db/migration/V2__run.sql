create table run (
  id            uuid primary key,
  schedule_id   uuid        not null references schedule on delete cascade,
  artifact_id   uuid        not null,
  delegation_id uuid        not null,
  owner_id      text        not null,
  trigger       text        not null check (trigger in ('SCHEDULE', 'MANUAL')),
  state         text        not null check (state in ('REQUESTED', 'RUNNING', 'FINISHED', 'PARTLY', 'FAILED', 'GONE', 'SKIPPED')),
  due_at        timestamptz not null,
  requested_at  timestamptz not null,
  leased_until  timestamptz,
  published_at  timestamptz,
  reported_at   timestamptz,
  finished_at   timestamptz,
  reason        text,
  report        jsonb,
  traceparent   text
);

comment on column run.leased_until is 'Until then one replica is handing the run to Kafka.';
comment on column run.reported_at is 'When connector-service says that the run ended; a later report replaces an earlier one.';

create unique index run_once_per_due_time on run (schedule_id, due_at) where trigger = 'SCHEDULE';
create unique index run_one_at_a_time on run (schedule_id) where state in ('REQUESTED', 'RUNNING');
create index run_history on run (schedule_id, due_at desc);
create index run_outbox on run (requested_at) where state = 'REQUESTED';
create index run_awaited on run (published_at) where state = 'RUNNING';
create index run_age on run (requested_at) where state not in ('REQUESTED', 'RUNNING');
