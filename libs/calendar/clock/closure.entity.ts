import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A day on which this city hall is closed although the nation works. */
@Entity({ schema: 'calendar', name: 'closure' })
export class Closure {
  @PrimaryColumn('date')
  day!: string;

  @Column('text')
  name!: string;
}
