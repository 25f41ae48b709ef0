# Runs once, on an empty data directory: one database and one role for each of its users.
create() {
  psql --set ON_ERROR_STOP=1 --username postgres --set name="$1" --set password="$2" <<'SQL'
create role :"name" login password :'password';
create database :"name" owner :"name";
revoke all on database :"name" from public;
SQL
}

create artifact "$ARTIFACT_PASSWORD"
create connector "$CONNECTOR_PASSWORD"
create scheduler "$SCHEDULER_PASSWORD"
create keycloak "$KEYCLOAK_PASSWORD"
