import { useQuery } from "@tanstack/react-query";
import { KeyRound } from "lucide-react";
import { keys } from "../app/keys.ts";
import { Button } from "../ui/Button.tsx";
import { Empty } from "../ui/Empty.tsx";
import { Skeleton } from "../ui/Skeleton.tsx";
import { Trouble } from "../ui/Trouble.tsx";
import { useNow } from "../ui/useNow.ts";
import { PermissionLine } from "./PermissionLine.tsx";
import { refreshServer } from "./refreshServer.ts";

/** What pages may fetch with this person's connections while the person is away. */
export function Permissions({ query, onClear }: { query: string; onClear: () => void }) {
  const now = useNow(30_000);
  const { data, error, isPending, refetch } = useQuery({ queryKey: keys.delegations, queryFn: () => refreshServer.delegations() });
  if (isPending) return <Skeleton rows={3} />;
  if (data === undefined) return <Trouble error={error} retry={() => void refetch()} />;
  const wanted = query.trim().toLowerCase();
  const found = data.filter(({ title }) => title.toLowerCase().includes(wanted));
  if (found.length === 0 && wanted !== "") {
    return <Empty icon={<KeyRound size={24} />} title={`No permission fits “${query}”`} action={<Button onClick={onClear}>Clear the search</Button>} />;
  }
  if (found.length === 0) {
    return (
      <Empty icon={<KeyRound size={24} />} title="No page uses your connections while you are away">
        When you schedule a page, you let it make exactly the calls that you saw. What you have allowed is listed here, and can be taken back.
      </Empty>
    );
  }
  return (
    <div className="stack">
      <p className="muted">These pages may make exactly these calls with your connections, also while you are away or for others who open them.</p>
      <ul className="box lines">
        {found.map((delegation) => (
          <PermissionLine key={`${delegation.artifactId} ${delegation.connectorId ?? ""}`} delegation={delegation} now={now} />
        ))}
      </ul>
    </div>
  );
}
