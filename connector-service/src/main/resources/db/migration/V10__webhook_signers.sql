create table webhook_signer (
  id uuid primary key,
  secret bytea not null,
  made_at timestamptz not null
);

comment on table webhook_signer is 'who signs webhooks; artifact-service names it and asks for it to be forgotten';
comment on column webhook_signer.secret is 'encrypted, bound to the row''s id';
