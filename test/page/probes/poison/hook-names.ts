/** Every name that the hook, as it was built, may give a property, and some indices: a page can put them on a prototype. */
export const hookNames = async (): Promise<string[]> => (await fetch('/hook-names.json')).json();
