-- What an MCP client calls an artifact of its owner, in words: open-pipeline.
create table artifact_handle (
  owner_id uuid not null references person (id),
  handle text not null,
  artifact_id uuid not null references artifact (id) on delete cascade,
  primary key (owner_id, handle)
);
create index artifact_handle_artifact on artifact_handle (artifact_id);
