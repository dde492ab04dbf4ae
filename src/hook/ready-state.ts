/** Values of `readyState`. */
export const CONNECTING = 0;
export const OPEN = 1;
