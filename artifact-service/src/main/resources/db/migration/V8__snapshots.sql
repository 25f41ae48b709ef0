-- The result of a call, once for all snapshots that have it.
create table snapshot_content (
  sha256 bytea primary key,
  gzip bytea not null,
  size int not null,
  -- null where the result holds no list
  row_count int,
  -- a content that no snapshot has yet is on its way into one
  touched_at timestamptz not null
);

create table snapshot (
  id uuid primary key,
  artifact_id uuid not null references artifact (id) on delete cascade,
  run_id uuid not null unique,
  retry_of uuid,
  version int not null,
  -- whose connections answered: what is not the workspace's is for their eyes alone
  owner_id uuid not null references person (id),
  outcome text not null check (outcome in ('finished', 'partly', 'failed')),
  taken_at timestamptz not null,
  stored_at timestamptz not null
);

create index snapshot_line on snapshot (artifact_id, taken_at desc, id desc);
create index snapshot_retry on snapshot (retry_of) where retry_of is not null;

create table snapshot_call (
  snapshot_id uuid not null references snapshot (id) on delete cascade,
  position int not null,
  connector_id uuid not null,
  connector text not null,
  tool text not null,
  -- JSON object; not known of calls that failed
  arguments text,
  -- JSON array of {path, expression}: the arguments that depend on the day
  relative text not null,
  shared boolean not null,
  duration_millis bigint not null,
  stored_at timestamptz,
  shape_hash text,
  sha256 bytea references snapshot_content (sha256),
  error_code text,
  error_message text,
  primary key (snapshot_id, position),
  check ((sha256 is null) = (error_code is not null)),
  check (sha256 is null or (stored_at is not null and arguments is not null))
);

create index snapshot_call_content on snapshot_call (sha256);

-- Runs that ended, until their results are here.
create table finished_run (
  run_id uuid primary key,
  artifact_id uuid not null,
  retry_of uuid,
  event text not null,
  attempts int not null,
  next_at timestamptz not null,
  received_at timestamptz not null,
  parked_because text
);

create index finished_run_due on finished_run (next_at) where parked_because is null;

-- Events that could not be understood, for somebody to look at.
create table parked_event (
  position text primary key,
  reason text not null,
  payload text not null,
  parked_at timestamptz not null
);

-- Open pages hear of the newest data alone: a run that comes in late is no news. At the end of the
-- transaction, when a retry has what it did not call again.
create function announce_snapshot() returns trigger language plpgsql as $$
declare
  said json;
begin
  select json_build_object('kind', 'refreshed', 'artifactId', s.artifact_id, 'refresh',
      json_build_object('runId', s.run_id, 'snapshotId', s.id, 'outcome', s.outcome,
        'takenAt', s.taken_at))
    into said
    from snapshot s
   where s.id = new.id and not exists (
     select 1 from snapshot n where n.artifact_id = s.artifact_id and n.taken_at > s.taken_at);
  if said is not null then
    perform pg_notify('live_change', said::text);
  end if;
  return null;
end $$;

create constraint trigger announce after insert on snapshot
  deferrable initially deferred for each row execute function announce_snapshot();
