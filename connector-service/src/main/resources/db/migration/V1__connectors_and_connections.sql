create table connector (
  id uuid primary key,
  slug text not null,
  name text not null,
  endpoint text not null,
  owner_id text,
  sign_in text not null,
  header_name text,
  created_by text not null,
  created_at timestamptz not null,
  updated_at timestamptz not null
);

comment on column connector.owner_id is 'null: the whole workspace may use it';

create unique index connector_slug_of_workspace on connector (slug) where owner_id is null;
create unique index connector_slug_of_owner on connector (owner_id, slug) where owner_id is not null;

create table connection (
  id uuid primary key,
  connector_id uuid not null references connector on delete cascade,
  person_id text,
  generation integer not null,
  secret bytea,
  state text not null,
  state_reason text,
  state_since timestamptz not null,
  last_success_at timestamptz,
  unique nulls not distinct (connector_id, person_id)
);

comment on column connection.person_id is 'null: the connection of the workspace';
comment on column connection.secret is 'encrypted, bound to the connection''s id';

create table tool_list (
  connection_id uuid primary key references connection on delete cascade,
  generation integer not null,
  tools text not null,
  fetched_at timestamptz not null
);
