/** Lets the browser paint and the person click. */
export const breath = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));
