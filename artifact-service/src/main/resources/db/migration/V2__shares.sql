create table share (
  id uuid primary key,
  artifact_id uuid not null references artifact (id) on delete cascade,
  kind text not null check (kind in ('person', 'workspace')),
  email text,
  role text not null check (role in ('viewer', 'editor')),
  created_by uuid not null references person (id),
  created_at timestamptz not null,
  check ((kind = 'person') = (email is not null)),
  check (email = lower(email))
);

create unique index share_once on share (artifact_id, kind, coalesce(email, ''));
create index share_email on share (email) where email is not null;
create index share_workspace on share (artifact_id) where kind = 'workspace';
