# noc837 in a small image: docker build -t noc837 . && docker run --rm -v "$PWD:/work" noc837 check FILE
FROM debian:12-slim AS build
WORKDIR /source
COPY . .
RUN apt-get update && apt-get install -y --no-install-recommends dpkg-dev && tools/setup \
 && cmake --preset release -DNOC837_TESTS=OFF -DNOC837_TOOLS=OFF \
 && cmake --build --preset release --target package

FROM debian:12-slim
COPY --from=build /source/build/release/package/*.deb /tmp/
RUN apt-get update && apt-get install -y --no-install-recommends /tmp/*.deb \
 && rm -rf /tmp/*.deb /var/lib/apt/lists/* \
 && useradd --create-home --uid 10001 noc837
USER noc837
WORKDIR /work
ENTRYPOINT ["noc837"]
