import { useQuery } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { server } from "../../api/server.ts";

const restMs = 500;

/** Follows `value` once it has rested for a moment. */
export function useRested<T>(value: T): T {
  const [rested, setRested] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setRested(value), restMs);
    return () => clearTimeout(timer);
  }, [value]);
  return rested;
}

const host = /^[a-z0-9-]+(\.[a-z0-9-]+)+(:\d+)?(\/\S*)?$/i;
const thisMachine = /^(localhost|127\.\d+\.\d+\.\d+)(:\d+)?(\/\S*)?$/i;

/** The address that a text is, with the scheme that people leave out; undefined for words to search by. */
export function addressIn(text: string): string | undefined {
  const trimmed = text.trim();
  const whole = thisMachine.test(trimmed) ? `http://${trimmed}` : host.test(trimmed) ? `https://${trimmed}` : trimmed;
  return /^https?:\/\/./i.test(whole) && URL.canParse(whole) ? whole : undefined;
}

/** Looks what answers at an address, and how it wants to be signed in to. */
export function useCheck(endpoint: string, signIn: string, secret: string, headerName: string) {
  const asked = useRested(JSON.stringify([endpoint.trim(), signIn, secret, headerName]));
  const [address = "", kind = "none", key = "", header = ""] = JSON.parse(asked) as string[];
  return useQuery({
    queryKey: ["check", asked],
    queryFn: ({ signal }) =>
      server.checkConnector(
        { endpoint: address, signIn: kind, ...(key === "" ? {} : { secret: key }), ...(kind === "header" && header !== "" ? { headerName: header } : {}) },
        signal,
      ),
    enabled: addressIn(address) !== undefined,
    // What was found stays while the same server is looked at with a token.
    placeholderData: (before, query) => (query !== undefined && JSON.stringify(query.queryKey).includes(JSON.stringify(address).slice(1, -1)) ? before : undefined),
    gcTime: 0,
    staleTime: Infinity,
    retry: false,
  });
}
