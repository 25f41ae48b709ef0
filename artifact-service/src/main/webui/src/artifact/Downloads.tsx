import { useMutation } from "@tanstack/react-query";
import { Download, Sheet } from "lucide-react";
import { sentenceOf } from "../api/problem.ts";
import { toCsv } from "../data/csv.ts";
import type { Rows } from "../data/rows.ts";
import { toXlsx } from "../data/xlsx.ts";
import { saveAs } from "../host/files.ts";
import { Button } from "../ui/Button.tsx";
import { useToaster } from "../ui/toaster.ts";

/** A table as a file: all its rows, not only those on screen. */
export function Downloads({ rows, name }: { rows: Rows; name: string }) {
  const { say } = useToaster();
  const xlsx = useMutation({
    mutationFn: async () => saveAs(`${name}.xlsx`, await toXlsx(rows)),
    onError: (error) => say(sentenceOf(error)),
  });
  return (
    <>
      <Button icon={<Download size={16} />} onClick={() => saveAs(`${name}.csv`, new Blob([toCsv(rows)], { type: "text/csv" }))}>
        Download CSV
      </Button>
      <Button icon={<Sheet size={16} />} disabled={xlsx.isPending} onClick={() => xlsx.mutate()}>
        Download XLSX
      </Button>
    </>
  );
}
