-- Tokens with which programs speak for a person. Of a token only the hash is kept.
create table api_token (
  id uuid primary key,
  sha256 bytea not null unique,
  person_id uuid not null references person (id) on delete cascade,
  name text not null,
  scopes text[] not null,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  last_used_at timestamptz,
  last_used_from text
);

create index api_token_person on api_token (person_id, created_at desc);

create trigger announce after delete on api_token
  for each row execute function announce_person();

-- Public keys of the replicas that speak for people to the other services. The private ones never leave their process.
create table assertion_key (
  id text primary key,
  jwk text not null,
  expires_at timestamptz not null
);

-- With which token a program came, by its name as it was then, and to whom something was done.
alter table audit_entry
  add column token_id uuid,
  add column token_name text,
  add column whom_id uuid;
