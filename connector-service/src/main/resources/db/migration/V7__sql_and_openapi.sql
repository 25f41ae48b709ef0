create table sql_source (
  connector_id uuid primary key references connector on delete cascade,
  version integer not null,
  host text not null,
  port integer not null,
  database text not null,
  username text not null,
  mode text not null,
  queries text not null,
  may_write boolean not null
);

comment on column sql_source.queries is 'JSON; the password is the secret of the connection';
comment on column sql_source.may_write is 'what the role was found to be allowed when it was added';

create table openapi_source (
  connector_id uuid primary key references connector on delete cascade,
  version integer not null,
  document_address text not null,
  base_address text not null,
  title text not null,
  operations text not null,
  fetched_at timestamptz not null
);

comment on column openapi_source.operations is 'JSON: what was made of the document';
