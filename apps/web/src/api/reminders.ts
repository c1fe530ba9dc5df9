import { queryOptions } from '@tanstack/react-query';
import { body, client } from './client';

const KEY = ['reminders'];

/** When departments were last asked for what they have not handed in. */
export const lastRemindersQuery = queryOptions({
  queryKey: [...KEY, 'last'],
  queryFn: () => body(client.GET('/api/reminders')),
});

/** How much is left in departments, and how many people write there. */
export const reminderReachQuery = (departmentCodes: string[]) =>
  queryOptions({
    queryKey: [...KEY, 'reach', departmentCodes],
    queryFn: () => body(client.POST('/api/reminders/reach', { body: { departmentCodes } })),
  });

/** The letters that a request would send now; nothing of it is kept. */
export const previewReminders = (departmentCodes: string[]) =>
  body(client.POST('/api/reminders/preview', { body: { departmentCodes } }));

export const requestReminders = (departmentCodes: string[]) =>
  body(client.POST('/api/reminders', { body: { departmentCodes } }));
