-- What Kafka is to be told about schedules that paused by themselves; gone when it has been told.
create table schedule_paused (
  id          uuid primary key,
  schedule_id uuid        not null,
  artifact_id uuid        not null,
  owner_id    text        not null,
  reason      text        not null,
  at          timestamptz not null
);
