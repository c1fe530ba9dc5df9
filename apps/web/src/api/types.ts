import type { components, paths } from './schema';

type Schemas = components['schemas'];

export type Session = Schemas['Session'];
export type SignInPage = Schemas['SignInPage'];
export type SamplePerson = SignInPage['samplePeople'][number];
export type Clock = Schemas['Clock'];
export type Counts = Schemas['Counts'];
export type Role = Session['roles'][number];

export type Today = Schemas['Today'];
export type TodayGroup = Today['groups'][number];
export type TodayRow = Schemas['TodayRow'];
export type MentionRow = Schemas['MentionRow'];
export type DepartmentToday = Schemas['DepartmentToday'];
export type DepartmentRow = Schemas['DepartmentRow'];

export type Sheet = Schemas['Sheet'];
export type Subject = Schemas['Subject'];
export type Stage = Sheet['stage'];
export type WorkState = Sheet['state'];
export type Field = Schemas['Field'];
export type FieldType = Field['type'];
export type Answers = Schemas['Answers'];
export type AnswerKey = keyof Answers;
export type Missing = Schemas['Missing'];
export type Concern = Schemas['Concern'];
export type Commitment = Schemas['Commitment'];
export type ApprovalStep = Schemas['ApprovalStep'];
export type Saved = Schemas['Saved'];
export type History = Schemas['History'];
export type FieldChange = Schemas['FieldChange'];

export type Evidence = Schemas['Evidence'];
export type EvidenceList = Schemas['EvidenceList'];
export type SheetComment = Schemas['Comment'];
export type CommentPart = SheetComment['parts'][number];
export type CommentList = Schemas['CommentList'];
export type MentionablePerson = Schemas['Mentionable']['rows'][number];

export type ApprovalQueue = Schemas['ApprovalQueue'];
export type ApprovalRow = Schemas['ApprovalRow'];
export type StandInDecision = Schemas['StandInDecision'];
export type ApprovalView = Schemas['ApprovalView'];
export type Approve =
  paths['/api/approvals/{id}/approve']['post']['requestBody']['content']['application/json'];
export type BulkApproved = Schemas['BulkApproved'];

export type SubmissionBoard = Schemas['SubmissionBoard'];
export type SubmissionList = Schemas['SubmissionList'];
export type SubmissionRow = Schemas['SubmissionRow'];

export type PlanTree = Schemas['PlanTree'];
export type PlanSection = Schemas['PlanSection'];
export type PlanItem = Schemas['PlanItem'];
export type PlanIndicator = Schemas['PlanIndicator'];
export type PlanPreview = Schemas['PlanPreview'];
export type PlanImported = Schemas['PlanImported'];
export type ImportResult = Schemas['TableImported'];
export type ItemYears = Schemas['ItemYears'];
export type ItemState = Schemas['ItemStates']['states'][number];

export type IndicatorView = Schemas['IndicatorView'];
export type IndicatorList = Schemas['IndicatorList'];
export type Judgement = Schemas['Judgement'];
export type JudgementStatus = Judgement['status'];
export type Actual = Schemas['Actual'];

export type ReportYears = Schemas['ReportYears'];
export type PlanReport = Schemas['PlanReport'];
export type SectionReport = Schemas['SectionReport'];
export type ReportItem = Schemas['ReportItem'];
export type GradeLetter = NonNullable<SectionReport['grade']>;

export type Decision = Schemas['Decision'];
export type DecisionPage = Schemas['DecisionPage'];
export type ReportSheets = Schemas['ReportSheets'];
export type ReportCommitments = Schemas['ReportCommitments'];
export type SheetsShown = 'all' | 'approved' | 'open' | 'late' | GradeLetter;
export type CommitmentsShown = 'all' | 'done' | 'changed' | 'dropped' | 'open' | 'overdue';
export type RecordDecision = Schemas['RecordDecision'];

export type CycleList = Schemas['CycleList'];
export type CycleSummary = Schemas['CycleSummary'];
export type CycleView = Schemas['CycleView'];
export type DatesPreview = Schemas['DatesPreview'];

export type LetterList = Schemas['LetterList'];
export type LetterRow = Schemas['LetterRow'];
export type LetterPreview = Schemas['LetterPreview'];

export type SearchResult = Schemas['SearchResult'];
export type SearchHit = Schemas['SearchHit'];
export type SearchKind = SearchResult['groups'][number]['kind'];
export type MarkedText = Schemas['MarkedText'];
export type OwnSession = Schemas['OwnSession'];

export type MailPreference = Schemas['MailPreference'];
export type Absence = Schemas['Absence'];
export type StandIn = Schemas['StandIn'];
export type DelegateRow = Schemas['DelegateRow'];
export type OwnLetter = Schemas['OwnLetter'];

export type HandoverPosts = Schemas['HandoverPosts'];
export type Handover = Schemas['Handover'];
export type HandoverItem = Schemas['HandoverItem'];
export type Operations = Schemas['Operations'];
export type DeadJob = Schemas['DeadJob'];
export type LetterDetail = Schemas['LetterDetail'];
export type LetterResend = Schemas['LetterResend'];
export type Rehearsal = Schemas['Rehearsal'];
export type RehearsalRequest = Schemas['RehearsalRequest'];
export type MailSetting = Schemas['MailSetting'];
export type MailSettingChange = Schemas['ChangeMailSetting'];
export type LetterFilter = NonNullable<paths['/api/letters']['get']['parameters']['query']>;
export type ActualEntry = Schemas['ActualEntry'];
export type ActualEntryList = Schemas['ActualEntryList'];
