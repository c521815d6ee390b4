using Runner.Tests.Formats.Sbom;
using Shouldly;
using Xunit;

namespace Runner.Tests.Pipeline.Facts;

public sealed class SbomFactsTests
{
    [Fact]
    public async Task CycloneDx_SubjectComponentsAndDependencies_AreRead()
    {
        var bill = await Collected.OneAsync("sbom", "bom.json", SbomSamples.SyftCycloneDx);

        bill.Json("format", "version", "created", "tools", "subject", "dependencies", "vulnerabilities").ShouldBe("""
            "CycloneDX" "1.6" "2026-01-02T03:04:05Z" ["syft 1.18.0"] {"name":"ghcr.io/acme/shop","version":"sha256:abc","purl":null} 2 []
            """);
        bill.GetProperty("components").EnumerateArray().Select(one => one.Json("name", "version", "licenses", "supplier", "where")).ShouldBe(
        [
            """ "@acme/cart" "1.0.0" ["MIT","Apache-2.0 OR MIT"] "Jane Doe" {"path":"bom.json","line":10,"column":5} """.Trim(),
            """ "nested" null [] null {"path":"bom.json","line":13,"column":22} """.Trim(),
            """ "lodash" "4.17.20" [] "OpenJS Foundation" {"path":"bom.json","line":14,"column":5} """.Trim(),
        ]);
        bill.GetProperty("components")[0].Json("ref", "purl", "hashes").ShouldBe("""
            "pkg:npm/%40acme/cart@1.0.0" "pkg:npm/%40acme/cart@1.0.0" [{"algorithm":"SHA-256","value":"00ff"}]
            """);
    }

    [Fact]
    public async Task CycloneDx_Vulnerabilities_HaveTheWorstRating()
    {
        var bill = await Collected.OneAsync("sbom", "bom.json", SbomSamples.Vulnerabilities);

        bill.Json("tools", "subject", "dependencies").ShouldBe("[\"cdxgen 11.0.0\"] null null");
        bill.GetProperty("vulnerabilities")
            .EnumerateArray()
            .Select(one => one.Json("id", "source", "severity", "score", "state", "components", "fixed"))
            .ShouldBe(
        [
            """ "CVE-2023-44487" "ghsa" "critical" 7.5 "not_affected" ["net@0.7.0","urn:cdx:elsewhere#1"] "Upgrade net to version 0.17.0" """.Trim(),
            """ "GHSA-1" null "medium" 5.1 null ["net@0.7.0"] "0.8.0" """.Trim(),
            """ "GHSA-2" null "unknown" null null [] null """.Trim(),
            """ "GHSA-3" null "none" null null [] null """.Trim(),
        ]);
    }

    [Fact]
    public async Task CycloneDxXml_SaysTheSame()
    {
        var bill = await Collected.OneAsync("sbom", "bom.xml", SbomSamples.CycloneDxXml);

        bill.Json("format", "version", "created", "tools", "subject", "dependencies").ShouldBe("""
            "CycloneDX" "1.4" "2026-01-02T03:04:05Z" ["CycloneDX module for .NET 3.0.8"] {"name":"shop","version":"1.0","purl":null} 1
            """);
        bill.GetProperty("components").GetRawText().ShouldBe("""
            [{"ref":"pkg:nuget/Polly@8.5.0","name":"Polly","version":"8.5.0","purl":"pkg:nuget/Polly@8.5.0","licenses":["BSD-3-Clause","MIT"],"supplier":null,"hashes":[{"algorithm":"SHA-512","value":"aa"}],"where":{"path":"bom.xml","line":9,"column":5}}]
            """);
        bill.GetProperty("vulnerabilities")[0].Json("id", "source", "severity", "score", "components", "fixed").ShouldBe("""
            "CVE-1" "NVD" "critical" 9.1 ["Polly@8.5.0"] "8.6.0"
            """);
    }

    [Fact]
    public async Task Spdx_SubjectIsWhatTheDocumentDescribes_AndPeopleStayOut()
    {
        var bill = await Collected.OneAsync("sbom", "bom.spdx.json", SbomSamples.SyftSpdx);

        bill.Json("format", "version", "tools", "subject", "dependencies").ShouldBe("""
            "SPDX" "2.3" ["syft-1.18.0"] {"name":"shop","version":"1.0","purl":null} 1
            """);
        bill.GetProperty("components").EnumerateArray().Select(one => one.Json("name", "version", "purl", "licenses", "supplier")).ShouldBe(
        [
            """ "lodash" "4.17.20" "pkg:npm/lodash@4.17.20" ["MIT"] "a person" """.Trim(),
            """ "left-pad" null null [] "Acme" """.Trim(),
        ]);
        bill.GetRawText().ShouldNotContain("Jane");
        bill.GetRawText().ShouldNotContain("@example");
    }

    [Fact]
    public async Task SpdxTagValue_SaysTheSame()
    {
        var bill = await Collected.OneAsync("sbom", "bom.spdx", SbomSamples.TagValue);

        bill.Json("format", "version", "created", "tools", "subject", "dependencies").ShouldBe("""
            "SPDX" "2.2" "2026-01-02T03:04:05Z" ["bom-0.6"] {"name":"shop","version":"1.0","purl":null} 1
            """);
        bill.GetProperty("components").GetRawText().ShouldBe("""
            [{"ref":"SPDXRef-Package-dep","name":"dep","version":"2.0","purl":"pkg:golang/dep@2.0","licenses":["(MIT AND BSD-3-Clause)"],"supplier":"Acme","hashes":[{"algorithm":"SHA256","value":"ab"}],"where":{"path":"bom.spdx","line":18,"column":1}}]
            """);
    }

    [Fact]
    public async Task GitHubsExport_IsUnwrapped() =>
        (await Collected.OneAsync("sbom", "gh.json", $$"""{ "sbom": {{SbomSamples.SyftSpdx}} }""")).GetProperty("format").GetString().ShouldBe("SPDX");

    [Theory]
    [InlineData(
        "{}",
        "a:1:1: this is neither CycloneDX nor SPDX: it has no `bomFormat` and no `spdxVersion`; Syft and Trivy write them with for example `-o cyclonedx-json` or `--format cyclonedx`")]
    [InlineData("", "a:1:1: this is neither CycloneDX nor SPDX: it begins neither with {, nor with <, nor with `SPDXVersion:`")]
    [InlineData("<html/>", "a:1:1: this is neither CycloneDX nor SPDX: the root is <html>; expected <bom xmlns=\"http://cyclonedx.org/schema/bom/1.6\">")]
    [InlineData(
        """{ "@context": "https://spdx.org/rdf/3.0.1/spdx-context.jsonld", "@graph": [] }""",
        "a:1:1: SPDX 3 (JSON-LD) is not read yet; let the tool write SPDX 2.3 or CycloneDX")]
    [InlineData("""{ "bomFormat": "CycloneDX", "specVersion": "1.1" }""", "a:1:44: CycloneDX \"1.1\" is not read; valid: 1.2, 1.3, 1.4, 1.5, 1.6, 1.7")]
    [InlineData("""{ "bomFormat": "CycloneDX" }""", "a:1:1: `specVersion` is missing")]
    [InlineData("""{ "spdxVersion": "SPDX-2.1" }""", "a:1:18: SPDX \"SPDX-2.1\" is not read; valid: SPDX-2.2, SPDX-2.3")]
    [InlineData("""{ "bomFormat": "CycloneDX", "specVersion": "1.6", "components": [{}] }""", "a:1:66: `name` is missing")]
    [InlineData(
        """{ "bomFormat": "CycloneDX", "specVersion": "1.6", "vulnerabilities": [{ "id": "1", "ratings": [{ "severity": "dire" }] }] }""",
        "a:1:110: \"dire\" is not a severity; valid: critical, high, medium, low, info, none, unknown")]
    [InlineData("SPDXVersion: SPDX-2.3\nPackageName: a\nnonsense\n", "a:3:1: expected `Tag: value`")]
    [InlineData("SPDXVersion: SPDX-2.3\nPackageComment: <text>open\n", "a:2:1: <text> is not closed; expected </text>")]
    public async Task Malformed_IsRefusedAtItsPlace(string text, string refusal) => (await Collected.RefusalAsync("sbom", "a", text)).ShouldBe(refusal);
}
