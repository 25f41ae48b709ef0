-- What a person is told inside the web app.
create table notice (
  id uuid primary key,
  person_id uuid not null references person (id) on delete cascade,
  kind text not null,
  title text not null,
  text text not null,
  -- a path of the web app
  href text,
  at timestamptz not null,
  read_at timestamptz,
  -- what happened: told once, however often it is heard of
  cause text not null,
  unique (person_id, cause)
);

create index notice_line on notice (person_id, at desc, id desc);
create index notice_unread on notice (person_id) where read_at is null;

-- Messages on their way out, written in the transaction of what they tell about.
create table delivery (
  id uuid primary key,
  kind text not null check (kind in ('mail', 'webhook')),
  person_id uuid not null references person (id) on delete cascade,
  -- what it is about: whoever put it here looks it up by this
  about uuid not null,
  -- a mail address or a web address
  target text not null,
  -- whose secret signs a webhook
  signer uuid,
  title text not null,
  body text not null,
  -- a path of the web app
  href text not null,
  created_at timestamptz not null,
  -- not sent before then: quiet hours, or the pause after a failure
  next_at timestamptz not null,
  -- not tried after then
  until timestamptz not null,
  attempts int not null default 0,
  state text not null default 'waiting' check (state in ('waiting', 'delivered', 'given_up')),
  -- why the last attempt failed
  reason text,
  done_at timestamptz,
  check ((kind = 'webhook') = (signer is not null))
);

create index delivery_due on delivery (next_at) where state = 'waiting';
create index delivery_about on delivery (about, created_at desc);
create index delivery_done on delivery (done_at) where state <> 'waiting';

-- Secrets of webhooks that nobody needs any more, until connector-service has forgotten them.
create table signer_to_forget (
  id uuid primary key
);
