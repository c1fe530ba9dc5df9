// Preloaded, it stands where an operator installs the OpenTelemetry SDK: each span that ends is a line of the file SPANS.
import { appendFileSync } from 'node:fs';
import { AsyncLocalStorage } from 'node:async_hooks';
import { randomBytes } from 'node:crypto';
import { registerHooks } from 'node:module';
import { context, ROOT_CONTEXT, trace } from '@opentelemetry/api';

registerHooks({
  resolve: (specifier, from, next) =>
    specifier === '@opentelemetry/sdk-node'
      ? { url: import.meta.url, shortCircuit: true }
      : next(specifier, from),
});

function startSpan(service, name, options, parent) {
  const id = {
    traceId: randomBytes(16).toString('hex'),
    spanId: randomBytes(8).toString('hex'),
    traceFlags: 1,
  };
  const told = { service, name, parent: trace.getSpan(parent)?.told?.name ?? null, ...options?.attributes };
  const span = trace.wrapSpanContext(id);
  return Object.assign(span, {
    told,
    setAttributes: (more) => Object.assign(told, more) && span,
    end: () => appendFileSync(process.env.SPANS, `${JSON.stringify(told)}\n`),
  });
}

export class NodeSDK {
  constructor({ serviceName }) {
    this.service = serviceName;
  }

  start() {
    const now = new AsyncLocalStorage();
    context.setGlobalContextManager({
      active: () => now.getStore() ?? ROOT_CONTEXT,
      with: (active, work, self, ...args) => now.run(active, () => work.call(self, ...args)),
      bind: (_, target) => target,
      enable: () => this,
      disable: () => this,
    });
    const start = (name, options, parent = context.active()) =>
      startSpan(this.service, name, options, parent);
    const tracer = {
      startSpan: start,
      startActiveSpan: (name, options, work) => {
        const span = start(name, options);
        return context.with(trace.setSpan(context.active(), span), () => work(span));
      },
    };
    trace.setGlobalTracerProvider({ getTracer: () => tracer });
  }
}
