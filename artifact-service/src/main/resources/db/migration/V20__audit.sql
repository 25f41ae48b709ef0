-- Who did what, and from where. Never contents. One partition for each month; what is too old goes
-- with its partition, and nothing else is ever changed or taken away.
create sequence audit_entry_id;

create table audit_entry (
  at timestamptz not null,
  id bigint not null default nextval('audit_entry_id'),
  -- person, program (with a person's token), public, schedule
  actor text not null,
  person_id uuid,
  -- as it was then
  person_name text,
  action text not null,
  artifact_id uuid,
  connector_id uuid,
  connector text,
  tool text,
  -- done, refused, failed, and for calls fresh, stale
  outcome text not null,
  -- why, in a word of ours
  code text,
  address text,
  agent text,
  primary key (at, id)
) partition by range (at);

create index audit_entry_person on audit_entry (person_id, at desc, id desc);
create index audit_entry_artifact on audit_entry (artifact_id, at desc, id desc);
create index audit_entry_connector on audit_entry (connector_id, at desc, id desc);
create index audit_entry_action on audit_entry (action, at desc, id desc);

create function audit_entry_stays() returns trigger language plpgsql as $$
begin
  raise exception 'The audit log is only added to' using errcode = 'insufficient_privilege';
end
$$;

-- Partitions get this one by themselves; one for TRUNCATE they are each given when they are made.
create trigger audit_entry_stays before update or delete on audit_entry
  for each row execute function audit_entry_stays();
create trigger audit_entry_stays_whole before truncate on audit_entry
  for each statement execute function audit_entry_stays();

-- Makes the partition of the month (UTC) that a moment is in, unless it is there.
create function audit_month(moment timestamptz) returns void language plpgsql as $$
declare
  first timestamp := date_trunc('month', moment at time zone 'UTC');
  name text := 'audit_entry_' || to_char(first, 'YYYY_MM');
begin
  perform pg_advisory_xact_lock(hashtext('audit_entry'));
  if to_regclass(name) is null then
    execute format('create table %I partition of audit_entry for values from (%L) to (%L)',
      name, first at time zone 'UTC', (first + interval '1 month') at time zone 'UTC');
    execute format('create trigger audit_entry_stays_whole before truncate on %I'
      || ' for each statement execute function audit_entry_stays()', name);
    -- an owner has every right until it is taken away
    execute format('revoke update, delete, truncate on %I from current_user', name);
  end if;
end
$$;

revoke update, delete, truncate on audit_entry from current_user;

-- Drops the partitions that ended before a moment, and none that has ended within 30 days.
-- Says how many there were.
create function audit_forget(before timestamptz) returns int language plpgsql as $$
declare
  latest timestamptz := least(before, now() - interval '30 days');
  part record;
  dropped int := 0;
begin
  perform pg_advisory_xact_lock(hashtext('audit_entry'));
  for part in
    select c.relname as name
    from pg_inherits i join pg_class c on c.oid = i.inhrelid
    where i.inhparent = 'audit_entry'::regclass
  loop
    if (to_date(right(part.name, 7), 'YYYY_MM')::timestamp + interval '1 month')
        at time zone 'UTC' <= latest then
      execute format('drop table %I', part.name);
      dropped := dropped + 1;
    end if;
  end loop;
  return dropped;
end
$$;

select audit_month(now()), audit_month(now() + interval '1 month');

-- The replicas of this service that are there.
create table replica (
  id uuid primary key,
  version text not null,
  started_at timestamptz not null,
  seen_at timestamptz not null
);

-- What browsers say that a policy blocked: how often on each day, without any address in full.
create table policy_report (
  day date not null,
  -- app or pages
  site text not null,
  directive text not null,
  blocked text not null,
  count bigint not null,
  first_at timestamptz not null,
  last_at timestamptz not null,
  primary key (day, site, directive, blocked)
);
