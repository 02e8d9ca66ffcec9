import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A link that lets somebody become the first organizer of this install. */
@Entity('welcome_links')
export class WelcomeLinkEntity {
  /** SHA-256 of the token. */
  @PrimaryColumn('text')
  hash: string;

  @Column('text', { name: 'expires_at' })
  expiresAt: string;
}
