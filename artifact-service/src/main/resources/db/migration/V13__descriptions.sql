-- Pages that Claude is asked to make or to change: one row for each time someone says what they want.
create table description (
  id uuid primary key,
  person_id uuid not null references person (id) on delete cascade,
  -- the artifact that is to change, and the version that was looked at; null for a new page
  artifact_id uuid references artifact (id) on delete cascade,
  base_version integer,
  wish text not null,
  -- connectors that may be looked at and called
  sources uuid[] not null,
  -- working, done, failed, cancelled, accepted
  state text not null,
  tokens bigint not null default 0,
  title text,
  summary text,
  html text,
  -- what the page asks for, as it was resolved
  tools text not null default '[]',
  -- what the browser that shows the page last found
  verification text,
  -- what the person last answered
  answer text,
  -- whoever works on it says so every moment
  alive_at timestamptz not null,
  created_at timestamptz not null
);

create index description_person on description (person_id, created_at);
create index description_age on description (created_at);

-- What happened, in order; whoever looks on reads from where they were.
create table description_event (
  description_id uuid not null references description (id) on delete cascade,
  position integer not null,
  name text not null,
  data text not null,
  primary key (description_id, position)
);
