using Gates.Attestation.Statements;
using Gates.Attestation.Verification;
using Shouldly;
using Support;
using Xunit;

namespace Runner.Tests.Attestation.Verification;

/// <summary>Signed statements beside what they are about.</summary>
public sealed class FolderEvidenceTests : IDisposable
{
    private const int TooMuchForMemory = EvidenceLimits.FileBytes + 1;

    private readonly SignedRelease release = new();
    private readonly TempFolder folder = new();

    public FolderEvidenceTests()
    {
        using (var artefact = File.Create(Path.Combine(folder.Path, "app.tar")))
        {
            artefact.SetLength(TooMuchForMemory);
        }

        using var stream = File.OpenRead(Path.Combine(folder.Path, "app.tar"));
        var statement = SignedRelease.Result("dlp-scan") with { Subjects = [Subject.File("app.tar", Gates.Formats.Foundation.Sha256Hex.Of(stream))] };
        File.WriteAllBytes(Path.Combine(folder.Path, "app.sigstore.json"), release.Sign(statement));
    }

    [Fact]
    public void Artefact_LargerThanAnyEvidence_IsComparedAllTheSame()
    {
        Problems().ShouldBeEmpty();
        using (var artefact = File.OpenWrite(Path.Combine(folder.Path, "app.tar")))
        {
            artefact.WriteByte(1);
        }

        Problems().ShouldHaveSingleItem().Fault.ShouldBe(VerificationFault.Changed);
    }

    [Fact]
    public void Bundle_LargerThanAnyEvidence_IsOneProblem()
    {
        File.Copy(Path.Combine(folder.Path, "app.tar"), Path.Combine(folder.Path, "big.sigstore.json"));
        Problems().ShouldBe([new VerificationProblem(VerificationFault.Malformed, "big.sigstore.json: more than 64 MiB, which no file of evidence is")]);
    }

    public void Dispose()
    {
        release.Dispose();
        folder.Dispose();
    }

    private IReadOnlyList<VerificationProblem> Problems() => release.Verify(new FolderEvidence(folder.Info)).Problems;
}
