import { useMutation, useQueryClient } from "@tanstack/react-query";
import { RotateCcw } from "lucide-react";
import { sentenceOf } from "../../api/problem.ts";
import { server } from "../../api/server.ts";
import type { ConnectorTool, Policy } from "../types.ts";
import { keys } from "../../app/keys.ts";
import { Button } from "../../ui/Button.tsx";
import { Segments } from "../../ui/Segments.tsx";
import { useToaster } from "../../ui/toaster.ts";
import { policies, policyNames } from "./policyWords.ts";

interface Props {
  connectorId: string;
  tool: ConnectorTool;
  title: string;
  mayChange: boolean;
}

/** Whether pages may use a tool: the tool's own policy, or else what the connector says. */
export function ToolPolicy({ connectorId, tool, title, mayChange }: Props) {
  const queries = useQueryClient();
  const { say } = useToaster();
  const set = useMutation({
    mutationFn: (policy: Policy | null) => server.setToolPolicy(connectorId, tool.name, policy),
    onSuccess: () => queries.invalidateQueries({ queryKey: keys.tools(connectorId) }),
    onError: (error) => say(sentenceOf(error)),
  });
  if (tool.policy === undefined) return null;
  // While it is being saved, what was chosen is what is shown.
  const shown = set.isPending && set.variables !== null ? set.variables : tool.policy;
  if (!mayChange) return <span className="muted tiny policy-word">{policyNames[tool.policy]}</span>;
  return (
    <div className="policy">
      <Segments label={`May pages use ${title}?`} options={policies} value={shown} onChange={(policy) => set.mutate(policy)} />
      <Button
        look="quiet"
        className={tool.policyFrom === "tool" ? undefined : "unseen"}
        icon={<RotateCcw size={16} />}
        aria-label={`${title}: use the connector's default again`}
        title="Use the connector's default again"
        disabled={tool.policyFrom !== "tool" || set.isPending}
        onClick={() => set.mutate(null)}
      />
    </div>
  );
}
