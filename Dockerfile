# One image for every role; PROCESS_ROLE decides. See docs/operations.md.
# Node as package.json pins it: its options and the code compiled below are of this version.
FROM node:24.21.0-bookworm-slim
ENV NODE_ENV=production
WORKDIR /app

# Before the sources: a change of ours then reuses this layer.
COPY package.json package-lock.json .npmrc ./
RUN npm ci --omit=dev && npm cache clean --force

COPY bot bot
COPY core core
COPY db db
COPY jobs jobs
COPY docs/samples docs/samples

# One arena: what the threads of a process free is used again by all of them (docs/performance.md, Memory).
ENV MALLOC_ARENA_MAX=1
# The first start of every container finds its modules compiled.
ENV NODE_COMPILE_CACHE=/app/.compile-cache
RUN node --initial-old-space-size=48 --max-semi-space-size=16 --heap-growing-percent=30 --no-parallel-scavenge --preserve-symlinks --import ./bot/quick-start.mjs --input-type=module -e "await import('./bot/main.ts')" && chown -R node:node .compile-cache

ENV DATA_DIR=/data HOST=0.0.0.0 PORT=3000
RUN install -d -o node -g node /data
VOLUME /data
USER node
EXPOSE 3000
HEALTHCHECK --interval=15s --timeout=5s --start-period=30s --retries=4 \
  CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.PORT}/readyz`).then((answer) => process.exit(answer.ok ? 0 : 1), () => process.exit(1))"]
# The options are those of `npm start`; code compiled under others is thrown away. Not npm: the process itself receives Docker's SIGTERM.
CMD ["node", "--initial-old-space-size=48", "--max-semi-space-size=16", "--heap-growing-percent=30", "--no-parallel-scavenge", "--preserve-symlinks", "--import", "./bot/quick-start.mjs", "bot/main.ts"]
