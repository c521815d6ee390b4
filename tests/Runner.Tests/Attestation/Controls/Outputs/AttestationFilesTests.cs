using System.Text;
using System.Text.Json;
using Gates.Attestation.Controls;
using Gates.Attestation.Controls.Outputs;
using Gates.Attestation.Cryptography;
using Gates.Attestation.Envelopes;
using Gates.Attestation.Statements;
using Gates.Doors.Fonts;
using Gates.Formats.Fonts;
using Shouldly;
using Support;
using Xunit;

namespace Runner.Tests.Attestation.Controls.Outputs;

public sealed class AttestationFilesTests
{
    [Fact]
    public async Task Json_ForPrograms_HasItsAnswersFirst()
    {
        using var json = JsonDocument.Parse(AttestationJson.Of(await Sample.CreateAsync()));
        var root = json.RootElement;

        root.GetProperty("overall").GetBoolean().ShouldBeFalse();
        root.GetProperty("controls")
            .EnumerateArray()
            .Select(one => $"{one.GetProperty("id")} {one.GetProperty("pass")}: {one.GetProperty("details")}")
            .ShouldBe(
        [
            "SC-01 True: 2 files of evidence; all 2 assertions hold.",
            "DR-01 False: Missing evidence: chaos-dr/*.json matches no file.",
            "DOC-01 : Present, not judged: 1 file of evidence, and the catalogue asserts nothing about it.",
            "FIN-01 : Does not apply: Owned machines.",
        ]);
        root.GetProperty("summary")
            .GetRawText()
            .ReplaceLineEndings("")
            .Replace(" ", "", StringComparison.Ordinal)
            .ShouldBe("""{"controls":4,"hold":1,"fail":1,"presentNotJudged":1,"notApplicable":1,"evidenceFiles":2}""");
        root.GetProperty("controls")
            .EnumerateArray()
            .Select(one => one.GetProperty("outcome").GetString())
            .ShouldBe(["holds", "fails", "present-not-judged", "not-applicable"]);
        root.GetProperty("controls")[0].GetProperty("evidence")[1].GetProperty("path").GetString().ShouldBe("scan (1).sarif");
        root.GetProperty("population").GetProperty("changes").GetRawText().ReplaceLineEndings("").Replace(" ", "", StringComparison.Ordinal)
            .ShouldBe($$"""{"count":2,"evidenced":1,"unevidenced":["{{new string('b', 40)}}"]}""");
        root.GetProperty("frameworks")
            .EnumerateArray()
            .First()
            .GetProperty("requirements")
            .EnumerateArray()
            .Select(one => one.GetProperty("id").GetString())
            .ShouldBe(["A.8.8", "A.8.28"]);
    }

    [Theory]
    [InlineData(true, "1 of 2 controls that apply holds on the evidence listed here. 1 of 2 is present, not judged: DOC-01.")]
    [InlineData(false, "No control was judged, so this attestation supports nothing. 1 of 1 is present, not judged: DOC-01.")]
    public async Task Forms_OfControlsThatNobodyJudged_SayItFirst(bool overall, string conclusion)
    {
        ControlOutcome[] outcomes = overall ? [ControlOutcome.Holds, ControlOutcome.NotJudged] : [ControlOutcome.NotJudged];
        Assert.SkipUnless(
            ExternalProgram.Exists("pdftotext") && ExternalProgram.Exists("pdfinfo"),
            "pdftotext is not installed: apt-get install poppler-utils");
        var attestation = await Sample.CreateAsync();
        attestation = attestation with
        {
            Evaluation = attestation.Evaluation with { Results = [.. attestation.Evaluation.Results.Where(result => outcomes.Contains(result.Outcome))] }
        };
        using var folder = new TempFolder();
        var file = Path.Combine(folder.Path, "a.pdf");
        await File.WriteAllBytesAsync(
            file, AttestationPdf.Of(attestation, new string('a', 64), new string('b', 64), DocumentFonts.None), TestContext.Current.CancellationToken);

        var text = string.Join(
            ' ',
            ExternalProgram.Run("pdftotext", ["-layout", file, "-"]).Output.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        var title = $"({outcomes.Count(outcome => outcome == ControlOutcome.NotJudged)} of {outcomes.Length} is present, not judged)";
        text.ShouldContain($"acme/shop, release v1.4.0 {title}");
        text.ShouldContain(conclusion);
        ExternalProgram.Run("pdfinfo", [file]).Output.ShouldContain($"Control attestation: acme/shop v1.4.0 {title}");
        attestation.Evaluation.Overall.ShouldBe(overall);
        var output = new StringWriter { NewLine = "\n" };
        Gates.Runner.Commands.Attest.AttestCommand
            .Print(attestation, DocumentFonts.None, [], output)
            .ShouldBe(overall ? Gates.Formats.Foundation.ExitCode.Holds : Gates.Formats.Foundation.ExitCode.Fails);
        output.ToString().ShouldContain("present DOC-01 Runbook: Present, not judged: 1 file of evidence, and the catalogue asserts nothing about it.\n");
        output.ToString()
            .ShouldContain("the PDF embeds no fonts, and romanises what its readers' own fonts lack: no font was looked for; install fonts-dejavu-core");
        output.ToString().ShouldContain("0 fail, 1 present and not judged (DOC-01), 0 not applicable");
    }

    [Fact]
    public async Task Json_PersonWhoAnswersForAWaiver_IsNotNamed()
    {
        var text = Encoding.UTF8.GetString(AttestationJson.Of(await Sample.CreateAsync()));

        text.ShouldContain("\"owner\": \"@acme/docs\"");
        text.ShouldContain("\"owner\": \"the person named in .github/gates-waivers.yml:9\"");
        text.ShouldNotContain("jane");
    }

    [Fact]
    public async Task Files_MadeTwice_AreTheSameBytes()
    {
        using var key = Ed25519PrivateKey.Create().Key;
        var (one, other) = (await FilesAsync(key, FontFinder.Debian.Find()), await FilesAsync(key, FontFinder.Debian.Find()));

        one.Select(file =>
            file.Name).ShouldBe([
                "control-attestation-v1.4.0.json",
                "control-attestation-v1.4.0.oscal.json",
                "control-attestation-v1.4.0.pdf",
                "control-attestation-v1.4.0.sigstore.json"
            ]);
        one.Zip(other).ShouldAllBe(pair => pair.First.Content.SequenceEqual(pair.Second.Content));
    }

    [Fact]
    public async Task Bundle_IsAboutTheReleaseFilesAndNamesTheForms()
    {
        using var key = Ed25519PrivateKey.Create().Key;
        var files = await FilesAsync(key);

        var bundle = SigstoreBundle.Read(files[^1].Content, "b");
        var statement = Statement.Read(bundle.Envelope, "b");

        Bench.Trust(key).Check(bundle.Envelope, Gates.Attestation.Keys.KeyUse.Release, Bench.Now).Signer.ShouldBe(key.PublicKey);
        statement.Subjects.ShouldHaveSingleItem().Digest["sha256"].ShouldBe(Bench.Sha256("shop"));
        statement.Predicate.GetProperty("overall").GetBoolean().ShouldBeFalse();
        statement.Predicate
            .GetProperty("files")
            .EnumerateArray()
            .Select(file => (file.GetProperty("name").GetString(), file.GetProperty("digest").GetProperty("sha256").GetString()))
            .ShouldBe(
                files.Take(3).Select(file =>
                    ((string?)file.Name, (string?)Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(file.Content)))));
    }

    [Fact]
    public async Task Statement_NoReleaseFiles_IsAboutTheCommit()
    {
        var attestation = await Sample.CreateAsync();
        var statement = JsonDocument.Parse(AttestationStatement.Of(attestation with { Scope = attestation.Scope with { Artefacts = [] } }, [])).RootElement;

        statement.GetProperty("subject")[0].GetRawText().ShouldBe($$"""{"digest":{"gitCommit":"{{Bench.Commit}}"},"name":"acme/shop@v1.4.0"}""");
    }

    [Theory]
    [InlineData("compliant")]
    [InlineData("certified")]
    [InlineData("guarantee")]
    public async Task Forms_OfAnAttestation_NeverClaimConformity(string word)
    {
        foreach (var (_, content) in await FilesAsync(null))
        {
            Encoding.Latin1.GetString(content).ShouldNotContain(word, Case.Insensitive);
        }
    }

    private static async Task<IReadOnlyList<(string Name, byte[] Content)>> FilesAsync(Ed25519PrivateKey? key, DocumentFonts? fonts = null)
    {
#pragma warning disable CA2000 // The key is the caller's.
        var signer = key is null ? null : new KeySigner(key);
        return await AttestationFiles.OfAsync(await Sample.CreateAsync(), signer, fonts ?? DocumentFonts.None, CancellationToken.None);
#pragma warning restore CA2000
    }
}
