using Shouldly;
using Xunit;

namespace Runner.Tests.BuiltIn.HermeticBuild;

public sealed class CommandTests
{
    [Theory]
    [InlineData("curl -fsSL https://x.example/i | sh")]
    [InlineData("curl https://x.example/i | sudo -E bash -")]
    [InlineData("wget -O - https://x.example/i | bash -s -- --yes")]
    [InlineData("curl https://x.example/i.py | python3 -")]
    [InlineData("curl https://x.example/i.py | python3")]
    [InlineData("bash <(curl -s https://x.example/i)")]
    [InlineData("bash -c \"$(curl -fsSL https://x.example/i)\"")]
    [InlineData("sh -c \"`wget -qO- https://x.example/i`\"")]
    [InlineData("source <(curl -s https://x.example/i)")]
    [InlineData("curl -o i.sh https://x.example/i && sh i.sh")]
    [InlineData("curl -fsSLo /tmp/i.sh https://x.example/i && chmod +x /tmp/i.sh && /tmp/i.sh")]
    [InlineData("wget https://x.example/i.sh && bash ./i.sh")]
    [InlineData("curl -Os https://x.example/uploader && chmod +x uploader && ./uploader")]
    [InlineData("curl https://x.example/i > i.sh; . ./i.sh")]
    [InlineData("if true; then curl https://x.example/i | sh; fi")]
    [InlineData("curl https://x.example/i | tee log | sh")]
    public void Code_that_is_fetched_and_run_is_found(string script) => Rules(script).ShouldContain("download-and-execute");

    [Theory]
    [InlineData("curl https://x.example/i | python3 -c 'import json'")]
    [InlineData("curl https://x.example/i | python3 -m json.tool")]
    [InlineData("curl https://x.example/i | node -e 'x'")]
    [InlineData("curl https://x.example/i | bash ./parse.sh")]
    [InlineData("curl https://x.example/i | grep sh")]
    [InlineData("echo 'curl https://x.example/i | sh'")]
    [InlineData("bash release.sh \"$(curl -s https://x.example/version)\"")]
    [InlineData("curl http://localhost:8080/i | sh")]
    [InlineData("curl -o i.sh https://x.example/i && echo 'abc  i.sh' | sha256sum -c && sh i.sh")]
    [InlineData("cat <<EOF > README\ncurl https://x.example/i | sh\nEOF")]
    public void What_only_looks_like_it_is_left_alone(string script) =>
        Inspection.OfStep(script).Select(finding => finding.Rule).ShouldNotContain("download-and-execute");

    [Theory]
    [InlineData("curl -LO https://x.example/a.tgz", true)]
    [InlineData("curl -L https://x.example/a.tgz | tar xz -C /opt", true)]
    [InlineData("wget -q https://x.example/a.tgz", true)]
    [InlineData("curl https://x.example/key | gpg --dearmor -o /etc/key.gpg", true)]
    [InlineData("curl https://x.example/a > a.bin", true)]
    [InlineData("curl -LO https://x.example/a.tgz && sha256sum -c sums", false)]
    [InlineData("curl -LO https://x.example/a.tgz && gpg --verify a.sig a.tgz", false)]
    [InlineData("curl -LO https://x.example/b4ffde65f46336ab88eb53be808477a3936bae11/a.tgz", false)]
    [InlineData("curl -o /dev/null https://x.example/a", false)]
    [InlineData("curl -fsS https://x.example/a", false)]
    [InlineData("curl -X POST -o out.bin https://x.example/a", false)]
    [InlineData("wget --spider https://x.example/a", false)]
    [InlineData("curl --version", false)]
    public void A_download_is_found_when_it_is_kept_and_not_checked(string script, bool found) => Rules(script).Contains("unchecked-download").ShouldBe(found);

    [Theory]
    [InlineData("pip install black", "unpinned-install")]
    [InlineData("python -m pip install -U pip", "unpinned-install")]
    [InlineData("pip install black==24.1 ./local -r requirements.txt -e .", null)]
    [InlineData("pip install 'black>=24'", "unpinned-install")]
    [InlineData("pip install git+https://github.com/a/b@main", "unpinned-install")]
    [InlineData("pip install git+https://github.com/a/b@b4ffde65f46336ab88eb53be808477a3936bae11", null)]
    [InlineData("pip install \"x==$VERSION\" $PACKAGES", null)]
    [InlineData("npm install -g typescript", "unpinned-install")]
    [InlineData("npm i -g @scope/tool@^1.2.3", "unpinned-install")]
    [InlineData("npm install -g @scope/tool@1.2.3 npm@10.9.0", null)]
    [InlineData("npx tsc", "unpinned-install")]
    [InlineData("npx prettier@latest .", "unpinned-install")]
    [InlineData("npx --yes prettier@3.4.2 .", null)]
    [InlineData("go install ./cmd/x", null)]
    [InlineData("go install example.com/x@v1.2.3", null)]
    [InlineData("go run example.com/x@latest", "unpinned-install")]
    [InlineData("cargo install just", "unpinned-install")]
    [InlineData("cargo install --locked just@1.36.0", null)]
    [InlineData("cargo install --locked --version 1.36.0 just", null)]
    [InlineData("cargo install just@1.36.0", "ignored-lock")]
    [InlineData("gem install bundler", "unpinned-install")]
    [InlineData("gem install bundler -v 2.5.0", null)]
    [InlineData("dotnet tool install -g dotnet-x", "unpinned-install")]
    [InlineData("dotnet tool install -g dotnet-x --version 1.2.3", null)]
    [InlineData("apt-get install -y curl", "unpinned-system-package")]
    [InlineData("apt-get install -y curl=8.1 git=1:2 ./x.deb", null)]
    [InlineData("apk add --no-cache --virtual .build curl", "unpinned-system-package")]
    [InlineData("apk add --no-cache curl~=8 git=2.45.2-r0", "unpinned-system-package")]
    [InlineData("apk add --no-cache git=2.45.2-r0", null)]
    [InlineData("dnf install -y curl-8.6.0-1.fc40", null)]
    [InlineData("yum install -y gcc-c++", "unpinned-system-package")]
    [InlineData("rustup default nightly", "unpinned-toolchain")]
    [InlineData("rustup toolchain install 1.83.0", null)]
    [InlineData("git clone https://x.example/r.git", "unpinned-clone")]
    [InlineData("git clone -b v1 --depth 1 https://x.example/r.git", "unpinned-clone")]
    [InlineData("git clone https://x.example/r.git && git -C r checkout b4ffde65f46336ab88eb53be808477a3936bae11", null)]
    [InlineData("git clone /srv/r.git", null)]
    public void An_open_version_is_found(string script, string? rule) =>
        Rules(script).Where(found => found != "network-step").ShouldBe(rule is null ? [] : [rule]);

    [Theory]
    [InlineData("docker build .", "docker-build-network", "`--network=none --pull=false`")]
    [InlineData("docker buildx build --network none --pull .", "docker-build-pull", "because of `--pull`")]
    [InlineData("docker image build --network=none --pull=false .", null, "")]
    [InlineData("podman build --network=none --pull=never .", null, "")]
    [InlineData("docker compose build", "docker-build-network", "`network: none`")]
    [InlineData("docker run alpine build", null, "")]
    public void An_image_build_must_say_that_it_stays_offline(string script, string? rule, string message)
    {
        var findings = Inspection.OfStep(script);

        findings.Select(finding => finding.Rule).ShouldBe(rule is null ? [] : [rule]);
        findings.ShouldAllBe(finding => finding.Message.Contains(message));
    }

    [Theory]
    [InlineData("npm install", "package-lock.json", "npm ci")]
    [InlineData("yarn", "yarn.lock", "yarn install --immutable")]
    [InlineData("pnpm i", "pnpm-lock.yaml", "pnpm install --frozen-lockfile")]
    [InlineData("cargo build --release", "Cargo.lock", "cargo build --locked")]
    [InlineData("dotnet restore", "packages.lock.json", "dotnet restore --locked-mode")]
    [InlineData("uv sync", "uv.lock", "uv sync --locked")]
    [InlineData("composer update", "composer.lock", "composer install")]
    public void An_install_that_passes_over_a_lock_file_is_found_only_when_there_is_one(string command, string lockFile, string better)
    {
        (string, string) dockerfile = ("app/Dockerfile", "FROM scratch\nRUN " + command + "\n");

        Inspection.Of(dockerfile, (lockFile, "")).ShouldHaveSingleItem().Message.ShouldContain($"Use `{better}`");
        Inspection.Of(dockerfile, ("other/" + lockFile, "")).ShouldNotContain(finding => finding.Rule == "ignored-lock");
    }

    [Fact]
    public void Credentials_and_queries_of_addresses_reach_neither_evidence_nor_findings()
    {
        (string, string)[] files =
        [
            ("Dockerfile", "FROM scratch\nADD https://u:hunter2@x.example/a?sig=hunter2 /\nRUN curl -H 'X: hunter2' https://u:hunter2@x.example/i?t=hunter2 | sh\nRUN git clone https://hunter2@x.example/r && pip install git+https://hunter2@x.example/p@main\nRUN curl -O u:hunter2@x.example/a.tgz"),
        ];

        Inspection.Facts(files).Facts.GetRawText().ShouldNotContain("hunter2");
        Inspection.Of(files).Count.ShouldBe(5);
    }

    [Theory]
    [InlineData("RUN << EOF\ncurl https://x.example/i | sh\nEOF", 3)]
    [InlineData("RUN true \\\n && cat << EOF | bash -s\necho\ncurl https://x.example/i | sh\nEOF", 5)]
    [InlineData("RUN cat <<A > f <<B && bash <<'C D'\na\nA\nb\nB\ncurl https://x.example/i | sh\nC D", 7)]
    [InlineData("RUN cat << EOF > f\ncurl https://x.example/i | sh\nEOF", 0)]
    public void Lines_of_a_Dockerfiles_here_document_are_run_where_its_shell_runs_them(string run, int line) =>
        Inspection.Of(("Dockerfile", "FROM scratch\n" + run + "\n"))
            .Where(finding => finding.Rule == "download-and-execute")
            .Select(finding => finding.Location!.Line)
            .ShouldBe(line == 0 ? [] : [line]);

    private static IReadOnlyList<string> Rules(string script) => [.. Inspection.OfRun(script).Select(finding => finding.Rule)];
}
