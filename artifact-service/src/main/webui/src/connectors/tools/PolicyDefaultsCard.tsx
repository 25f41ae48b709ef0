import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { sentenceOf } from "../../api/problem.ts";
import { server } from "../../api/server.ts";
import type { PolicyDefaults } from "../types.ts";
import { keys } from "../../app/keys.ts";
import { Segments } from "../../ui/Segments.tsx";
import { useToaster } from "../../ui/toaster.ts";
import { policies, policyMeans, policyNames } from "./policyWords.ts";

const kinds = [
  { value: "reads", word: "Reading" },
  { value: "writes", word: "Writing" },
] as const;

const rows = [
  { what: "reads", label: "Tools that read", readOnly: true },
  { what: "writes", label: "Tools that write", readOnly: false },
] as const;

function useDefaults(connectorId: string) {
  const queries = useQueryClient();
  const { say } = useToaster();
  const key = keys.policy(connectorId);
  const kept = useQuery({ queryKey: key, queryFn: () => server.policyDefaults(connectorId), retry: false });
  const save = useMutation({
    mutationFn: (defaults: PolicyDefaults) => server.setPolicyDefaults(connectorId, defaults),
    onSuccess: (_, defaults) => {
      queries.setQueryData(key, defaults);
      return queries.invalidateQueries({ queryKey: keys.tools(connectorId) });
    },
    onError: (error) => say(sentenceOf(error)),
  });
  return { defaults: save.isPending ? save.variables : kept.data, error: kept.error, save: (defaults: PolicyDefaults) => save.mutate(defaults) };
}

/** What applies to every tool of a connector that has no policy of its own. */
export function PolicyDefaultsCard({ connectorId, mayChange }: { connectorId: string; mayChange: boolean }) {
  const { defaults, error, save } = useDefaults(connectorId);
  if (error !== null && defaults === undefined) return null;
  return (
    <section className="box padded stack" aria-label="Policy">
      <div className="stack close">
        <h2>Policy</h2>
        <p className="muted tiny">For every tool that has no policy of its own.</p>
      </div>
      {rows.map(({ what, label, readOnly }) => (
        <div key={what} className="stack close">
          <span className="strong">{label}</span>
          {mayChange ? (
            <Segments label={label} options={policies} value={defaults?.[what]} disabled={defaults === undefined} onChange={(policy) => defaults !== undefined && save({ ...defaults, [what]: policy })} />
          ) : (
            <span>{defaults === undefined ? "…" : policyNames[defaults[what]]}</span>
          )}
          <p className="muted tiny policy-means">{defaults === undefined ? "" : policyMeans(defaults[what], readOnly)}</p>
        </div>
      ))}
      <div className="stack close">
        <span className="strong">Tools that do not say count as</span>
        {mayChange ? (
          <Segments label="Tools that do not say count as" options={kinds} value={defaults?.unannotated} disabled={defaults === undefined} onChange={(unannotated) => defaults !== undefined && save({ ...defaults, unannotated })} />
        ) : (
          <span>{defaults?.unannotated === "reads" ? "Reading" : "Writing"}</span>
        )}
        <p className="muted tiny policy-means">
          {defaults?.unannotated === "reads"
            ? "They run without confirmation and their answers are kept for a while. Choose this only if you know that none of them changes data."
            : "Each use is confirmed by a person, and nothing of it is kept. The safe choice."}
        </p>
      </div>
    </section>
  );
}
