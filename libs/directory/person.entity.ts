import {
  Check,
  Column,
  Entity,
  ForeignKey,
  Generated,
  Index,
  PrimaryColumn,
  PrimaryGeneratedColumn,
} from 'typeorm';

/** 職員: signs in; holds posts for a time. */
@Entity({ schema: 'directory', name: 'person' })
@Index('person_staff_number', ['staffNumber'], { unique: true })
@Index('person_email', ['email'], { unique: true })
@Check('person_language', `"language" in ('ja', 'en')`)
export class Person {
  @PrimaryGeneratedColumn('uuid')
  id!: string;

  @Column('text', { name: 'staff_number' })
  staffNumber!: string;

  @Column('text')
  name!: string;

  @Column('text')
  kana!: string;

  @Column('text')
  email!: string;

  /** argon2id; empty until the person has one, and then no password signs in. */
  @Column('text', { name: 'password_hash', nullable: true })
  passwordHash!: string | null;

  @Column('text', { default: 'ja' })
  language!: string;

  @Column('timestamptz', { name: 'disabled_at', nullable: true })
  disabledAt!: Date | null;
}

/** 不在: days (both inclusive) on which a person's mail also goes to a delegate, who may decide in their place. */
@Entity({ schema: 'directory', name: 'absence' })
@Index('absence_person', ['personId', 'toDate'])
@Index('absence_delegate_id', ['delegateId', 'toDate'])
@Check('absence_dates', '"to_date" >= "from_date"')
@Check('absence_delegate', '"delegate_id" <> "person_id"')
export class Absence {
  @PrimaryGeneratedColumn('uuid')
  id!: string;

  @ForeignKey(() => Person, { name: 'absence_person_fk', onDelete: 'CASCADE' })
  @Column('uuid', { name: 'person_id' })
  personId!: string;

  @ForeignKey(() => Person, { name: 'absence_delegate_fk', onDelete: 'CASCADE' })
  @Column('uuid', { name: 'delegate_id' })
  delegateId!: string;

  @Column('date', { name: 'from_date' })
  fromDate!: string;

  @Column('date', { name: 'to_date' })
  toDate!: string;

  /** 代決: the delegate approves and returns at the posts of the absent person. */
  @Column('boolean', { default: false })
  decides!: boolean;
}

/** A signed-in browser. The cookie holds the token, the table only its SHA-256. */
@Entity({ schema: 'directory', name: 'session' })
@Index('session_person', ['personId'])
@Index('session_id', ['id'], { unique: true })
export class Session {
  @PrimaryColumn('bytea', { name: 'token_hash' })
  tokenHash!: Buffer;

  /** What the person calls it by, without knowing its token. */
  @Generated('uuid')
  @Column('uuid')
  id!: string;

  @ForeignKey(() => Person, { name: 'session_person_fk', onDelete: 'CASCADE' })
  @Column('uuid', { name: 'person_id' })
  personId!: string;

  @Column('timestamptz', { name: 'created_at', default: () => 'now()' })
  createdAt!: Date;

  @Column('timestamptz', { name: 'expires_at' })
  expiresAt!: Date;

  @Column('text', { name: 'device', default: '' })
  device!: string;

  /** The last request, to within a few minutes. */
  @Column('timestamptz', { name: 'used_at', default: () => 'now()' })
  usedAt!: Date;
}

/** A link by which a person chooses a password. The mail holds the token, the table only its SHA-256. */
@Entity({ schema: 'directory', name: 'password_link' })
@Index('password_link_person', ['personId'])
@Index('password_link_id', ['id'], { unique: true })
export class PasswordLink {
  @PrimaryColumn('bytea', { name: 'token_hash' })
  tokenHash!: Buffer;

  /** The request; its token is made anew whenever the letter is sent. */
  @Generated('uuid')
  @Column('uuid')
  id!: string;

  @ForeignKey(() => Person, { name: 'password_link_person_fk', onDelete: 'CASCADE' })
  @Column('uuid', { name: 'person_id' })
  personId!: string;

  @Column('timestamptz', { name: 'created_at', default: () => 'now()' })
  createdAt!: Date;

  @Column('timestamptz', { name: 'expires_at' })
  expiresAt!: Date;
}

/** Failed sign-ins of a name, so that guessing is stopped on every replica. */
@Entity({ schema: 'directory', name: 'sign_in_failure' })
@Index('sign_in_failure_name', ['name', 'at'])
export class SignInFailure {
  @PrimaryColumn({ type: 'bigint', generated: 'identity', generatedIdentity: 'ALWAYS' })
  id!: string;

  @Column('text')
  name!: string;

  @Column('timestamptz', { default: () => 'now()' })
  at!: Date;
}
