import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A vector that was once asked for. The text itself is not kept here. */
@Entity('embeddings')
export class EmbeddingEntity {
  /** SHA-256 of model and text, in hexadecimal. */
  @PrimaryColumn('text')
  hash: string;

  @Column('text')
  model: string;

  /** 32-bit floats in the machine's byte order, scaled to length 1. */
  @Column('blob')
  vector: Buffer;

  @Column('text', { name: 'created_at' })
  createdAt: string;
}
