alter table connector
  add column connection_scope text,
  add column issuer text,
  add column registration text,
  add column scopes text;

update connector set connection_scope = case when owner_id is null then 'WORKSPACE' else 'PERSON' end;

alter table connector alter column connection_scope set not null;

comment on column connector.connection_scope is 'whose connection is used: each person''s own, or the workspace''s';
comment on column connector.issuer is 'who issued tokens for it when last looked';

alter table connection
  add column wanted_scopes text,
  add column renewing_until timestamptz;

comment on column connection.secret is 'encrypted, bound to the connection''s id: a token, a key, or the tokens of an OAuth sign-in as JSON';
comment on column connection.wanted_scopes is 'what the server asked for beyond what was granted';
comment on column connection.renewing_until is 'one replica renews the tokens until then';

create table oauth_client (
  id uuid primary key,
  connector_id uuid not null references connector on delete cascade,
  issuer text not null,
  client_id text not null,
  secret bytea,
  method text not null,
  registration text not null,
  updated_at timestamptz not null,
  unique (connector_id, issuer)
);

comment on table oauth_client is 'this application as an authorization server knows it; used at that issuer alone';
comment on column oauth_client.secret is 'encrypted, bound to the row''s id';

create table sign_in_attempt (
  id uuid primary key,
  state_hash text not null unique,
  connector_id uuid not null references connector on delete cascade,
  person_id text not null,
  session text not null,
  secret bytea not null,
  expires_at timestamptz not null
);

comment on table sign_in_attempt is 'browsers on their way to an authorization server; each comes back once';

create index sign_in_attempt_expires_at on sign_in_attempt (expires_at);
