import { Injectable } from '@nestjs/common';
import { DepartmentTable, PeopleTable } from '#directory';
import type { ExchangeTable } from '#files';
import { AssignmentTable, IndicatorSettingsTable } from '#plan';
import { ActualHistoryTable } from './actual-history-table.js';
import { CommitmentAnswerTable } from './commitment-answer-table.js';
import { SectionHistoryTable } from './section-history-table.js';
import { SheetHistoryTable } from './sheet-history-table.js';

/** Every table that goes out and comes in, in the order in which an empty database takes them. */
@Injectable()
export class ExchangeTables {
  readonly all: readonly ExchangeTable[];

  constructor(
    departments: DepartmentTable,
    people: PeopleTable,
    assignments: AssignmentTable,
    settings: IndicatorSettingsTable,
    actuals: ActualHistoryTable,
    sheets: SheetHistoryTable,
    answers: CommitmentAnswerTable,
    sections: SectionHistoryTable,
  ) {
    this.all = [departments, people, assignments, settings, actuals, sheets, answers, sections];
  }
}
