# bozzetto on a CPU: server, workers and workbench are the same image with other commands (compose.yaml).
# Built from package registries alone; the embedded prior is in the package, so nothing is fetched when it runs.
FROM python:3.11-slim

ENV PIP_DISABLE_PIP_VERSION_CHECK=1 PIP_NO_CACHE_DIR=1 PYTHONDONTWRITEBYTECODE=1
WORKDIR /source
COPY . .
RUN python -m venv /opt/bozzetto \
 && /opt/bozzetto/bin/pip install --quiet -c constraints.txt '.[serve,viewer,mcp]' \
 && rm -rf /source/*

ENV PATH=/opt/bozzetto/bin:$PATH BOZZETTO_HOME=/data NUMBA_CACHE_DIR=/data/numba
RUN useradd --create-home --uid 1000 bozzetto && mkdir /data && chown bozzetto /data
USER bozzetto
WORKDIR /data
VOLUME /data
EXPOSE 8600
HEALTHCHECK --start-period=60s CMD ["python", "-c", "import urllib.request as r; r.urlopen('http://127.0.0.1:8600/healthz', timeout=5)"]
CMD ["bozzetto", "serve", "--host", "0.0.0.0", "--keys", "/data/keys.json"]
