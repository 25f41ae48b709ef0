-- What Claude was asked: tokens per artifact, person and day, and the answers of the last day.
create table ask_usage (
  artifact_id uuid not null references artifact (id) on delete cascade,
  person_id uuid not null references person (id) on delete cascade,
  day date not null,
  tokens bigint not null,
  primary key (artifact_id, person_id, day)
);

create index ask_usage_day on ask_usage (day);

create table ask_answer (
  artifact_id uuid not null references artifact (id) on delete cascade,
  person_id uuid not null references person (id) on delete cascade,
  -- of model, prompt and data
  sha256 bytea not null,
  answer text not null,
  answered_at timestamptz not null,
  primary key (artifact_id, person_id, sha256)
);

create index ask_answer_age on ask_answer (answered_at);
