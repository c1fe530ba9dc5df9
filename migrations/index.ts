import { CreateCalendar1790000000000 } from './1790000000000-CreateCalendar.js';
import { CreateAudit1790000000001 } from './1790000000001-CreateAudit.js';
import { CreateJobs1790000000002 } from './1790000000002-CreateJobs.js';
import { CreateDirectory1790000000003 } from './1790000000003-CreateDirectory.js';
import { CreatePlan1790000000004 } from './1790000000004-CreatePlan.js';
import { CreateIndicator1790000000005 } from './1790000000005-CreateIndicator.js';
import { CreateCycle1790000000006 } from './1790000000006-CreateCycle.js';
import { CreateReview1790000000007 } from './1790000000007-CreateReview.js';
import { CreateNotice1790000000008 } from './1790000000008-CreateNotice.js';
import { NameWhatIsDueAndWhatWaits1790000000009 } from './1790000000009-NameWhatIsDueAndWhatWaits.js';
import { FollowAssignmentsThatChange1790000000010 } from './1790000000010-FollowAssignmentsThatChange.js';
import { DecideDirectionAndKind1790000000011 } from './1790000000011-DecideDirectionAndKind.js';
import { CreatePasswordLink1790000000012 } from './1790000000012-CreatePasswordLink.js';
import { TellEverybodyWhatTheyMustHear1790000000013 } from './1790000000013-TellEverybodyWhatTheyMustHear.js';
import { KeepEveryTryOfALetter1790000000014 } from './1790000000014-KeepEveryTryOfALetter.js';
import { NameWhoWritesForADepartment1790000000015 } from './1790000000015-NameWhoWritesForADepartment.js';
import { WatchWorkersAndDeadJobs1790000000016 } from './1790000000016-WatchWorkersAndDeadJobs.js';
import { WatchChecksAndSlots1790000000017 } from './1790000000017-WatchChecksAndSlots.js';
import { KeepEvidenceAndComments1790000000018 } from './1790000000018-KeepEvidenceAndComments.js';
import { RecordManagementDecisions1790000000019 } from './1790000000019-RecordManagementDecisions.js';
import { SearchJapaneseText1790000000020 } from './1790000000020-SearchJapaneseText.js';
import { StandInForTheAbsent1790000000021 } from './1790000000021-StandInForTheAbsent.js';
import { AskAPromiseOnceASeason1790000000022 } from './1790000000022-AskAPromiseOnceASeason.js';
import { TellOfMovedDatesAndRemindOnRequest1790000000023 } from './1790000000023-TellOfMovedDatesAndRemindOnRequest.js';
import { KeepThePlacesOfAReturn1790000000024 } from './1790000000024-KeepThePlacesOfAReturn.js';
import { TellOfWhatManagementDecided1790000000025 } from './1790000000025-TellOfWhatManagementDecided.js';

/** Every migration in order; new ones are added at the end and never edited once released. */
export const MIGRATIONS = [
  CreateCalendar1790000000000,
  CreateAudit1790000000001,
  CreateJobs1790000000002,
  CreateDirectory1790000000003,
  CreatePlan1790000000004,
  CreateIndicator1790000000005,
  CreateCycle1790000000006,
  CreateReview1790000000007,
  CreateNotice1790000000008,
  NameWhatIsDueAndWhatWaits1790000000009,
  FollowAssignmentsThatChange1790000000010,
  DecideDirectionAndKind1790000000011,
  CreatePasswordLink1790000000012,
  TellEverybodyWhatTheyMustHear1790000000013,
  KeepEveryTryOfALetter1790000000014,
  NameWhoWritesForADepartment1790000000015,
  WatchWorkersAndDeadJobs1790000000016,
  WatchChecksAndSlots1790000000017,
  KeepEvidenceAndComments1790000000018,
  RecordManagementDecisions1790000000019,
  SearchJapaneseText1790000000020,
  StandInForTheAbsent1790000000021,
  AskAPromiseOnceASeason1790000000022,
  TellOfMovedDatesAndRemindOnRequest1790000000023,
  KeepThePlacesOfAReturn1790000000024,
  TellOfWhatManagementDecided1790000000025,
] as const;
