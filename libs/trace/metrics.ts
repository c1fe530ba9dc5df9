import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client';

const registry = new Registry();

export const requestSeconds = new Histogram({
  name: 'mawasu_http_request_seconds',
  help: 'Time from a request to the end of its answer',
  labelNames: ['method', 'route', 'status'],
  buckets: [0.005, 0.02, 0.05, 0.1, 0.2, 0.5, 1, 2, 5, 15],
  registers: [registry],
});

export const jobsEnded = new Counter({
  name: 'mawasu_jobs_total',
  help: 'Jobs that this worker ended, by name and outcome (done, failed: will be tried again, dead: finally failed)',
  labelNames: ['job', 'outcome'],
  registers: [registry],
});

export const slotsHandled = new Counter({
  name: 'mawasu_slots_handled_total',
  help: 'Slots of the timetable that this worker ran',
  labelNames: ['job'],
  registers: [registry],
});

export const lettersTried = new Counter({
  name: 'mawasu_letters_tried_total',
  help: 'Letters that this worker handed to the mail server, by what came of it',
  labelNames: ['outcome'],
  registers: [registry],
});

/** A number that is looked up when somebody asks for it. */
export interface Measure {
  /** `mawasu_…`, in base units. */
  readonly name: string;
  readonly help: string;
  readonly labels?: Readonly<Record<string, string>>;
  readonly value: number;
}

const gauges = new Map<string, Gauge>();

function show(measure: Measure): void {
  let gauge = gauges.get(measure.name);
  if (!gauge) {
    gauge = new Gauge({
      name: measure.name,
      help: measure.help,
      labelNames: Object.keys(measure.labels ?? {}),
      registers: [registry],
    });
    gauges.set(measure.name, gauge);
  }
  gauge.set({ ...measure.labels }, measure.value);
}

let counting = false;

/** Everything in the text format of Prometheus; what was measured before and is no longer there is left out. */
export async function exposition(measures: readonly Measure[]): Promise<{ type: string; text: string }> {
  if (!counting) collectDefaultMetrics({ register: registry });
  counting = true;
  for (const gauge of gauges.values()) gauge.reset();
  for (const measure of measures) show(measure);
  return { type: registry.contentType, text: await registry.metrics() };
}
