-- Only the hash is kept: who reads the table cannot open a page.
create table ticket (
  sha256 bytea primary key,
  artifact_id uuid not null references artifact (id) on delete cascade,
  person_id uuid not null references person (id) on delete cascade,
  email text,
  version int not null,
  nonce text not null,
  expires_at timestamptz not null
);

create index ticket_expiry on ticket (expires_at);

create table page_storage (
  artifact_id uuid not null references artifact (id) on delete cascade,
  person_id uuid not null references person (id) on delete cascade,
  revision bigint not null,
  -- JSON text, not jsonb: pages store NUL and lone surrogates
  items text not null,
  updated_at timestamptz not null,
  primary key (artifact_id, person_id)
);

-- What the owner's page called: the only calls that a delegation may repeat.
create table recorded_call (
  artifact_id uuid not null references artifact (id) on delete cascade,
  version int not null,
  sha256 bytea not null,
  connector_id uuid not null,
  tool text not null,
  arguments text not null,
  recorded_at timestamptz not null,
  primary key (artifact_id, version, sha256)
);
