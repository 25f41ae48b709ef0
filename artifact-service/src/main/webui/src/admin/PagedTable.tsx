import type { InfiniteData, UseInfiniteQueryResult } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { Button } from "../ui/Button.tsx";
import { Trouble } from "../ui/Trouble.tsx";
import type { Part } from "./types.ts";

export interface Column<T> {
  head: string;
  number?: boolean;
  cell: (row: T) => ReactNode;
}

interface Props<T> {
  label: string;
  list: UseInfiniteQueryResult<InfiniteData<Part<T>>>;
  columns: readonly Column<T>[];
  keyOf: (row: T) => string | number;
  empty: ReactNode;
}

/** A long list as a table on a wide screen and as cards on a narrow one; more of it when it is asked for. */
export function PagedTable<T>({ label, list, columns, keyOf, empty }: Props<T>) {
  if (list.isPending) return <div className="skeleton list-wait" aria-busy />;
  if (list.data === undefined) return <Trouble error={list.error} retry={() => void list.refetch()} />;
  const rows = list.data.pages.flatMap(({ items }) => items);
  if (rows.length === 0) return empty;
  return (
    <div className="stack snug">
      <RowTable label={label} rows={rows} columns={columns} keyOf={keyOf} />
      {list.hasNextPage && (
        <div>
          <Button disabled={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
            Show more
          </Button>
        </div>
      )}
    </div>
  );
}

/** The same for a list that is there as a whole. */
export function RowTable<T>({ label, rows, columns, keyOf }: { label: string; rows: readonly T[]; columns: readonly Column<T>[]; keyOf: (row: T) => string | number }) {
  return (
    <div className="table-scroll tall admin-table" tabIndex={0} role="region" aria-label={label}>
      <table className="table">
        <thead>
          <tr>
            {columns.map(({ head, number }) => (
              <th key={head} scope="col" className={number === true ? "number" : undefined}>
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={keyOf(row)}>
              {columns.map(({ head, number, cell }) => (
                <td key={head} data-head={head} className={number === true ? "number" : undefined}>
                  {cell(row)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
