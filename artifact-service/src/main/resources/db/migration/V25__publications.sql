-- What a public link would show, while its owner looks through it. Its results are in snapshot_content.
create unlogged table publication_draft (
  id uuid primary key,
  artifact_id uuid not null references artifact (id) on delete cascade,
  person_id uuid not null references person (id) on delete cascade,
  version int not null,
  taken_at timestamptz not null,
  -- JSON: what was asked, and the hash of what was answered
  calls text not null,
  created_at timestamptz not null
);

create index publication_draft_age on publication_draft (created_at);
create index publication_draft_person on publication_draft (person_id, created_at desc);

-- A frozen copy behind a link. It stands alone: nothing in it is looked up elsewhere when it is opened.
create table publication (
  id uuid primary key,
  artifact_id uuid not null references artifact (id) on delete cascade,
  published_by uuid not null references person (id),
  -- the link itself is not kept
  token_sha256 bytea not null unique,
  title text not null,
  version int not null,
  taken_at timestamptz not null,
  created_at timestamptz not null,
  expires_at timestamptz,
  -- bcrypt
  password text,
  -- signs what its visitors carry; a new password makes a new one
  key bytea not null,
  -- web origins that may show it in a frame
  origins text[] not null,
  views bigint not null default 0,
  viewed_at timestamptz,
  -- JSON: by call, the fields that stayed and how many were dropped
  review text not null,
  page_sha256 bytea not null,
  -- gzip
  page bytea not null,
  content bytea not null,
  content_size int not null
);

create index publication_artifact on publication (artifact_id, created_at desc);

-- Web origins that may show an artifact itself in a frame, to who is signed in.
create table embedding (
  artifact_id uuid primary key references artifact (id) on delete cascade,
  origins text[] not null,
  changed_by uuid not null references person (id),
  changed_at timestamptz not null
);
