import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Span, type SpanStatus, SpanStatusCode, trace, type Tracer } from '@opentelemetry/api';
import { inSpan } from './span.js';
import { startTelemetry } from './telemetry.js';

describe('telemetry', () => {
  it('is nothing unless it is wanted, and says what it lacks when it is', async () => {
    await startTelemetry(false, 'mawasu-api');
    await expect(startTelemetry(true, 'mawasu-api')).rejects.toThrow(
      'MAWASU_OTEL=1 needs the package @opentelemetry/sdk-node; install it beside Mawasu, or unset MAWASU_OTEL.',
    );
  });
});

describe('a span', () => {
  const ended: { name: string; status: SpanStatus | undefined }[] = [];

  function started(name: string): Span {
    let status: SpanStatus | undefined;
    const span = trace.wrapSpanContext({ traceId: 'a'.repeat(32), spanId: 'b'.repeat(16), traceFlags: 1 });
    return Object.assign(span, {
      setStatus: (given: SpanStatus) => ((status = given), span),
      end: () => ended.push({ name, status }),
    });
  }

  beforeAll(() => {
    const tracer = {
      startSpan: started,
      startActiveSpan: (name: string, _: unknown, work: (span: Span) => unknown) => work(started(name)),
    } as unknown as Tracer;
    trace.setGlobalTracerProvider({ getTracer: () => tracer });
  });

  afterAll(() => trace.disable());

  it('ends with its work', async () => {
    expect(await inSpan('good', {}, async () => 7)).toBe(7);
    expect(ended.splice(0)).toEqual([{ name: 'good', status: undefined }]);
  });

  it('ends with what fails too, and names the kind of failure alone: its words may be personal', async () => {
    const failing = inSpan('bad', {}, () => Promise.reject(new TypeError('hanako@aobagawa.example.jp')));
    await expect(failing).rejects.toThrow(TypeError);
    expect(ended.splice(0)).toEqual([
      { name: 'bad', status: { code: SpanStatusCode.ERROR, message: 'TypeError' } },
    ]);
  });
});
