/** Where sealed bytes lie. Five methods, so that another store than a disk is an addition. */
export interface BlobStore {
  /** Durable when it resolves. */
  put(key: string, bytes: Buffer): Promise<void>
  /** Nothing when the object is not there. */
  get(key: string): Promise<Buffer | undefined>
  has(key: string): Promise<boolean>
  /** No complaint when it is gone already. */
  delete(key: string): Promise<void>
  /** Every object, and what is left of those that were never finished: for the sweep of what no row names. */
  list(): AsyncIterable<Kept>
}

/** An object that lies there. */
export interface Kept {
  readonly key: string
  readonly storedAt: Date
}
