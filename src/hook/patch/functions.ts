export type Arguments = readonly unknown[];
export type Native = (...args: never) => unknown;
// biome-ignore lint/complexity/noBannedTypes: what Reflect.construct takes
export type Constructor = Function;
export type Class = Constructor & { readonly prototype: { readonly close: Native } };
