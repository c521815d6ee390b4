# Released versions use the published image by digest; building this is for development and for forks.
# .github/release/bump-bases renews the digests below; the workflow bases.yml runs it every week.
ARG SDK_IMAGE=mcr.microsoft.com/dotnet/sdk:10.0@sha256:e1ffd2a92ae84c1291bc1b6887501f8af98e6331e7af6d4c8d37168c5e87a64c
ARG DEBIAN_IMAGE=docker.io/library/debian:trixie-slim@sha256:a29215f6a35e51e22adffa17f89e9d2ef06214e64a2bad10d765c46aea49f11f
# Where the program comes from: the stage below, or an image that has what ./publish made in /out, for who has made it already.
ARG PROGRAM=build

FROM ${SDK_IMAGE} AS build
ARG PROGRAM
WORKDIR /source
# The compiler of native code calls a linker, and wants the C library's start files. An image that has them already needs no network here.
RUN [ "$PROGRAM" != build ] || command -v clang || command -v gcc \
    || (apt-get update && apt-get install --yes --no-install-recommends gcc libc6-dev && rm -rf /var/lib/apt/lists/*)
COPY . .
ARG VERSION=
RUN [ "$PROGRAM" != build ] || ./publish "linux-$(uname -m | sed 's/x86_64/x64/; s/aarch64/arm64/')" /out

FROM ${PROGRAM} AS program

FROM ${DEBIAN_IMAGE} AS system
RUN (command -v git && command -v ssh-keygen && command -v gpgv && [ -e /etc/ssl/certs/ca-certificates.crt ] \
      && [ -e /usr/share/fonts/truetype/dejavu/DejaVuSans.ttf ] && [ -e /usr/share/fonts-droid-fallback/truetype/DroidSansFallback.ttf ]) \
    || (apt-get update && apt-get install --yes --no-install-recommends ca-certificates fonts-dejavu-core fonts-droid-fallback git gpgv openssh-client \
      && rm -rf /var/lib/apt/lists/*)
COPY .github/release/collect-system /usr/local/bin/
COPY --from=program /out/ /out/
RUN collect-system /system /out/gates /out/libsodium.so

# No shell, no package manager, no runtime: what is in here is in docs/adr/0023, with its size.
FROM scratch
ARG VERSION=0.0.0 REVISION=unknown CREATED=1970-01-01T00:00:00Z
LABEL org.opencontainers.image.title="Gates" \
      org.opencontainers.image.description="Runs a repository's gates, judges them by policies, and says in one line why a run is red." \
      org.opencontainers.image.source="https://github.com/gates-ci/gates" \
      org.opencontainers.image.documentation="https://github.com/gates-ci/gates#readme" \
      org.opencontainers.image.licenses="Apache-2.0" \
      org.opencontainers.image.version="$VERSION" \
      org.opencontainers.image.revision="$REVISION" \
      org.opencontainers.image.created="$CREATED"
# The cache lives as long as the container: what root leaves in the runner's home, the runner could not remove.
ENV PATH=/usr/local/bin:/usr/bin XDG_CACHE_HOME=/tmp/cache
COPY --from=system /system/ /
COPY --from=program /out/LICENSE /usr/share/doc/gates/copyright
COPY --from=program /out/gates /out/libsodium.so /usr/local/bin/
ENTRYPOINT ["/usr/local/bin/gates"]
