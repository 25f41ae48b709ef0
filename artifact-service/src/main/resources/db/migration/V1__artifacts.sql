create table person (
  id uuid primary key,
  issuer text not null,
  subject text not null,
  name text not null,
  email text,
  first_seen_at timestamptz not null default now(),
  last_seen_at timestamptz not null default now(),
  unique (issuer, subject)
);

create index person_email on person (lower(email));

create table artifact (
  id uuid primary key,
  owner_id uuid not null references person (id),
  title text not null,
  description text not null,
  version int not null,
  created_at timestamptz not null,
  updated_at timestamptz not null
);

create index artifact_owner on artifact (owner_id, updated_at desc);

-- A page's text is stored once, however many versions have it.
create table page_text (
  sha256 bytea primary key,
  gzip bytea not null,
  size int not null
);

create table version (
  artifact_id uuid not null references artifact (id) on delete cascade,
  number int not null,
  sha256 bytea not null references page_text (sha256),
  summary text not null,
  author_id uuid not null references person (id),
  notes text[] not null,
  created_at timestamptz not null,
  primary key (artifact_id, number)
);

create index version_text on version (sha256);

create table artifact_tool (
  artifact_id uuid not null references artifact (id) on delete cascade,
  name text not null,
  position int not null,
  connector_id uuid,
  connector_slug text,
  connector_name text,
  tool text not null,
  read_only boolean not null,
  schema_hash text,
  granted_by uuid references person (id),
  granted_at timestamptz,
  primary key (artifact_id, name),
  check (granted_at is null or connector_id is not null)
);

create table opened (
  artifact_id uuid not null references artifact (id) on delete cascade,
  person_id uuid not null references person (id) on delete cascade,
  opened_at timestamptz not null,
  primary key (artifact_id, person_id)
);

create index opened_person on opened (person_id, opened_at desc);
