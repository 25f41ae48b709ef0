-- Who is signed in where. Of what a browser shows only the hash is kept.
create table session (
  id uuid primary key,
  secret_hash bytea not null unique,
  person_id uuid not null references person (id) on delete cascade,
  -- what the sign-in server calls its own session, for its back-channel logout
  provider_session text,
  device text not null,
  address text not null,
  started_at timestamptz not null,
  last_seen_at timestamptz not null
);

create index session_person on session (person_id, last_seen_at desc);
create index session_seen on session (last_seen_at);
create index session_provider on session (provider_session) where provider_session is not null;

-- When the sign-in server last vouched for them.
alter table person add column signed_in_at timestamptz;

create function announce_person() returns trigger language plpgsql as $$
begin
  perform announce('person', null, old.person_id, null);
  return null;
end $$;

create trigger announce after delete on session
  for each row execute function announce_person();
