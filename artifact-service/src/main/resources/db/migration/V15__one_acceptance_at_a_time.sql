-- Whoever saves a described page has it for itself meanwhile, so that it is saved once.
alter table description add column saving_since timestamptz;
