import { keepPreviousData, useQuery } from "@tanstack/react-query";
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

interface Way {
  readonly signIn: string;
  readonly secret: string;
  readonly headerName: string;
}

/** What a look can be signed with: nothing, until a secret is complete. */
function signedWith({ signIn, secret, headerName }: Way): { signIn: string; secret?: string; headerName?: string } {
  if (signIn === "bearer" && secret !== "") return { signIn, secret };
  return signIn === "header" && secret !== "" && headerName !== "" ? { signIn, secret, headerName } : { signIn: "none" };
}

/** Looks what answers at an address, and how it wants to be signed in to. */
export function useCheck(endpoint: string, way: Way) {
  const asked = useRested(JSON.stringify({ endpoint, ...signedWith(way) }));
  const body = JSON.parse(asked) as { endpoint: string; signIn: string; secret?: string; headerName?: string };
  return useQuery({
    queryKey: ["check", asked],
    queryFn: ({ signal }) => server.checkConnector(body, signal),
    enabled: addressIn(endpoint) !== undefined,
    // What was found stays on screen while the same server is looked at with a token.
    placeholderData: keepPreviousData,
    gcTime: 0,
    staleTime: Infinity,
    retry: false,
  });
}
