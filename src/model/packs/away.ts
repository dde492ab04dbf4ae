/** Thrown where a payload is asked for that is on disk, in the pack of that number, and not at hand yet. */
export class Away {
  readonly pack: number;

  constructor(pack: number) {
    this.pack = pack;
  }
}
