import { Building2, Users } from "lucide-react";
import { Avatar } from "../ui/Mark.tsx";
import type { ShareKind } from "./types.ts";

/** The round mark of a person, a group, or everyone. */
export function SubjectMark({ kind, name }: { kind: ShareKind; name: string }) {
  if (kind === "person") return <Avatar name={name} />;
  return (
    <span className="avatar" aria-hidden>
      {kind === "group" ? <Users size={16} /> : <Building2 size={16} />}
    </span>
  );
}
