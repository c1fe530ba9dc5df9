import { describe, expect, it } from '@jest/globals';
import { originOf } from './origin';
import type { Visit } from './visits';

const TODAY: Visit = { key: 'today', before: null, to: '/?kind=overdue', name: '要対応一覧' };
const SHEET: Visit = { key: 'sheet', before: 'today', to: '/sheets/a', name: 'ア' };

describe('where a sheet was reached from', () => {
  it('is the list before it, as it was narrowed, before and after the visit is noted', () => {
    expect(originOf('sheet', [TODAY], 'today')).toMatchObject({ to: '/?kind=overdue', name: '要対応一覧' });
    expect(originOf('sheet', [TODAY, SHEET], 'sheet')).toMatchObject({ to: '/?kind=overdue' });
  });

  it('stays the list when one sheet leads to the next', () => {
    expect(originOf('next', [TODAY, SHEET], 'sheet')).toMatchObject({ to: '/?kind=overdue' });
  });

  it('is what each entry was reached from, also after going back', () => {
    const search = { key: 'search', before: 'sheet', to: '/search?q=協働', name: '「協働」の検索' };
    const other = { key: 'other', before: 'search', to: '/sheets/b', name: 'イ' };
    const visits = [TODAY, SHEET, search, other];
    expect(originOf('other', visits, 'sheet')).toMatchObject({ name: '「協働」の検索' });
    expect(originOf('sheet', visits, 'other')).toMatchObject({ name: '要対応一覧' });
  });

  it.each(['/plan/1', '/me/mail', '/letters'])('is not %s, which lists no sheets', (to) => {
    expect(originOf('sheet', [{ key: 'page', before: null, to, name: '' }], 'page')).toBeNull();
  });

  it('is unknown to whoever opens the address by itself', () => {
    expect(originOf('sheet', [], null)).toBeNull();
  });
});
