create table spreadsheet (
  connector_id uuid primary key references connector on delete cascade,
  version integer not null,
  file_name text not null,
  address text,
  entity_tag text,
  last_modified text,
  content bytea not null,
  updated_at timestamptz not null
);

comment on column spreadsheet.address is 'null: somebody uploaded the file';
comment on column spreadsheet.entity_tag is 'what the address said with this content (RFC 9110, 8.8)';
