-- The tools that a version's page asks for; null for versions made before this was kept.
alter table version add column tools text[];

-- A grant whose tool is not what was granted any more: refused until its owner grants it again.
alter table artifact_tool add column changed_at timestamptz;

-- Tools that write, and that a person lets this artifact use without being asked each time.
create table confirmation (
  artifact_id uuid not null references artifact (id) on delete cascade,
  person_id uuid not null references person (id) on delete cascade,
  name text not null,
  connector_id uuid not null,
  tool text not null,
  since timestamptz not null,
  primary key (artifact_id, person_id, name)
);

create trigger announce after insert or update or delete on confirmation
  for each row execute function announce_child('tools');

-- The structure of a call's result when the version was new, and the last one.
alter table recorded_call add column shape_hash text;
alter table recorded_call add column last_shape_hash text;

-- How the last call to each source went, for each person who opens the artifact.
create table source_seen (
  artifact_id uuid not null references artifact (id) on delete cascade,
  person_id uuid not null references person (id) on delete cascade,
  connector_id uuid not null,
  outcome text not null,
  stored_at timestamptz,
  seen_at timestamptz not null,
  primary key (artifact_id, person_id, connector_id)
);
