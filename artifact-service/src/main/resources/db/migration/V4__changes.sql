-- Whoever changes one of these rows, by whatever path, tells every replica when the change commits.
create function announce(kind text, artifact_id uuid, person_id uuid, number bigint) returns void
language sql as $$
  select pg_notify('live_change', json_build_object(
    'kind', kind, 'artifactId', artifact_id, 'personId', person_id, 'number', number)::text)
$$;

create function announce_artifact() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' then
    perform announce('access', old.id, null, null);
  elsif new.version <> old.version then
    perform announce('version', new.id, null, new.version);
  elsif new.owner_id <> old.owner_id then
    perform announce('access', new.id, null, null);
  end if;
  return null;
end $$;

create function announce_child() returns trigger language plpgsql as $$
begin
  perform announce(tg_argv[0], coalesce(new.artifact_id, old.artifact_id), null, null);
  return null;
end $$;

create function announce_storage() returns trigger language plpgsql as $$
begin
  perform announce('storage', new.artifact_id, new.person_id, new.revision);
  return null;
end $$;

create trigger announce after update or delete on artifact
  for each row execute function announce_artifact();
create trigger announce after insert or update or delete on share
  for each row execute function announce_child('access');
create trigger announce after insert or update or delete on artifact_tool
  for each row execute function announce_child('tools');
create trigger announce after update of items on page_storage
  for each row execute function announce_storage();
