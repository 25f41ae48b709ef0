import { useQuery } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { server } from "../api/server.ts";

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

function isAddress(text: string): boolean {
  try {
    return ["http:", "https:"].includes(new URL(text).protocol);
  } catch {
    return false;
  }
}

/** Looks whether an MCP server answers at an address, while it is being typed. */
export function useCheck(endpoint: string, signIn: string, secret: string, headerName: string) {
  const asked = useRested(JSON.stringify([endpoint.trim(), signIn, secret, headerName]));
  const [address = "", kind = "none", key = "", header = ""] = JSON.parse(asked) as string[];
  const enabled = isAddress(address);
  const check = useQuery({
    queryKey: ["check", asked],
    queryFn: ({ signal }) =>
      server.checkConnector(
        { endpoint: address, signIn: kind, ...(key === "" ? {} : { secret: key }), ...(kind === "header" && header !== "" ? { headerName: header } : {}) },
        signal,
      ),
    enabled,
    gcTime: 0,
    retry: false,
  });
  return { ...check, asked: enabled };
}
