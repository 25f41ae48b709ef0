import type { Cost } from "./types.ts";

const count = new Intl.NumberFormat(undefined, { notation: "compact", compactDisplay: "long", maximumFractionDigits: 1 });
const money = new Intl.NumberFormat(undefined, { style: "currency", currency: "USD", minimumFractionDigits: 2, maximumFractionDigits: 2 });

/** What a page has cost so far. */
export function costInWords({ tokens, dollars }: Cost): string {
  const words = `${count.format(tokens)} tokens`;
  if (dollars === undefined) return words;
  return dollars < 0.01 ? `${words}, less than ${money.format(0.01)}` : `${words}, about ${money.format(dollars)}`;
}

export function leftInWords(tokensLeft: number): string {
  return `${count.format(tokensLeft)} tokens left for you today`;
}
