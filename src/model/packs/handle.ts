/** So many payloads may be in a pack, and so many packs in a session. */
export const PLACES = 1 << 12;
export const MOST_PACKS = (1 << 20) - 1;

/**
 * Where a payload is on disk, in one number of 32 bits: the pack, from 1, and its place in it, from 0. The handle 0 is
 * that of no payload.
 */
export const handleOf = (pack: number, place: number): number => pack * PLACES + place;

export const packOf = (handle: number): number => Math.floor(handle / PLACES);

export const placeOf = (handle: number): number => handle % PLACES;
