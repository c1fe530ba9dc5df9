import { queryOptions } from '@tanstack/react-query';
import { body, client } from './client';

const at = (taskStageId: string) => ({ params: { path: { id: taskStageId } } });
const piece = (taskStageId: string, evidence: string) => ({
  params: { path: { id: taskStageId, evidence } },
});

export const evidenceQuery = (taskStageId: string) =>
  queryOptions({
    queryKey: ['evidence', taskStageId],
    queryFn: () => body(client.GET('/api/sheets/{id}/evidence', at(taskStageId))),
  });

/** Where a file is sent to, by `sendFile`. */
export const evidenceFilesPath = (taskStageId: string) => `/api/sheets/${taskStageId}/evidence/files`;

/** Where the browser saves a file from. */
export const evidenceFilePath = (taskStageId: string, evidence: string) =>
  `/api/sheets/${taskStageId}/evidence/${evidence}/file`;

export interface EvidenceLink {
  readonly key: string;
  readonly url: string;
  readonly title: string;
  readonly source: string;
  readonly datedOn: string | null;
}

export const addEvidenceLink = (taskStageId: string, link: EvidenceLink) =>
  body(client.POST('/api/sheets/{id}/evidence/links', { ...at(taskStageId), body: link }));

export const changeEvidence = (
  taskStageId: string,
  evidence: string,
  change: { version: number; title?: string; source: string; datedOn: string | null },
) =>
  body(client.PUT('/api/sheets/{id}/evidence/{evidence}', { ...piece(taskStageId, evidence), body: change }));

export const removeEvidence = (taskStageId: string, evidence: string) =>
  body(client.DELETE('/api/sheets/{id}/evidence/{evidence}', piece(taskStageId, evidence)));
