type NumberArray = Float64Array | Float32Array | Int32Array | Uint32Array | Uint16Array | Uint8Array;

/** Numbers one after another in a typed array that grows as they come. */
export class Column<Values extends NumberArray> {
  length = 0;

  constructor(public values: Values) {}

  push(value: number): void {
    if (this.length === this.values.length) this.values = resized(this.values, Math.max(16, 2 * this.length));
    this.values[this.length++] = value;
  }

  pushAll(values: ArrayLike<number>): void {
    const length = this.length + values.length;
    if (length > this.values.length) this.values = resized(this.values, Math.max(length, 2 * this.length));
    this.values.set(values, this.length);
    this.length = length;
  }

  clear(): void {
    this.length = 0;
  }

  /** Gives back the room kept for growth. */
  trim(): void {
    if (this.values.length > this.length) this.values = resized(this.values, this.length);
  }
}

/** Where the numbers of each row begin: those of row r are from[r]..from[r + 1] in every column filed with it. */
export class RowStarts extends Column<Uint32Array> {
  constructor() {
    super(new Uint32Array(16));
    this.push(0);
  }

  override clear(): void {
    this.length = 1;
  }
}

/** A copy of another length, cut or filled up with zeros. */
export function resized<Values extends NumberArray>(values: Values, length: number): Values {
  const next = new (values.constructor as new (length: number) => Values)(length);
  next.set(values.length > length ? values.subarray(0, length) : values);
  return next;
}
