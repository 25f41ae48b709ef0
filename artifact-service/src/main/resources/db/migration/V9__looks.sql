-- The snapshot that a person looks at, and the one that they looked at the time before.
create table snapshot_look (
  artifact_id uuid not null references artifact (id) on delete cascade,
  person_id uuid not null references person (id) on delete cascade,
  snapshot_id uuid references snapshot (id) on delete set null,
  before_id uuid references snapshot (id) on delete set null,
  looked_at timestamptz not null,
  primary key (artifact_id, person_id)
);

create index snapshot_look_now on snapshot_look (snapshot_id);
create index snapshot_look_before on snapshot_look (before_id);

-- The fields by which a source's rows are told apart, where their maker says so.
create table row_key (
  artifact_id uuid not null references artifact (id) on delete cascade,
  connector_id uuid not null,
  tool text not null,
  fields text[] not null,
  primary key (artifact_id, connector_id, tool)
);

-- What a person wants of an artifact.
create table preference (
  artifact_id uuid not null references artifact (id) on delete cascade,
  person_id uuid not null references person (id) on delete cascade,
  auto_apply boolean not null,
  primary key (artifact_id, person_id)
);
