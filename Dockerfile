# Two stages: the first builds the wheel and an environment with exactly the locked packages that serving needs;
# the second holds that environment and nothing else. No tests, no compilers, no root.

FROM python:3.13-slim AS build
WORKDIR /src
COPY requirements.txt ./
RUN python -m venv /tools \
 && /tools/bin/pip install --disable-pip-version-check --no-cache-dir --quiet --require-hashes -r requirements.txt
COPY . .
RUN /tools/bin/hatchling build -t wheel -d /dist \
 && python -m venv --without-pip /opt/realpolitik \
 && /tools/bin/uv pip install --no-cache --compile-bytecode --python /opt/realpolitik/bin/python \
      --constraint requirements.txt "$(ls /dist/*.whl)[export]"

FROM python:3.13-slim
LABEL org.opencontainers.image.title="realpolitik" \
      org.opencontainers.image.description="A knowledge graph of geopolitical relations, served over HTTP" \
      org.opencontainers.image.licenses="Apache-2.0"
# Fonts, so that pictures as PNG have labels.
RUN apt-get update -qq && apt-get install -qqy --no-install-recommends fonts-dejavu-core && rm -rf /var/lib/apt/lists/*
RUN groupadd --system --gid 10001 realpolitik \
 && useradd --system --uid 10001 --gid 10001 --home-dir /nonexistent --shell /usr/sbin/nologin realpolitik
COPY --from=build /opt/realpolitik /opt/realpolitik
ENV PATH=/opt/realpolitik/bin:$PATH \
    PYTHONDONTWRITEBYTECODE=1 \
    PYTHONUNBUFFERED=1
USER 10001:10001
WORKDIR /tmp
EXPOSE 8000
HEALTHCHECK --interval=30s --timeout=3s --start-period=10s --retries=3 \
  CMD ["python", "-c", "import urllib.request; urllib.request.urlopen('http://127.0.0.1:8000/readyz', timeout=2)"]
STOPSIGNAL SIGTERM
# Every interface of the container: what of it is published is decided by who runs it.
CMD ["realpolitik", "serve", "--host", "0.0.0.0", "--port", "8000"]
