-- What a person wants to be told about an artifact's data, and how it stands.
create table alert (
  id uuid primary key,
  artifact_id uuid not null references artifact (id) on delete cascade,
  person_id uuid not null references person (id) on delete cascade,
  name text not null,
  -- JSON
  condition text not null,
  -- the source as people call it
  connector text not null,
  mail boolean not null,
  webhook_url text,
  -- whose secret signs the webhook, for as long as the alert exists
  signer uuid not null unique,
  -- JSON; null without quiet hours
  quiet text,
  tell_when_over boolean not null,
  paused boolean not null default false,
  created_at timestamptz not null,
  -- what the last run that said something said
  last text,
  firing boolean not null default false,
  -- the newest snapshot that was looked at; a later one may have the same time
  seen_at timestamptz not null,
  seen_id uuid not null,
  -- what was found in it, in words
  found text,
  found_at timestamptz,
  -- why the condition cannot be looked at any more
  trouble text
);

create index alert_artifact on alert (artifact_id);
create index alert_person on alert (person_id, created_at);

-- From the run in which a condition began to hold to the one in which it did not any more.
create table alert_episode (
  id uuid primary key,
  alert_id uuid not null references alert (id) on delete cascade,
  snapshot_id uuid not null,
  began_at timestamptz not null,
  words text not null,
  ended_at timestamptz,
  over_words text
);

create unique index alert_episode_open on alert_episode (alert_id) where ended_at is null;
create index alert_episode_line on alert_episode (alert_id, began_at desc);

-- The episode that a message is about.
alter table delivery add column occasion uuid;
create index delivery_occasion on delivery (occasion) where state = 'waiting';

create function alert_is_gone() returns trigger language plpgsql as $$
begin
  insert into signer_to_forget (id) values (old.signer) on conflict do nothing;
  delete from delivery where about = old.id and state = 'waiting';
  return null;
end $$;

create trigger gone after delete on alert for each row execute function alert_is_gone();
