alter table connector add column ttl_seconds integer;

comment on column connector.ttl_seconds is 'null: as the service is configured';

create table connector_policy (
  connector_id uuid primary key references connector on delete cascade,
  reads text not null,
  writes text not null,
  unannotated text not null
);

create table tool_policy (
  connector_id uuid not null references connector on delete cascade,
  tool text not null,
  policy text not null,
  primary key (connector_id, tool)
);

create table known_tool (
  connector_id uuid not null references connector on delete cascade,
  tool text not null,
  definition text not null,
  changed_at timestamptz,
  primary key (connector_id, tool)
);

comment on table known_tool is 'Each tool as it was when an administrator last saw it';
comment on column known_tool.changed_at is 'when it was first found to differ; null while it does not';

create table tool_use (
  connector_id uuid not null references connector on delete cascade,
  tool text not null,
  last_used_at timestamptz not null,
  primary key (connector_id, tool)
);

create table shape (
  hash text primary key,
  structure text not null,
  traces text not null,
  first_seen_at timestamptz not null,
  last_seen_at timestamptz not null
);

comment on table shape is 'Structures of results, without values; traces tell how alike two fields are';
