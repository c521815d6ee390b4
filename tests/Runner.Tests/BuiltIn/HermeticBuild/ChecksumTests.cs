using Shouldly;
using Xunit;

namespace Runner.Tests.BuiltIn.HermeticBuild;

public sealed class ChecksumTests
{
    private const string Sum = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08";

    private const string Fetch = "curl -fsSL https://x.example/a.tgz -o a.tgz";

    [Theory]
    [InlineData("sha256sum a.tgz && tar xf a.tgz", "without -c only prints")]
    [InlineData("sha256sum a.tgz; tar xf a.tgz", "without -c only prints")]
    [InlineData("echo 'abc  a.tgz' | sha256sum -c - || true; tar xf a.tgz", "`|| true` passes over")]
    [InlineData("(echo 'abc  a.tgz' | sha256sum -c -) || :; tar xf a.tgz", "passes over")]
    [InlineData("echo 'abc  a.tgz' | sha256sum -c - || echo bad; tar xf a.tgz", "`|| echo` passes over")]
    [InlineData("echo 'abc  a.tgz' | sha256sum -c - || { echo bad; true; }; tar xf a.tgz", "passes over")]
    [InlineData("set +e; echo 'abc  a.tgz' | sha256sum -c -; tar xf a.tgz", "goes on after a mismatch")]
    [InlineData("echo 'abc  a.tgz' | sha256sum -c -; tar xf a.tgz", "goes on after a mismatch")]
    [InlineData("set -e; set +e; echo 'abc  a.tgz' | sha256sum -c -; tar xf a.tgz", "goes on after a mismatch")]
    [InlineData("echo 'abc  a.tgz' | sha256sum -c - | tee log; tar xf a.tgz", "the pipe passes over")]
    [InlineData("if echo 'abc  a.tgz' | sha256sum -c -; then echo good; else echo bad; fi; tar xf a.tgz", "nothing stops")]
    [InlineData("curl -O https://x.example/a.tgz.sha256 && sha256sum -c a.tgz.sha256 && tar xf a.tgz", "from the same server")]
    [InlineData("curl -s https://x.example/SHASUMS | grep a.tgz | sha256sum -c - && tar xf a.tgz", "from the same server")]
    [InlineData("echo \"$(curl -s https://x.example/a.sha256)  a.tgz\" | sha256sum -c - && tar xf a.tgz", "from the same server")]
    [InlineData("SUM=$(curl -s https://x.example/a.sha256) && echo \"$SUM  a.tgz\" | sha256sum -c - && tar xf a.tgz", "from the same server")]
    [InlineData("sha256sum a.tgz > a.sum && sha256sum -c a.sum && tar xf a.tgz", "compared with itself")]
    [InlineData("sha256sum a.tgz | sha256sum -c - && tar xf a.tgz", "compared with itself")]
    [InlineData("SUM=$(sha256sum a.tgz) && echo \"$SUM\" | sha256sum -c - && tar xf a.tgz", "compared with itself")]
    [InlineData("[ \"$(sha256sum a.tgz)\" = \"$(sha256sum a.tgz)\" ] && tar xf a.tgz", "compared with itself")]
    [InlineData("gpg --verify a.tgz.asc a.tgz || true; tar xf a.tgz", "passes over")]
    [InlineData("openssl dgst -sha256 a.tgz && tar xf a.tgz", "only prints")]
    [InlineData("shasum -a 256 a.tgz && tar xf a.tgz", "only prints")]
    [InlineData("md5sum -c a.md5 && tar xf a.tgz", "")]
    [InlineData("cosign version && tar xf a.tgz", "")]
    public void A_checksum_that_compares_nothing_is_none(string rest, string because)
    {
        var finding = Inspection.OfRun(Fetch + " && " + rest).Where(found => found.Rule == "unchecked-download").ShouldHaveSingleItem();

        finding.Message.ShouldContain(because);
    }

    [Theory]
    [InlineData("echo 'abc  a.tgz' | sha256sum -c - && tar xf a.tgz")]
    [InlineData("echo 'abc  a.tgz' | sha256sum --check --strict && tar xf a.tgz")]
    [InlineData("echo 'abc *a.tgz' | shasum -a 256 -c && tar xf a.tgz")]
    [InlineData("echo 'abc  a.tgz' | sha512sum -cs && tar xf a.tgz")]
    [InlineData("sha256sum -c sums && tar xf a.tgz")]
    [InlineData("sha256sum -c <<< 'abc  a.tgz' && tar xf a.tgz")]
    [InlineData("set -eux; echo 'abc  a.tgz' | sha256sum -c -; tar xf a.tgz")]
    [InlineData("set -o errexit; echo 'abc  a.tgz' | sha256sum -c -; tar xf a.tgz")]
    [InlineData("echo 'abc  a.tgz' | sha256sum -c - || exit 1; tar xf a.tgz")]
    [InlineData("echo 'abc  a.tgz' | sha256sum -c - || { echo bad; exit 1; }; tar xf a.tgz")]
    [InlineData("echo 'abc  a.tgz' | sha256sum -c - || (echo bad; exit 1); tar xf a.tgz")]
    [InlineData("if ! echo 'abc  a.tgz' | sha256sum -c -; then exit 1; fi; tar xf a.tgz")]
    [InlineData("echo 'abc  a.tgz' | sha256sum -c -; if [ $? -ne 0 ]; then exit 1; fi; tar xf a.tgz")]
    [InlineData("echo 'abc  a.tgz' | sha256sum -c - | grep OK && tar xf a.tgz")]
    [InlineData("set -o pipefail && echo 'abc  a.tgz' | sha256sum -c - | tee log && tar xf a.tgz")]
    [InlineData("[ \"$(sha256sum a.tgz | cut -d' ' -f1)\" = \"abc\" ] && tar xf a.tgz")]
    [InlineData("test \"$(openssl dgst -sha256 -r a.tgz)\" = \"$SUM\" && tar xf a.tgz")]
    [InlineData("actual=$(sha256sum a.tgz | cut -c1-64) && [[ $actual == $EXPECTED ]] && tar xf a.tgz")]
    [InlineData("sha256sum a.tgz | grep -q abc && tar xf a.tgz")]
    [InlineData("gpg --batch --verify a.tgz.asc a.tgz && tar xf a.tgz")]
    [InlineData(
        "curl -O https://x.example/SHASUMS && curl -O https://x.example/SHASUMS.asc && gpg --verify SHASUMS.asc && sha256sum -c SHASUMS && tar xf" +
        " a.tgz")]
    [InlineData("curl -O https://other.example/a.sha256 && sha256sum -c a.sha256 && tar xf a.tgz")]
    [InlineData("cosign verify-blob --key k --signature s a.tgz && tar xf a.tgz")]
    [InlineData("minisign -Vm a.tgz -P key && tar xf a.tgz")]
    [InlineData("openssl dgst -sha256 -verify k.pem -signature s a.tgz && tar xf a.tgz")]
    [InlineData("gh attestation verify a.tgz -R o/r && tar xf a.tgz")]
    public void A_checksum_that_can_stop_the_build_is_one(string rest) =>
        Inspection.OfRun(Fetch + " && " + rest).ShouldNotContain(finding => finding.Rule == "unchecked-download");

    [Theory]
    [InlineData("curl -fsSLo /usr/local/bin/kubectl https://x.example/k && echo \"SUM  /usr/local/bin/kubectl\" | sha256sum -c -")]
    [InlineData("curl -fsSLo /tini https://x.example/tini && echo \"SUM */tini\" | sha256sum -c && chmod +x /tini && /tini")]
    [InlineData("curl -fsSLo /tmp/k.tgz https://x.example/k.tgz && echo \"SUM  /tmp/k.tgz\" | sha256sum -c - && tar xf /tmp/k.tgz")]
    [InlineData("curl -fsSLo k.tgz https://x.example/k.tgz && printf '%s  %s\\n' SUM k.tgz | sha256sum -c && tar xf k.tgz")]
    [InlineData("curl -fsSLo /tmp/x.sh https://x.example/x.sh && sha256sum -c <<< \"SUM  /tmp/x.sh\" && sh /tmp/x.sh")]
    [InlineData("curl -fsSLo k.tgz https://x.example/k.tgz && echo SUM k.tgz | sha256sum -c && tar xf k.tgz")]
    [InlineData("curl -fsSLo /k.tgz https://x.example/k.tgz && echo \"$SHA  /k.tgz\" | sha256sum -c && tar xf /k.tgz")]
    [InlineData("curl -fsSLo /k.tgz https://x.example/k.tgz && [ \"$(sha256sum /k.tgz | cut -c1-64)\" = \"SUM\" ] && tar xf /k.tgz")]
    [InlineData("set -e; check() { echo \"SUM  k.sh\" | sha256sum -c; }; curl -o k.sh https://x.example/k; check; sh k.sh")]
    [InlineData("curl -o k.sh https://x.example/k; (echo 'SUM  k.sh' | sha256sum -c) && sh k.sh")]
    [InlineData("curl -o k.sh https://x.example/k; if [ \"$(sha256sum k.sh)\" != \"SUM\" ]; then exit 1; fi; sh k.sh")]
    [InlineData("curl -o k.sh https://x.example/k; [ \"$(sha256sum k.sh)\" != \"SUM\" ] && exit 1; sh k.sh")]
    [InlineData("curl -o k.sh https://x.example/k && sha256sum k.sh | grep -q ^SUM && sh k.sh")]
    [InlineData("set -e; x=$(echo 'SUM  k.sh' | sha256sum -c); curl -o n https://y.example/n; echo 'SUM  n' | sha256sum -c")]
    public void The_recommended_forms_are_left_alone(string script) => Inspection
        .Of(("Dockerfile", "FROM scratch\nARG SHA=" + Sum + "\nRUN " + script.Replace("SUM", Sum, StringComparison.Ordinal) + "\n"))
        .ShouldNotContain(finding => finding.Rule == "unchecked-download" || finding.Rule == "download-and-execute");

    [Theory]
    [InlineData("F && sh x.sh && echo 'SUM  x.sh' | sha256sum -c", "it runs before the check")]
    [InlineData("F && echo 'SUM  x.sh' | sha256sum -c && F && sh x.sh", "the check comes before it")]
    [InlineData("F; (echo 'SUM  x.sh' | sha256sum -c); sh x.sh", "goes on after a mismatch")]
    [InlineData("F; { echo 'SUM  x.sh' | sha256sum -c; }; sh x.sh", "goes on after a mismatch")]
    [InlineData("F; y=$(echo 'SUM  x.sh' | sha256sum -c); sh x.sh", "goes on after a mismatch")]
    [InlineData("F; [ \"$(sha256sum x.sh)\" != \"SUM\" ] && sh x.sh", "nothing stops on a mismatch")]
    [InlineData("F; if [ \"$(sha256sum x.sh)\" != \"SUM\" ]; then sh x.sh; fi", "nothing stops on a mismatch")]
    [InlineData("F; sha256sum x.sh | grep -v SUM && sh x.sh", "nothing stops on a mismatch")]
    [InlineData("F && sha256sum x.sh | grep . && sh x.sh", "lets any checksum through")]
    [InlineData("F && sha256sum x.sh | grep -E '[0-9a-f]{64}' && sh x.sh", "lets any checksum through")]
    [InlineData("F && sha256sum x.sh | grep x.sh && sh x.sh", "lets any checksum through")]
    public void A_check_in_the_wrong_place_lets_code_through(string script, string because) => Inspection
        .OfRun(script.Replace("F", "curl -o x.sh https://x.example/x", StringComparison.Ordinal).Replace("SUM", Sum, StringComparison.Ordinal))
        .ShouldContain(finding => finding.Rule == "download-and-execute" && finding.Message.Contains(because));

    [Theory]
    [InlineData("curl https://x.example/KEY | gpg --import && F && gpg --verify x.asc x.tgz && tar xf x.tgz", true)]
    [InlineData("curl -o KEY https://x.example/KEY && gpg --import KEY && F && gpg --verify x.asc x.tgz && tar xf x.tgz", true)]
    [InlineData("curl https://y.example/KEY | gpg --import && F && gpg --verify x.asc x.tgz && tar xf x.tgz", false)]
    [InlineData("gpg --recv-keys 0123456789 && F && gpg --verify x.asc x.tgz && tar xf x.tgz", false)]
    [InlineData("F && [ \"$(sha256sum x.tgz)\" = \"$(curl https://x.example/x.sha256)\" ] && tar xf x.tgz", true)]
    [InlineData("F && curl -o x.sha256 https://x.example/x.sha256 && [ \"$(sha256sum x.tgz)\" = \"$(cat x.sha256)\" ] && tar xf x.tgz", true)]
    public void A_key_or_sum_of_the_same_server_proves_nothing(string script, bool found) => Inspection
        .OfRun(script.Replace("F ", "curl -o x.tgz https://x.example/x.tgz ", StringComparison.Ordinal))
        .Any(finding => finding.Rule == "unchecked-download" && finding.Message.Contains("comes from the same server")).ShouldBe(found);

    [Fact]
    public void The_shell_of_a_Dockerfile_decides_whether_a_step_stops()
    {
        const string run = "RUN curl -o a.tgz https://x.example/a.tgz; echo 'abc  a.tgz' | sha256sum -c -; tar xf a.tgz\n";

        Rules("FROM scratch\nSHELL [\"/bin/bash\", \"-euo\", \"pipefail\", \"-c\"]\n" + run).ShouldNotContain("unchecked-download");
        Rules("FROM scratch\nSHELL [\"/bin/bash\", \"-c\"]\n" + run).ShouldContain("unchecked-download");
    }

    [Theory]
    [InlineData("curl -o a.tgz https://x.example/a.tgz\necho 'abc  a.tgz' | sha256sum -c -\ntar xf a.tgz", false)]
    [InlineData("set +e\ncurl -o a.tgz https://x.example/a.tgz\necho 'abc  a.tgz' | sha256sum -c -\ntar xf a.tgz", true)]
    [InlineData("curl -o a.tgz https://x.example/a.tgz\necho 'abc  a.tgz' | sha256sum -c - && echo good\ntar xf a.tgz", true)]
    [InlineData("curl -o a.tgz https://x.example/a.tgz\necho 'abc  b.tgz' | sha256sum -c -\ntar xf a.tgz", true)]
    public void A_step_of_a_workflow_stops_on_errors_by_itself(string script, bool found) =>
        Inspection.OfStep(script).Any(finding => finding.Rule == "unchecked-download").ShouldBe(found);

    [Theory]
    [InlineData("if ((Get-FileHash a.zip).Hash -ne 'abc') { throw 'bad' }", false)]
    [InlineData("Get-FileHash a.zip", true)]
    public void A_hash_of_PowerShell_must_be_compared(string check, bool found) => Inspection.Of((".github/workflows/ci.yml",
            $"jobs:\n  a:\n    runs-on: windows-2025\n    steps:\n      - run: |\n          iwr https://x.example/a.zip -OutFile a.zip\n          {check}\n"))
        .Any(finding => finding.Rule == "unchecked-download").ShouldBe(found);

    [Theory]
    [InlineData("gh release download v1 -R o/r -p '*.tgz' && tar xf x.tgz", true)]
    [InlineData("gh release download v1 --repo o/r -p '*.tgz' && sha256sum -c sums", false)]
    [InlineData("gh release download v1 -R $GITHUB_REPOSITORY", false)]
    [InlineData("aria2c -o a.tgz https://x.example/a.tgz", true)]
    public void Other_tools_fetch_files_too(string script, bool found) =>
        Rules("FROM scratch\nRUN " + script + "\n").Contains("unchecked-download").ShouldBe(found);

    private static IReadOnlyList<string> Rules(string dockerfile) => [.. Inspection.Of(("Dockerfile", dockerfile)).Select(finding => finding.Rule)];
}
