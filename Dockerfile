# One process tree, SQLite in the volume /data, no port open. Build: docker build -t hyperscale-monitor .
FROM python:3.11-slim AS build
WORKDIR /source
COPY pins.txt ./
RUN python -m venv /opt/monitor && /opt/monitor/bin/pip install --no-cache-dir --require-hashes -r pins.txt
COPY pyproject.toml README.md LICENSE ./
COPY config config
COPY monitor monitor
RUN /opt/monitor/bin/pip install --no-cache-dir --no-deps --no-build-isolation .

FROM python:3.11-slim
RUN useradd --system --uid 10001 --home-dir /data --shell /usr/sbin/nologin monitor && install -d -o monitor /data
COPY --from=build /opt/monitor /opt/monitor
ENV PATH=/opt/monitor/bin:$PATH PYTHONUNBUFFERED=1 MONITOR_DATABASE=sqlite:////data/monitor.sqlite3
USER monitor
WORKDIR /data
VOLUME /data
STOPSIGNAL SIGTERM
HEALTHCHECK --interval=60s --timeout=30s --start-period=30s --retries=3 CMD ["monitor", "check"]
ENTRYPOINT ["monitor"]
CMD ["run"]
