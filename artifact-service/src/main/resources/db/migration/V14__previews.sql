-- Pages that are looked at before they are saved: one use, one minute. Nothing here is worth more than that.
create unlogged table preview (
  sha256 bytea primary key,
  person_id uuid not null references person (id) on delete cascade,
  nonce text not null,
  gzip bytea not null,
  expires_at timestamptz not null
);

create index preview_person on preview (person_id, expires_at desc);
create index preview_expiry on preview (expires_at);
