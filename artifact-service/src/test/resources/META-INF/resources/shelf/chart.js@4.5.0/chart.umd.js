globalThis.Chart = class {};
