import { Table2 } from "lucide-react";
import type { ArtifactHost } from "../host/artifactHost.ts";
import { CallLog, type CallRecord } from "../host/callLog.ts";
import { Empty } from "../ui/Empty.tsx";
import { CallRow } from "./CallRow.tsx";

/** Every call of this load, the newest of equal ones. */
export function Calls({ host, records, now }: { host: ArtifactHost; records: readonly CallRecord[]; now: number }) {
  const calls = CallLog.newest(records);
  if (calls.length === 0) {
    return (
      <Empty icon={<Table2 size={24} />} title="The page has asked for no data">
        Some pages need none. What a page does ask its sources appears here, with the raw answers.
      </Empty>
    );
  }
  return (
    <ul className="box lines">
      {calls.map((record) => (
        <CallRow key={record.key} host={host} record={record} times={records.filter(({ key }) => key === record.key).length} now={now} />
      ))}
    </ul>
  );
}
