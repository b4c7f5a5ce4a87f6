import type { KindId } from '@columns/content';
import Alert from './Alert.astro';
import AnnualReport from './AnnualReport.astro';
import Briefing from './Briefing.astro';
import Bundle from './Bundle.astro';
import Consultation from './Consultation.astro';
import Evaluation from './Evaluation.astro';
import Gazette from './Gazette.astro';
import Guide from './Guide.astro';
import Hearing from './Hearing.astro';
import Interpretation from './Interpretation.astro';
import Ledger from './Ledger.astro';
import Message from './Message.astro';
import Notice from './Notice.astro';
import Place from './Place.astro';
import Policy from './Policy.astro';
import Project from './Project.astro';
import Proposal from './Proposal.astro';
import Register from './Register.astro';
import Response from './Response.astro';
import Statement from './Statement.astro';
import Survey from './Survey.astro';

/** The view of each kind: what stands in its page's article below the title. */
export const VIEWS = {
  policy: Policy,
  interpretation: Interpretation,
  notice: Notice,
  register: Register,
  ledger: Ledger,
  project: Project,
  statement: Statement,
  consultation: Consultation,
  hearing: Hearing,
  survey: Survey,
  evaluation: Evaluation,
  briefing: Briefing,
  response: Response,
  alert: Alert,
  message: Message,
  proposal: Proposal,
  guide: Guide,
  bundle: Bundle,
  place: Place,
  gazette: Gazette,
  'annual-report': AnnualReport,
} satisfies Record<KindId, unknown>;
