create table delegation (
  id uuid primary key,
  artifact_id uuid not null,
  owner_id text not null,
  owner_subject text not null,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  unique (artifact_id, owner_id)
);

create table delegated_call (
  delegation_id uuid not null references delegation on delete cascade,
  position integer not null,
  connector_id uuid not null,
  tool text not null,
  arguments text not null,
  primary key (delegation_id, position)
);

comment on column delegated_call.arguments is 'JSON as it was recorded; no jsonb, which changes numbers';

create table refresh_run (
  run_id uuid primary key,
  artifact_id uuid not null,
  finished text not null,
  finished_at timestamptz not null
);

create index refresh_run_finished_at on refresh_run (finished_at);

create table parked_event (
  id uuid primary key,
  topic text not null,
  position text not null unique,
  reason text not null,
  payload text not null,
  parked_at timestamptz not null
);
