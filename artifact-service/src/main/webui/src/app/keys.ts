/** The names under which the query library keeps what the server said. */
export const keys = {
  me: ["me"] as const,
  artifacts: ["artifacts"] as const,
  artifactList: (scope: string, query: string) => ["artifacts", scope, query] as const,
  artifact: (id: string) => ["artifact", id] as const,
  versions: (id: string) => ["artifact", id, "versions"] as const,
  shares: (id: string) => ["artifact", id, "shares"] as const,
  templates: ["templates"] as const,
  people: (query: string) => ["people", query] as const,
  connectors: ["connectors"] as const,
  connector: (id: string) => ["connectors", id] as const,
  tools: (id: string) => ["connectors", id, "tools"] as const,
  schedules: ["schedules"] as const,
  schedulesOf: (artifactId: string) => ["schedules", artifactId] as const,
  cron: (cron: string, timeZone: string) => ["cron", cron, timeZone] as const,
};
