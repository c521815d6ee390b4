# Released versions use the published image by digest; building this is for development and for forks.
# .github/release/bump-bases renews the digests below; the workflow bases.yml runs it every week.
ARG SDK_IMAGE=mcr.microsoft.com/dotnet/sdk:10.0@sha256:e1ffd2a92ae84c1291bc1b6887501f8af98e6331e7af6d4c8d37168c5e87a64c
ARG RUNTIME_IMAGE=mcr.microsoft.com/dotnet/runtime-deps:10.0-noble@sha256:099f6f87ed745377dd27bd722f0d1a352bca71b4fddaabfd75e7c064bcaa82da

FROM ${SDK_IMAGE} AS build
WORKDIR /source
COPY . .
ARG VERSION=
RUN dotnet restore src/Runner --locked-mode --verbosity quiet \
    && dotnet publish src/Runner --configuration Release --no-restore \
       --runtime "linux-$(uname -m | sed 's/x86_64/x64/; s/aarch64/arm64/')" --self-contained --output /out \
       --verbosity quiet --nologo -p:PublishSingleFile=true -p:RunAnalyzers=false -p:DebugType=none ${VERSION:+-p:Version=$VERSION}

FROM ${RUNTIME_IMAGE}
LABEL org.opencontainers.image.source="https://github.com/gates-ci/gates" org.opencontainers.image.licenses="Apache-2.0"
# A runtime image that has git already needs no network here.
RUN command -v git >/dev/null \
    || (apt-get update && apt-get install --yes --no-install-recommends ca-certificates git && rm -rf /var/lib/apt/lists/*)
# The cache lives as long as the container: what root leaves in the runner's home, the runner could not remove.
ENV XDG_CACHE_HOME=/tmp/cache
COPY --from=build /out/gates /usr/local/bin/gates
ENTRYPOINT ["/usr/local/bin/gates"]
