-- A source whose owner shows what it answers to everybody who may open the artifact. It holds while
-- the artifact is that owner's.
create table shown_source (
  artifact_id uuid not null references artifact (id) on delete cascade,
  connector_id uuid not null,
  owner_id uuid not null references person (id) on delete cascade,
  -- what connector-service knows it by; for services alone
  delegation_id uuid not null,
  version int not null,
  time_zone text not null,
  given_at timestamptz not null,
  expires_at timestamptz,
  primary key (artifact_id, connector_id)
);

-- Exactly the calls whose answers are shown.
create table shown_call (
  artifact_id uuid not null,
  connector_id uuid not null,
  position int not null,
  tool text not null,
  arguments text not null,
  relative text not null,
  -- what makes it the same call on another day
  question bytea not null,
  primary key (artifact_id, connector_id, position),
  foreign key (artifact_id, connector_id) references shown_source on delete cascade
);

create index shown_call_question on shown_call (artifact_id, question);

create trigger announce after insert or update or delete on shown_source
  for each row execute function announce_child('access');

-- With another owner it is over for good, though the artifact came back.
create function hide_all() returns trigger language plpgsql as $$
begin
  delete from shown_source where artifact_id = new.id and owner_id <> new.owner_id;
  return null;
end $$;

create trigger hide_all after update of owner_id on artifact
  for each row execute function hide_all();

-- What a person has agreed to, as they opened the artifact for the first time: the tools that it may
-- use with connections of their own, each as 'connector tool'.
create table consent (
  artifact_id uuid not null references artifact (id) on delete cascade,
  person_id uuid not null references person (id) on delete cascade,
  tools text[] not null,
  agreed_at timestamptz not null,
  primary key (artifact_id, person_id)
);

create trigger announce after insert or update or delete on consent
  for each row execute function announce_child('tools');

-- The same as shown_call.question; not known of calls that failed, and of those kept before.
alter table snapshot_call add column question bytea;

-- The page as somebody else would see it.
alter table ticket add column as_viewer boolean not null default false;
